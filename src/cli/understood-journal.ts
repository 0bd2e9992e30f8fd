// What do the entries of a journal say, beside its rows? Whose books and of which days, the kinds they told, and what was brought forward: rows of facts for
// `ar check`.
import { isoDay } from '../core/day.ts';
import { counted } from '../core/plural.ts';
import { KINDS } from '../ledger/kind.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ReadResult } from '../read/read-ledger.ts';
import type { Understanding } from '../read/understanding.ts';
import { span, type Understood } from '../report/views/check.ts';

export function journalUnderstood({ file, journal }: Understanding, { ledger, chained }: ReadResult): Understood[] {
  if (journal === undefined) return [];
  const row = (fact: string, reading: string, evidence: string): Understood => ({ file, fact, reading, evidence });
  const { entity, closing, firstDay, lastDay, openings } = journal;
  const said =
    closing === undefined ? 'the name of the file' : `the name of the file, by which the year closes on ${isoDay(closing)}`;
  const before = chained.find(({ year }) => year.file === file);
  return [
    ...(entity === '' ? [] : [row('firm', entity, said)]),
    row('entries', span(firstDay, lastDay), 'first and last day of all entries, those of other accounts with them'),
    row('kinds', kindsIn(ledger, journal.first, journal.end), 'by what else the entry of each posting holds'),
    ...(openings.length === 0 ? [] : [row('brought forward', counted(openings.length, 'posting'), openingEvidence(before))]),
  ];
}

function openingEvidence(before: ReadResult['chained'][number] | undefined): string {
  if (before === undefined) return 'the year before is not here: they are items of their own';
  if (before.how !== 'chained') return `not compared with ${before.before.file}`;
  const { differs, before: earlier } = before;
  const how = differs.length === 0 ? 'every account agrees' : `${counted(differs.length, 'account differs', 'accounts differ')}`;
  return `what ${earlier.file} closes at, and no postings: ${how}`;
}

/** How many postings of each kind, those with most first. */
function kindsIn({ kind }: Ledger, first: number, end: number): string {
  const counts = KINDS.map(({ key }) => ({ key, count: 0 }));
  for (let row = first; row < end; row++) (counts[kind[row] as number] as { count: number }).count++;
  const some = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return some.length === 0 ? 'no posting' : some.map(({ key, count }) => `${count} ${key}`).join(', ');
}
