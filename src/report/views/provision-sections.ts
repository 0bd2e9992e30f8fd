// What stands beside write-downs? The claims somebody should decide of, the matrix with what it was laid on, and the way from the aged balance to the bases.

import type { Currency } from '../../core/currency.ts';
import { type Day, NO_DAY } from '../../core/day.ts';
import { compareUnits } from '../../core/fold.ts';
import { type Fraction, rounded } from '../../core/fraction.ts';
import { minor } from '../../core/money.ts';
import { shared } from '../../core/shared.ts';
import { type Word, word } from '../../core/word.ts';
import { asTold } from '../../ledger/as-told.ts';
import { type Ledger, numberOf } from '../../ledger/ledger.ts';
import type { Proposal, Reconciliation, WriteDown, WrittenDown } from '../../measures/provision/write-down.ts';
import type { Matrix } from '../../policy/provision.ts';
import { words } from '../../text/words.ts';
import { defaultOrder } from '../group-order.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { customerColumns } from './age.ts';
import { codesCell, SIGN_WORDS } from './provision-words.ts';

const money = (key: string, head: Word, spare = 0): Column => ({ key, head, kind: 'money', spare });
const amountOf = (amount: number, currency: Currency): Cell => ({ kind: 'money', amount: minor(amount), currency });

/** In the order in which rows stand everywhere, and of a customer by due day. */
export function orderedProposals(proposals: readonly Proposal[], ledger: Ledger): Proposal[] {
  const { customers } = ledger;
  const told = asTold(ledger);
  const byDue = [...proposals].sort((a, b) => b.daysLate - a.daysLate || told(a.row, b.row));
  const places = defaultOrder(
    byDue.map(({ customer }) => customers.id(customer)),
    shared(byDue.map(({ customer }) => customers.nameOf(customer))),
    shared(byDue.map(({ currency }) => currency)),
  );
  return Array.from(places, (i) => byDue[i] as Proposal);
}

/** `hasMatrix`: until somebody decides, claims stay in the matrix. */
export function proposalsSection(proposals: readonly Proposal[], ledger: Ledger, hasMatrix: boolean): Section {
  const { customers } = ledger;
  return {
    name: 'proposals',
    title: hasMatrix
      ? word('To be decided: in the matrix until then', 'À décider : dans la matrice d’ici là')
      : word('To be decided: nothing is booked of these', 'À décider : rien n’est comptabilisé pour ces créances'),
    columns: [
      ...customerColumns(proposals.map(({ customer }) => customers.nameOf(customer))),
      { key: 'currency', head: words.currency, kind: 'text', spare: 1 },
      { key: 'document', head: words.document, kind: 'text' },
      { key: 'due', head: words.due, kind: 'day', spare: 2 },
      { key: 'days_late', head: words.daysLate, kind: 'days' },
      money('open', words.open),
      money('disputed', words.disputed, 3),
      { key: 'signs', head: word('Signs', 'Indices'), kind: 'code', flow: 'wrap' },
    ],
    rows: {
      count: proposals.length,
      at: (i) => {
        const { customer, currency, row, open, daysLate, disputed, signs } = proposals[i] as Proposal;
        const due = ledger.due[row] as Day;
        return [
          text(customers.id(customer)),
          text(customers.nameOf(customer)),
          text(currency),
          text(numberOf(ledger, row)),
          due === NO_DAY ? NONE : { kind: 'day', day: due },
          { kind: 'days', days: daysLate },
          ...[open, disputed].map((amount) => amountOf(amount, currency)),
          codesCell(signs, SIGN_WORDS),
        ];
      },
    },
    totals: [],
    notes: [
      word(
        'Age, a dispute or a proceeding only propose: a decision books (--propose writes the file to fill, --decisions reads it).',
        'L’âge, un litige ou une procédure ne font que proposer : une décision comptabilise (--propose écrit le fichier à remplir, --decisions le lit).',
      ),
    ],
  };
}

