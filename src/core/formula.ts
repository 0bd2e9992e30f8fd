// Which texts does a spreadsheet run when it opens a CSV? Those that begin like a formula. Writers put an apostrophe before them,
// and readers take it off again, so that both must agree on the characters.

/** `= + - @`, their full-width forms (folded by some spreadsheets on entry), TAB and line breaks. */
const FIRST = '=+\\-@\\t\\r\\n＝＋－＠';
const FULL_WIDTH = 0xff00;
export const RUNS_AS_FORMULA = new RegExp(`^[${FIRST}]`);
const DISARMED = new RegExp(`^'[${FIRST}]`);

/** The text as a spreadsheet may safely open it. */
export function disarmed(text: string): string {
  // Most texts begin with a letter or a digit: `A`, `0` and `É` lie outside of all that a formula can begin with.
  const first = text.charCodeAt(0);
  if ((first >= 0x41 && first < FULL_WIDTH) || (first >= 0x30 && first <= 0x39)) return text;
  return RUNS_AS_FORMULA.test(text) ? `'${text}` : text;
}

/** The text as it was before it was disarmed. */
export function rearmed(text: string): string {
  return text.startsWith("'") && DISARMED.test(text) ? text.slice(1) : text;
}
