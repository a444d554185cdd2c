/**
 * A short sum of texts and numbers, hexadecimal: others have another one but by rare chance. It notices damage; it proves nothing (FNV-1a, 32
 * bits, of the characters and of whole words).
 */
export function textSum(texts: Iterable<string>, numbers: Iterable<Int32Array> = []): string {
  let sum = 0x811c9dc5;
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    sum = Math.imul(sum ^ 0x1f, 0x01000193);
  }
  for (const words of numbers)
    for (let at = 0; at < words.length; at += 1) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}
