// What is each customer's aged balance? A second answer, to hold against the program's: it imports NOTHING from src/, because
// an oracle that shares code with what it judges shares its mistakes. Plain, slow (quadratic) and obvious on purpose.

/** One line of the plain CSV: every cell as the text it was, under the heading it had. */
export interface OracleRow {
  customer?: string;
  name?: string;
  kind?: string;
  document?: string;
  reference?: string;
  date?: string;
  posted?: string;
  due?: string;
  amount?: string;
  debit?: string;
  credit?: string;
  currency?: string;
  base?: string;
  open_amount?: string;
  paid_amount?: string;
  settled_on?: string;
  letter?: string;
  letter_day?: string;
  account?: string;
  disputed?: string;
  collector?: string;
  group?: string;
  country?: string;
}

export interface AgeOptions {
  asOf: string;
  buckets?: number[];
  ageBy?: 'due' | 'date';
  credits?: 'separate' | 'oldest' | 'in-place';
  /** A letter counts from the day it was put. */
  asKnown?: boolean;
  /** The closing day of the fiscal year as MM-DD; the calendar's when absent. */
  closing?: string;
  /** All are books of all accounts: their columns of letters and references speak of the rows that are filled. */
  allBooks?: boolean;
  /** What is left of a posting that something settled is closed up to this amount, of each currency in its own units. */
  tolerance?: string;
  /** Every figure in this currency, that of the books, from the column `base`; else each in its own. */
  books?: string;
}

/** customer, name, currency, the buckets, unallocated, total, overdue, disputed: text; oldest_days_late: number or null. */
export type OracleAgeRow = Record<string, string | number | null>;

export interface OracleOpenItem {
  customer: string;
  currency: string;
  document: string;
  kind: string;
  open: string;
  /** Null for what stands in no bucket. */
  days_late: number | null;
  bucket: string;
}

export interface OracleControl {
  currency: string;
  postings: string;
  settled_by_columns: string;
  /** Only where a tolerance was given. */
  tolerance?: string;
  open: string;
}

interface Item {
  row: OracleRow;
  customer: string;
  currency: string;
  kind: string;
  document: string;
  reference: string;
  posted: number;
  date: number;
  due: number;
  /** Minor units, debit positive. */
  amount: bigint;
  /** Minor units, never negative: what other postings, and what the row's own columns, took off it. */
  settledByOthers: bigint;
  settledByColumns: bigint;
  /** Signed: the remainder a tolerance closed, and what it was worth. */
  closed: bigint;
  worthClosed: bigint;
  /** Signed, the posting's worth in the books, what is left of it, and what the row's own columns took off it. */
  booked: bigint;
  worth: bigint;
  worthByColumns: bigint;
}

/** No figure is wanted in the currency of the books: amounts stay what they are, and a row without a currency is in EUR. */
const NO_BOOKS = '';

/** In the order of the contract. */
const KINDS = [
  ...['invoice', 'credit_note', 'payment', 'refund', 'returned', 'bill', 'transfer', 'write_off', 'discount', 'charge', 'fx'],
  ...['advance', 'retention', 'opening', 'other'],
];
const CREDIT_KINDS = ['credit_note', 'payment', 'write_off', 'discount', 'advance'];
const KNOWN_FIELDS = [
  ...['customer', 'name', 'kind', 'document', 'reference', 'date', 'posted', 'due', 'amount', 'debit', 'credit', 'currency'],
  ...['base', 'open_amount', 'paid_amount', 'settled_on', 'disputed', 'collector', 'group', 'country'],
  ...['letter', 'letter_day', 'account'],
];

// ---------------------------------------------------------------------------------------------------------------- reading

/** RFC 4180, comma, LF or CRLF, quotes. A heading it does not know is refused: an oracle must not overlook evidence. */
export function readOracleRows(text: string): OracleRow[] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      line.push(cell);
      cell = '';
    } else if (c === '\n') {
      line.push(cell);
      lines.push(line);
      line = [];
      cell = '';
    } else if (c !== '\r') cell += c;
  }
  if (cell !== '' || line.length > 0) lines.push([...line, cell]);

  const headings = lines[0] ?? [];
  for (const heading of headings) if (!KNOWN_FIELDS.includes(heading)) throw new Error(`the oracle does not know "${heading}"`);
  const rows: OracleRow[] = [];
  for (const cells of lines.slice(1)) {
    if (cells.length === 1 && cells[0] === '') continue;
    if (cells.length !== headings.length)
      throw new Error(`${cells.length} cells under ${headings.length} headings: ${cells.join()}`);
    rows.push(Object.fromEntries(headings.map((heading, i) => [heading, cells[i]])));
  }
  return rows;
}

