// How many columns of a terminal does a text take?
import stringWidth from 'string-width';

/** Letters, digits and marks of which each takes one: most texts are of nothing else, and are not looked at twice. */
const PLAIN = /^[\x20-\x7e\xa0-\xa8\xaa-\xac\xaf-\u02ff\u2010-\u2027\u202f-\u203b\u2212]*$/;

export function widthOfText(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}
