// What does a letter say of whom? From a notice to what its template and its tables are filled with: sender, debtor, items, interest by legs, and what law and contract allow.
import { type Day, isoDay } from '../core/day.ts';
import { fold } from '../core/fold.ts';
import type { Lang } from '../core/word.ts';
import type { Debtor } from '../law/law.ts';
import { kindCode } from '../ledger/kind.ts';
import { documentDays, numberOf } from '../ledger/ledger.ts';
import { type Company, countryName, senderLines, townLines } from '../letters/identity.ts';
import type { Letter } from '../letters/letter.ts';
import type { Notice } from '../measures/dunning/notice.ts';
import { DEFAULT_DUNNING, isPerson, type LevelKey, usualDaysToPay } from '../policy/dunning.ts';
import type { CustomerField } from '../read/tables/customers.ts';
import type { LetterCredit, LetterItem } from '../report/views/letter.ts';
import type { Input } from './command.ts';
import type { LettersAsked } from './letters-of.ts';
import type { Planned } from './planned.ts';

/** The text of a key of [company]. */
export function companyOf({ settings }: Pick<Input, 'settings'>): Company {
  return (key) => settings?.company.get(key)?.trim() ?? '';
}

export function langOf(language: string): Lang {
  return fold(language).startsWith('fr') ? 'fr' : 'en';
}

export function letterOf({ input, found }: LettersAsked, { notice, channel, language, waived }: Planned): Letter {
  const company = companyOf(input);
  const { customer, currency, unallocated, amountDue } = notice;
  const lang = langOf(language);
  const cell = cellsOf(input, customer);
  const governed = found.laws.of(customer);
  const law = governed?.law.key ?? '';
  const debtorIs: Debtor = governed?.debtor ?? ((cell('type') || 'business') as Debtor);
  const { contract } = input.settings?.dunning ?? DEFAULT_DUNNING;
  const { formalDays } = found.rulesOf(customer);
  const usual = usualDaysToPay(law, debtorIs);
  const isProtected = law === 'uk' && isPerson(debtorIs);
  const bands = governed?.law.indemnity.bands ?? [];
  const country = cell('country').toUpperCase();
  const isAbroad = country !== '' && company('country') !== '' && country !== company('country');
  return {
    ...{ lang, law, debtorIs, level: notice.level as LevelKey, channel, day: input.asOf, place: company('city') },
    sender: senderLines(company, lang, isAbroad),
    contact: ['contact', 'phone', 'email'].map(company).filter(isFilled).join(', '),
    signature: ['signatory', 'signatory_title', 'name'].map(company).filter(isFilled),
    debtor: [
      nameOf(input, customer),
      ...(['contact', 'address1', 'address2', 'address3', 'address4'] as const).map(cell),
      ...townLines(cell('postcode'), cell('city'), country),
      isAbroad ? countryName(country, lang) : '',
    ].filter(isFilled),
    reference: `${input.book.ledger.customers.id(customer)} ${isoDay(input.asOf)}`,
    ...{ currency, items: itemsOf(input, notice), unallocated, credits: creditsOf(input, notice), amountDue },
    claimed: claimedIn(input, found.claimedOf(notice), waived),
    indemnityEach:
      governed === undefined || bands.length !== 1
        ? undefined
        : { amount: bands[0]?.amount ?? 0, currency: governed.law.indemnity.currency },
    contractRate: debtorIs === 'consumer' ? undefined : found.rate,
    last: lastOf(notice),
    hasNewlyDue: notice.items.some(({ before }) => before === undefined || before.level === 'pre_due'),
    daysToPay: formalDays === undefined ? usual : isProtected ? Math.max(usual, formalDays) : formalDays,
    ...{ contract, payee: company('name'), iban: company('iban'), bic: company('bic') },
  };
}

function isFilled(text: string): boolean {
  return text !== '';
}

function nameOf({ book: { ledger } }: Input, customer: number): string {
  return ledger.customers.nameOf(customer) || ledger.customers.id(customer);
}

/** What the table of customers says of one. */
function cellsOf({ book, register }: Input, customer: number): (field: CustomerField) => string {
  const row = register?.rowOf(book.ledger.customers.id(customer));
  return (field) => (row === undefined || register === undefined ? '' : register.table.text(field, row).trim());
}

function itemsOf({ book: { ledger } }: Input, { items }: Notice): LetterItem[] {
  const days = documentDays(ledger);
  return items.map(({ row, due, daysLate, open, disputed }) => ({
    ...{ document: numberOf(ledger, row) || '–', date: days[row] as Day, due, daysLate },
    ...{ amount: ledger.amount[row] as number, open, disputed },
  }));
}

function creditsOf({ book, asOf }: Input, { credits }: Notice): LetterCredit[] {
  const { ledger } = book;
  const days = documentDays(ledger);
  const { open } = book.at(asOf);
  const kindOf = (row: number): LetterCredit['kind'] =>
    CREDITS.find((kind) => kindCode(kind) === (ledger.kind[row] as number)) ?? 'other';
  return credits.map((row) => ({
    ...{ kind: kindOf(row), document: numberOf(ledger, row) || '–', date: days[row] as Day, open: open[row] as number },
  }));
}

const CREDITS = ['credit_note', 'payment', 'advance'] as const;

function claimedIn(
  { book: { ledger } }: Input,
  claimed: ReturnType<LettersAsked['found']['claimedOf']>,
  waived: Planned['waived'],
): Letter['claimed'] {
  if (claimed === undefined) return undefined;
  return {
    interest: waived.interest ? 0 : claimed.interest,
    indemnity: { amount: waived.indemnity ? 0 : claimed.indemnity, currency: claimed.indemnityIn },
    legs: (waived.interest ? [] : claimed.legs()).map(({ row, from, to, days, principal, rate, interest }) => ({
      ...{ document: numberOf(ledger, row) || '–', from, to, days, principal, rate: rate.rate, interest },
      // Whoever is asked is told what it rests on; that nobody has verified it is for the sender to know.
      source: rate.basis,
    })),
  };
}

/** The last day on which one of the items was asked for once it was late: a notice before the due day is no reminder. */
function lastOf({ items }: Notice): Day | undefined {
  const days = items.flatMap(({ before }) => (before === undefined || before.level === 'pre_due' ? [] : [before.day]));
  return days.length === 0 ? undefined : (Math.max(...days) as Day);
}
