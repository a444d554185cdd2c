/** The words of a list written as text, separated by `|` or line ends: long synonym lists stay readable as data. */
export function words(list: string): string[] {
  return list
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