type Line = { readonly segment: string; readonly bucket: number; readonly currency: Currency; readonly items: WrittenDown[] };

export function matrixSection(rows: readonly WriteDown[], { buckets, factor }: Matrix): Section {
  const lines = new Map<string, Line>();
  for (const { method, currency, items } of rows) {
    for (const item of method === 'matrix' ? items : []) {
      const key = `${currency}\0${item.segment}\0${item.bucket}`;
      const line = lines.get(key) ?? { segment: item.segment, bucket: item.bucket, currency, items: [] };
      line.items.push(item);
      lines.set(key, line);
    }
  }
  const sorted = [...lines.values()].sort(
    (a, b) => compareUnits(a.currency, b.currency) || compareUnits(a.segment, b.segment) || a.bucket - b.bucket,
  );
  const bySegment = sorted.some(({ segment }) => segment !== '');
  const isFactored = factor.numerator !== factor.denominator;
  const share = (rate: Fraction): Cell => ({ kind: 'percent', share: rounded(rate, 8), decimals: 4 });
  return {
    name: 'matrix',
    title: word('The matrix and what it was laid on', 'La matrice et son assiette'),
    columns: [
      ...(bySegment ? [{ key: 'segment', head: word('Segment', 'Segment'), kind: 'text' } as const] : []),
      { key: 'bucket', head: words.bucket, kind: 'code' },
      { key: 'currency', head: words.currency, kind: 'text' },
      money('open', words.open),
      money('base', word('Base', 'Base')),
      { key: 'rate', head: isFactored ? word('Rate × factor', 'Taux × facteur') : word('Rate', 'Taux'), kind: 'percent' },
      money('required', word('Required', 'Requis')),
    ],
    rows: {
      count: sorted.length,
      at: (i) => {
        const { segment, bucket, currency, items } = sorted[i] as Line;
        const sum = (of: (item: WrittenDown) => number): Cell =>
          amountOf(
            items.reduce((total, item) => total + of(item), 0),
            currency,
          );
        const { key, label } = buckets.list[bucket] as (typeof buckets.list)[number];
        return [
          ...(bySegment ? [text(segment)] : []),
          { kind: 'code', key, word: label },
          text(currency),
          sum(({ left }) => left),
          sum(({ base }) => base),
          share((items[0] as WrittenDown).rate),
          sum(({ required }) => required),
        ];
      },
    },
    totals: [],
    notes: [],
  };
}

export function reconciliationOfBases(lines: readonly Reconciliation[]): Section {
  const sorted = [...lines].sort((a, b) => compareUnits(a.currency, b.currency));
  const hasLost = lines.some(({ writtenOff }) => writtenOff !== 0);
  return {
    name: 'reconciliation',
    title: word('From the aged balance to the bases', 'De la balance âgée aux assiettes'),
    columns: [
      { key: 'currency', head: words.currency, kind: 'text' },
      money('age_total', word('Total of ar age', 'Total de ar age')),
      ...(hasLost ? [money('written_off', word('− written off', '− pertes'))] : []),
      money('in_credit', word('− customers in credit', '− clients créditeurs')),
      money('undecided', word('− nothing decided', '− rien de décidé')),
      money('tax', word('− tax', '− TVA')),
      money('covered', word('− covered', '− couvert')),
      money('specific', word('= base, specific', '= assiette individuelle')),
      money('matrix', word('+ base, matrix', '+ assiette matrice')),
    ],
    rows: {
      count: sorted.length,
      at: (i) => {
        const { currency, total, writtenOff, inCredit, undecided, tax, covered, specific, matrix } = sorted[i] as Reconciliation;
        const amounts = [total, ...(hasLost ? [writtenOff] : []), inCredit, undecided, tax, covered, specific, matrix];
        return [text(currency), ...amounts.map((amount) => amountOf(amount, currency))];
      },
    },
    totals: [],
    notes: [],
  };
}
