import { normaliseHeader } from './normalise-header';

/*
 * The words by which rows that are no data give themselves away. All patterns are anchored: a company called
 * 合计科技有限公司 or 注册会计师事务所 is a company.
 */

const TOTAL_EXACT =
  /^(?:合计|总计|共计|小计|累计|总数|总和|合计数|总计数|小计数|汇总|全部合计|grandtotal|subtotal|sub-total|total|totals|sum)(?:\([^)]*\))?[:：]?$/i;
const TOTAL_NAMED = /^.{0,12}(?:合计|小计|总计|共计)(?:\([^)]*\))?[:：]?$/;
const TOTAL_WITH_NUMBER = /^(?:合计|总计|共计|小计)[:：]?\d[\d,.]*\D{0,4}$/;
const SHARE = /^(?:占比|所占比例|比例|比重|百分比|占总数比例|占合计比重)(?:\([^)]*\))?[:：]?%?$/;
const COMPANY = /(?:公司|集团|事务所|中心|协会|商会|学校|医院|合作社|支部|党委|总支|厂|店)$/;

const TOTAL_CHARS = /[合总總小共累]\s*[计計]|[总總]\s*[数數和]|汇\s*总|匯\s*總|total|sum/i;

/** How sure a label says that its row holds totals: 2 = by itself, 1 = when the rest of the row is numbers, 0 = no. */
export function totalWeight(label: string): 0 | 1 | 2 {
  if (label.length > 24 || !TOTAL_CHARS.test(label)) return 0;
  const text = normaliseHeader(label);
  if (TOTAL_EXACT.test(text)) return 2;
  if (TOTAL_WITH_NUMBER.test(text)) return 2;
  return TOTAL_NAMED.test(text) && !COMPANY.test(text) ? 1 : 0;
}

/** Whether a label names a row of shares that stands beside a totals row. */
export function isShareLabel(label: string): boolean {
  return label.length <= 16 && SHARE.test(normaliseHeader(label));
}

const NOTE_START =
  /^(?:(?:备?注|说明|填表说明|填报说明|附注|注释|特别说明|指标解释|编制说明)(?:[:：]|\d+[:：.、]?|$)|[【[(]?(?:注|备注|说明)[】\])]|[*※★]\s*(?:注|本表|以上|统计|数据)|数据(?:来源|截至|截止)|资料来源|来源[:：]|(?:note|notes|source|footnote)s?[:：])/i;
const SIGN_OFF =
  /^(?:填表|制表|填报|审核|复核|审批|审签|经办|统计|报送|编制|录入|打印|导出|生成|制单|单位|部门|分管|主管|联系)?(?:人|单位|日期|时间|负责人|领导|科室|部门|电话|人电话|部门负责人|领导签字)(?:\([^)]*\))?(?:[:：].*|签字.*|签名.*|盖章.*)$/;
const SIGN_WORD =
  /^(?:填表人|制表人|填报人|审核人|复核人|审批人|经办人|制表|填表|审核|制表单位|填报单位|填表单位|填表日期|制表日期|填报日期|打印时间|导出时间|打印日期|导出日期)(?:\([^)]*\))?[:：]?/;
const SEAL = /(?:盖章|公章|签章|签字)[)）]?\s*[:：]?\s*$|^\(?(?:盖章|公章|签章)\)?$/;
const PAGE =
  /^(?:第\s*\d+\s*页(?:[,，/]?\s*共\s*\d+\s*页)?|共\s*\d+\s*(?:条|页|行|家|个|项|户|笔)(?:记录|数据)?.*|page\s*\d+.*|-\s*\d+\s*-|以下空白|以下无正文|此页无正文|---*end---*)$/i;

const NOTE_CHARS = /[注註说說释釋解明源据據人期间間位门門导導话話室章签簽名字页頁共空无無※★*]|note|source|page|end|-/i;

/** Whether a text opens a note, a source line, a sign-off, a seal or a page number. */
export function isNoteText(text: string): boolean {
  if (text.length > 500 || !NOTE_CHARS.test(text)) return false;
  const plain = text.trim().normalize('NFKC');
  const compact = plain.replace(/\s+/g, '');
  return (
    NOTE_START.test(compact) ||
    SIGN_OFF.test(compact) ||
    (SIGN_WORD.test(compact) && compact.length < 40) ||
    (SEAL.test(compact) && compact.length < 30) ||
    PAGE.test(plain)
  );
}

