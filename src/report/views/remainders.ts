// How are the differences shown that a tolerance closed? One row a document: what was left of it, since when, and what had settled the rest.
import type { Day } from '../../core/day.ts';
import { compareCodePoints } from '../../core/fold.ts';
import { minor } from '../../core/money.ts';
import { shared } from '../../core/shared.ts';
import { word } from '../../core/word.ts';
import { kindOf } from '../../ledger/kind.ts';
import { currencyAt, documentDays, type Ledger } from '../../ledger/ledger.ts';
import type { Remainder } from '../../measures/remainders.ts';
import { words } from '../../text/words.ts';
import { defaultOrder } from '../group-order.ts';
import { type Cell, type Section, text } from '../report.ts';
import { customerColumns } from './age.ts';
import { evidenceCell } from './evidence-cell.ts';

export function remaindersSection(ledger: Ledger, remainders: readonly Remainder[]): Section {
  const dates = documentDays(ledger);
  const documentOf = ({ row }: Remainder): string => ledger.columns.document?.at(row) ?? '';
  const told = remainders.toSorted(
    (a, b) =>
      compareCodePoints(documentOf(a), documentOf(b)) ||
      (dates[a.row] as number) - (dates[b.row] as number) ||
      a.left - b.left ||
      a.day - b.day,
  );
  const customerOf = ({ row }: Remainder): number => ledger.customer[row] as number;
  const currencyOf = ({ row }: Remainder) => currencyAt(ledger, ledger.currency[row] as number);
  const ids = told.map((one) => ledger.customers.id(customerOf(one)));
  const names = told.map((one) => ledger.customers.nameOf(customerOf(one)));
  const order = defaultOrder(ids, shared(names), shared(told.map(currencyOf)));
  return {
    name: 'tolerance',
    title: word('Closed within the tolerance', 'Soldé par la tolérance'),
    columns: [
      ...customerColumns(names),
      { key: 'currency', head: words.currency, kind: 'text', spare: 1 },
      { key: 'kind', head: words.kind, kind: 'code', spare: 4 },
      { key: 'document', head: words.document, kind: 'text' },
      { key: 'date', head: words.date, kind: 'day', spare: 5 },
      { key: 'amount', head: words.amount, kind: 'money', spare: 3 },
      { key: 'closed', head: word('Closed', 'Soldé'), kind: 'money' },
      { key: 'closed_on', head: word('On', 'Le'), kind: 'day', spare: 2 },
      { key: 'evidence', head: words.evidence, kind: 'code', spare: 8 },
    ],
    rows: {
      count: told.length,
      at: (i) => {
        const at = order[i] as number;
        const one = told[at] as Remainder;
        const currency = currencyOf(one);
        const money = (units: number): Cell => ({ kind: 'money', amount: minor(units), currency });
        const kind = kindOf(ledger.kind[one.row] as number);
        return [
          text(ids[at] as string),
          text(names[at] as string),
          text(currency),
          { kind: 'code', key: kind.key, word: kind.label },
          text(documentOf(one)),
          { kind: 'day', day: dates[one.row] as Day },
          money(one.amount),
          money(one.left),
          { kind: 'day', day: one.day },
          evidenceCell(one.evidence),
        ];
      },
    },
    totals: [],
    notes: [
      word(
        'What settlements left of these documents. Nobody paid it or wrote it off: the general ledger still holds it.',
        'Ce que les règlements ont laissé de ces pièces. Ni réglé ni passé en perte : la comptabilité le porte toujours.',
      ),
    ],
  };
}