function decimalsOf(currency: string): number {
  if (currency === 'JPY') return 0;
  if (currency === 'TND') return 3;
  return 2;
}

function minor(text: string, currency: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new Error(`not an amount: "${text}"`);
  const fraction = match[3] ?? '';
  if (fraction.length > decimalsOf(currency)) throw new Error(`"${text}" is finer than ${currency}`);
  const value = BigInt(`${match[2]}${fraction.padEnd(decimalsOf(currency), '0')}`);
  return match[1] === '-' ? -value : value;
}

function money(value: bigint, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(value < 0n ? -value : value).padStart(decimals + 1, '0');
  const sign = value < 0n ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function dayNumber(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) throw new Error(`not a day: "${iso}"`);
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000;
}

const positive = (value: bigint): bigint => (value < 0n ? -value : value);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** part × of ÷ whole, a half away from zero. */
function shareOf(of: bigint, part: bigint, whole: bigint): bigint {
  const twice = 2n * positive(of * part) + positive(whole);
  const share = twice / (2n * positive(whole));
  return of * part * whole < 0n ? -share : share;
}

function amountOf(row: OracleRow, currency: string): bigint {
  if (row.amount) return minor(row.amount, currency);
  if (!row.debit && !row.credit) throw new Error('a row without an amount');
  return (row.debit ? minor(row.debit, currency) : 0n) - (row.credit ? minor(row.credit, currency) : 0n);
}

/**
 * Some exports write payments and credit notes without a sign; then they are turned. The rows that say they are one decide for
 * the whole file: one in ten may go against the others, more than that is no ledger. Columns of debit and credit leave no doubt.
 */
function creditsAreUnsigned(rows: OracleRow[], books: string): boolean {
  let [unsigned, signed] = [0, 0];
  for (const row of rows) {
    if (row.debit !== undefined || row.credit !== undefined) return false;
    if (!CREDIT_KINDS.includes(row.kind ?? '') || !row.amount) continue;
    const amount = minor(row.amount, row.currency || (books === NO_BOOKS ? 'EUR' : books));
    if (amount > 0n) unsigned++;
    if (amount < 0n) signed++;
  }
  if (Math.min(unsigned, signed) * 10 > unsigned + signed) throw new Error('credits of both signs');
  if (unsigned > signed && rows.some((row) => !row.kind)) throw new Error('a row without a kind, where kinds tell the signs');
  return unsigned > signed;
}

function itemsOn(rows: OracleRow[], asOf: string, books: string): Item[] {
  const turn = creditsAreUnsigned(rows, books);
  const items: Item[] = [];
  for (const row of rows) {
    const currency = row.currency || (books === NO_BOOKS ? 'EUR' : books);
    const date = dayNumber(row.date || row.posted || '');
    const posted = row.posted ? dayNumber(row.posted) : date;
    if (posted > dayNumber(asOf)) continue;
    let amount = amountOf(row, currency);
    const kind = row.kind || (amount >= 0n ? 'invoice' : 'payment');
    let worth = books === NO_BOOKS ? 0n : row.base ? minor(row.base, books) : currency === books ? amount : 0n;
    if (turn && CREDIT_KINDS.includes(kind)) [amount, worth] = [-amount, -worth];
    items.push({
      row,
      customer: row.customer || row.name || '',
      currency,
      kind,
      document: row.document ?? '',
      reference: row.reference ?? '',
      posted,
      date,
      due: row.due ? dayNumber(row.due) : date,
      amount,
      settledByOthers: 0n,
      settledByColumns: 0n,
      closed: 0n,
      worthClosed: 0n,
      booked: worth,
      worth,
      worthByColumns: 0n,
    });
  }
  reviveDueDays(items);
  return items;
}

/** A returned payment is due when what it had paid was, a transferred claim when it was due before: where the rows say which, and no other. */
function reviveDueDays(items: Item[]): void {
  const cameBack = items.filter(
    (item) => (item.kind === 'returned' || item.kind === 'transfer') && item.amount > 0n && !item.row.due,
  );
  for (const day of [...new Set(cameBack.map((item) => item.posted))].sort((a, b) => a - b)) {
    const today = cameBack.filter((item) => item.posted === day);
    const found = today.map((item) => revivedDue(item, items));
    today.forEach((item, i) => {
      const due = found[i];
      if (due === undefined) return;
      item.row = { ...item.row, due };
      item.due = dayNumber(due);
    });
  }
}

