/**
 * What a development zone may be called after its place. Words of one family and kind mean the same; a word without a kind is
 * the short form of any kind of its family. Words of two families never mean the same zone.
 */
export interface TypeWord {
  readonly word: string;
  readonly family: string;
  /** The full form's own word; null for a short form. */
  readonly kind: string | null;
}

/** `family / kind: words`; the kind is left out for short forms. */
const WRITTEN = `
  高新 / 高新技术: 高新技术产业开发区 高新技术开发区 高新技术产业区 高新产业开发区 高技术产业开发区
  高新 / 新技术: 新技术产业开发区 新技术开发区
  高新 / 园: 高新技术产业园区 高新技术产业园 高新产业园区 高新产业园 高新技术园区 高新园区 高新园
  高新: 高新开发区 高新区 高新
  经开 / 经济技术: 经济技术开发区 经济技术产业开发区 经济技术开发
  经开 / 经济: 经济开发区
  经开: 经开区 经开
  综保: 综合保税区 综保区 综合保税 综保
  保税港: 保税港区 保税港
  保税: 保税区
  保税物流: 保税物流园区 保税物流中心
  出口加工: 出口加工区
  自贸: 自由贸易试验区 自由贸易区 自贸试验区 自贸区
  自贸港: 自由贸易港 自贸港
  自创: 自主创新示范区 自创区
  农高: 农业高新技术产业示范区 农业高新技术产业开发区 农业高新区 农高区
  航空港 / 实验: 航空港经济综合实验区 航空港综合实验区 航空港实验区
  航空港 / 经济: 航空港经济区
  航空港: 航空港区 航空港
  临空 / 示范: 临空经济示范区
  临空 / 经济: 临空经济区 临空产业园区 临空产业园
  临空: 临空区
  空港: 空港经济区 空港经济开发区 空港区
  边合: 边境经济合作区 边合区
  跨合: 跨境经济合作区 跨合区
  合作区: 经济合作区 合作区
  台商: 台商投资区
  投资区: 投资区
  度假区: 旅游度假区 度假区
  示范区: 示范区
  试验区: 试验区
  实验区: 实验区
  新区: 新区
  新城: 新城
  科学城: 科学城
  科技城: 科技城
  生态城: 生态城
  商务区: 中央商务区 商务区
  经济区: 经济区
  工业区: 工业区
  功能区: 功能区
  集聚区 / 产业: 产业集聚区
  集聚区 / 工业: 工业集聚区
  集聚区: 集聚区
  集中区 / 工业: 工业集中区
  集中区 / 产业: 产业集中区
  集中区: 集中区
  园 / 工业: 工业园区 工业园
  园 / 产业: 产业园区 产业园
  园 / 科技: 科技园区 科技园 科技产业园区 科技产业园
  园 / 高科技: 高科技园区 高科技园 高科技产业园区 高科技产业园
  园 / 化工: 化工园区 化工园 化学工业园区 化学工业园 化工产业园区 化工产业园 化工工业园区 化工工业园
  园 / 物流: 物流园区 物流园 物流产业园区 物流产业园
  园 / 软件: 软件园区 软件园 软件产业园区 软件产业园
  园 / 创业: 创业园区 创业园
  园 / 创新: 创新园区 创新园
  园 / 农业: 农业科技园区 农业科技园 农业产业园区 农业产业园 农业园区 农业园
  园: 园区
  开发区: 开发区
`;

const parsed = WRITTEN.trim()
  .split('\n')
  .flatMap((line): TypeWord[] => {
    const [head = '', words = ''] = line.split(':');
    const [family = '', kind = null] = head.split('/').map((part) => part.trim());
    return words
      .trim()
      .split(/\s+/u)
      .map((word) => ({ word, family, kind }));
  });

/** Every type word, the longest first. */
export const TYPE_WORDS: readonly TypeWord[] = parsed.sort((a, b) => b.word.length - a.word.length);

/** The family whose word says only that it is a zone: it may be short for another of the same place. */
export const ANY_ZONE = '开发区';

/** Families whose words are used of other things than zones, too: alone they name no zone. */
const COMMON = new Set([
  '开发区',
  '园',
  '示范区',
  '试验区',
  '实验区',
  '新区',
  '新城',
  '经济区',
  '工业区',
  '功能区',
  '集聚区',
]);
const COMMON_TOO = new Set(['集中区', '合作区', '投资区', '度假区', '商务区', '科学城', '科技城', '生态城']);

/** Whether a word of the family names a zone without a place before it (综保区, 高新区). */
export const namesAlone = (family: string): boolean => !COMMON.has(family) && !COMMON_TOO.has(family);
