import { normaliseHeader } from '../raw/normalise-header';
import { headerKey } from './header-key';
import { MOST_COLUMNS } from './widest';

/** Headers under which one person stands in each row; 书记姓名 is somebody beside an organisation. */
const PERSON =
  /^(?:(?:党员|人员|学员|职工|员工|教职工|学生|干部|本人|申请人|发展对象|积极分子)?(?:姓名|名字)|学员|(?:学工|教工|职工|人员|党员|员工|学生|干部)(?:号|编号|编码)|学号|工号|(?:居民|公民)?身份(?:证|证件)?(?:号码?)?|证件号码?|fullname|staffid|studentid|employeeid)$/u;
/** Facts of one person. */
const FACT =
  /^(?:性别|民族|籍贯|出生.*|生日|年龄|学历|学位|文化程度|政治面貌|职务|职级|职称|岗位|专业|班级|年级|院系|手机号?码?|联系电话|家庭住址|住址|党龄|工龄|参加工作.*|毕业.*|入职.*|人员类[别型]|党员类[别型]|gender|sex|age|birth.*|education|phone|mobile)$/u;
/** Facts of one member of the Party. */
const MEMBER =
  /^(?:党籍.*|党员状态|(?:加入党组织|入党|转正|申请入党|列为积极分子|列为发展对象|转入|转出|进入支部|成为.*)(?:时间|日期|年月)|入党介绍人|培养联系人|预备期.*|所在(?:党支部|支部|党组织)(?:名称|编码|代码)?|(?:月|年)?(?:缴纳|党费|缴费)?基数|(?:应缴|实缴|月缴|补缴|已缴|欠缴)(?:党费|金额|数额)?)$/u;
/** What only a list of organisations says: counts, how they were set up and elected. */
const ORGANISATION =
  /(?:人数|数量|总数|党员数|支部数|委员数|正式党员|预备党员)$|(?<!基)数$|^(?:党组织|组织|支部)(?:类[别型]|性质|形式)|成立|建立|换届|届满|组建|隶属|星级|等次/u;

/** Whether a header is that of a list of persons (学工号, 姓名, 所在党支部, 入党时间): no table of the model has persons for rows. */
export function isRoster(header: readonly string[]): boolean {
  if (header.length > MOST_COLUMNS) return false;
  const keys = header.map((text) => headerKey(text).replace(/\([^()]*\)$/u, ''));
  const count = (pattern: RegExp): number => keys.filter((key) => pattern.test(key)).length;
  if (count(ORGANISATION) > 0) return false;
  const members = count(MEMBER);
  return count(PERSON) > 0 ? count(FACT) + members >= 2 : members >= 3;
}

interface Kind {
  /** In a header, in a title. */
  readonly word: RegExp;
  /** In the name of one. */
  readonly name: RegExp;
}

const ZONE: Kind = {
  word: /开发区|园区|高新|经开|功能区|片区|产业园|工业园|保税|新区|示范区|集聚区|科技园|zone|park/iu,
  name: /开发区|高新|经开|园|保税|新区|示范区|集聚区|港|城$|zone|park/iu,
};
const ORGANISATION_KIND: Kind = {
  word: /党|支部|组织|总支|工委|party|org|branch|committee/iu,
  name: /党|支部|总支|工委|委员会|小组|party|branch|committee/iu,
};
const DIVISION =
  /(?:街道|街道办事处|镇|乡|村|社区|居委会|居民委员会|村委会|村民委员会|苏木|省|市|县|旗|区|州|盟|地区)$/u;

/** People come together for these as well, and they are no organisation life. */
const OTHER_GATHERING = /培训|轮训|调训|集训|考试|测试|竞赛|比赛|招聘|演练|体检|training|exam/iu;

const OWN_GATHERING = /党课|党日|支委|党员大会|党小组|组织生活|三会一课|评议|谈心/u;

/** Whether texts name a gathering that is none of organisation life: 应到人数 and 实到人数 stand in lists of trainings, too. */
export const namesOtherGathering = (texts: readonly string[]): boolean =>
  texts.some((text) => OTHER_GATHERING.test(normaliseHeader(text))) && !texts.some((text) => OWN_GATHERING.test(text));

/**
 * Whether a list that reads like a register of zones or of organisations is one: its header, its names or its title must speak of
 * them. Lists of streets and townships have codes, names and parents as well.
 */
export function speaksOfItself(
  table: string,
  header: readonly string[],
  names: readonly string[],
  title: readonly string[],
): boolean {
  const { word, name } = table === 'zone' ? ZONE : ORGANISATION_KIND;
  if (header.some((text) => word.test(normaliseHeader(text)))) return true;
  const filled = names.map((text) => text.trim()).filter((text) => text !== '');
  const own = filled.filter((text) => name.test(text)).length;
  if (own * 2 >= filled.length && filled.length > 0) return true;
  const divisions = filled.filter((text) => DIVISION.test(text) && !name.test(text)).length;
  return divisions * 2 < filled.length && title.some((text) => word.test(text));
}

/** Whether a title is of members or other persons who are appraised: their grades are those of no organisation. */
export const gradesPersons = (title: readonly string[]): boolean =>
  title.some((line) =>
    /民主评议|评议党员|(?:党员|干部|职工|人员|公务员|教师)(?:年度)?(?:考核|评议|评定|等次)/u.test(
      normaliseHeader(line),
    ),
  );