function revivedDue(item: Item, all: Item[]): string | undefined {
  const known = all.filter(
    (other) =>
      other !== item && other.posted <= item.posted && other.customer === item.customer && other.currency === item.currency,
  );
  const under = (number: string): Item[] => known.filter((other) => number !== '' && other.document === number);
  const lettered = (one: Item): Item[] => known.filter((other) => one.row.letter && letterOf(other) === letterOf(one));
  const usedBefore = (one: Item): number =>
    timesDone(
      all.filter((other) => letterOf(other) === letterOf(one)),
      one.posted,
    );
  const letteredWith = (one: Item): Item[] => lettered(one).filter((other) => usedBefore(other) === usedBefore(one));
  const paidBy = (credit: Item): Item[] =>
    credit.reference !== '' ? under(credit.reference).filter((other) => other !== credit) : letteredWith(credit);
  let from: Item[] = [];
  // What came back and says nothing else may bear the number of its payment.
  const number = item.reference || (item.kind === 'returned' && !item.row.letter ? item.document : '');
  if (number !== '') {
    const named = under(number);
    const credits = named.filter((other) => other.amount < 0n);
    const exact = credits.filter((other) => other.amount === -item.amount);
    from = [...named, ...(exact.length > 0 ? exact : credits).flatMap(paidBy)];
  } else if (item.kind === 'returned') {
    const together = letteredWith(item);
    from = together.some(({ amount }) => amount > 0n) ? together : lettered(item);
  } else {
    const legs = under(item.document).filter(
      (other) => other.kind === 'transfer' && other.posted === item.posted && other.amount === -item.amount,
    );
    from = legs.flatMap(paidBy);
  }
  // The first instalment stands for its document; two documents due on two days leave a doubt.
  const first = new Map<string, string>();
  for (const debit of new Set(from.filter((other) => other.amount > 0n))) {
    const key = debit.document === '' ? `row ${all.indexOf(debit)}` : JSON.stringify([debit.document, debit.date]);
    const due = debit.row.due ?? '';
    if (!first.has(key) || due < first.get(key)!) first.set(key, due);
  }
  const days = [...new Set(first.values())];
  return days.length === 1 && days[0] !== '' ? days[0] : undefined;
}

/** How often postings had come to nothing at the end of a day before this one. */
function timesDone(items: readonly Item[], before: number): number {
  const days = [...new Set(items.map(({ posted }) => posted))].filter((day) => day < before);
  const until = (day: number): bigint =>
    items.filter(({ posted }) => posted <= day).reduce((sum, { amount }) => sum + amount, 0n);
  return days.filter((day) => until(day) === 0n).length;
}

// ------------------------------------------------------------------------------------------------------------- settlement

const isDebit = (item: Item): boolean => item.amount >= 0n;
const unsettledByOthers = (item: Item): bigint => positive(item.amount) - item.settledByOthers;

/** Signed: what is left of the posting. A debit paid twice over by its own columns is left negative. */
function openOf(item: Item): bigint {
  const settled = item.settledByOthers + item.settledByColumns;
  return (isDebit(item) ? item.amount - settled : item.amount + settled) - item.closed;
}

const larger = (a: Item, b: Item): number => {
  const [x, y] = [positive(a.amount), positive(b.amount)];
  return x > y ? -1 : x < y ? 1 : 0;
};

/** What a row says beside days, amount and numbers, in the order in which it tells apart rows alike in those; nothing said is first. */
function told(item: Item, books: string): (bigint | number)[] {
  const { due, settled_on, letter_day, open_amount, paid_amount } = item.row;
  const day = (text: string | undefined): number => (text ? dayNumber(text) : Number.NEGATIVE_INFINITY);
  const amount = (text: string | undefined): bigint => (text ? positive(minor(text, item.currency)) : -1n);
  const dispute = disputeOf(item);
  return [
    ...[
      item.date,
      day(due),
      KINDS.indexOf(item.kind),
      day(settled_on),
      day(letter_day),
      amount(open_amount),
      amount(paid_amount),
    ],
    ...[dispute === 'whole' ? -1n : dispute, books === NO_BOOKS ? 0n : item.booked],
  ];
}

function byWhatIsTold(a: Item, b: Item, books: string): number {
  const byNumber = compareText(a.document, b.document) || compareText(a.reference, b.reference);
  if (byNumber !== 0) return byNumber;
  const [x, y] = [told(a, books), told(b, books)];
  for (let i = 0; i < x.length; i++) if (x[i]! !== y[i]!) return x[i]! < y[i]! ? -1 : 1;
  return 0;
}

/** Credits, and whatever names a document: first posted, then the larger, then by what they say. */
function inOrderOfUse(items: Item[], books: string): Item[] {
  return [...items].sort((a, b) => a.posted - b.posted || larger(a, b) || byWhatIsTold(a, b, books));
}

