// From notices to letters: who sends and who gets them, what each is called, and the rows they leave in the history. Letters are made when they are written, one at a time.
import type { Currency } from '../core/currency.ts';
import { type Day, isoDay } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { fold } from '../core/fold.ts';
import { minor } from '../core/money.ts';
import type { Lang } from '../core/word.ts';
import type { Plan } from '../io/apply.ts';
import { documentDays, numberOf } from '../ledger/ledger.ts';
import type { Letter } from '../letters/letter.ts';
import { letterText } from '../letters/text.ts';
import type { CustomerField } from '../read/tables/customers.ts';
import { slug } from '../text/file-name.ts';
import type { Input } from './command.ts';
import type { Dunning } from './dunning-of.ts';
import { type History, type HistoryRow, historyPieces } from './history-rows.ts';
import type { Planned } from './planned.ts';

/** A letter that is to be written, under its name. */
export type NamedLetter = Planned & { readonly file: string };

export type LettersAsked = {
  readonly input: Input;
  readonly found: Dunning;
  readonly run: string;
  readonly languageOf: (customer: number) => string;
  readonly lawOf: (customer: number) => string;
};

const LONGEST = 40;

/** By the run, the customer and the level; the currency where a customer gets several, and a number where two customers are spelt alike. */
export function namedLetters(planned: readonly Planned[], { input, run }: LettersAsked): NamedLetter[] {
  const { customers } = input.book.ledger;
  const of = new Map<number, Currency[]>();
  for (const { notice } of planned) of.set(notice.customer, [...(of.get(notice.customer) ?? []), notice.currency]);
  const taken = new Set<string>();
  return planned.map((one) => {
    const { customer, level, currency } = one.notice;
    const [id, name] = [slug(customers.id(customer), LONGEST), slug(customers.nameOf(customer), LONGEST)];
    const who = [id, ...(name === id ? [] : [name])].filter((part) => part !== '').join('-') || 'customer';
    const several = (of.get(customer)?.length ?? 0) > 1;
    const stem = `${run}-${who}-${(level ?? '').replace('_', '-')}${several ? `-${currency.toLowerCase()}` : ''}`;
    let file = stem;
    for (let number = 2; taken.has(file); number++) file = `${stem}-${number}`;
    taken.add(file);
    return { ...one, file: `${file}.txt` };
  });
}

/** The plan that writes the letters into a folder, and their rows behind those of the history. */
export function planOf(asked: LettersAsked, letters: readonly NamedLetter[], folder: string | undefined, history: History): Plan {
  const encoder = new TextEncoder();
  return {
    id: asked.run,
    folder: letters.length === 0 ? undefined : folder,
    writes: map(letters, (one) => ({ name: one.file, bytes: () => encoder.encode(letterText(letterOf(asked, one))) })),
    replaces: () =>
      historyPieces({ ...history, rows: [...history.rows, ...letters.flatMap((one) => rowsOf(asked, one, history))] }),
  };
}

function* map<T, U>(all: readonly T[], of: (one: T) => U): Generator<U> {
  for (const one of all) yield of(one);
}

/** One an item that goes a level further: what is listed and stays at its level was not reminded at one. */
function rowsOf({ input, run }: LettersAsked, { notice, channel, file }: NamedLetter, { others }: History): HistoryRow[] {
  const { ledger } = input.book;
  return notice.items.flatMap(({ row, due, open, disputed, level }) =>
    level === undefined
      ? []
      : [
          {
            ...{ day: input.asOf, run, customer: ledger.customers.id(notice.customer), document: numberOf(ledger, row) },
            ...{ level, channel, amount: minor(open - disputed), file, state: 'written' as const, due },
            ...{ currency: notice.currency, others: others.map(() => '') },
          },
        ],
  );
}

function letterOf({ input, found, languageOf, lawOf }: LettersAsked, { notice }: NamedLetter): Letter {
  const { ledger } = input.book;
  const company = (key: string): string => input.settings?.company.get(key) ?? '';
  const { customer, currency, level, items, unallocated, amountDue } = notice;
  const days = documentDays(ledger);
  const sender = ['name', 'address1', 'address2', 'address3', 'address4'].map(company);
  const lang: Lang = fold(languageOf(customer)).startsWith('fr') ? 'fr' : 'en';
  return {
    ...{ lang, law: lawOf(customer), level: level as Letter['level'], day: input.asOf, place: company('city') },
    sender: [...sender, `${company('postcode')} ${company('city')}`.trim()],
    senderFacts: [
      company('registration') === '' ? '' : `${company('country') === 'FR' ? 'SIREN' : 'No.'} ${company('registration')}`,
      [company('phone'), company('email')].filter((one) => one !== '').join(' · '),
    ],
    debtor: debtorOf(input, customer),
    reference: `${ledger.customers.id(customer)} ${isoDay(input.asOf)}`,
    currency,
    items: items.map(({ row, due, daysLate, open, disputed }) => ({
      ...{ document: numberOf(ledger, row) || '–', date: days[row] as Day, due, daysLate },
      ...{ amount: ledger.amount[row] as number, open, disputed },
    })),
    ...{ unallocated, amountDue, claimed: found.claimedOf(notice), iban: company('iban'), bic: company('bic') },
  };
}

function debtorOf({ book, register, settings }: Input, customer: number): string[] {
  const { customers } = book.ledger;
  const row = register?.rowOf(customers.id(customer));
  const cell = (field: CustomerField): string => (row === undefined ? '' : (register?.table.text(field, row) ?? ''));
  const country = cell('country');
  return [
    customers.nameOf(customer) || customers.id(customer),
    ...(['contact', 'address1', 'address2', 'address3', 'address4'] as const).map(cell),
    `${cell('postcode')} ${cell('city')}`.trim(),
    country === settings?.company.get('country') ? '' : country,
  ];
}

/** A letter from nobody is none. */
export function lacksSender({ settings }: Pick<Input, 'settings'>, diagnostics: Diagnostics): boolean {
  const missing = ['name', 'address1', 'city'].filter((key) => (settings?.company.get(key) ?? '') === '');
  if (missing.length === 0) return false;
  diagnostics.add({
    code: 'sender-missing',
    file: settings?.file,
    what: `a letter needs who sends it, and [company] does not say ${missing.join(', ')}`,
    why: 'the law asks for the sender’s name and address on a letter, and so does whoever is to answer',
    fix: 'write [company] in ar.toml: name, address1, postcode, city; see README',
  });
  return true;
}
