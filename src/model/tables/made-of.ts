/*
 * Headers that no list can hold, by what they are made of: words that may stand before the one that says what the column is,
 * that word, and words that may stand after it. Read as headers are compared, where no list of the same table has them.
 * Of words that may repeat none is there twice, or made of others: a text could be read in more ways than there is time for.
 */

/** A header made of any of the words before, one of the core, and any after. */
function madeOf(before: string, core: string, after: string): RegExp {
  return new RegExp(`^(?:${before})*(?:${core})(?:${after})*$`, 'u');
}

/** A header that says one of the words, whatever else it says, but for what makes it something else. */
function saying(word: string, but: string, ending = ''): RegExp {
  return new RegExp(`^(?!.*(?:${but})).*(?:${word})${ending}`, 'u');
}

/** What is said about somebody or something beside: never the thing itself. */
const BESIDE = '姓名|电话|手机|联系方式|职务|时间|日期|原因|地址|编号|备注|上级|主管';
const END = '(?:\\([^()]*\\))*$';

const PARTY = '党的?组织|党总?支部|基层党组织';
const BUILD = '组建|建立|成立|设立|建有|建';
const BODY = '两新组织|社会组织|非公有?制?企业|企业|单位|公司|法人|市场主体|组织';
const NUMBER = '总户数|总家数|总数量?|户数|家数|个数|数量|总量|人数|数|\\((?:家|户|个|名|人)\\)';
const OF_PART = '其中:?';

export const UNIT_NAME_HEADER = saying(
  '企业|单位|公司|主体|商户',
  `党|支部|填报|报送|责任|签订|检查|曾用|${BESIDE}|简称`,
  `.{0,8}(?:名称|全称|全名|户名)${END}`,
);
export const UNIT_CODE_HEADER = saying(
  '信用代码|信用编码|信用码|统一代码|统一编码|机构代码',
  '党|支部|上级|园区|开发区',
);
export const PART_HEADER = saying(
  '街道|镇街|街镇|乡镇|片区|板块|社区|网格|组团|街道办|街道办事处',
  `数|率|户数|人口|是否|党员|${BESIDE}`,
  `(?:名称)?${END}`,
);
export const ZONE_HEADER = saying(
  '开发区|园区|高新区|经开区|功能区',
  `片区|类型|级别|数|率|评|是否|级|党|管委会|${BESIDE}`,
  `(?:名称|全称|简称)?${END}`,
);
export const SNAPSHOT_HEADER = saying(
  '(?:数据|统计|报表|报告|填报|上报|报送|所属|台账|所报|信息).{0,3}(?:期|季|季度|时点|期别|期次|时期)|^(?:期别|期次|期数)',
  '任期|届|工期|单位|人|园区|日期',
  `(?:末|时间)?${END}`,
);
export const EMPLOYEES_HEADER = saying(
  '职工|员工|用工|从业',
  `党|工会|代表|高管|女|年龄|工资|薪|率|比例|保险|名册|大会|行业|业务|${BESIDE}`,
);
export const MEMBERS_HEADER = saying(
  '党员',
  `党员大会|(?<![及和含])预备党员|其中|正式党员|女|流动|困难|发展|积极|是否|有无|年龄|率|比例|占|活动|教育|评议|先锋|志愿|转入|转出|新增|减少|应|不足|以上|低于|少数民族|大专|学历|名册|示范|优秀|登记|档案|党费|无党员|小组|${BESIDE}`,
);
export const BUILT_HEADER = new RegExp(
  [
    `^(?!.*(?:${BESIDE}|形式|方式|模式|名称|数|率|工会|群团|团组织)).*(?:组织|支部).*(?:${BUILD}|覆盖).*(?:情况|与否|否|有无|状态)${END}`,
    `^(?!.*(?:${BESIDE}|形式|方式|模式|名称|数|率|工会|群团|团组织|应|条件)).*(?:是否|有无).*(?:党的?组织|党总?支部|组织覆盖)`,
    `^(?:是否|有无|有否|已否)(?:已经?|单独|联合|或)*(?:${BUILD}|有|覆盖)?了?(?:${PARTY})(?:情况)?$`,
    `^(?:${PARTY})(?:是否|有无|有否|已经?)*(?:${BUILD}|覆盖|健全|有无)(?:与否|否|有无|情况|状态)?$`,
    `^(?:${BUILD})了?(?:${PARTY})?(?:与否|否)$`,
    `^(?:${PARTY})(?:有无|与否)$`,
  ].join('|'),
  'u',
);
export const MODE_HEADER = new RegExp(
  `^(?!.*(?:时间|日期|原因|名称|数|率|上级|工会|领导)).*(?:(?:党组织|党支部|组织|支部|企业|单位|的|^)*(?:${BUILD}|设置|覆盖)(?:党组织|党支部|的)*(?:形式|方式|模式|途径|类型|类别|形态)|单独(?:/|、|或|还是)联合(?:${BUILD})?)${END}`,
  'u',
);
const ASK = '派出|是否|有无|有否|已|选派|派驻|配备|落实|明确|确定|安排|委派|选配|派|有|下派|指派';
export const INSTRUCTOR_HEADER = saying('指导员', `数$|人数|\\((?:人|名|个)\\)|所在|来源|派出单位|政治面貌|${BESIDE}`);

