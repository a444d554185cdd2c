import { type Page, isPage } from './pages';

/** What the reader chose, by name; each a list of values. */
export type Params = Readonly<Record<string, readonly string[]>>;

/** A place in the workbench. */
export interface Place {
  readonly page: Page;
  readonly params: Params;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads `#/coverage?zones=a,b&period=2018Q4`. An unknown page is the overview; an odd parameter is kept as text. */
export function parseHash(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const params: Record<string, readonly string[]> = {};
  for (const part of query.split('&')) {
    const [name = '', value] = part.split('=');
    if (name !== '' && value !== undefined) params[decode(name)] = value.split(',').map(decode);
  }
  return { page: isPage(path) ? path : 'overview', params };
}

/** Writes a place as a hash; parameters in the order of their names, so that equal places have equal hashes. */
export function formatHash({ page, params }: Place): string {
  const query = Object.keys(params)
    .sort()
    .map((name) => `${encodeURIComponent(name)}=${(params[name] ?? []).map(encodeURIComponent).join(',')}`)
    .join('&');
  return query === '' ? `#/${page}` : `#/${page}?${query}`;
}
