// What is known of a debtor whose claims are written down? Gathered from the ledger and the tables beside it, for his justification sheet.
import { type Day, NO_DAY } from '../core/day.ts';
import { compareCodePoints } from '../core/fold.ts';
import { gather } from '../core/gather.ts';
import { type Word, word } from '../core/word.ts';
import { currencyAt, documentDays, numberOf } from '../ledger/ledger.ts';
import type { WriteDownFacts } from '../letters/write-down-facts.ts';
import type { WriteDown, WriteOff, WrittenDown } from '../measures/provision/write-down.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import { writeDownAccounts } from '../policy/write-down-accounts.ts';
import type { Section } from '../report/report.ts';
import { provisionSection } from '../report/views/provision.ts';
import { writeOffsSection } from '../report/views/provision-losses.ts';
import { CONDITION_WORDS } from '../report/views/provision-words.ts';
import { claimsTable, decisionsTable, paymentsTable } from '../report/views/write-down-tables.ts';
import type { Input } from './command.ts';
import { NET_SOURCES, type NetSource, netTold } from './net-share.ts';
import { disputesOf, lackOfPayments, noticesOf, standingOf } from './sheet-beside.ts';
import { decisionHistory, paymentHistory } from './sheet-history.ts';
import { debtorOf, firmOf, policyTold } from './sheet-parties.ts';

type Asked = {
  readonly policy: ProvisionPolicy;
  readonly decidedUntil: Day;
  readonly inBase: boolean;
  readonly writeOffs: readonly WriteOff[];
};

/** `debtors`: the write-downs of each debtor, all of them. What is said of many is found once. */
export function sheetFacts(
  input: Input,
  debtors: readonly (readonly WriteDown[])[],
  { policy, decidedUntil, inBase, writeOffs }: Asked,
): (of: readonly WriteDown[]) => WriteDownFacts {
  const { ledger } = input.book;
  const decisions = decisionHistory(input, decidedUntil);
  const payments = paymentHistory(input, new Set(debtors.flatMap((all) => all.map(({ customer }) => customer))));
  const basisOf = basisFor(input, policy);
  const owesElseOf = owesElse(input, inBase);
  const lostOf = new Map<number, WriteOff[]>();
  for (const one of writeOffs) gather(lostOf, one.customer, one);
  const paymentsLack = lackOfPayments(input);
  const byAge = oldestFirst(input);
  const accounts = writeDownAccounts(policy.chart, 0, policy.accounts);
  return (of) => {
    const { id, name, customer } = of[0] as WriteDown;
    const specific = of
      .filter(({ method }) => method === 'specific')
      .map((one) => ({ ...one, items: [...one.items].sort(byAge) }));
    const items = specific.flatMap((one) => one.items);
    const oldest = oldestOf(input, items);
    const since = firstDayOf(input, items);
    const lost = lostOf.get(customer) ?? [];
    return {
      ...{ asOf: input.asOf, policy: policyTold(policy), firm: firmOf(input), id, debtor: debtorOf(input, id, name) },
      summary: summaryOf(input, of, policy),
      claims: specific.filter((one) => one.items.length > 0).map((one) => claimsTable(one, ledger)),
      oldest,
      lost: lost.length === 0 ? undefined : bare(writeOffsSection(lost, ledger), ['customer', 'name']),
      owesElse: owesElseOf(of, lost),
      basis: basisOf(items),
      disputes: disputesOf(input, items, lost),
      standing: standingOf(input, id),
      notices: noticesOf(input, items),
      decisions: decisionsTable(decisions(id, items)),
      payments: paymentsTable((payments.get(customer) ?? []).filter(({ day }) => day >= since)),
      paymentsSince: since,
      paymentsLack,
      tax: taxOf(specific, policy),
      accounts,
      isCovered: items.some(({ covered }) => covered > 0),
    };
  };
}

/** Of all methods. */
function summaryOf({ book: { ledger } }: Input, of: readonly WriteDown[], policy: ProvisionPolicy): WriteDownFacts['summary'] {
  const section = provisionSection(of, word('', ''), { ledger, policy, byItem: false }, []);
  const shown = bare(section, ['customer', 'name', 'reason', 'rate', 'condition']);
  return { ...shown, totals: of.length === section.totals.length ? [] : section.totals };
}

/** Without what the sheet says elsewhere. */
function bare(section: Section, elsewhere: readonly string[]): Section {
  return {
    ...section,
    columns: section.columns.map((column) => (elsewhere.includes(column.key) ? { ...column, forMachines: true } : column)),
  };
}

/** Whatever the order of the ledger's rows. */
function oldestFirst({ book: { ledger } }: Input): (a: WrittenDown, b: WrittenDown) => number {
  const dates = documentDays(ledger);
  const since = (row: number): number => (ledger.due[row] === NO_DAY ? (dates[row] as number) : (ledger.due[row] as number));
  return (a, b) => since(a.row) - since(b.row) || compareCodePoints(numberOf(ledger, a.row), numberOf(ledger, b.row));
}