/** Oldest due, then the oldest document, then first posted, then the larger, then by what they say. */
function inOrderOfSettling(items: Item[], books: string): Item[] {
  return [...items].sort(
    (a, b) => a.due - b.due || a.date - b.date || a.posted - b.posted || larger(a, b) || byWhatIsTold(a, b, books),
  );
}

/** The debits of a customer: oldest due, then as credits are used. */
function oldestFirst(items: Item[], books: string): Item[] {
  return inOrderOfUse(items, books).sort((a, b) => a.due - b.due);
}

/** As much as both sides have left. */
function settle(debit: Item, credit: Item): void {
  const part = smaller(unsettledByOthers(debit), unsettledByOthers(credit));
  if (part === 0n) return;
  // What a payment is worth in the books is what it takes off the invoice, whatever the invoice was booked at.
  const worth = shareOf(credit.worth, part, unsettledByOthers(credit));
  debit.worth += worth;
  credit.worth -= worth;
  debit.settledByOthers += part;
  credit.settledByOthers += part;
}

/** Accounts 411DUPONT and 411000 are both of 411; an account that does not begin with three digits stands alone. */
const generalAccount = (account: string): string => (/^[0-9][0-9][0-9]/.test(account) ? account.slice(0, 3) : account);

/** What tells one letter from another. */
const letterOf = ({ customer, currency, row }: Item): string =>
  JSON.stringify([customer, currency, generalAccount(row.account ?? ''), row.letter]);

function settleByLetter(items: Item[], isPut: (item: Item) => boolean, books: string, closing: string): void {
  // A posting of nothing tells nothing of when a letter was put.
  const lettered = items.filter((item) => item.row.letter && item.amount !== 0n && isPut(item));
  // A year is called after the one it closes in: what is posted after the closing day belongs to the next.
  const yearOf = (item: Item): number => {
    const iso = new Date(item.posted * 86_400_000).toISOString();
    return Number(iso.slice(0, 4)) + (iso.slice(5, 10) > closing ? 1 : 0);
  };
  for (const code of new Set(lettered.map(letterOf))) {
    const group = lettered.filter((item) => letterOf(item) === code);
    const days = [...new Set(group.flatMap(({ row }) => (row.letter_day ? [dayNumber(row.letter_day)] : [])))].sort(
      (a, b) => a - b,
    );
    // A letter is put when its postings are there; one day tells nothing apart.
    const putOn = (item: Item): number => {
      if (item.row.letter_day) return dayNumber(item.row.letter_day);
      return (days.length < 2 ? days[0] : days.find((day) => day >= item.posted)) ?? -1e9;
    };
    const byAct = (some: Item[]): void => {
      for (const day of new Set(some.map(putOn))) {
        const ofDay = some.filter((item) => putOn(item) === day);
        for (const year of new Set(ofDay.map(yearOf)))
          settleTogether(
            ofDay.filter((item) => yearOf(item) === year),
            books,
          );
        settleTogether(
          ofDay.filter((item) => item.row.letter_day),
          books,
        );
      }
    };
    // What came to nothing over several years or days was put across them, whatever the letter is used for later.
    let round: Item[] = [];
    for (const day of [...new Set(group.map((item) => item.posted))].sort((a, b) => a - b)) {
      round.push(...group.filter((item) => item.posted === day));
      if (round.reduce((sum, item) => sum + item.amount, 0n) !== 0n) continue;
      if (new Set(round.map((item) => `${yearOf(item)} ${putOn(item)}`)).size > 1) {
        byAct(round);
        settleTogether(round, books);
      }
      round = [];
    }
    byAct(group);
  }
}

function settleTogether(group: Item[], books: string): void {
  const hasLeft = (item: Item): boolean => unsettledByOthers(item) > 0n;
  const debits = inOrderOfSettling(
    group.filter((item) => isDebit(item) && hasLeft(item)),
    books,
  );
  const credits = inOrderOfUse(
    group.filter((item) => !isDebit(item) && hasLeft(item)),
    books,
  );
  for (const credit of credits)
    for (const debit of debits) if (credit.reference !== '' && credit.reference === debit.document) settle(debit, credit);
  for (const credit of credits) {
    const equal = debits.find((debit) => hasLeft(credit) && unsettledByOthers(debit) === unsettledByOthers(credit));
    if (equal !== undefined) settle(equal, credit);
  }
  for (const credit of credits) for (const debit of debits) settle(debit, credit);
}

