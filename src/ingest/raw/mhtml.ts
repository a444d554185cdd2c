/** A part of a web archive that holds a table. */
export interface HtmlPart {
  /** The last piece of where it lay: sheet001.htm. */
  readonly name: string;
  readonly html: string;
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** The tables in a web archive (MHTML), which spreadsheets write and name .xls; frames and styles are left out. */
export function htmlParts(bytes: Uint8Array): HtmlPart[] {
  return partsOf(latin1(bytes)).flatMap(({ headers, body }) => {
    const type = headers.get('content-type') ?? '';
    if (!/^text\/html/i.test(type)) return [];
    const html = decoded(body, headers.get('content-transfer-encoding') ?? '', charsetOf(type, body));
    const name = decodeURIComponentOr(/[^/\\]+$/.exec(headers.get('content-location') ?? '')?.[0] ?? '');
    return /<table[\s>]/i.test(html) ? [{ name, html }] : [];
  });
}

interface MimePart {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function partsOf(text: string): MimePart[] {
  const whole = partOf(text);
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(whole.headers.get('content-type') ?? '');
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return [whole];
  return whole.body
    .split(`--${mark}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .flatMap((part) => {
      const inner = partOf(part.replace(/^[ \t]*\r?\n/, ''));
      return /^multipart\//i.test(inner.headers.get('content-type') ?? '') ? partsOf(part.trimStart()) : [inner];
    });
}

function partOf(text: string): MimePart {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' };
}

function charsetOf(type: string, body: string): string {
  const named = /charset\s*=\s*["']?\s*([\w-]+)/i;
  const label = (named.exec(type) ?? named.exec(body.slice(0, 4096)))?.[1]?.toLowerCase() ?? '';
  return label === 'gb2312' || label === 'gbk' ? 'gb18030' : label;
}

function decoded(body: string, encoding: string, charset: string): string {
  const bytes = /^base64$/i.test(encoding)
    ? fromBase64(body)
    : /^quoted-printable$/i.test(encoding)
      ? fromQuotedPrintable(body)
      : Uint8Array.from(body, (char) => char.charCodeAt(0));
  for (const label of [charset, 'utf-8', 'gb18030'])
    try {
      if (label !== '') return new TextDecoder(label, { fatal: label === 'utf-8' }).decode(bytes);
    } catch {
      continue;
    }
  return latin1(bytes);
}

function fromBase64(body: string): Uint8Array {
  const plain = body.replace(/[^A-Za-z0-9+/]/g, '');
  return Uint8Array.from(atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0))), (char) =>
    char.charCodeAt(0),
  );
}

function fromQuotedPrintable(body: string): Uint8Array {
  const text = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
