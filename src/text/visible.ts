// What may reach a terminal from a ledger? Text only: an escape sequence or a reversal of direction in a customer's name
// could hide or forge a line of the report.

/** C0 and C1 controls, line and paragraph separators, and the characters that reorder or hide text. */
const UNSAFE = /[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** The text with each unsafe character replaced by U+FFFD; TAB and line breaks become a space. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (c) => (c === '\t' || c === '\n' || c === '\r' ? ' ' : '\ufffd'));
}

/** A text of JSON with each unsafe character as an escape: nothing happens on a terminal, and whoever reads it gets the text as it was. */
export function escaped(json: string): string {
  const unit = (code: string): string => `\\u${code.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return json.replace(UNSAFE, (c) => c.split('').map(unit).join(''));
}
