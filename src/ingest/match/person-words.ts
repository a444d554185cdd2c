import { headerKey, tiersOf } from './header-key';

/** Headers that name, number or reach a person wherever they stand. */
const ALWAYS = new RegExp(
  [
    '姓名|人名|名字$',
    '身份证|身份证件|证件号|公民身份|护照号',
    '手机|移动电话|联系电话|联系方式|办公电话|固定电话|电话号码|^电话|电话$|座机|微信|^qq|邮箱|电子邮件|^e?mail',
    '出生|生日|^性别|性别$|籍贯|^民族$|出生地|血型|婚姻|^照片|家庭',
    '住址|现居住|居住地|户籍|户口|银行卡|银行账号|车牌',
    '名单$|花名册$|通讯录|联系簿|短号|传真号?码?$|备用号码',
    '^(?:tel|telno|mobileno|phoneno|contactno|idno|telnumber|fax|cellphone|mobilephone|phonenumber|mobilenumber|wechat|weixin|vx|qq号?码?|mobile|phone|telephone|cell|contact|contacts|contactname|contactphone|contactnumber|contactperson|idnumber|idcard|nationalid|birthday|birthdate|dateofbirth|dob|gender|sex|ethnicity|homeaddress|fullname|surname|firstname|lastname|givenname)$',
  ].join('|'),
  'u',
);

/** Headers that name a person by role; only where nothing is counted. */
const ROLE = new RegExp(
  [
    '(?:负责同志|培养人|经手人|签收人|接收人|领取人|报送人|上报人|交表人|统计人|录入人|审批人|批准人|签发人|验收人|督办人|结对人|代表人|带头人|支书|党务专员|党务干部|党建专员|统计员|录入员|经手|经办|负责人|联系人|主持人|记录人|责任人|填表人|制表人|填报人|审核人|复核人|经办人|主讲人|授课人|讲课人|汇报人|谈话人|签订人|签字人|签署人|牵头人|联络人|介绍人|报告人|帮扶人|承办人|整改人|法定代表人|法人代表|法人)$',
    '(?:书记|副书记|委员|组织委员|宣传委员|纪检委员|主任|董事长|总经理|经理|所长|站长|网格员|户主|组长|队长|村官)$',
    '(?:领导|干部)$',
    '(?:参加|参会|到会|出席|列席|缺席|请假|参训|走访|调研|检查|带队|慰问|谈话|陪同|应到|实到)(?:人员|党员|对象姓名|人)$|谈话对象$|帮扶对象$|慰问对象$',
    '(?:填表|填报|制表|审核|复核|签收|上报|报送)人员?$',
    '^(?:党员|党员信息|人员|人员信息|班子成员|支委成员|支部成员|领导班子成员|签名|签字|secretary|leader)$',
  ].join('|'),
  'u',
);

/** Words that turn a header with a person in it into a count, a fact or a body. */
const NOT_A_PERSON =
  /数$|数量|人数|次数|个数|总数|比例|占比|率$|率\(|^是否|^有无|^是否有|情况$|平均|少数民族|以上|以下|\d岁|单位名称|单位$|代码|编码|类别$|类型$|日期$|时间$|得分|分数|评议|述职|职数|配备|选派|主体|党组织$|支部$|党委$/u;

/** Facts about one person, harmless in a list of organisations: dropped only beside a name or an identity number. */
const WEAK =
  /^(?:曾用名|年龄|学历|学位|文化程度|职务|职务职级|职级|职称|政治面貌|入党时间|入党日期|加入党组织日期|转正时间|转正日期|参加工作时间|参加工作日期|工作岗位|毕业院校|专业|现任职务|党内职务|党龄|工龄|工号|学号|age|education|jobtitle)$/u;

/** Columns that hold 是 / 否 in one export and a name in the next; only the cells can tell. */
const DOUBTFUL =
  /^(?!.*(?:数|率|时间|日期|职务|来源|单位|姓名|电话|手机|联系方式|身份证|\((?:人|名|个)\)$)).*(?:指导员|联络员|联系员|组织员)(?:名单|情况|与否)?$|^(?:党员|人员|负责)$/u;

/** Words that name persons in one export and count or judge them in the next: personal unless the cells are figures, days or yes and no. */
const UNLESS_FACTS =
  /^(?:(?:党组织|领导|党委|支部|两委)?班子(?:成员)?|(?:致富)?带头人|(?:专职)?党务工作者|(?:党建|党务)?专干|联系|签收|经手|经办|填报|填表|制表|审核|复核|审批|录入|负责|支书|负责同志|党务干部|班子情况)$/u;

/** What a header says about persons: certainly, unless its cells are facts, only beside a name, only if its cells are names, or nothing. */
export type PersonalHeader = 'always' | 'unless-facts' | 'beside' | 'if-names' | null;

function judge(key: string): PersonalHeader {
  if (UNLESS_FACTS.test(key)) return 'unless-facts';
  if (DOUBTFUL.test(key)) return 'if-names';
  if (WEAK.test(key)) return 'beside';
  if (/^是否|^有无/u.test(key)) return null;
  if (/身份证|手机|姓名(?!.*数)|电话/u.test(key) && !/数$|人数|率$/u.test(key)) return 'always';
  const judged = judgeFully(key);
  // Whoever else is named by what they do (领办人, 见证人): the cells tell.
  return judged ?? (/(?:人|员)$/u.test(key) && !/法人|单位/u.test(key) ? 'if-names' : null);
}

function judgeFully(key: string): PersonalHeader {
  if (NOT_A_PERSON.test(key) && !/出生(?:日期|时间|年月)/u.test(key)) return null;
  return ALWAYS.test(key) || ROLE.test(key) ? 'always' : null;
}

/** What has full marks is a criterion: 领导班子(20分). */
const SCORED = /\((?:满分)?\d{1,3}分\)$/u;

/** A header longer than this is prose. */
const LONGEST = 200;

/** Judges a header, whole and by its last tier (书记 | 姓名). */
export function personalHeader(header: string): PersonalHeader {
  if (header.length > LONGEST || SCORED.test(headerKey(header))) return null;
  const whole = judge(headerKey(header).replace(/\([^()]*\)$/u, ''));
  const tiers = tiersOf(header);
  const last = tiers.length > 1 ? judge(headerKey(tiers.at(-1) ?? '')) : null;
  return whole === 'always' || last === 'always' ? 'always' : (whole ?? last);
}

/** The first characters of Chinese names. */
export const SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺肖付闫尚佘亓仝逄晁麦邝',
);
/** The hundred and fifty most frequent of them, none of which is a word like 和 and 都. */
export const FREQUENT_SURNAMES = [...SURNAMES].slice(0, 150).join('');
/** Names with a surname of two characters. */
export const COMPOUND = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|长孙|宇文)/u;

/** Whether a cell reads like a Chinese person's name: a known surname and one or two more characters. */
export function looksLikeName(cell: string): boolean {
  const text = cell.replace(/\s+/gu, '');
  if (COMPOUND.test(text)) return /^\p{Script=Han}{3,4}$/u.test(text);
  return /^\p{Script=Han}{2,3}$/u.test(text) && SURNAMES.has(text.charAt(0));
}