/** Whether a text opens a note beyond doubt (注：…): no name begins so, whatever follows it in its row. */
export function isSureNote(text: string): boolean {
  return SURE_NOTE.test(text.trim());
}
const SURE_NOTE = /^[*※★]?\s*(?:备?注|说明|填表说明|填报说明|附注|注释)\s*[:：]/;

const GROUP =
  /^(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十\d]+(?:部分|类|组|片区|批)|[◆■●▲▶※]|\d+[、.．]\D).*/;

/** Whether a text reads like the heading of a group of rows (一、直属党委). */
export function isGroupText(text: string): boolean {
  return GROUP.test(text.trim()) || /[:：]$/.test(text.trim());
}

const META = /[:：]/;
const META_WORDS =
  /^(?:单位|填报|制表|统计|截至|截止|数据|日期|时间|报表|编号|密级|附件|表号|文号|制定|批准|有效期|导出|打印|查询|共\d)/;

/** Whether a cell above a table says something about the table instead of naming a column. */
export function isMetaText(text: string): boolean {
  const plain = text.trim();
  return META.test(plain) || (plain.length > 3 && META_WORDS.test(plain) && /\d/.test(plain));
}

const HINT_STRONG =
  /^[（(【[]?(?:必填|选填|非必填|必填项|选填项|必录|选录|可不填|不填|可空|不可空|不能为空|自动生成|自动计算|系统生成|请选择|下拉选择|勿填|无需填写|必选|可选|required|optional)[）)】\]]?(?:[,，;；:：].*)?$/i;
const HINT_WEAK =
  /^(?:是|否|文本|数字|数值|字符|字符串|整数|日期|日期格式|文本格式|数字格式|百分比|小数|编码|(?:格式|示例|样例|例如|如|例|填写说明)[:：]?.*|yyyy.*|\d+位.*|限\d+字.*|最多.*|下拉.*|varchar.*|int|date|string|text|number)$/i;

/** 2 = a hint by itself (必填), 1 = fits beside one (否, 文本, 格式：…), 0 = no hint. */
export function hintWeight(text: string): 0 | 1 | 2 {
  const plain = text.trim();
  if (plain === '' || plain.length > 40) return 0;
  if (HINT_STRONG.test(plain)) return 2;
  return HINT_WEAK.test(plain) ? 1 : 0;
}

const HEADER_WORD =
  /^(?:第\d+列|序号|编号|名称|姓名|性别|年龄|民族|学历|职务|日期|时间|备注|说明|地址|电话|手机号?|类别|类型|分类|单位|数量|金额|状态|等级|等次|分数|得分|排名|指标|项目|内容|名单|清单|目录|关键词|词语|年度|年份|月份|季度|领域|区域|开发区|园区|代码|编码|合计|小计|总计|占比|比例|id|no\.?|name|date|time|type|code|status|price|quantity|qty|total|address|phone|email|title|category|description|year|month)$/i;
const HEADER_ENDING =
  /(?:序号|编号|名称|全称|简称|代码|编码|日期|时间|备注|类别|类型|类|性质|形式|方式|情况|状态|数|数量|人数|次数|户数|总数|率|比例|占比|金额|得分|分数|总分|等级|等次|星级|级别|年度|年份|月份|季度|地址|电话|号码|身份证号?|姓名|人员|负责人|联系人|领域|原因|结果|依据|来源|时限|期限|职务|属性|行业|是否.*|排名|评定|评价|(?:个|人|名|家|户|%|‰|元|万元|亿元|万人)\))$/;

const HEADER_PARTY =
  /^(?:所属|所在|上级|主管|隶属|直属|责任|填报|申报|评定|挂靠|挂点|联系|牵头|参与|配合|被检查)?(?:党组织|组织|党委|党支部|支部|总支|党总支|单位|部门|区域|区|开发区|园区|企业|镇街|街道|社区|村)$/;

/** Whether a normalised text reads like a column header in general (名称, 党员人数, 是否规上, Price). */
export function isGeneralHeaderWord(normalised: string): boolean {
  if (normalised.length > 24 || normalised === '') return false;
  return (
    HEADER_PARTY.test(normalised) ||
    HEADER_WORD.test(normalised) ||
    HEADER_ENDING.test(normalised) ||
    /^是否/.test(normalised)
  );
}