/** What a lettered credit paid that is not in the file stands in the opening; so may what a bare credit of exactly that amount paid. */
function settleByOpening(items: Item[], isPut: (item: Item) => boolean, books: string): void {
  const openings = inOrderOfSettling(
    items.filter((item) => item.kind === 'opening' && isDebit(item)),
    books,
  );
  // Nobody pays what is not there yet.
  const lumpsOf = (credit: Item): Item[] =>
    openings.filter(
      (lump) =>
        lump.customer === credit.customer &&
        lump.currency === credit.currency &&
        lump.posted <= credit.posted &&
        unsettledByOthers(lump) > 0n,
    );
  const credits = inOrderOfUse(
    items.filter((item) => !isDebit(item) && item.kind !== 'opening'),
    books,
  );
  const isLettered = (item: Item): boolean => Boolean(item.row.letter) && isPut(item);
  for (const credit of credits.filter(isLettered)) for (const lump of lumpsOf(credit)) settle(lump, credit);
  const isBare = (item: Item): boolean => !isLettered(item) && item.reference === '' && !item.row.open_amount;
  for (const credit of credits.filter(isBare)) {
    const equal = lumpsOf(credit).filter((lump) => unsettledByOthers(lump) === unsettledByOthers(credit));
    if (equal.length === 1) settle(equal[0]!, credit);
  }
}

function settleByReference(items: Item[], from: 'credits' | 'debits', books: string): void {
  const givers = inOrderOfUse(
    items.filter((item) => isDebit(item) === (from === 'debits') && item.reference !== ''),
    books,
  );
  for (const giver of givers) {
    const named = items.filter(
      (item) =>
        item.amount !== 0n &&
        isDebit(item) !== isDebit(giver) &&
        item.customer === giver.customer &&
        item.currency === giver.currency &&
        item.document === giver.reference,
    );
    // One document may have several rows (instalments), all of one date. Two dates: a number used twice. The first that was posted is meant by who
    // names it before another was; nobody knows which of them by who names it later.
    const first = named.reduce((least, item) => (item.posted < least.posted ? item : least), named[0]!);
    const others = named.filter((item) => item.date !== first.date);
    if (others.some((item) => item.posted <= giver.posted)) continue;
    if (others.some((item) => item.posted === first.posted)) continue;
    for (const target of inOrderOfSettling(
      named.filter((item) => item.date === first?.date),
      books,
    )) {
      if (isDebit(giver)) settle(giver, target);
      else settle(target, giver);
    }
  }
}

/** A payment of a document that names it pays what came back of it: a returned payment, the debit of a transfer. */
function settleByReturn(items: Item[], books: string): void {
  const left = (item: Item): boolean => unsettledByOthers(item) > 0n;
  const back = inOrderOfSettling(
    items.filter((item) => ['returned', 'transfer'].includes(item.kind) && isDebit(item) && left(item)),
    books,
  );
  const credits = inOrderOfUse(
    items.filter((item) => !isDebit(item) && item.amount !== 0n && item.reference !== ''),
    books,
  );
  for (const item of back) {
    const alike = items.filter(
      (other) => other.customer === item.customer && other.currency === item.currency && other.amount !== 0n,
    );
    const carriers = (number: string): Item[] => alike.filter((other) => number !== '' && other.document === number);
    const namedBy = (number: string): string[] =>
      carriers(number).flatMap((other) => (isDebit(other) || other.reference === '' ? [] : [other.reference]));
    // Of a number that it bears itself, others tell.
    const led = (number: string): string[] =>
      carriers(number).some((other) => other !== item && isDebit(other)) ? [number] : namedBy(number);
    let origins: string[] = [];
    if (item.reference !== '') origins = led(item.reference);
    else if (item.kind === 'returned') origins = led(item.document);
    else if (item.kind === 'transfer')
      origins = carriers(item.document).flatMap((leg) =>
        leg.kind === 'transfer' && leg.posted === item.posted && leg.amount === -item.amount && leg.reference !== ''
          ? [leg.reference]
          : [],
      );
    const origin = [...new Set(origins)];
    if (
      origin.length !== 1 ||
      new Set(
        carriers(origin[0]!)
          .filter(isDebit)
          .map((other) => other.date),
      ).size !== 1
    )
      continue;
    for (const credit of credits)
      if (credit.customer === item.customer && credit.currency === item.currency && credit.reference === origin[0])
        settle(item, credit);
  }
}

