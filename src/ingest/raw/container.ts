/** What kind of file the first bytes announce, whatever its name says. */
export type Container = 'zip' | 'cfb' | 'html' | 'mhtml' | 'xml-spreadsheet' | 'text';

/** Tells spreadsheets and archives from text by content. */
export function containerOf(head: Uint8Array): Container {
  const [a, b, c, d] = head;
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return 'zip';
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return 'cfb';
  const text = new TextDecoder(a === 0xff && b === 0xfe ? 'utf-16le' : 'utf-8').decode(head).trimStart().toLowerCase();
  if (text.startsWith('<?xml')) {
    if (text.includes('<workbook') || text.includes('excel.sheet')) return 'xml-spreadsheet';
    return text.includes('<html') || text.includes('<table') ? 'html' : 'text';
  }
  if (
    /^mime-version:|^(?:from|subject|date|content-type|message-id|x-[\w-]+):[^\n]*\n(?:[^\n]*\n){0,12}?(?:mime-version|content-type):/.test(
      text,
    )
  )
    return 'mhtml';
  return /^<(?:!doctype html|html|table|head|meta|style|body|div)/.test(text) ? 'html' : 'text';
}

/** Whether an OLE file is an encrypted workbook: its streams are then named so. */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  const name = 'EncryptedPackage';
  const step = 64;
  for (let at = 0; at + name.length * 2 < bytes.length; at += step) {
    let i = 0;
    while (i < name.length && bytes[at + i * 2] === name.charCodeAt(i) && bytes[at + i * 2 + 1] === 0) i += 1;
    if (i === name.length) return true;
  }
  return false;
}
