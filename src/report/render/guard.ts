// Can a text from a ledger become a formula? A spreadsheet runs a cell that starts with = + - @ TAB or CR; an apostrophe
// before it makes it a text. Amounts and days are written by us and are never touched.

export function harmless(text: string): string {
  // Full-width forms of the same characters are folded by some spreadsheets on entry.
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