function settleByColumns(items: Item[], asOf: string, books: string): void {
  for (const item of items) {
    const { open_amount, paid_amount, settled_on } = item.row;
    if (settled_on && dayNumber(settled_on) > dayNumber(asOf)) continue;
    let target = 0n;
    if (open_amount) target = positive(item.amount) - positive(minor(open_amount, item.currency));
    else if (paid_amount) target = positive(minor(paid_amount, item.currency));
    else if (settled_on) target = positive(item.amount);
    if (target <= item.settledByOthers) continue;
    const left = unsettledByOthers(item);
    item.settledByColumns = target - item.settledByOthers;
    const within = smaller(item.settledByColumns, left);
    const beyond = item.settledByColumns - within;
    // What was paid beyond the amount is worth what the posting was booked at.
    if (within > 0n) item.worthByColumns += shareOf(item.worth, within, left);
    if (beyond > 0n && item.amount !== 0n) item.worthByColumns += shareOf(item.booked, beyond, positive(item.amount));
    if (beyond > 0n && item.amount === 0n && item.currency === books) item.worthByColumns += beyond;
    item.worth -= item.worthByColumns;
  }
}

/**
 * A difference of exchange that is nothing but in the books closes what payment left there of the one document it names, and then of what it is
 * lettered with.
 */
function settleByExchange(items: Item[], isPut: (item: Item) => boolean, books: string): void {
  const differences = inOrderOfUse(
    items.filter((item) => item.kind === 'fx' && item.amount === 0n),
    books,
  );
  const close = (difference: Item, some: Item[]): void => {
    for (const item of inOrderOfSettling(some, books)) {
      if (openOf(item) !== 0n || item.worth > 0n === difference.worth > 0n) continue;
      const most = smaller(positive(item.worth), positive(difference.worth));
      const worth = item.worth > 0n ? most : -most;
      item.worth -= worth;
      difference.worth += worth;
    }
  };
  const others = items.filter((item) => item.amount !== 0n);
  for (const difference of differences.filter(({ reference }) => reference !== '')) {
    const { customer, currency, reference } = difference;
    const named = others.filter(
      (item) => item.document === reference && item.customer === customer && item.currency === currency,
    );
    if (new Set(named.map(({ date }) => date)).size === 1) close(difference, named);
  }
  const isHeld = (item: Item): boolean => Boolean(item.row.letter) && isPut(item);
  for (const difference of differences.filter(isHeld)) {
    close(
      difference,
      others.filter((item) => isHeld(item) && letterOf(item) === letterOf(difference)),
    );
  }
}

/** Retentions and advances are apart from what else is on accounts of customers. */
const ofChart = (account: string): string => (/^4117|^4191/.exec(account) ?? [account.slice(0, 3)])[0];

/** What nothing tells: rounds in which what is open comes back to nothing, then exact amounts of which one was open. */
function settleWithoutEvidence(
  rows: OracleRow[],
  items: Item[],
  isPut: (item: Item) => boolean,
  allBooks: boolean,
  books: string,
): void {
  const telling = ['open_amount', 'paid_amount', 'settled_on', ...(allBooks ? [] : (['letter', 'reference'] as const))] as const;
  if (rows.some((row) => telling.some((heading) => row[heading] !== undefined))) return;
  const ownerOf = (item: Item): string => JSON.stringify([item.customer, item.currency]);
  const isHeld = (item: Item): boolean => Boolean(item.row.letter) && isPut(item);
  const sumOf = (some: Item[]): bigint => some.reduce((sum, item) => sum + openOf(item), 0n);
  for (const owner of new Set(items.map(ownerOf))) {
    const own = items.filter((item) => ownerOf(item) === owner);
    const before = new Map(own.map((item) => [item, openOf(item)]));
    let round: Item[] = [];
    let balance = 0n;
    for (const day of [...new Set(own.map((item) => item.posted))].sort((a, b) => a - b)) {
      const today = own.filter((item) => item.posted === day);
      round.push(...today);
      balance += today.reduce((sum, item) => sum + before.get(item)!, 0n);
      if (balance !== 0n) continue;
      const free = round.filter((item) => !isHeld(item));
      if (sumOf(free) === 0n) {
        const debits = inOrderOfSettling(free.filter(isDebit), books);
        const credits = inOrderOfUse(
          free.filter((item) => !isDebit(item)),
          books,
        );
        for (const credit of credits) for (const debit of debits) settle(debit, credit);
      }
      round = [];
    }
    for (const credit of inOrderOfUse(
      own.filter((item) => !isDebit(item) && !isHeld(item) && item.reference === '' && item.settledByOthers === 0n),
      books,
    )) {
      if (unsettledByOthers(credit) === 0n) continue;
      const equal = own.filter(
        (item) =>
          isDebit(item) &&
          item.posted <= credit.posted &&
          unsettledByOthers(item) === unsettledByOthers(credit) &&
          (!allBooks || ofChart(item.row.account ?? '') === ofChart(credit.row.account ?? '')),
      );
      if (equal.length === 1 && !isHeld(equal[0]!)) settle(equal[0]!, credit);
    }
  }
}

