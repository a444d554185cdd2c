const WIDE = /[\uff01-\uff5e\u3000\u00a0]/gu;

/** The text in half width, character for character: a place in it is the same place in the text. */
export function halfWidth(text: string): string {
  return text.replace(WIDE, (char) => {
    const code = char.charCodeAt(0);
    return code === 0x3000 || code === 0xa0 ? ' ' : String.fromCharCode(code - 0xfee0);
  });
}
