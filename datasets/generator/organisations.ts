import { LAST, dayBetween, dayIn } from './calendar';
import { type Live, type OwnOrg, ROOT } from './coverage-simulation';
import { baseName, shortName } from './names';
import { organisationMaker } from './organisation-maker';
import type { Random } from './random';
import type { Domain, Org } from './truth';
import type { Coverage } from './units';
import type { ZonePlan } from './zone-plan';

type Make = ReturnType<typeof organisationMaker>;

const zeros = (): number[] => Array.from({ length: LAST + 1 }, () => 0);
const began = (from: number, random: Random): string =>
  from === 0 ? dayBetween(2004, 2015, random) : dayIn(from, random);
const ended = (to: number | null, random: Random): string | null => (to === null ? null : dayIn(to, random));

/** The root and the committees right below it. */
function frame(plan: ZonePlan, make: Make, random: Random): Org[] {
  const suffix = plan.rootType === '党委' ? '党委' : '党工委';
  const domain = plan.rootType === '党委' ? '国企' : '机关';
  const root = make({ key: ROOT, name: plan.name + suffix, type: plan.rootType, domain, parent: null });
  const committees = plan.committees.map((c) =>
    make({
      key: c.name,
      name: c.kind === '镇街' ? plan.prefix + c.name : c.name,
      type: c.kind === '镇街' ? '党工委' : '党委',
      domain:
        c.kind === '镇街'
          ? '社区'
          : c.name.includes('教育')
            ? '学校'
            : c.name.includes('国有')
              ? '国企'
              : c.kind === '园区' || c.units
                ? '非公'
                : '机关',
      setting: c.kind === '园区' ? '园区' : '单位',
      parent: ROOT,
      founded: c.founded === null ? dayBetween(1998, 2014, random) : dayIn(c.founded, random),
    }),
  );
  return [root, ...committees];
}

const TAIL = { 单独党委: '党委', 单独总支: '党总支', 单独支部: '党支部' } as const;
const TYPE = { 单独党委: '党委', 单独总支: '总支', 单独支部: '支部' } as const;
const CHILDREN = { 单独党委: 4, 单独总支: 2, 单独支部: 0 } as const;

/** The organisation of one unit, with the branches below it where it is a committee or a general branch. */
function ownOrganisation(live: Live, own: OwnOrg, make: Make, random: Random): Org[] {
  const { unit } = live;
  const domain: Domain = unit.kind === '国企' ? '国企' : unit.kind === '社会组织' ? '社会组织' : '非公';
  const founded = began(own.from, random);
  const dissolved = ended(own.to, random);
  const again = live.owns.indexOf(own) > 0 ? '（重建）' : '';
  const members = unit.states.map((s) => (s && s.org === own.key ? s.members : 0));
  const count = CHILDREN[own.mode];
  const head = make({
    key: own.key,
    name: shortName(unit.name) + TAIL[own.mode] + again,
    type: TYPE[own.mode],
    domain,
    unitCode: unit.code,
    founded,
    dissolved,
    parent: unit.committee,
    members: count === 0 ? members : zeros(),
  });
  const below = Array.from({ length: count }, (_, i) =>
    make({
      key: `${own.key}:${i + 1}`,
      name: `${shortName(unit.name)}${['机关', '生产', '研发', '营销'][i] ?? ''}党支部`,
      type: '支部',
      domain,
      setting: i === 1 ? '车间' : '单位',
      founded: founded > '2015-06-30' ? founded : dayBetween(Number(founded.slice(0, 4)) + 1, 2015, random),
      dissolved,
      parent: own.key,
      members: members.map((m) => Math.floor(m / count) + (i < m % count ? 1 : 0)),
    }),
  );
  return [head, ...below];
}

const PLACES = ['创业大厦', '科技路', '产业园', '软件新城', '标准厂房', '物流港', '双创基地', '商务中心'];

function jointBranches(plan: ZonePlan, coverage: Coverage, make: Make, random: Random): Org[] {
  return coverage.branches.map((branch, i) => {
    const members = zeros().map((_, q) =>
      coverage.lives.reduce((sum, live) => {
        const state = live.unit.states[q];
        return sum + (state && state.org === branch.key ? state.members : 0);
      }, 0),
    );
    const round = Math.floor(i / PLACES.length) + 1;
    return make({
      key: branch.key,
      name: `${plan.prefix}${PLACES[i % PLACES.length] ?? ''}第${round}联合党支部`,
      type: '联合支部',
      domain: '非公',
      setting: i % 3 === 0 ? '楼宇' : i % 3 === 1 ? '园区' : '产业链',
      founded: began(branch.from, random),
      dissolved: ended(branch.to, random),
      parent: branch.committee,
      members,
    });
  });
}

function homeOf(plan: ZonePlan, domain: Domain, random: Random): string {
  const words: Partial<Record<Domain, string>> = { 机关: '机关', 学校: '教育', 国企: '国有', 事业: '机关' };
  const word = words[domain];
  const direct =
    word === undefined ? undefined : plan.committees.find((c) => c.kind === '直属' && c.name.includes(word));
  if (direct) return direct.name;
  const towns = plan.committees.filter((c) => c.kind === '镇街');
  if (domain === '村' || domain === '社区' || domain === '学校')
    return towns.length > 0 ? random.pick(towns).name : ROOT;
  return plan.committees.find((c) => c.kind === '直属')?.name ?? ROOT;
}