/** A cent that a settlement left over on either of its sides; its worth is its share of what the posting was booked at. */
function closeRemainders(items: Item[], tolerance: string, books: string): void {
  for (const item of items) {
    const left = openOf(item);
    if (item.settledByOthers + item.settledByColumns === 0n || positive(left) > minor(tolerance, item.currency)) continue;
    item.closed = left;
    if (item.amount !== 0n) item.worthClosed = shareOf(item.booked, left, item.amount);
    else if (item.currency === books) item.worthClosed = left;
    item.worth -= item.worthClosed;
  }
}

/** Everything posted on or before the day, settled from scratch. */
function settledOn(
  rows: OracleRow[],
  {
    asOf,
    books = NO_BOOKS,
    asKnown = false,
    closing = '12-31',
    allBooks = false,
    tolerance,
  }: Pick<AgeOptions, 'asOf' | 'books' | 'asKnown' | 'closing' | 'allBooks' | 'tolerance'>,
): Item[] {
  const items = itemsOn(rows, asOf, books);
  const isPut = ({ row }: Item): boolean => !asKnown || !row.letter_day || dayNumber(row.letter_day) <= dayNumber(asOf);
  settleByLetter(items, isPut, books, closing);
  settleByReference(items, 'credits', books);
  settleByReference(items, 'debits', books);
  settleByReturn(items, books);
  settleByOpening(items, isPut, books);
  settleByColumns(items, asOf, books);
  if (books !== NO_BOOKS) settleByExchange(items, isPut, books);
  settleWithoutEvidence(rows, items, isPut, allBooks, books);
  if (tolerance !== undefined) closeRemainders(items, tolerance, books);
  return items;
}

// ----------------------------------------------------------------------------------------------------------------- ageing

function bucketKeys(bounds: number[], ageBy: 'due' | 'date'): string[] {
  const keys: string[] = ageBy === 'due' ? ['not_due'] : [];
  let from = ageBy === 'due' ? 1 : 0;
  for (const bound of bounds) {
    keys.push(`d${from}_${bound}`);
    from = bound + 1;
  }
  keys.push(`d${from}_plus`);
  return keys;
}

function bucketOf(days: number, bounds: number[], ageBy: 'due' | 'date'): string {
  const keys = bucketKeys(bounds, ageBy);
  if (ageBy === 'due' && days <= 0) return 'not_due';
  const offset = ageBy === 'due' ? 1 : 0;
  for (let i = 0; i < bounds.length; i++) if (days <= bounds[i]!) return keys[i + offset]!;
  return keys[bounds.length + offset]!;
}

function disputeOf(item: Item): 'whole' | bigint {
  const text = (item.row.disputed ?? '').trim().toLowerCase();
  if (['', '0', 'no', 'non', 'n', 'false', 'faux'].includes(text)) return 0n;
  if (['yes', 'y', 'oui', 'o', 'true', 'vrai', 'x', '1'].includes(text)) return 'whole';
  return positive(minor(text, item.currency));
}

/** How much of what is left of an item is disputed; `whole` is what was open of it before credits were set against it. */
function disputedPart(item: Item, left: bigint, whole: bigint): bigint {
  const dispute = disputeOf(item);
  // The amount is told in the row's currency: in the books it is worth its share of what is open.
  const open = openOf(item);
  if (dispute === 'whole' || (dispute > 0n && dispute >= open)) return left;
  return dispute === 0n ? 0n : smaller(left, shareOf(whole, dispute, open));
}

