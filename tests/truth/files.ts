import { type UnitRow, type World, MEETINGS } from './rows';

/** A file as it lies on a desk. */
export interface OfficeFile {
  readonly name: string;
  readonly text: string;
}

const yesNo = (yes: boolean): string => (yes ? '是' : '否');

function csv(name: string, header: readonly string[], rows: readonly (readonly (string | number)[])[]): OfficeFile[] {
  if (rows.length === 0) return [];
  return [{ name, text: [header, ...rows].map((row) => row.join(',')).join('\r\n') + '\r\n' }];
}

const COVERAGE = '统计日期,开发区,镇街党工委,企业名称,统一社会信用代码,单位性质,经营状态,组建方式,党建指导员,未建原因';

function coverageFile(name: string, zone: string, units: readonly UnitRow[]): OfficeFile[] {
  return csv(
    name,
    COVERAGE.split(','),
    units.map((unit) => [
      unit.day,
      zone,
      unit.committee,
      unit.name,
      unit.id,
      unit.kind,
      unit.operating ? '运营' : '停业',
      unit.mode,
      yesNo(unit.instructor),
      unit.mode === '未建-应建' ? '正在筹建' : '',
    ]),
  );
}

const COUNTS = '统计日期,开发区,党工委,单位性质,单位总数,应建数,已建数,应建已建数,工作覆盖数,指导员数';

/** A zone's units as numbers: a line for each committee, kind and day. */
function countsFile(zone: string, units: readonly UnitRow[]): OfficeFile[] {
  const lines = new Map<string, UnitRow[]>();
  for (const unit of units) {
    const key = [unit.day, zone, unit.committee, unit.kind].join();
    lines.set(key, [...(lines.get(key) ?? []), unit]);
  }
  return csv(
    `${zone}党建覆盖汇总表.csv`,
    COUNTS.split(','),
    [...lines].map(([key, own]) => {
      const count = (is: (unit: UnitRow) => boolean): number => own.filter((unit) => unit.operating && is(unit)).length;
      const built = count(({ mode }) => !mode.startsWith('未建'));
      return [
        ...key.split(','),
        count(() => true),
        built + count(({ mode }) => mode === '未建-应建'),
        ...[built, built],
        count(({ mode, instructor }) => !mode.startsWith('未建') || instructor),
        count(({ instructor }) => instructor),
      ];
    }),
  );
}

/** A zone's units as first filed, and the file that put some of them right. */
function coverageFiles(world: World): OfficeFile[] {
  const keyOf = (unit: UnitRow): string => `${unit.id} ${unit.day}`;
  const first = new Map(world.superseded.map((unit) => [keyOf(unit), unit]));
  return world.zones.flatMap(({ id, name }) => {
    const own = world.units.filter(({ zone }) => zone === id);
    if (world.inCounts.has(id)) return countsFile(name, own);
    const title = `${name}两新组织党组织覆盖情况`;
    return [
      ...coverageFile(
        `${title}.csv`,
        name,
        own.map((unit) => first.get(keyOf(unit)) ?? unit),
      ),
      ...coverageFile(
        `${title}（更正）.csv`,
        name,
        own.filter((unit) => first.has(keyOf(unit))),
      ),
    ];
  });
}

function registerFiles(world: World): OfficeFile[] {
  const header =
    '党组织代码,党组织名称,统计日期,开发区,上级党组织代码,党组织类别,党员总数,正式党员,届满时间,实际换届时间'.split(
      ',',
    );
  return world.zones.flatMap(({ id, name }) =>
    csv(
      `${name}党组织名册.csv`,
      header,
      world.orgs
        .filter(({ zone }) => zone === id)
        .map((org) => [
          org.id,
          org.name,
          org.day,
          name,
          org.parent,
          org.type,
          ...(org.type === '支部' ? [org.members, org.full] : ['', '']),
          org.termDue,
          org.termDone,
        ]),
    ),
  );
}

function meetingFiles(world: World): OfficeFile[] {
  const header = '党组织代码,开发区,会议类型,月份,召开次数'.split(',');
  return world.zones.flatMap(({ id, name }) =>
    csv(
      `${name}三会一课统计.csv`,
      header,
      MEETINGS.flatMap((kind) =>
        world.meetings
          .filter(({ zone, meeting }) => zone === id && meeting === kind)
          .map((row) => [row.org, name, kind, row.month, row.times]),
      ),
    ),
  );
}

function itemFiles(world: World): OfficeFile[] {
  const header = '问题编号,开发区,责任单位,问题来源,整改类型,发现时间,整改时限,完成时间,整改状态'.split(',');
  return world.zones.flatMap(({ id, name }) =>
    csv(
      `${name}整改台账.csv`,
      header,
      world.items
        .filter(({ zone }) => zone === id)
        .map((item) => [
          item.id,
          name,
          item.org,
          '检查',
          '限期',
          item.found,
          item.due,
          item.closed,
          item.closed === '' ? '整改中' : '已完成',
        ]),
    ),
  );
}

function ratingFiles(world: World): OfficeFile[] {
  const header = '党组织代码,党组织名称,开发区,评定年度,评定办法,最高星级,评定星级,参评情况,评定层级'.split(',');
  return world.zones.flatMap(({ id, name }) =>
    csv(
      `${name}星级评定.csv`,
      header,
      world.ratings
        .filter(({ zone }) => zone === id)
        .map((row) => [
          row.org,
          row.name,
          name,
          row.year,
          'five-level-90',
          5,
          row.level ?? '',
          row.level === null ? '未参评' : '评定',
          '园区',
        ]),
    ),
  );
}

/** Every file the offices of a world hand in; what nobody reports is no file. */
export function filesOf(world: World): OfficeFile[] {
  return [
    ...csv(
      '开发区名录.csv',
      ['开发区代码', '开发区名称', '开发区类型'],
      world.zones.map(({ id, name }) => [id, name, name.slice(2)]),
    ),
    ...coverageFiles(world),
    ...registerFiles(world),
    ...meetingFiles(world),
    ...itemFiles(world),
    ...ratingFiles(world),
  ];
}
