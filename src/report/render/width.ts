// How many columns of a terminal does a text take? Wide characters of East Asia and pictures take two, marks and joiners none (UAX 11, UTS 51).
import { eastAsianWidth } from 'get-east-asian-width';

/** Letters, digits, marks and lines of which each takes one: most texts are of nothing else, and are not looked at twice. */
const PLAIN = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f-\u203b\u20ac\u2212\u2500-\u257f\u2713]*$/;

/** What takes no column: what is not shown, and marks that stand on the character before. */
const NOTHING = /^[\p{Cc}\p{Cs}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u200b-\u200f\ufeff]/u;

/** A picture by itself, or a character that a variation selector makes one. */
const PICTURE = /^\p{Emoji_Presentation}|\ufe0f/u;

let segmenter: Intl.Segmenter | undefined;

export function widthOfText(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of charactersOf(text)) width += widthOfCharacter(character);
  return width;
}

/** What a reader takes for one character. Those of a plain text are its letters; the engine takes as long to make ready for any other as a small run takes. */
export function charactersOf(text: string): Iterable<string> {
  if (PLAIN.test(text)) return text;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function widthOfCharacter(character: string): number {
  if (NOTHING.test(character)) return 0;
  return PICTURE.test(character) ? 2 : eastAsianWidth(character.codePointAt(0) as number);
}
