import type { KeptFile, ProjectStore } from '../keep';
import { exampleFiles } from './example-files';
import { bytesSource } from '../ingest';
import { knowSum, sumOf } from './given-files';

/** Where the bytes of a project's files are: seen in this visit, kept in this browser, or beside the page for the example. */
export class ProjectBytes {
  readonly #seen = new Map<string, File>();
  #example: Promise<ReadonlyMap<string, File>> | null = null;

  constructor(private readonly store: () => ProjectStore | null) {}

  /** Remembers bytes that were seen, by their sums. */
  see(bytes: ReadonlyMap<string, File>): void {
    for (const [sum, file] of bytes) if (!this.#seen.has(sum)) this.#seen.set(sum, file);
  }

  /** Forgets what was seen. */
  forget(): void {
    this.#seen.clear();
  }

  /** The bytes of a file; null when they are nowhere. What is kept is preferred: the file on disk may have been moved since. */
  async of(file: KeptFile, example: boolean): Promise<File | null> {
    const kept = example
      ? null
      : await this.store()
          ?.file(file)
          .catch(() => null);
    const found =
      kept ?? this.#seen.get(file.sum) ?? (example ? (await this.#exampleBytes()).get(file.sum) : undefined) ?? null;
    if (found) knowSum(found, file.sum);
    return found;
  }

  async #exampleBytes(): Promise<ReadonlyMap<string, File>> {
    this.#example ??= exampleBySum();
    try {
      return await this.#example;
    } catch {
      // The site may be there again.
      this.#example = null;
      return new Map();
    }
  }
}

async function exampleBySum(): Promise<ReadonlyMap<string, File>> {
  const { files } = await exampleFiles();
  const found = new Map<string, File>();
  for (const { file, path } of files) {
    const data = new Uint8Array(await file.arrayBuffer());
    found.set(await sumOf({ path, data: file, source: bytesSource(path, data) }), file);
  }
  return found;
}
