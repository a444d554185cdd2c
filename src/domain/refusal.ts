/** A file that cannot be read. `code` is the translation key `refusal.<code>`; row and column are 1-based where known. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly file: string,
    readonly place: { readonly row?: number; readonly column?: number; readonly byte?: number } = {},
    readonly value: string | null = null,
  ) {
    super(`${code}: ${file}`);
    this.name = 'Refusal';
  }
}