export const DUE_UNIT_HEADER = new RegExp(
  `^(?:是否|有无)(?:属于|属|为)?(?:应|应当|应该|需)(?:单独|联合)?(?:${BUILD})(?:${PARTY})?(?:的)?(?:${BODY})?(?:情况)?$|^(?:是否)(?:已经?)?(?:符合|具备|达到|满足)(?:单独|联合)?(?:${BUILD}|${PARTY}|的|应)*条件$`,
  'u',
);

export const UNITS_HEADER = new RegExp(
  `^(?:实体|运营|在营|正常|经营|规上|登记|注册|辖区|现有|应统计|园区|法人|非公|两新|民营|各类)*(?:${BODY})(?:${NUMBER})$`,
  'u',
);
const DONE_TO = `(?:${PARTY}|的|${BODY})*(?:${NUMBER})?`;
export const DUE_HEADER = new RegExp(
  `^(?:${OF_PART})?(?:应|应当|应该|需)(?:${BUILD}|覆盖)${DONE_TO}$|^(?:${OF_PART})?(?:符合|具备|达到)(?:${BUILD}|${PARTY})*条件${DONE_TO}$`,
  'u',
);
export const BUILT_COUNT_HEADER = new RegExp(
  `^(?:${OF_PART})?(?:实际|现)?(?:已经?|实际|实)(?:${BUILD}|覆盖)${DONE_TO}$`,
  'u',
);
export const ALONE_COUNT_HEADER = new RegExp(`^(?:${OF_PART})?(?:企业)?(?:单独|独立|单)(?:${BUILD})?${DONE_TO}$`, 'u');
export const JOINT_COUNT_HEADER = new RegExp(`^(?:${OF_PART})?(?:企业)?(?:联合|联)(?:${BUILD})?${DONE_TO}$`, 'u');
export const INSTRUCTOR_COUNT_HEADER = new RegExp(
  `^(?:${OF_PART}|${ASK})*(?:党建|党务)?(?:工作)?指导员(?:的|${BODY})*(?:${NUMBER})$`,
  'u',
);
export const RATE_HEADER =
  /^(?:应建|党的?组织|两新|企业|组织|党建|已建|单位)*(?:覆盖|组建|建立|已建|建组织|建会)(?:率|比例|占比)%?$/u;

export const ORG_NAME_HEADER = madeOf(
  '参评|受评|被评|申报|推荐|获评|拟评|所在|基层|隶属|所属|两新|企业|被考核|参加|责任',
  '党组织|党总?支部|支部|党委',
  '名称|全称|名|简称|\\((?:全称|盖章)\\)',
);
export const STAR_HEADER = madeOf(
  '本年度?|本次|省级?|市级?|区级?|县级?|上级|两新工委|组织部|党?工委|(?:19|20)\\d{2}年?度?',
  '(?:评定|审定|核定|最终|终审|认定|确定|授予|审核|复核|审批|批准|公示|命名|评审|拟定|拟评)(?:的)?(?:星级|星等)',
  '结果|情况|等次',
);

export const DUE_DATE_HEADER = madeOf(
  '整改|完成|办结|销号|计划|要求|限定|限期|问题|任务',
  '时限|期限|截止日期|截止时间|截止期|时限要求|完成期限',
  '要求|\\(.*\\)',
);
export const STATUS_HEADER =
  /^(?:问题|整改|办理|目前|当前|最新)+(?:整改|落实|完成|推进)*(?:情况|状态|进展|进度|结果|成效)$/u;
