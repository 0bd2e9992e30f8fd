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
  open_amount?: string;
  paid_amount?: string;
  settled_on?: string;
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
}

/** customer, name, currency, the buckets, unallocated, total, overdue, disputed: text; oldest_days_late: number or null. */
export type OracleAgeRow = Record<string, string | number | null>;

export interface OracleOpenItem {
  customer: string;
  currency: string;
  document: string;
  kind: string;
  open: string;
  /** Null for what is owed to the customer: a credit is never late. */
  days_late: number | null;
  bucket: string;
}

export interface OracleControl {
  currency: string;
  postings: string;
  settled_by_columns: string;
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
  /** Minor units, never negative: what references, and what the row's own columns, took off it. */
  settledByReference: bigint;
  settledByColumns: bigint;
}

const CREDIT_KINDS = ['credit_note', 'payment', 'write_off', 'discount', 'advance'];
const KNOWN_FIELDS = [
  ...['customer', 'name', 'kind', 'document', 'reference', 'date', 'posted', 'due', 'amount', 'debit', 'credit', 'currency'],
  ...['open_amount', 'paid_amount', 'settled_on', 'disputed', 'collector', 'group', 'country'],
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

function amountOf(row: OracleRow, currency: string): bigint {
  if (row.amount) return minor(row.amount, currency);
  if (!row.debit && !row.credit) throw new Error('a row without an amount');
  return (row.debit ? minor(row.debit, currency) : 0n) - (row.credit ? minor(row.credit, currency) : 0n);
}

/** Some exports write payments and credit notes without a sign: then, and only then, they are turned. The whole file decides. */
function creditsAreUnsigned(rows: OracleRow[]): boolean {
  let seen = false;
  for (const row of rows) {
    if (!CREDIT_KINDS.includes(row.kind ?? '')) continue;
    seen = true;
    if (amountOf(row, row.currency || 'EUR') <= 0n) return false;
  }
  return seen;
}

function itemsOn(rows: OracleRow[], asOf: string): Item[] {
  const turn = creditsAreUnsigned(rows);
  const items: Item[] = [];
  for (const row of rows) {
    const currency = row.currency || 'EUR';
    const date = dayNumber(row.date || row.posted || '');
    const posted = row.posted ? dayNumber(row.posted) : date;
    if (posted > dayNumber(asOf)) continue;
    let amount = amountOf(row, currency);
    const kind = row.kind || (amount >= 0n ? 'invoice' : 'payment');
    if (turn && CREDIT_KINDS.includes(kind)) amount = -amount;
    items.push({
      row,
      customer: row.customer ?? '',
      currency,
      kind,
      document: row.document ?? '',
      reference: row.reference ?? '',
      posted,
      date,
      due: row.due ? dayNumber(row.due) : date,
      amount,
      settledByReference: 0n,
      settledByColumns: 0n,
    });
  }
  return items;
}

// ------------------------------------------------------------------------------------------------------------- settlement

const isDebit = (item: Item): boolean => item.amount >= 0n;
const unsettledByReference = (item: Item): bigint => positive(item.amount) - item.settledByReference;

/** Signed: what is left of the posting. A debit paid twice over by its own columns is left negative. */
function openOf(item: Item): bigint {
  const settled = item.settledByReference + item.settledByColumns;
  return isDebit(item) ? item.amount - settled : item.amount + settled;
}

/** Earlier posting day first, then the larger amount, then as the file has them (sort is stable). */
function inOrderOfUse(items: Item[]): Item[] {
  return [...items].sort((a, b) => {
    if (a.posted !== b.posted) return a.posted - b.posted;
    const [x, y] = [positive(a.amount), positive(b.amount)];
    return x > y ? -1 : x < y ? 1 : 0;
  });
}

function oldestDueFirst(items: Item[]): Item[] {
  return [...items].sort((a, b) => a.due - b.due);
}

function settleByReference(items: Item[], from: 'credits' | 'debits'): void {
  const givers = inOrderOfUse(items.filter((item) => isDebit(item) === (from === 'debits') && item.reference !== ''));
  for (const giver of givers) {
    const named = items.filter(
      (item) =>
        isDebit(item) !== isDebit(giver) &&
        item.customer === giver.customer &&
        item.currency === giver.currency &&
        item.document === giver.reference,
    );
    // One document may have several rows (instalments), all of one date. Two dates: a number used twice, so nobody knows which.
    if (new Set(named.map((item) => item.date)).size > 1) continue;
    for (const target of oldestDueFirst(named)) {
      const part = smaller(unsettledByReference(giver), unsettledByReference(target));
      giver.settledByReference += part;
      target.settledByReference += part;
    }
  }
}

function settleByColumns(items: Item[], asOf: string): void {
  for (const item of items) {
    const { open_amount, paid_amount, settled_on } = item.row;
    if (settled_on && dayNumber(settled_on) > dayNumber(asOf)) continue;
    let target = 0n;
    if (open_amount) target = positive(item.amount) - positive(minor(open_amount, item.currency));
    else if (paid_amount) target = positive(minor(paid_amount, item.currency));
    else if (settled_on) target = positive(item.amount);
    if (target > item.settledByReference) item.settledByColumns = target - item.settledByReference;
  }
}

/** Everything posted on or before the day, settled from scratch. */
function settledOn(rows: OracleRow[], asOf: string): Item[] {
  const items = itemsOn(rows, asOf);
  settleByReference(items, 'credits');
  settleByReference(items, 'debits');
  settleByColumns(items, asOf);
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

function disputedPart(item: Item, open: bigint): bigint {
  const text = (item.row.disputed ?? '').trim().toLowerCase();
  if (['', '0', 'no', 'non', 'n', 'false'].includes(text)) return 0n;
  if (['yes', 'oui', 'true', 'x', '1'].includes(text)) return open;
  return smaller(minor(text, item.currency), open);
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

export function age(rows: OracleRow[], options: AgeOptions): OracleAgeRow[] {
  const { asOf, buckets = [30, 60, 90], ageBy = 'due', credits = 'separate' } = options;
  const today = dayNumber(asOf);
  const items = settledOn(rows, asOf);
  const result: OracleAgeRow[] = [];

  const accounts = new Set(items.map((item) => JSON.stringify([item.customer, item.currency])));
  for (const account of accounts) {
    const [customer, currency] = JSON.parse(account) as [string, string];
    const own = items.filter((item) => item.customer === customer && item.currency === currency);
    const left = new Map(own.map((item) => [item, openOf(item)]));
    const debits = own.filter((item) => openOf(item) > 0n);
    const inCredit = own.filter((item) => openOf(item) < 0n);

    if (credits === 'oldest') {
      for (const credit of inOrderOfUse(inCredit)) {
        for (const debit of oldestDueFirst(debits)) {
          const part = smaller(-left.get(credit)!, left.get(debit)!);
          left.set(credit, left.get(credit)! + part);
          left.set(debit, left.get(debit)! - part);
        }
      }
    }

    const sums = new Map(bucketKeys(buckets, ageBy).map((key) => [key, 0n]));
    let [unallocated, total, overdue, disputed] = [0n, 0n, 0n, 0n];
    let oldest: number | null = null;
    for (const item of own) {
      const open = left.get(item)!;
      const lateness = today - item.due;
      total += open;
      if (open < 0n && credits !== 'in-place') unallocated += open;
      else {
        const key = bucketOf(ageBy === 'due' ? lateness : today - item.date, buckets, ageBy);
        sums.set(key, sums.get(key)! + open);
      }
      if (open > 0n) disputed += disputedPart(item, open);
      if (open > 0n && lateness > 0) {
        overdue += open;
        oldest = Math.max(oldest ?? 0, lateness);
      }
    }

    const row: OracleAgeRow = { customer, name: rows.find((r) => r.customer === customer && r.name)?.name ?? '', currency };
    for (const [key, sum] of sums) row[key] = money(sum, currency);
    row['unallocated'] = money(unallocated, currency);
    row['total'] = money(total, currency);
    row['overdue'] = money(overdue, currency);
    row['disputed'] = money(disputed, currency);
    row['oldest_days_late'] = oldest;
    result.push(row);
  }

  return result.sort(
    (a, b) =>
      compareText(foldedName(String(a['name'])), foldedName(String(b['name']))) ||
      compareText(String(a['customer']), String(b['customer'])) ||
      compareText(String(a['currency']), String(b['currency'])),
  );
}

/** Every posting with something left on it, in the order of the file; credits apart, buckets of 30, 60 and 90 days. */
export function openItems(rows: OracleRow[], { asOf }: { asOf: string }): OracleOpenItem[] {
  const result: OracleOpenItem[] = [];
  for (const item of settledOn(rows, asOf)) {
    const open = openOf(item);
    if (open === 0n) continue;
    const lateness = dayNumber(asOf) - item.due;
    result.push({
      customer: item.customer,
      currency: item.currency,
      document: item.document,
      kind: item.kind,
      open: money(open, item.currency),
      days_late: open > 0n ? lateness : null,
      bucket: open > 0n ? bucketOf(lateness, [30, 60, 90], 'due') : 'unallocated',
    });
  }
  return result;
}

/** Open must be postings less what the rows' own columns settled: settling by reference moves money, it never makes any. */
export function control(rows: OracleRow[], { asOf }: { asOf: string }): OracleControl[] {
  const items = settledOn(rows, asOf);
  const result: OracleControl[] = [];
  for (const currency of [...new Set(items.map((item) => item.currency))].sort()) {
    let [postings, byColumns, open] = [0n, 0n, 0n];
    for (const item of items) {
      if (item.currency !== currency) continue;
      postings += item.amount;
      byColumns += isDebit(item) ? item.settledByColumns : -item.settledByColumns;
      open += openOf(item);
    }
    result.push({
      currency,
      postings: money(postings, currency),
      settled_by_columns: money(byColumns, currency),
      open: money(open, currency),
    });
  }
  return result;
}
