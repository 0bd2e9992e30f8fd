// What stood between the rows of a file, and was it what it seemed? Names above rows, totals, page carries and balances that run: rows of facts for
// `ar check`, so that nothing is passed over unseen.
import { counted } from '../core/plural.ts';
import type { Passed } from '../read/between-rows.ts';
import type { Understanding } from '../read/understanding.ts';
import type { Understood } from '../report/views/check.ts';

const SORTS: { readonly [sort in Passed['sort']]: string } = {
  total: 'totals',
  bare: 'totals without a label',
  carried: 'page carries',
  headings: 'headings again',
  title: 'titles again',
  bucket: 'names of buckets',
  name: 'customers above rows',
  rule: 'drawn lines',
  repeat: 'further lines of documents',
  unissued: 'rows not owed by their status',
  text: 'text below the rows',
};

export function betweenUnderstood(u: Understanding): Understood[] {
  const row = (fact: string, reading: string, evidence: string): Understood => ({ file: u.file, fact, reading, evidence });
  return [
    ...u.passed.map(({ sort, count, line }) =>
      row(
        SORTS[sort],
        counted(count, 'line'),
        `first on line ${line}${sort === 'total' || sort === 'bare' ? totalsEvidence(u) : ''}`,
      ),
    ),
    ...(u.noKinds === undefined
      ? []
      : [
          row(
            'not read',
            u.noKinds.heading,
            `${u.noKinds.known} of its first ${counted(u.noKinds.of, 'cell')} are words for kinds, first ${u.noKinds.value} on line ${u.noKinds.line} is none; --map kind=${u.noKinds.heading} makes it so`,
          ),
        ]),
    ...(u.running === undefined
      ? []
      : [
          row(
            'not read',
            u.running.heading,
            `a balance that runs: in ${u.running.runs} of ${counted(u.running.of, 'row')} it is the one above and the amount, first on line ${u.running.line}`,
          ),
        ]),
  ];
}

function totalsEvidence({ totals }: Understanding): string {
  if (totals === undefined) return '; not compared, since only some rows were asked for';
  const { agree, differing, apart } = totals;
  const left = apart === 0 ? '' : `, ${apart} not compared, since the rows are in several currencies`;
  return `; ${agree} agree with the rows above them, ${differing.length} ${differing.length === 1 ? 'differs' : 'differ'}${left}`;
}