export const PROBLEM_HEADER = madeOf(
  '存在的?|反馈的?|发现的?|查摆的?|具体|主要|整改|巡察|督查|检查',
  '问题',
  '描述|表述|内容|表现|事项|清单|及表现|具体表现|点',
);

const DEED = '签订|签署|签|落实|开展|执行|公开|检查|走访|完成|办结|传达|汇报';
export const DONE_HEADER = new RegExp(
  `^(?:是否|有无|有否|责任书|已)+(?:已|按时|按期)*(?:${DEED})(?:责任书|情况|与否)?$`,
  'u',
);
export const LETTER_HEADER = madeOf(
  '签订|党建|党风廉政建设?|目标|工作|所签',
  '责任书|责任状',
  '名称|种类|类型|类别|内容|题目',
);
export const TARGET_HEADER = madeOf('签订|责任|承诺|受检|被检查|公开|承办', '单位|主体|对象|党组织', '名称|\\(.*\\)');

/*
 * Cells: 企业单独组建, 与其他企业联合组建, 暂未建立.
 */

const OTHERS =
  '建立|组建|成立|设立|已建|与|同|和|其他|其它|相邻|邻近|同行业|多家|几家|两家|有关|企业|单位|就近|跨企业|已|采取|方式|以|由';
const FOUND = `${BUILD}|党组织|党总?支部|支部|党委|的|了|方式|形式|型|类`;
export const ALONE_TEXT = madeOf(
  '建立|组建|成立|设立|已建|本|该|由|以|已|采取|企业|单位|自行',
  '单独|独立|自主',
  FOUND,
);
/** 加入某某大厦联合党支部, 已纳入联合支部: whatever it is called. */
const JOINED = '^已?(?:加入|纳入|并入|编入|参加|隶属于?)[^、,;，；]{0,20}联合(?:党?总?支部|党委|党组织)$';
export const JOINT_TEXT = new RegExp(`${madeOf(OTHERS, '联合|合建|共建|联建', FOUND).source}|${JOINED}`, 'u');
export const NOT_BUILT_TEXT = new RegExp(`^(?:暂未|尚未|还未|暂无|暂不|还没有?|没有|没|未|无)(?:${FOUND})+$`, 'u');

/*
 * Cells of how far an item is: 正在有序推进, 已全部整改到位, 尚未销号, 需长期坚持.
 */

const TASK = '整改|问题|任务|事项|工作|措施';
const WELL = '全部|全面|基本上?|均|都|按期|按时|如期|有序|持续|积极|扎实|稳步|加快|抓紧|已经?|仍|还|目前|现';
const STEP = '推进|办理|落实|进行|处理|解决|实施|完善';
export const NOT_STARTED_TEXT = new RegExp(
  `^(?:${TASK})*(?:尚未|还未|暂未|未|没有)(?:启动|开始|开展|动工)(?:${TASK})*$`,
  'u',
);
export const UNDER_WAY_TEXT = new RegExp(
  `^(?:${TASK}|${WELL})*(?:正在?|在)(?:${WELL})*(?:${TASK}|${STEP})+(?:中|之中)?$|^(?:${TASK}|${WELL})*(?:${STEP}|整改)+(?:之)?中$|^(?:${TASK})*(?:尚未|还未|暂未|未|没有)(?:${WELL})*(?:${TASK})*(?:完成|销号|销账|办结|到位|解决|整改到位|整改完成|落实到位)(?:${TASK})*$`,
  'u',
);
const DONE_WELL = '全部|全面|均|都|按期|按时|如期|已经?|现';
export const RECTIFIED_TEXT = new RegExp(
  `^(?:${TASK}|${DONE_WELL})*(?:整改|落实|处理|办理|解决)?(?:完成|到位|完毕|办结|解决)(?:${TASK})*$|^(?:${DONE_WELL})+(?:整改|解决|落实|处理)$`,
  'u',
);
export const SIGNED_OFF_TEXT = new RegExp(`^(?:${TASK}|${DONE_WELL}|到位|完成|验收|对账|通过)*(?:销号|销账)$`, 'u');
export const STANDING_TEXT = new RegExp(
  `^(?:${TASK})*(?:需要?|须|应|要|已完成并?|立行立改并?)?(?:(?:长期|常态化)(?:${TASK})*(?:坚持|抓好|巩固|推进|落实)|持续(?:坚持|抓好|巩固|整改))(?:${TASK})*$`,
  'u',
);
