import type { Random } from './random';
import type { UnitKind } from './truth';

const FIRST = [...'启瑞恒宏泰晟博锦盛嘉鼎华荣凯誉德佳景致卓远信捷拓隆润安旭森锐'];
const SECOND = [...'辰达源创科维信通航翔宇峰图联邦昌和元承新泽益程原'];
const TRADES = [
  '软件',
  '电子科技',
  '生物医药',
  '智能装备',
  '新材料',
  '精密机械',
  '光电技术',
  '环保科技',
  '供应链管理',
  '信息技术',
  '食品',
  '汽车部件',
  '新能源',
  '检测技术',
  '文化传媒',
  '物流',
];
const SOCIETIES = ['行业协会', '职业培训学校', '养老服务中心', '志愿服务促进会', '科技创新促进会', '幼儿园'];

/** Makes unit names that do not repeat; every name starts with the prefix, which marks it as invented. */
export function unitNamer(prefix: string, random: Random): (kind: UnitKind) => string {
  const used = new Set<string>();
  return (kind) => {
    for (;;) {
      const stem = prefix + random.pick(FIRST) + random.pick(SECOND);
      const name =
        kind === '社会组织'
          ? stem + random.pick(SOCIETIES)
          : stem +
            random.pick(TRADES) +
            (kind === '国企' ? '集团有限公司' : random.chance(0.15) ? '股份有限公司' : '有限公司');
      if (used.has(shortName(name))) continue;
      used.add(shortName(name));
      return name;
    }
  };
}

/** A unit's name without its legal form, as organisations carry it. */
export const shortName = (name: string): string => name.replace(/(股份|集团)?有限公司$/, '');

const OFFICES = [
  '党政办公室',
  '组织人事局',
  '财政局',
  '发展改革局',
  '科技创新局',
  '招商局',
  '规划土地局',
  '建设局',
  '环境保护局',
  '安全监管局',
  '社会事业局',
  '农村工作局',
  '市场监管局',
  '综合执法局',
  '税务分局',
  '法院',
  '检察院',
  '公安分局',
  '审计局',
  '统计局',
  '督查室',
  '信访局',
  '政务服务中心',
  '人才服务中心',
  '投融资服务中心',
  '土地储备中心',
  '档案馆',
  '机关事务中心',
  '人力资源局',
  '文化体育局',
  '水务局',
  '卫生健康局',
  '交通局',
  '应急办公室',
  '宣传部',
  '总工会',
];
const HAMLETS = [...'柳槐杏桃松梅竹荷兰桂榆杨枫棠槿芦'];
const HAMLET_TAILS = ['园', '湾', '坡', '河', '岭', '泉', '溪', '店', '桥', '庄', '塘', '坪'];

/** The name of the `index`-th body of a domain in a zone (an office, a village, a school …), always prefixed. */
export function baseName(prefix: string, domain: string, index: number): string {
  const tail = HAMLET_TAILS[Math.floor(index / HAMLETS.length) % HAMLET_TAILS.length] ?? '';
  const place = (HAMLETS[index % HAMLETS.length] ?? '') + tail;
  switch (domain) {
    case '机关':
      return prefix + (OFFICES[index] ?? `第${index + 1}办公室`);
    case '村':
      return `${prefix}${place}村`;
    case '社区':
      return `${prefix}${place}社区`;
    case '学校':
      return `${prefix}${place}${index % 3 === 0 ? '中学' : '小学'}`;
    case '事业':
      return `${prefix}${place}事业服务中心`;
    case '供热':
      return `${prefix}${place}供热分公司`;
    default:
      return `${prefix}${place}国有资产公司`;
  }
}
