// How are agreed terms shown? One row an invoice with its legal maximum and the days beyond it; what each customer was granted on average; and what may be fined.
import type { Currency } from '../../core/currency.ts';
import { minor } from '../../core/money.ts';
import { counted } from '../../core/plural.ts';
import { shared } from '../../core/shared.ts';
import { type Word, word } from '../../core/word.ts';
import { isUnverified } from '../../law/dated.ts';
import type { LawKey } from '../../law/law.ts';
import type { TermsRule } from '../../law/terms-rule.ts';
import { TERMS_RULES } from '../../law/terms-rules.ts';
import { asTold } from '../../ledger/as-told.ts';
import { column, currencyAt, type Ledger } from '../../ledger/ledger.ts';
import type { AgreedTerm, AgreedTerms, Granted } from '../../measures/agreed-terms.ts';
import { amountFor, countFor } from '../../text/amounts.ts';
import { words } from '../../text/words.ts';
import { defaultOrder } from '../group-order.ts';
import { type Cell, NONE, type Section, text } from '../report.ts';
import { customerColumns } from './age.ts';

export function termsSections(
  ledger: Ledger,
  found: AgreedTerms,
  textOf: (row: number) => string,
  laws: ReadonlySet<LawKey>,
): [Section, Section] {
  return [invoices(ledger, found, textOf, laws), granted(ledger, found)];
}

function invoices(ledger: Ledger, found: AgreedTerms, textOf: (row: number) => string, laws: ReadonlySet<LawKey>): Section {
  const items = ordered(ledger, found.items);
  const names = items.map(({ row }) => ledger.customers.nameOf(ledger.customer[row] as number));
  const documents = column(ledger, 'document');
  return {
    name: 'terms',
    title: word('Invoices against the legal maximum', 'Factures et délai maximal légal'),
    columns: [
      ...customerColumns(names),
      { key: 'document', head: words.document, kind: 'text' },
      { key: 'date', head: words.date, kind: 'day' },
      { key: 'terms', head: word('Terms', 'Conditions'), kind: 'text', spare: 2, flow: 'cut' },
      { key: 'due', head: words.due, kind: 'day' },
      { key: 'legal_max_due', head: word('Legal maximum', 'Maximum légal'), kind: 'day' },
      { key: 'excess_days', head: word('Beyond', 'Dépassement'), kind: 'days' },
      { key: 'rule', head: word('Rule', 'Règle'), kind: 'code', spare: 3, flow: 'cut' },
      { key: 'currency', head: words.currency, kind: 'text', spare: 4 },
      { key: 'amount', head: words.amount, kind: 'money', spare: 4 },
      // People read it in a note.
      { key: 'verified', head: word('Rule verified', 'Règle vérifiée'), kind: 'flag', forMachines: true },
    ],
    rows: {
      count: items.length,
      at: (i) => {
        const { row, date, due, limit, excess, rule } = items[i] as AgreedTerm;
        const customer = ledger.customer[row] as number;
        const currency = currencyAt(ledger, ledger.currency[row] as number);
        return [
          ...[text(ledger.customers.id(customer)), text(ledger.customers.nameOf(customer)), text(documents?.at(row) ?? '')],
          { kind: 'day', day: date },
          text(textOf(row)),
          { kind: 'day', day: due },
          { kind: 'day', day: limit },
          { kind: 'days', days: excess },
          { kind: 'code', key: rule.key, word: rule.name },
          text(currency),
          { kind: 'money', amount: minor(ledger.amount[row] as number), currency },
          { kind: 'flag', on: !isUnverified(rule.mark) },
        ];
      },
    },
    totals: [],
    quiet: (i) => (items[i] as AgreedTerm).excess === 0,
    quietAs: word('within the legal maximum', 'dans le délai légal'),
    notes: notesOf(ledger, found, laws),
  };
}

/** Those beyond the maximum first, where people look. */
function ordered(ledger: Ledger, items: readonly AgreedTerm[]): AgreedTerm[] {
  const told = asTold(ledger);
  const sorted = items.toSorted((a, b) => a.date - b.date || told(a.row, b.row));
  const of = ({ row }: AgreedTerm): number => ledger.customer[row] as number;
  const order = defaultOrder(
    sorted.map((item) => ledger.customers.id(of(item))),
    shared(sorted.map((item) => ledger.customers.nameOf(of(item)))),
    shared(sorted.map(({ row }) => currencyAt(ledger, ledger.currency[row] as number))),
  );
  return Array.from(order, (i) => sorted[i] as AgreedTerm);
}

