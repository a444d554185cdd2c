import { FONT_FAMILY, LIGHT } from '../../charts';

/** How it is laid out, on a screen and on A4. Colours are written out: nothing runs that could set them. */
export const STILL_STYLE = `
body{margin:0;background:${LIGHT.paper}}
#still{max-width:720px;margin:0 auto;padding:24px;color:${LIGHT.ink};background:${LIGHT.paper};font:15px/1.8 ${FONT_FAMILY};font-variant-numeric:tabular-nums}
#still header{border-bottom:1px solid ${LIGHT.ink};padding-bottom:12px}
#still header p{margin:0;color:${LIGHT.ink2}}
#still [role=alert]{margin-top:12px;padding-left:12px;border-left:3px solid ${LIGHT.signal}}
#still h2{margin:40px 0 12px;font-size:24px;line-height:1.5}
#still h3{margin:0;font-size:17px;line-height:1.6}
#still figure{margin:0 0 32px}
#still figcaption p,#still .foot{margin:0;color:${LIGHT.ink3};font-size:13px}
#still svg{max-width:100%;height:auto}
#still table{width:100%;border-collapse:collapse;font-size:13px}
#still caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
#still th,#still td{padding:4px 8px 4px 0;text-align:left;font-weight:400;vertical-align:top;border-bottom:1px solid ${LIGHT.hair}}
#still .t{overflow-x:auto}
#still td:not(.w),#still th[scope=row]{white-space:nowrap}
#still thead th{color:${LIGHT.ink3};border-color:${LIGHT.context}}
#still thead .w{min-width:5em}
#still .n{text-align:right}
@page{size:A4;margin:16mm}
@media print{body{background:none}#still{max-width:none;padding:0;background:none;font-size:10pt}#still table{font-size:8pt}#still .t{overflow:visible}#still tr,#still [role=img],#still figcaption{break-inside:avoid}#still h2,#still figcaption{break-after:avoid}}
`;
