// Which file is to be filled with decisions? One row a claim that is proposed as doubtful, under the headings that --decisions reads; who decides fills rate, decided_by and day.
import { type Day, isoDay, NO_DAY } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import { type Ledger, numberOf } from '../../ledger/ledger.ts';
import type { Proposal, Sign } from '../../measures/provision/write-down.ts';
import { amountFor, plainAmount } from '../../text/amounts.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { SIGN_WORDS } from './provision-words.ts';

/** What the customers' table says of the proceeding: its words, and the day of the judgment. */
type Proceeding = { readonly text: string; readonly judgment: Day | undefined };

export function decisionsToFill(
  proposals: readonly Proposal[],
  ledger: Ledger,
  proceedingOf: (customer: number) => Proceeding | undefined,
): Section {
  const { customers } = ledger;
  const empty = (key: string, head: Word): Column => ({ key, head, kind: 'text' });
  return {
    name: 'decisions',
    title: word('To be decided', 'À décider'),
    columns: [
      { key: 'customer', head: words.customer, kind: 'text' },
      { key: 'document', head: words.document, kind: 'text' },
      empty('rate', word('Rate', 'Taux')),
      { key: 'reason', head: word('Reason', 'Motif'), kind: 'code', flow: 'wrap' },
      empty('decided_by', word('Decided by', 'Décidé par')),
      empty('day', word('Day', 'Jour')),
      { key: 'name', head: words.name, kind: 'text', flow: 'cut', spare: 1 },
      { key: 'currency', head: words.currency, kind: 'text', spare: 1 },
      { key: 'open', head: words.open, kind: 'money', spare: 1 },
      { key: 'due', head: words.due, kind: 'day', spare: 2 },
      { key: 'days_late', head: words.daysLate, kind: 'days', spare: 2 },
    ],
    rows: {
      count: proposals.length,
      at: (i) => {
        const one = proposals[i] as Proposal;
        const due = ledger.due[one.row] as Day;
        return [
          text(customers.id(one.customer)),
          text(numberOf(ledger, one.row)),
          text(''),
          reasonCell(one, proceedingOf(one.customer)),
          text(''),
          text(''),
          text(customers.nameOf(one.customer)),
          text(one.currency),
          { kind: 'money', amount: minor(one.open), currency: one.currency },
          due === NO_DAY ? NONE : { kind: 'day', day: due },
          { kind: 'days', days: one.daysLate },
        ];
      },
    },
    totals: [],
    notes: [
      word(
        'Fill rate (0.4 or 40%), decided_by and day, mend the reason, and give the file back with --decisions; a row without a rate decides nothing.',
        'Remplir taux (0,4 ou 40 %), décidé par et jour, corriger le motif, puis rendre le fichier avec --decisions ; une ligne sans taux ne décide rien.',
      ),
    ],
  };
}

/** Facts alone: what they are worth is for the one who decides to say. */
function reasonCell({ signs, daysLate, disputed, currency }: Proposal, proceeding: Proceeding | undefined): Cell {
  const since = proceeding?.judgment === undefined ? '' : ` ${isoDay(proceeding.judgment)}`;
  const facts: { readonly [sign in Sign]: Word } = {
    proceeding: word(
      `${proceeding?.text || SIGN_WORDS.proceeding.en}${since}`,
      `${proceeding?.text || SIGN_WORDS.proceeding.fr}${since}`,
    ),
    status: SIGN_WORDS.status,
    account: SIGN_WORDS.account,
    dispute: word(`disputed ${plainAmount(disputed, currency)}`, `en litige ${amountFor('fr', disputed, currency)}`),
    late: word(`late ${daysLate} days`, `retard de ${daysLate} jours`),
  };
  const said = word(signs.map((sign) => facts[sign].en).join('; '), signs.map((sign) => facts[sign].fr).join(' ; '));
  return { kind: 'code', key: said.en, word: said };
}