function notesOf(ledger: Ledger, { items, unruled }: AgreedTerms, laws: ReadonlySet<LawKey>): Word[] {
  const beyond = items.filter(({ excess }) => excess > 0);
  const rules = [...new Set(items.map(({ rule }) => rule))];
  const unverified = rules.filter(({ mark }) => isUnverified(mark));
  const byDelivery = rules.some(({ from }) => from === 'delivery');
  const sums = new Map<Currency, number>();
  for (const { row } of beyond) {
    const currency = currencyAt(ledger, ledger.currency[row] as number);
    sums.set(currency, (sums.get(currency) ?? 0) + (ledger.amount[row] as number));
  }
  const money = (lang: 'en' | 'fr'): string =>
    [...sums].map(([currency, amount]) => `${currency} ${amountFor(lang, amount, currency)}`).join(', ');
  const fines = [...laws].flatMap((law) => TERMS_RULES[law].fine ?? []);
  return [
    beyond.length === 0
      ? word('No invoice has longer terms than the law allows.', 'Aucune facture ne dépasse le délai maximal légal.')
      : word(
          `Longer terms than the law allows: ${countFor('en', beyond.length)} of ${counted(items.length, 'invoice')}, ${money('en')}.`,
          `Au-delà du délai maximal légal : ${countFor('fr', beyond.length)} sur ${counted(items.length, 'facture')}, ${money('fr')}.`,
        ),
    ...(beyond.length > 0 ? fines.map((fine) => word(`Exposed to ${fine.en}.`, `Exposition : ${fine.fr}.`)) : []),
    ...(byDelivery
      ? [
          word(
            'Where the law counts from delivery, the day of the invoice stands for it: a ledger knows no deliveries.',
            'Quand la loi compte depuis la livraison, la date de facture en tient lieu : un grand livre ne connaît pas les livraisons.',
          ),
        ]
      : []),
    ...unverified.map(unverifiedNote),
    ...(unruled.count > 0
      ? [
          word(
            `${counted(unruled.count, 'invoice to consumers is', 'invoices to consumers are')} under no rule on terms between professionals.`,
            `${counted(unruled.count, 'facture à un particulier ne relève', 'factures à des particuliers ne relèvent')} d’aucun délai entre professionnels.`,
          ),
        ]
      : []),
  ];
}

/** A limit that ships as a default and was not verified is told wherever it is used. */
export function unverifiedNote({ name, source }: TermsRule): Word {
  return word(`Not verified at the source: ${name.en} (${source}).`, `Non vérifié à la source : ${name.fr} (${source}).`);
}

function granted(ledger: Ledger, { granted: all }: AgreedTerms): Section {
  const names = shared(all.map(({ customer }) => ledger.customers.nameOf(customer)));
  const ids = all.map(({ customer }) => ledger.customers.id(customer));
  const order = defaultOrder(ids, names, shared(all.map(({ currency }) => currency)));
  const cells = (who: readonly Cell[], currency: Currency, sum: Pick<Granted, 'amount' | 'weighted'>): Cell[] => [
    ...who,
    text(currency),
    { kind: 'money', amount: minor(sum.amount), currency },
    { kind: 'number', value: averageOf(sum), decimals: 2 },
  ];
  return {
    name: 'granted',
    title: word('Terms granted on average', 'Délai moyen accordé'),
    columns: [
      ...customerColumns(names.texts),
      { key: 'currency', head: words.currency, kind: 'text' },
      { key: 'invoiced', head: word('Invoiced', 'Facturé'), kind: 'money' },
      { key: 'days', head: word('Days', 'Jours'), kind: 'number' },
    ],
    rows: {
      count: all.length,
      at: (i) => {
        const at = order[i] as number;
        const one = all[at] as Granted;
        return cells([text(ids[at] as string), text(ledger.customers.nameOf(one.customer))], one.currency, one);
      },
    },
    totals: totalsOf(all).map((sum) => ({ currency: sum.currency, cells: cells([NONE, NONE], sum.currency, sum) })),
    notes: [word('Weighted by the amount of the invoices.', 'Pondéré par le montant des factures.')],
  };
}

function totalsOf(all: readonly Granted[]): { readonly currency: Currency; amount: number; weighted: bigint }[] {
  const by = new Map<Currency, { currency: Currency; amount: number; weighted: bigint }>();
  for (const { currency, amount, weighted } of all) {
    const sum = by.get(currency) ?? { currency, amount: 0, weighted: 0n };
    sum.amount += amount;
    sum.weighted += weighted;
    by.set(currency, sum);
  }
  return [...by.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Days with two decimals, rounded half up from the exact quotient. */
function averageOf({ amount, weighted }: Pick<Granted, 'amount' | 'weighted'>): number {
  if (amount === 0) return 0;
  const by = BigInt(amount);
  const doubled = 200n * weighted + (weighted < 0n ? -by : by);
  return Number(doubled / (2n * by)) / 100;
}