/** Branches of offices, schools, villages, communities: those that no unit to be covered has. */
export function baseBranches(
  plan: ZonePlan,
  domain: Domain,
  from: number,
  count: number,
  make: Make,
  random: Random,
): Org[] {
  const trade = plan.rootType === '党委' ? '供热' : domain;
  return Array.from({ length: count }, (_, i) => {
    const size = random.int(...plan.baseMembers);
    let now = size;
    return make({
      key: `B:${domain}:${from + i}`,
      name: `${baseName(plan.prefix, trade, from + i)}党支部`,
      type: '支部',
      domain,
      setting: domain === '村' || domain === '社区' ? '居民组' : '单位',
      parent: homeOf(plan, domain, random),
      members: zeros().map(() => (now = Math.max(4, now + random.int(-1, 1) + (random.chance(0.2) ? 1 : 0)))),
    });
  });
}

function extras(plan: ZonePlan, base: readonly Org[], make: Make, random: Random): Org[] {
  const taken = new Set<Org>();
  return plan.extras.map((extra) => {
    const home = homeOf(plan, extra.domain, random);
    const moved = base.filter((o) => o.domain === extra.domain && !o.dissolved && !taken.has(o)).slice(0, extra.takes);
    const key = `X:${extra.name}`;
    for (const org of moved) {
      taken.add(org);
      org.parents.push({ from: extra.quarter, key });
    }
    const size = random.int(9, 24);
    return make({
      key,
      name: extra.name,
      type: extra.type,
      domain: extra.domain,
      setting: extra.setting,
      founded: dayIn(extra.quarter, random),
      parent: home,
      members: zeros().map((_, q) => (extra.takes === 0 && q >= extra.quarter ? size : 0)),
    });
  });
}

const GROUP_PLACES = ['东片', '西片', '南片', '北片'];

/** Groups below branches of villages and communities (and a workshop here and there); they share out the branch's members. */
function groups(parents: readonly Org[], make: Make): Org[] {
  return parents.flatMap((parent, n) => {
    const count = 2 + (n % 2);
    const rural = parent.domain === '村' || parent.domain === '社区';
    const out = Array.from({ length: count }, (_, i) =>
      make({
        key: `${parent.key}:g${i + 1}`,
        name: `${parent.name.replace(/党支部$/, '')}${rural ? (GROUP_PLACES[i] ?? '') : ['车间', '班组', '产业链'][(n + i) % 3]}党小组`,
        type: '党小组',
        domain: parent.domain,
        setting: rural ? '居民组' : ((['车间', '班组', '产业链'] as const)[(n + i) % 3] ?? '车间'),
        founded: parent.founded,
        parent: parent.key,
        members: parent.members.map((m) => Math.floor(m / count) + (i < m % count ? 1 : 0)),
      }),
    );
    parent.members.fill(0);
    return out;
  });
}

function dissolveBase(plan: ZonePlan, base: readonly Org[], random: Random): void {
  const candidates = random.shuffled(base.filter((o) => o.domain === '村' || o.domain === '国企'));
  plan.dissolving.forEach(({ quarter, count }) => {
    for (const org of candidates.splice(0, count)) {
      org.dissolved = dayIn(quarter, random);
      org.members.fill(0, quarter);
    }
  });
}

/** The committee a park's units belong to before the park has one. */
export function committeeAt(plan: ZonePlan, name: string, quarter: number): string {
  const park = plan.committees.find((c) => c.name === name);
  if (!park || park.founded === null || park.founded <= quarter) return name;
  return plan.committees.find((c) => c.name.includes('两新'))?.name ?? ROOT;
}

/** Organisations of a park that got its committee later hang below another one until then. */
function placeBeforeParks(plan: ZonePlan, orgs: readonly Org[]): void {
  for (const org of orgs) {
    const first = org.parents[0];
    const park = plan.committees.find((c) => c.name === first?.key);
    if (!first || !park || park.founded === null) continue;
    org.parents.splice(0, 1, { from: 0, key: committeeAt(plan, park.name, 0) }, { from: park.founded, key: park.name });
  }
}

/** Every organisation of a zone: frame, units' own, joint branches, and the other domains. */
export function buildOrganisations(plan: ZonePlan, coverage: Coverage, random: Random): Org[] {
  const make = organisationMaker(random);
  const own = coverage.lives.flatMap((live) => live.owns.flatMap((o) => ownOrganisation(live, o, make, random)));
  const base = (Object.entries(plan.base) as [Domain, number][]).flatMap(([domain, count]) =>
    baseBranches(plan, domain, 0, count, make, random),
  );
  dissolveBase(plan, base, random);
  const orgs = [...frame(plan, make, random), ...own, ...jointBranches(plan, coverage, make, random), ...base];
  orgs.push(...extras(plan, base, make, random));
  placeBeforeParks(plan, orgs);
  if (plan.groups) {
    const settled = own.filter(
      (o) => o.type === '支部' && o.founded !== null && o.founded < '2016' && o.dissolved === null,
    );
    const workshops = settled.filter((_, i) => i % 4 === 0).slice(0, 12);
    orgs.push(
      ...groups(
        [...base.filter((o) => (o.domain === '村' || o.domain === '社区') && !o.dissolved), ...workshops],
        make,
      ),
    );
  }
  return orgs;
}
