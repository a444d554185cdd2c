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

const AREA =
  /^(?:(?:全|整个)(?:区|市|县|省|国|州|盟|旗|镇|乡|街道?|村|社区|园区?|开发区|高新区|经开区|新区|域|部门?|局|校|院|系统|公司|集团|体|年)?(?:总体|整体|情况|范围|水平|汇总)?|总体|整体|所有|全部|overall|whole|all)(?:\([^)]*\))?[:：]?$/i;

/** Whether a label names all that the rows are of (全区, 全市, 总体): whether its row adds them up only the figures tell. */
export function isAreaLabel(label: string): boolean {
  return label.length <= 20 && AREA.test(normaliseHeader(label)) && normaliseHeader(label) !== '全';
}

/** Whether a label may name all rows, when their sums agree: 全部园区, 总体情况, 各区小结, 本市, 四个园区, 开发区汇总. */
export function mayNameAll(label: string): boolean {
  return isAreaLabel(label) || (label.length <= 12 && NAMES_ALL.test(normaliseHeader(label)));
}
const NAMES_ALL =
  /^(?:全(?:部|体|域|辖|口径)|总[体量额数和共的]|整[体个]|所有|合[计共并总]|各[个园区县市开街镇乡片单支地])|^(?:本|我)(?:市|区|县|省|州|园|开发区|高新区|经开区|新区|街道|镇|乡)|^(?:[两二三四五六七八九十]{1,3}[个大家]|两)(?:园区?|区|开发区|片区|街道|单位|县市区?|镇街?|支部)$|(?:汇总|总和|总数|小结|[总整]体(?:情况|水平)?)$/;

const PLACE = /^[一-龥]{1,8}(?:省|市|自治区|自治州|州|盟|地区|县|旗|镇|乡|街道)(?:\([^)]*\))?$/;

/** Whether a label is the name of a place that governs others (云州市, 临河县). 临江区 may be a park. */
export function isPlaceName(label: string): boolean {
  return label.length <= 20 && PLACE.test(normaliseHeader(label));
}

const AVERAGE =
  /^.{0,8}(?:平均(?:分数?|值|数|得分|成绩|水平)?|均值|均分|人均|中位数|中值|最高[分值]?|最低[分值]?|最大[值数]|最小[值数]|众数|极差|标准差|方差)(?:\([^)]*\))?[:：]?$|^(?:average|avg\.?|mean|median|max(?:imum)?|min(?:imum)?|std\.?)[:：]?$/i;

/** Whether a label names a row of averages or extremes of the rows above (平均分, 最高分). */
export function isAverageLabel(label: string): boolean {
  return label.length <= 20 && AVERAGE.test(normaliseHeader(label)) && !COMPANY.test(normaliseHeader(label));
}

const UNIT_LABEL = /^[(（]?(?:计量|统计|指标|计数|数量)?单位[)）]?[:：]?$/;
const UNIT =
  /^[（(]?(?:[%％‰]|(?:[百千万亿]|百万|十万)*(?:元|人|个|名|家|户|次|分|项|件|条|份|场|期|处|座|栋|间|岁|年|月|日|天|小时|课时|学时|平方米|平方公里|公里|亩|篇|台|套|支|组|批|m2|㎡)(?:次)?(?:[/／每](?:年|月|日|天|季|次|人|户|家|个|期))?)[)）]?$/;

/** Whether a row under a header names the units of its columns, with a word that says so: 单位, 个, 人, 元/月. */
export function isLabelledUnits(cells: readonly string[]): boolean {
  const [label, ...units] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return label !== undefined && UNIT_LABEL.test(label.replace(/\s/g, '')) && units.length > 0 && units.every(isUnit);
}

