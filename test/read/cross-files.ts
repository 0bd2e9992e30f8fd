// In which ways can one ledger be written? Every mark, sign, encoding, delimiter, line end and spelling of days an export may have, as choices that are
// combined; what the ledger says is known beforehand, to the cent and the day.

export type Row = {
  readonly customer: string;
  readonly name: string;
  readonly kind: 'Facture' | 'Avoir' | 'Règlement';
  readonly document: string;
  /** Year, month and day. */
  readonly date: string;
  readonly due: string;
  /** Cents, debits positive. */
  readonly amount: number;
  /** Decimals that are written; an amount of three could part thousands as well. */
  readonly decimals: 0 | 2 | 3;
  /** What stands in the file instead, whatever the way. */
  readonly written?: { readonly date?: string; readonly amount?: string };
};

const soeurs = { customer: 'C1', name: 'Sœurs Éclair' };
const zinc = { customer: 'C2', name: 'Café "Le Zinc"; nord, sud | est' };

/** Line 5 tells the decimal mark and line 6 the order of the days; every other amount and day fits what it is not meant to be as well. */
export const STORY: readonly Row[] = [
  { ...soeurs, kind: 'Facture', document: 'F1', date: '2026-03-02', due: '2026-04-01', amount: 1234000, decimals: 0 },
  { ...soeurs, kind: 'Facture', document: 'F2', date: '2026-05-06', due: '2026-06-07', amount: 1250, decimals: 3 },
  { ...zinc, kind: 'Avoir', document: 'A1', date: '2026-02-03', due: '', amount: -8000, decimals: 0 },
  { ...soeurs, kind: 'Facture', document: 'F3', date: '2026-01-04', due: '2026-02-05', amount: 123450, decimals: 2 },
  { ...zinc, kind: 'Facture', document: 'F4', date: '2026-01-25', due: '2026-03-04', amount: 4500, decimals: 0 },
  { ...soeurs, kind: 'Règlement', document: 'R1', date: '2026-05-08', due: '', amount: -1200000, decimals: 0 },
  { ...zinc, kind: 'Facture', document: 'F5', date: '2026-06-05', due: '2026-07-08', amount: 100, decimals: 3 },
  { ...zinc, kind: 'Règlement', document: 'R2', date: '2026-07-09', due: '', amount: -1250, decimals: 3 },
];
/** Where the rows that tell stand in it. */
export const TELLS_DECIMAL = 3;
export const TELLS_ORDER = 4;
/** The line of the file a row of the story stands on. */
export const lineOf = (row: number): number => row + 2;

export const WAYS = {
  thousands: ['none', ' ', '\u00a0', '\u202f', "'", 'other'],
  decimal: ['.', ','],
  negative: ['-1', '1-', '(1)', 'CR'],
  encoding: ['utf-8', 'utf-8 with a mark', 'utf-16le', 'windows-1252', 'iso-8859-15'],
  delimiter: [',', ';', '\t', '|'],
  end: ['\n', '\r\n', '\r'],
  days: ['iso', 'dmy', 'mdy', 'd.m.yy', 'ymd8', 'dmy6', 'serial', 'janv.', 'Jan'],
} as const;

type Dimension = keyof typeof WAYS;
export type Way = { readonly [D in Dimension]: (typeof WAYS)[D][number] };
const DIMENSIONS = Object.keys(WAYS) as Dimension[];

const isSingle = ({ encoding }: Partial<Way>): boolean => encoding === 'windows-1252' || encoding === 'iso-8859-15';
/** There is no narrow space in encodings of one byte a character. */
const canBe = (way: Partial<Way>): boolean => !(way.thousands === '\u202f' && isSingle(way));

export function everyWay(): Way[] {
  let ways: Partial<Way>[] = [{}];
  for (const dimension of DIMENSIONS) {
    ways = ways.flatMap((way) => WAYS[dimension].map((choice) => ({ ...way, [dimension]: choice })));
  }
  return ways.filter(canBe) as Way[];
}

