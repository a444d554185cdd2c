import { freeName } from '../../domain';
import { markText } from './mask-text';

/** A path without the personal parts of its names. */
export function maskedPath(path: string): string {
  return path
    .split(/([\\/])/u)
    .map((part) => markText(part).text)
    .join('');
}

/** The names of a file's sheets as they are shown: without what is personal, and still different from each other. */
export class ShownNames {
  private readonly shown = new Map<string, string>();
  private last: readonly [string, string] | null = null;

  /** The shown name of a sheet; the same however often it is asked for. */
  of(name: string): string {
    if (this.last?.[0] === name) return this.last[1];
    const shown = this.shown.get(name) ?? this.beside(maskedPath(name));
    this.shown.set(name, shown);
    this.last = [name, shown];
    return shown;
  }

  private beside(name: string): string {
    const taken = new Set(this.shown.values());
    return freeName(name, '', (shown) => taken.has(shown));
  }
}
