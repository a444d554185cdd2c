import { writeFileSync } from 'node:fs';
import {
  type Paper,
  type PaperAsk,
  type Receiver,
  circular,
  committeesIn,
  periodsAnswered,
  reminder,
  remindsOf,
} from '../brief';
import { type Cube, zoneName } from '../cube';
import { type Locale, type Period, grainOf, isPeriod } from '../domain';
import { docxOf, paperHtml, papersZip } from '../share';
import { latestPeriod, leadMetric, zonesByDefault, zonesOf } from '../state/choices';
import { namesIn } from '../state/names';
import { type Arguments, UsageError, languageOf, required } from './usage';

/** What a command line wants written. */
interface Wanted {
  readonly out: string;
  readonly period: Period | null;
  readonly zone: string | null;
  readonly committee: string | null;
  /** All reminders of one kind in one archive. */
  readonly each: 'zone' | 'committee' | null;
  readonly locale: Locale;
}

/** What a command line wants written. Throws UsageError where it makes no sense, before a file is read. */
export function briefWanted(parsed: Arguments): Wanted {
  const { options } = parsed;
  const out = required(parsed, '-o');
  const period = options.get('--period') ?? null;
  if (period !== null && (!isPeriod(period) || grainOf(period) === 'day'))
    throw new UsageError(
      `--period is a year (2018), half-year (2018H2), quarter (2018Q4) or month (2018-12), not ${period}`,
    );
  const [eachZone, eachCommittee] = [options.has('--each-zone'), options.has('--each-committee')];
  if (eachZone && eachCommittee) throw new UsageError('--each-zone or --each-committee, not both');
  const each = eachZone ? 'zone' : eachCommittee ? 'committee' : null;
  const zone = options.get('--zone') ?? null;
  const committee = options.get('--committee') ?? null;
  if (each !== null && zone !== null && eachZone) throw new UsageError('--zone or --each-zone, not both');
  if (committee !== null && (zone === null || each !== null)) throw new UsageError('--committee needs --zone, alone');
  const ending = each === null ? /\.(?:docx|html?)$/iu : /\.zip$/iu;
  if (!ending.test(out)) throw new UsageError(`-o must end in ${each === null ? '.docx or .html' : '.zip'}: ${out}`);
  return { out, period, zone, committee, each, locale: languageOf(parsed) };
}

/** A zone by its id or its name. */
function zoneMeant(cube: Cube, text: string): string {
  const found = zonesOf(cube).find((id) => id === text || zoneName(cube, id) === text);
  if (found !== undefined) return found;
  const known = zonesOf(cube).map((id) => `${zoneName(cube, id)} (${id})`);
  throw new UsageError(`no zone ${text} in these files; there are ${known.join(', ')}`);
}

/** The period asked for, or the latest. Throws UsageError for one that nothing is known of. */
function periodMeant(cube: Cube, asked: Period | null): Period {
  const lead = leadMetric(cube, 'overview', undefined);
  const latest = latestPeriod(cube, lead);
  if (latest === null) throw new UsageError('these files give no figures, so there is nothing to write about');
  if (asked === null) return latest;
  const known = periodsAnswered(cube, lead, grainOf(asked));
  if (!known.includes(asked))
    throw new UsageError(`no figures for ${asked}; there are ${known[0] ?? latest} to ${known.at(-1) ?? latest}`);
  return asked;
}

/** Writes the brief or the reminders of a cube that may leave the house. Throws UsageError for what is not in it. */
export async function writeBrief(cube: Cube, wanted: Wanted): Promise<void> {
  const { out, zone: named, committee, each, locale } = wanted;
  const zones = zonesByDefault(cube);
  const period = periodMeant(cube, wanted.period);
  const ask: PaperAsk = { zones, peers: zones, period, comparison: 'previous', by: 'zone' };
  const nameOf = namesIn(cube, locale);
  const zone = named === null ? null : zoneMeant(cube, named);
  const remind = (receiver: Receiver): Paper => reminder(cube, ask, receiver, nameOf, locale);
  if (each !== null) {
    const among = zone === null ? zones : [zone];
    const receivers: Receiver[] = each === 'zone' ? among.map((id) => ({ zone: id })) : committeesIn(cube, among);
    const papers = receivers.map(remind);
    const due = papers.filter(remindsOf);
    const none = papers.length - due.length;
    if (none > 0) console.error(`没有需要提醒的 ${none} 个，未写提醒单 / ${none} have nothing to be reminded of`);
    if (due.length > 0) writeFileSync(out, await papersZip(due));
    return;
  }
  if (committee !== null && !committeesIn(cube, zone === null ? [] : [zone]).some((one) => one.committee === committee))
    throw new UsageError(`no committee ${committee} with figures of its own in this zone at this level`);
  const paper =
    zone === null ? circular(cube, ask, nameOf, locale) : remind({ zone, ...(committee !== null && { committee }) });
  writeFileSync(out, /\.docx$/iu.test(out) ? await docxOf(paper) : paperHtml(paper));
}