/** Whether a row under a header has nothing but units, none under the first column, and stands for no part of it; in brackets they are one. */
export function isBareUnits(header: readonly string[], cells: readonly string[]): boolean {
  const [first = '', ...rest] = cells;
  const under = rest.filter((cell) => cell.trim() !== '');
  const isNamed = cells.every((cell, at) => cell.trim() === '' || (header[at] ?? '').trim() !== '');
  return (
    first.trim() === '' &&
    isNamed &&
    under.length > 1 &&
    under.every((cell) => UNIT.test(cell.trim()) && !/^[（(]/.test(cell.trim()))
  );
}

/** Whether a text is a unit and nothing else: （人）, 万元, %. */
export function isUnit(text: string): boolean {
  const plain = text.trim();
  return UNIT.test(plain) || /^[-—/]$/.test(plain);
}

const NOTE_START =
  /^(?:(?:备?注|说明|填表说明|填报说明|附注|注释|特别说明|指标解释|编制说明)(?:[:：]|\d+[:：.、]?|$)|[【[(]?(?:注|备注|说明)[】\])]|[*※★]\s*(?:注|本表|以上|统计|数据)|数据(?:来源|截至|截止)|资料来源|来源[:：]|(?:note|notes|source|footnote)s?[:：])/i;
const SIGN_OFF =
  /^(?:填表|制表|填报|审核|复核|审批|审签|经办|统计|报送|编制|录入|打印|导出|生成|制单|单位|部门|分管|主管|联系)?(?:人|单位|日期|时间|负责人|领导|科室|部门|电话|人电话|部门负责人|领导签字)(?:\([^)]*\))?(?:[:：].*|签字.*|签名.*|盖章.*)$/;
const SIGN_WORD =
  /^(?:填表人|制表人|填报人|审核人|复核人|审批人|经办人|制表|填表|审核|制表单位|填报单位|填表单位|填表日期|制表日期|填报日期|打印时间|导出时间|打印日期|导出日期)(?:\([^)]*\))?[:：]?/;
/** What somebody did with the table, and who: 复核：李某, 签发：王某. */
const SIGNED =
  /^(?:复核|签发|经办|校对|校核|核对|初审|终审|审定|审批|批准|编制|填写|填报|录入|报送|上报)(?:\([^)]*\))?[:：]/;
const SEAL = /(?:盖章|公章|签章|签字)[)）]?\s*[:：]?\s*$|^\(?(?:盖章|公章|签章)\)?$/;
const PAGE =
  /^(?:第\s*\d+\s*页(?:[,，/]?\s*共\s*\d+\s*页)?|共\s*\d+\s*(?:条|页|行|家|个|项|户|笔)(?:记录|数据)?.*|page\s*\d+.*|-\s*\d+\s*-|以下空白|以下无正文|此页无正文|---*end---*)$/i;

const NOTE_CHARS =
  /[:：表注註说說释釋解明源据據人期间間位门門导導话話室章签簽名字页頁共空无無※★*]|note|source|page|end|-/i;

/** Whether a text opens a note, a source line, a sign-off, a seal or a page number. */
export function isNoteText(text: string): boolean {
  if (text.length > 500 || !NOTE_CHARS.test(text)) return false;
  const plain = text.trim().normalize('NFKC');
  const compact = plain.replace(/\s+/g, '');
  return (
    NOTE_START.test(compact) ||
    SIGN_OFF.test(compact) ||
    ((SIGN_WORD.test(compact) || SIGNED.test(compact)) && compact.length < 40) ||
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
  /(?:序号|编号|名称|全称|简称|代码|编码|日期|时间|备注|类别|类型|类|性质|形式|方式|情况|状态|数|数量|人数|次数|户数|总数|率|比例|占比|金额|得分|分数|总分|等级|等次|星级|级别|年度|年份|月份|季度|地址|电话|号码|身份证号?|姓名|人员|负责人|联系人|领域|原因|结果|依据|来源|时限|期限|职务|属性|行业|是否.*|排名|评定|评价|名单|名册|清单|(?:个|人|名|家|户|%|‰|元|万元|亿元|万人)\))$/;

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