function foldedName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function compareText(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

/** An item as it is aged: what is left of it, in the currency of the figures, and the key of its place. */
interface Aged {
  item: Item;
  currency: string;
  left: bigint;
  whole: bigint;
  lateness: number;
  place: string;
}

function agedItems(rows: OracleRow[], options: AgeOptions): Aged[] {
  const { asOf, buckets = [30, 60, 90], ageBy = 'due', credits = 'separate', books } = options;
  const today = dayNumber(asOf);
  const aged = settledOn(rows, options).map((item): Aged => {
    const whole = books === undefined ? openOf(item) : item.worth;
    return { item, currency: books ?? item.currency, left: whole, whole, lateness: today - item.due, place: '' };
  });
  if (credits === 'oldest') {
    for (const account of new Set(aged.map(accountOf))) {
      const own = aged.filter((one) => accountOf(one) === account);
      const found = new Map(own.map((one) => [one.item, one]));
      const itemsOf = (side: Aged[]): Item[] => side.map((one) => one.item);
      for (const credit of inOrderOfUse(itemsOf(own.filter((one) => one.whole < 0n)), books ?? NO_BOOKS).map(
        (item) => found.get(item)!,
      )) {
        for (const debit of oldestFirst(itemsOf(own.filter((one) => one.whole > 0n)), books ?? NO_BOOKS).map(
          (item) => found.get(item)!,
        )) {
          const part = smaller(-credit.left, debit.left);
          credit.left += part;
          debit.left -= part;
        }
      }
    }
  }
  for (const one of aged) {
    const days = ageBy === 'due' ? one.lateness : today - one.item.date;
    one.place = one.left < 0n && credits !== 'in-place' ? 'unallocated' : bucketOf(days, buckets, ageBy);
  }
  return aged;
}

const accountOf = ({ item, currency }: Aged): string => JSON.stringify([item.customer, currency]);

export function age(rows: OracleRow[], options: AgeOptions): OracleAgeRow[] {
  const { buckets = [30, 60, 90], ageBy = 'due' } = options;
  const aged = agedItems(rows, options);
  const result: OracleAgeRow[] = [];

  for (const account of new Set(aged.map(accountOf))) {
    const [customer, currency] = JSON.parse(account) as [string, string];
    const sums = new Map([...bucketKeys(buckets, ageBy), 'unallocated'].map((key) => [key, 0n]));
    let [total, overdue, disputed] = [0n, 0n, 0n];
    let oldest: number | null = null;
    for (const one of aged) {
      if (accountOf(one) !== account) continue;
      total += one.left;
      sums.set(one.place, sums.get(one.place)! + one.left);
      const late = one.lateness > 0 && one.place !== 'unallocated';
      if (late) overdue += one.left;
      if (one.left <= 0n) continue;
      disputed += disputedPart(one.item, one.left, one.whole);
      if (late) oldest = Math.max(oldest ?? 0, one.lateness);
    }

    const name = rows.find((r) => (r.customer || r.name) === customer && r.name)?.name ?? '';
    const row: OracleAgeRow = { customer, name, currency };
    for (const [key, sum] of sums) row[key] = money(sum, currency);
    row['total'] = money(total, currency);
    row['overdue'] = money(overdue, currency);
    row['disputed'] = money(disputed, currency);
    row['oldest_days_late'] = oldest;
    result.push(row);
  }

  // Where no name is known, the id is what a reader looks for.
  const shownName = (row: OracleAgeRow): string => foldedName(String(row['name'] || row['customer']));
  return result.sort(
    (a, b) =>
      compareText(shownName(a), shownName(b)) ||
      compareText(String(a['customer']), String(b['customer'])) ||
      compareText(String(a['currency']), String(b['currency'])),
  );
}

/** Every posting with something left on it, in the order of the file. */
export function openItems(rows: OracleRow[], options: AgeOptions): OracleOpenItem[] {
  return agedItems(rows, options)
    .filter(({ left }) => left !== 0n)
    .map(({ item, currency, left, lateness, place }) => ({
      customer: item.customer,
      currency,
      document: item.document,
      kind: item.kind,
      open: money(left, currency),
      days_late: place === 'unallocated' ? null : lateness,
      bucket: place,
    }));
}

/** Open must be postings less what the rows' own columns settled: settling by reference moves money, it never makes any; what a tolerance closed is told. */
export function control(rows: OracleRow[], options: Pick<AgeOptions, 'asOf' | 'books' | 'tolerance'>): OracleControl[] {
  const { books, tolerance } = options;
  const items = settledOn(rows, options);
  const result: OracleControl[] = [];
  for (const currency of [...new Set(items.map((item) => books ?? item.currency))].sort()) {
    let [postings, byColumns, closed, open] = [0n, 0n, 0n, 0n];
    for (const item of items) {
      if ((books ?? item.currency) !== currency) continue;
      const left = books === undefined ? openOf(item) : item.worth;
      const taken = books === undefined ? (isDebit(item) ? 1n : -1n) * item.settledByColumns : item.worthByColumns;
      postings += books === undefined ? item.amount : item.booked;
      byColumns += taken;
      closed += books === undefined ? item.closed : item.worthClosed;
      open += left;
    }
    result.push({
      currency,
      postings: money(postings, currency),
      settled_by_columns: money(byColumns, currency),
      ...(tolerance === undefined ? {} : { tolerance: money(closed, currency) }),
      open: money(open, currency),
    });
  }
  return result;
}
