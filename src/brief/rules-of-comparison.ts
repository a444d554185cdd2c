import type { Label } from '../domain';

/** How figures are compared, in words: the same text on the dictionary page and in its document. */
export const COMPARISON_RULES: readonly {
  readonly id: 'changes' | 'leaps' | 'differs' | 'duties' | 'totals' | 'names';
  readonly title: Label;
  readonly text: Label;
}[] = [
  {
    id: 'changes',
    title: { zh: '前后比较', en: 'Changes' },
    text: {
      zh: '只比两期都有数的园区；园区之内只比两期都有的类别、两期都报送的会议，成批报送的还只比两期都报送的党委：报送了名单而无一在口径内的，照常计入。未比的写明是谁，全不可比的不说升降。所依规则的取值在两期之间有变的，也不说升降，写明哪条规则从哪天起由什么变为什么。',
      en: 'Only zones with a figure in both periods are compared; inside a zone only the categories of both, the meetings reported both times and, where a base is handed in whole, the committees that handed in both times: one whose list holds nothing in scope did hand in. Who is not compared is named; where nothing compares, no change is stated. Nor is one where a rule the figure is counted under asks for something else in one of the two periods: which rule, from what to what, and from when, is said.',
    },
  },
  {
    id: 'leaps',
    title: { zh: '底数变化', en: 'A base that leaps' },
    text: {
      zh: '一个园区的分母一期变动超过一成、超过其平常变动的四倍、且不少于 5 个（不足三期历史的须超过 35%）的，算底数变化，只按两期都有的党委和类别量：总体的升降分为底数变化的影响和其余园区比率的影响，走势线断开；只看该园区时不作前后比较。',
      en: 'A zone’s denominator that moves by more than a tenth, more than four times its usual move, and at least 5 things (more than 35 % where it has fewer than three moves behind it) has leapt, measured on the committees and categories of both periods: the change of the whole is parted into what that did and what the rates of the other zones did, and the line is broken; for that zone alone no change is stated.',
    },
  },
  {
    id: 'differs',
    title: { zh: '怎样算有别', en: 'What differs' },
    text: {
      zh: '处处一个标准：一个园区的比率与其余园区合计之差，其 95% 区间不含 0 为“需关注”，99.8% 区间不含 0 为“显著”。区间按 Newcombe 法由 Wilson 限求得，数少时（nθ(1−θ)<15）用精确限。八个以上相比而差异超出偶然的，区间按离散程度 φ 放宽 √φ 倍；φ 大于 4 的，说明偶然不足以作标尺。“前列”“靠后”只用于有别的。',
      en: 'One meaning everywhere: the difference between a zone’s rate and that of all the others together; to watch where its 95 % interval leaves out 0, significant where its 99.8 % interval does. Intervals are Newcombe’s, from Wilson limits, exact ones for small numbers (nθ(1−θ) < 15). Where eight or more are compared and vary more than chance makes them, intervals are √φ times as wide; beyond φ = 4 it is said that chance is no yardstick. “Front” and “rear” are said only of what differs.',
    },
  },
  {
    id: 'duties',
    title: { zh: '报送项目不同', en: 'Different duties reported' },
    text: {
      zh: '各园区报送的会议不同的，园区之间、领域之间只按各园区共有的项目比；总体仍按各自报送的全部项目计。',
      en: 'Where zones report different meetings, zones, and fields across them, are compared on those they share; the whole is still of everything each reports.',
    },
  },
  {
    id: 'totals',
    title: { zh: '谁的合计', en: 'Whose total' },
    text: {
      zh: '有园区未报送的，合计旁写明几个园区中几个报送；有园区从来没有此数的，写几个有数：它可能报了名单，只是没有此数所需的内容。同一句中的数出自同一批园区。所选时期没有数而由以前时期回答的，写明是哪一期。看一个园区时，全部园区仍是标尺，所看的称“本区”。',
      en: 'Where some zones do not report, a total says how many of how many do; where some have never had the figure it says how many have one: they may have handed in a list, without what the figure needs. Figures in one sentence are of the same zones. Where an earlier period answers for the one chosen, it is named. When one zone is looked at, all zones stay the yardstick.',
    },
  },
  {
    id: 'names',
    title: { zh: '同名组织', en: 'Shared names' },
    text: {
      zh: '一个名称为同一登记表中两个以上编码所共有、而报送时未写编码的，不归其中任何一个：所报会议、检查、考核归属不明，这些组织当期不在该项分母内；以其为上级的组织，归入各同名组织共同的党委，没有共同的列“未注明”。每一行都记入台账，补写编码即可归位。',
      en: 'What is filed without a code under a name that several codes of one register bear is of none of them: whose meetings, inspections and appraisals these are is not known, and these organisations are in no denominator of it in that period; whoever names such a parent stands in the committee that all who bear the name have in common, else in none. Every such row is in the ledger; a code puts it right.',
    },
  },
];
