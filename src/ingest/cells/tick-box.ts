const ON = '☑✅☒■√✓✔';
const OFF = '□☐○◯';
/** Options each with its box before it: ☑是 □否. */
const BEFORE = new RegExp(`([${ON}${OFF}])\\s*([^${ON}${OFF}\\s,，;；/、]{1,12})`, 'gu');
/** Each with its box after it: 是☑ 否□. */
const AFTER = new RegExp(`([^${ON}${OFF}\\s,，;；/、]{1,12})\\s*([${ON}${OFF}])`, 'gu');
const BOX = new RegExp(`[${ON}${OFF}]`, 'u');

/** The one option that is ticked in a cell made of boxes (☑是 □否 is 是); null for a cell of another form, for none and for several. */
export function tickedOption(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > 80 || !BOX.test(trimmed)) return null;
  const found = BOX.test(trimmed[0] ?? '')
    ? [...trimmed.matchAll(BEFORE)].map(([, box = '', option = '']) => ({ box, option }))
    : [...trimmed.matchAll(AFTER)].map(([, option = '', box = '']) => ({ box, option }));
  const ticked = found.filter(({ box }) => ON.includes(box));
  return found.length > 1 && ticked.length === 1 ? (ticked[0]?.option ?? null) : null;
}