/** Few ways in which any two choices meet at least once. */
export function fewWays(): Way[] {
  const key = (a: Dimension, b: Dimension, way: Partial<Way>): string => `${a}=${way[a]} ${b}=${way[b]}`;
  const pairs = DIMENSIONS.flatMap((a, i) => DIMENSIONS.slice(i + 1).map((b) => [a, b] as const));
  const left = new Map<string, Partial<Way>>();
  for (const [a, b] of pairs) {
    for (const one of WAYS[a]) {
      for (const other of WAYS[b]) {
        const way = { [a]: one, [b]: other } as Partial<Way>;
        if (canBe(way)) left.set(key(a, b, way), way);
      }
    }
  }
  const ways: Way[] = [];
  for (let first = left.values().next(); first.done !== true; first = left.values().next()) {
    let way: Partial<Way> = first.value;
    for (const dimension of DIMENSIONS.filter((d) => !(d in way))) {
      const met = (choice: Partial<Way>): number =>
        pairs.filter(([a, b]) => (a === dimension ? b in choice : b === dimension && a in choice) && left.has(key(a, b, choice)))
          .length;
      const turned = [...WAYS[dimension].slice(ways.length % WAYS[dimension].length), ...WAYS[dimension]];
      const choices = turned.map((choice) => ({ ...way, [dimension]: choice }) as Partial<Way>).filter(canBe);
      way = choices.reduce((best, choice) => (met(choice) > met(best) ? choice : best));
    }
    for (const [a, b] of pairs) left.delete(key(a, b, way));
    ways.push(way as Way);
  }
  return ways;
}

/** An amount as the way spells it. */
export function amountIn(cents: number, decimals: Row['decimals'], way: Pick<Way, 'thousands' | 'decimal' | 'negative'>): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const mark = { none: '', other: way.decimal === '.' ? ',' : '.' }[way.thousands as string] ?? way.thousands;
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, mark);
  const bare = decimals === 0 ? whole : `${whole}${way.decimal}${digits.slice(-2).padEnd(decimals, '0')}`;
  if (cents >= 0) return bare;
  return { '-1': `-${bare}`, '1-': `${bare}-`, '(1)': `(${bare})`, CR: `${bare} CR` }[way.negative];
}

const FRENCH = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 86_400_000;

export function dayIn(iso: string, days: Way['days']): string {
  if (iso === '') return '';
  const [y, m, d] = iso.split('-') as [string, string, string];
  switch (days) {
    case 'iso':
      return iso;
    case 'dmy':
      return `${d}/${m}/${y}`;
    case 'mdy':
      return `${Number(m)}/${Number(d)}/${y}`;
    case 'd.m.yy':
      return `${d}.${m}.${y.slice(2)}`;
    case 'ymd8':
      return `${y}${m}${d}`;
    case 'dmy6':
      return `${d}${m}${y.slice(2)}`;
    case 'serial':
      return String((Date.parse(iso) - Date.parse('1899-12-30')) / DAY);
    case 'janv.':
      return `${Number(d)} ${FRENCH[Number(m) - 1]} ${y}`;
    case 'Jan':
      return `${ENGLISH[Number(m) - 1]} ${Number(d)}, ${y}`;
  }
}

const HEADINGS = ['Code client', 'Nom client', 'Type de pièce', 'N° facture', 'Date facture', 'Échéance', 'Montant TTC'];

/** The file of some rows. */
export function fileIn(way: Way, rows: readonly Row[] = STORY): Uint8Array {
  const lines = rows.map((row) => [
    ...[row.customer, row.name, row.kind, row.document],
    row.written?.date ?? dayIn(row.date, way.days),
    dayIn(row.due, way.days),
    row.written?.amount ?? amountIn(row.amount, row.decimals, way),
  ]);
  return encoded(textOf([HEADINGS, ...lines], way), way.encoding);
}

/** Records as text, quoted where they must be. */
function textOf(records: readonly (readonly string[])[], { delimiter, end }: Pick<Way, 'delimiter' | 'end'>): string {
  const quoted = (cell: string): string =>
    cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  return records.map((cells) => cells.map(quoted).join(delimiter) + end).join('');
}

/** A text in an encoding. Of the letters beyond Latin 1 only œ is written. */
function encoded(text: string, encoding: Way['encoding']): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with a mark':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'windows-1252':
      return Buffer.from(text.replaceAll('œ', '\x9c'), 'latin1');
    case 'iso-8859-15':
      return Buffer.from(text.replaceAll('œ', '\xbd'), 'latin1');
  }
}