function oldestOf({ book: { ledger } }: Input, items: readonly WrittenDown[]): WriteDownFacts['oldest'] {
  const dates = documentDays(ledger);
  const since = items.map(({ row }) => {
    const isAgreed = ledger.due[row] !== NO_DAY;
    return { day: (isAgreed ? ledger.due[row] : dates[row]) as Day, document: numberOf(ledger, row), isAgreed };
  });
  return since.reduce<WriteDownFacts['oldest']>(
    (oldest, one) => (oldest === undefined || one.day < oldest.day ? one : oldest),
    undefined,
  );
}

/** Payments are told from the oldest document on; of an allowance that goes, those of the year before. */
function firstDayOf({ book: { ledger }, asOf }: Input, items: readonly WrittenDown[]): Day {
  const dates = documentDays(ledger);
  return items.length === 0 ? ((asOf - YEAR) as Day) : (Math.min(...items.map(({ row }) => dates[row] as number)) as Day);
}
const YEAR = 365;

type OwesElse = (of: readonly WriteDown[], lost: readonly WriteOff[]) => WriteDownFacts['owesElse'];

/** What is open of a debtor less what is lost on this closing and the claims in his write-downs, by currency; nothing where he is in credit. */
function owesElse({ book, asOf }: Input, inBase: boolean): OwesElse {
  const { ledger } = book;
  const items = book.at(asOf);
  const open = inBase && items.base !== undefined ? items.base : items.open;
  const sums = new Map<string, number>();
  for (let row = 0; row < ledger.count; row++) {
    if (open[row] === 0) continue;
    const currency = inBase ? ledger.bookCurrency : currencyAt(ledger, ledger.currency[row] as number);
    const key = `${ledger.customer[row]}\0${currency}`;
    sums.set(key, (sums.get(key) ?? 0) + (open[row] as number));
  }
  return (of, lost) => {
    const currencies = [...new Set(of.map(({ currency }) => currency))].sort();
    return currencies.flatMap((currency) => {
      const own = of.filter((one) => one.currency === currency);
      const whole = sums.get(`${own[0]?.customer}\0${currency}`) ?? 0;
      const gone = lost.reduce((sum, one) => sum + (one.currency === currency ? one.amount : 0), 0);
      const amount = whole - gone - own.reduce((sum, one) => sum + one.open, 0);
      return amount > 0 ? [{ amount, currency }] : [];
    });
  };
}

const SOURCE_WORDS: { readonly [source in NetSource]: Word } = {
  row: word('by its own row or entry of the ledger', 'par sa ligne ou son écriture'),
  documents: word('by the table of documents', 'par la table des pièces'),
  same_document: word('by another row of its document', 'par une autre ligne de sa pièce'),
  charge: word('a charge for lateness, which bears none', 'frais de retard, hors du champ de la taxe'),
  customer: word('by the rate of its customer', 'par le taux du client'),
  policy: word('by the rate of the policy', 'par le taux de la règle'),
};

/** How the base was found: tax, by whom it is said; cover; credits. */
function basisFor(input: Input, policy: ProvisionPolicy): (items: readonly WrittenDown[]) => Word[] {
  const { ledger } = input.book;
  const told = netTold(input, policy);
  return (items) => {
    const documents = (of: readonly WrittenDown[]): string => of.map(({ row }) => numberOf(ledger, row)).join(', ');
    const sources = policy.base === 'gross' ? [] : NET_SOURCES;
    const taxed = sources.flatMap((source): Word[] => {
      const own = items.filter(({ row }) => told(row)?.by === source);
      if (own.length === 0) return [];
      const { en, fr } = SOURCE_WORDS[source];
      return [named(word(`Tax ${en}: `, `TVA ${fr} : `), documents(own))];
    });
    const gross = word(
      'The base is with tax: the policy says that it is not recovered.',
      'Base toutes taxes comprises : la règle dit que la TVA n’est pas récupérée.',
    );
    const covered = items.filter((one) => one.covered > 0);
    const credited = items.filter((one) => one.left < one.open);
    return [
      ...(policy.base === 'gross' ? [gross] : taxed),
      ...(credited.length === 0
        ? []
        : [
            named(
              word(
                'The debtor’s own credits are taken off his oldest claims: ',
                'Les crédits du débiteur sont déduits de ses plus anciennes créances : ',
              ),
              documents(credited),
            ),
          ]),
      ...(covered.length === 0
        ? []
        : [
            named(
              word('An insurer or guarantor would pay a part of: ', 'Un assureur ou un garant paierait une part de : '),
              documents(covered),
            ),
          ]),
    ];
  };
}

/** A sentence that ends with what the ledger says, which no rule of typography touches. */
function named({ en, fr }: Word, said: string): Word {
  return { en: `${en}${said}`, fr: `${fr}${said}` };
}

function taxOf(of: readonly WriteDown[], { taxLaw }: ProvisionPolicy): WriteDownFacts['tax'] {
  const addedBack = of.flatMap(({ addBack: amount, currency, conditions }) =>
    amount === 0 ? [] : [{ amount, currency, conditions: conditions.map((one) => CONDITION_WORDS[one]) }],
  );
  return { law: taxLaw, required: of.some(({ required }) => required > 0), addedBack };
}
