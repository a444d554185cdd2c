import type { ByteSource } from './reading';

/** What the bytes of a whole file say about its encoding, whatever the chunks they came in. */
export interface ByteSurvey {
  bytes: number;
  nulEven: number;
  nulOdd: number;
  /** Control characters that no text has. */
  controls: number;
  /** Complete UTF-8 sequences of two bytes or more. */
  utf8Multi: number;
  utf8Errors: number;
  /** Whether the bytes end inside a UTF-8 sequence. */
  utf8Cut: boolean;
  /** GB18030 pairs (or four-byte forms) and bytes that fit none. */
  gbPairs: number;
  gbErrors: number;
  gbCut: boolean;
  /** Runs of bytes over 0x7F: of length one, and all. */
  lonelyHigh: number;
  highRuns: number;
  /** Lines with bytes over 0x7F that are valid UTF-8 with three-byte characters, and that are not UTF-8 at all. */
  utf8Lines: number;
  otherLines: number;
}

const LF = 0x0a;

/** Surveys bytes in one pass; feed `push` chunk by chunk, then `end`. */
class ByteSurveyor {
  readonly survey: ByteSurvey = {
    bytes: 0,
    nulEven: 0,
    nulOdd: 0,
    controls: 0,
    utf8Multi: 0,
    utf8Errors: 0,
    utf8Cut: false,
    gbPairs: 0,
    gbErrors: 0,
    gbCut: false,
    lonelyHigh: 0,
    highRuns: 0,
    utf8Lines: 0,
    otherLines: 0,
  };
  // UTF-8: continuation bytes still owed, and the range the next one must be in (Unicode table 3-7).
  private owed = 0;
  private low = 0x80;
  private high = 0xbf;
  private sequence = 0;
  // GB18030: 0 none, 1 after a lead byte, 2 after lead + digit, 3 after lead + digit + lead.
  private gbState = 0;
  private run = 0;
  private lineTriples = 0;
  private lineErrors = 0;

  push(chunk: Uint8Array): void {
    const base = this.survey.bytes;
    const length = chunk.length;
    let i = 0;
    while (i < length) {
      const byte = chunk[i] ?? 0;
      if (byte < 0x80 && byte >= 0x20 && this.run === 0 && this.owed === 0 && this.gbState === 0) {
        i += 1;
        continue;
      }
      if (byte >= 0x81 && this.owed === 0 && this.gbState === 0) {
        const next = this.pairs(chunk, i);
        if (next > i) {
          i = next;
          continue;
        }
      }
      this.step(byte, base + i);
      i += 1;
    }
    this.survey.bytes += length;
  }

  /**
   * Where a stretch of two-byte GB characters ends, which most files that are not UTF-8 are made of. Counts what its bytes count one by
   * one: as UTF-8 every byte is a fault, but for a lead of two bytes with what may follow it.
   */
  private pairs(chunk: Uint8Array, from: number): number {
    let i = from;
    let whole = 0;
    while (i + 2 < chunk.length) {
      const lead = chunk[i] ?? 0;
      const trail = chunk[i + 1] ?? 0;
      if (lead < 0xa1 || lead > 0xf4 || trail < 0xa1 || trail === 0xff) break;
      const after = chunk[i + 2] ?? 0;
      if (lead >= 0xc2 && trail <= 0xbf) {
        // A lead of three or four bytes goes on behind the pair.
        if (lead > 0xdf) break;
        whole += 1;
      } else if (trail >= 0xc2 && trail <= 0xf4 && after >= 0x80 && after <= 0xbf) break;
      i += 2;
    }
    const pairs = (i - from) / 2;
    const faults = 2 * (pairs - whole);
    this.survey.gbPairs += pairs;
    this.survey.utf8Multi += whole;
    this.survey.utf8Errors += faults;
    this.lineErrors += faults;
    this.run += 2 * pairs;
    return i;
  }

  end(): ByteSurvey {
    this.survey.utf8Cut = this.owed > 0;
    this.survey.gbCut = this.gbState > 0;
    this.endRun();
    this.endLine();
    return this.survey;
  }

  private step(byte: number, offset: number): void {
    if (byte < 0x20) this.control(byte, offset);
    if (byte >= 0x80) this.run += 1;
    else if (this.run > 0) this.endRun();
    this.utf8(byte);
    this.gb(byte);
    if (byte === LF) this.endLine();
  }

