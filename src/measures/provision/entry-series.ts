// How are the entries of a closing numbered, so that no two runs of a day give one number twice? By the day, and by what they book: the same closing has the same numbers, another one has others.
import { type Day, isoDay } from '../../core/day.ts';
import type { JournalEntry } from '../journal.ts';

const SIGNS = '0123456789ABCDEFGHJKLMNPQRSTVWXYZ';
const LONG = 4;

/** As `20261231-7KQ2-`. What is said in words has no say: the same closing in two languages is one. */
export function closingSeries(day: Day, entries: readonly JournalEntry[]): string {
  const texts = entries.map(({ journal, day: on, currency, document, lines }) =>
    [journal, on, currency, document, ...lines.flatMap((line) => [line.account, line.auxiliary ?? '', line.amount])].join('\t'),
  );
  return `${isoDay(day).replaceAll('-', '')}-${signsOf(texts.join('\n'))}-`;
}

/** FNV-1a of the text's units, as signs that nobody takes for others. */
function signsOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0;
  let signs = '';
  for (let i = 0; i < LONG; i++) {
    signs = `${SIGNS[sum % SIGNS.length]}${signs}`;
    sum = Math.floor(sum / SIGNS.length);
  }
  return signs;
}
