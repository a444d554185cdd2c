/** Traditional characters that occur in this field's headers, each followed by its simplified form. */
const PAIRS =
  '黨党組组織织園园區区開开發发業业產产務务員员數数號号稱称編编碼码類类別别單单位位級级時时間间會会議议記记錄录總总計计覆覆蓋盖況况狀状態态評评審审檢检檔档資资訊讯聯联絡络電电話话負负責责書书簽签訂订達达標标準准領领導导導导機机關关屬属隸隶從从實实應应繳缴費费學学習习題题動动態态隊队長长選选舉举換换屆届滿满屆届責责問问題题過过進进後后優优無无與与為为個个幾几萬万億亿餘余區区縣县鎮镇鄉乡街街辦办處处經经濟济網网質质量量類类型型轉转復复離离職职務务幹干部部訓训練练體体備备註注說说明明據据來来源源報报表表製制覽览歷历統统計计貫贯徹彻強强軟软渙涣散散整整頓顿項项銷销號号勵励獎奖懲惩創创爭争優优點点樓楼宇宇車车間间鏈链條条誌志願愿雙双證证歲岁戶户佔占圖图欄栏擬拟擔担術术構构樣样樹树決决滅灭獲获環环營营產产護护變变讓让貧贫賬账額额顧顾齊齐齡龄積积極极蘇苏滬沪漢汉濱滨灣湾廣广東东陝陕龍龙嶺岭興兴華华國国門门獨独團团協协終终觀观種种試试棟栋範范崗岗遠远納纳較较結结論论頭头僅仅權权際际設设現现釋释歸归稅税傳传衛卫規规劃划維维線线紅红約约紀纪細细紹绍綜综績绩繼继續续罰罚義义節节補补複复見见視视認认討讨訪访詢询誠诚詳详請请諸诸課课調调談谈識识豐丰財财貨货購购貼贴賢贤賽赛趕赶輪轮輸输農农連连運运違违遺遗鄭郑針针鋼钢錢钱錯错鍵键閉闭閱阅階阶陽阳險险隨随隱隐難难雜杂靈灵靜静順顺預预頻频風风飲饮館馆駐驻驗验黃黄齒齿';

const SIMPLIFIED = new Map<string, string>();
{
  const chars = [...PAIRS];
  for (let i = 0; i + 1 < chars.length; i += 2) SIMPLIFIED.set(chars[i] ?? '', chars[i + 1] ?? '');
}

const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'gu');

const GLOSS = /(?<=\p{Script=Han})\([a-zü]*[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ][a-zü]*\)/gu;

/**
 * A header as it is compared: NFKC, no white space at all, no pinyin glosses like 產(chǎn), Traditional characters of
 * this field folded to Simplified.
 */
export function normaliseHeader(text: string): string {
  const compact = text.normalize('NFKC').replace(SPACE, '');
  const bare = compact.includes('(') ? compact.replace(GLOSS, '') : compact;
  return bare.replace(TRADITIONAL, (char) => SIMPLIFIED.get(char) ?? char);
}

const SPACE = /[\s\u200b\ufeff]+/g;