  private control(byte: number, offset: number): void {
    if (byte === 0) {
      if (offset % 2 === 0) this.survey.nulEven += 1;
      else this.survey.nulOdd += 1;
    } else if (byte < 9 || (byte > 13 && byte !== 0x1a && byte !== 0x1b)) this.survey.controls += 1;
  }

  private endRun(): void {
    if (this.run === 0) return;
    this.survey.highRuns += 1;
    if (this.run === 1) this.survey.lonelyHigh += 1;
    this.run = 0;
  }

  private endLine(): void {
    if (this.lineErrors > 0) this.survey.otherLines += 1;
    else if (this.lineTriples > 1) this.survey.utf8Lines += 1;
    this.lineErrors = 0;
    this.lineTriples = 0;
  }

  private utf8(byte: number): void {
    if (this.owed > 0) {
      if (byte >= this.low && byte <= this.high) {
        this.low = 0x80;
        this.high = 0xbf;
        this.owed -= 1;
        if (this.owed === 0) {
          this.survey.utf8Multi += 1;
          if (this.sequence === 3) this.lineTriples += 1;
        }
        return;
      }
      this.owed = 0;
      this.fault();
    }
    this.lead(byte);
  }

  private lead(byte: number): void {
    if (byte < 0x80) return;
    this.low = 0x80;
    this.high = 0xbf;
    if (byte >= 0xc2 && byte <= 0xdf) this.owed = 1;
    else if (byte >= 0xe0 && byte <= 0xef) {
      this.owed = 2;
      if (byte === 0xe0) this.low = 0xa0;
      if (byte === 0xed) this.high = 0x9f;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      this.owed = 3;
      if (byte === 0xf0) this.low = 0x90;
      if (byte === 0xf4) this.high = 0x8f;
    } else this.fault();
    this.sequence = this.owed + 1;
  }

  private fault(): void {
    this.survey.utf8Errors += 1;
    this.lineErrors += 1;
  }

  private gb(byte: number): void {
    switch (this.gbState) {
      case 0:
        if (byte >= 0x81 && byte <= 0xfe) this.gbState = 1;
        else if (byte === 0xff) this.survey.gbErrors += 1;
        return;
      case 1:
        if (byte >= 0x30 && byte <= 0x39) this.gbState = 2;
        else this.gbEnd(byte >= 0x40 && byte !== 0x7f && byte !== 0xff);
        return;
      case 2:
        if (byte >= 0x81 && byte <= 0xfe) this.gbState = 3;
        else this.gbEnd(false);
        return;
      default:
        this.gbEnd(byte >= 0x30 && byte <= 0x39);
    }
  }

  private gbEnd(good: boolean): void {
    this.gbState = 0;
    if (good) this.survey.gbPairs += 1;
    else this.survey.gbErrors += 1;
  }
}

/** Surveys a whole source; `onChunk` may throw to stop. */
export async function surveyBytes(source: ByteSource, chunkBytes: number, onChunk: () => void): Promise<ByteSurvey> {
  const quick = await surveyUtf8(source, chunkBytes, onChunk);
  if (quick) return quick;
  const surveyor = new ByteSurveyor();
  for (let from = 0; from < source.size; from += chunkBytes) {
    onChunk();
    surveyor.push(await source.read(from, Math.min(source.size, from + chunkBytes)));
  }
  return surveyor.end();
}

/** Most files are valid UTF-8 without zeros, and the platform's decoder finds that out ten times faster. */
async function surveyUtf8(source: ByteSource, chunkBytes: number, onChunk: () => void): Promise<ByteSurvey | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const surveyor = new ByteSurveyor();
  for (let from = 0; from < source.size; from += chunkBytes) {
    onChunk();
    const chunk = await source.read(from, Math.min(source.size, from + chunkBytes));
    if (chunk.includes(0)) return null;
    // Enough to meet the control characters of a binary file.
    if (from < HEAD_BYTES) surveyor.push(chunk.subarray(0, HEAD_BYTES - from));
    try {
      decoder.decode(chunk, { stream: from + chunkBytes < source.size });
    } catch {
      return null;
    }
  }
  const { survey } = surveyor;
  return { ...survey, utf8Errors: 0, utf8Cut: false };
}

const HEAD_BYTES = 1 << 16;
