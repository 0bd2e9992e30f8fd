// How else may the same ledger be written? node test/bench/rewrite.mjs WAY < plain.csv > other.csv
// Each way keeps what every cell means, so a reader must come to the same figures. The same input makes the same bytes.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { asNeeded, cellsOf, inQuotes } from './cells.mjs';
import { generator } from './random.mjs';

/** The headings of the race's generator; ours writes the names of the fields themselves. */
const FIELDS = {
  customer_id: 'customer',
  customer_name: 'name',
  doc_type: 'kind',
  doc_no: 'document',
  doc_date: 'date',
  due_date: 'due',
};

/** Other headings the program knows, in another order. For a reference it knows one name only. */
const RENAMED = {
  due: 'Échéance',
  currency: 'Devise',
  amount: 'Montant TTC',
  reference: 'REFERENCE',
  name: 'Raison sociale',
  document: 'N° facture',
  kind: 'Type pièce',
  customer: 'Code client',
  date: 'Date facture',
};

const ODD_SHARE = 0.03;
const random = generator(1);
const pick = (list) => list[Math.floor(random() * list.length)];
const space = () => pick([' ', '  ', '\t', '\u00a0']);

/** Spellings that are read to the same value: of every cell, and of the cells of some fields. */
const ODD_TEXTS = [
  (cell) => cell + space(),
  (cell) => space() + cell,
  (cell) => inQuotes(cell),
  (cell) => inQuotes(cell + space()),
];
const ODD = {
  kind: [(cell) => cell.toUpperCase(), (cell) => cell.replace('_', ' '), (cell) => cell[0].toUpperCase() + cell.slice(1)],
  currency: [(cell) => cell.toLowerCase()],
  amount: [
    // An apostrophe disarms what a spreadsheet would take for a formula.
    (cell) => (cell.startsWith('-') ? `'${cell}` : `+${cell}`),
    (cell) => (cell.startsWith('-') ? `-00${cell.slice(1)}` : `00${cell}`),
    (cell) => (cell.includes('.') ? `${cell}0` : `${cell}.0`),
    (cell) => cell.replace(/\.00$|(?<=\.\d)0$/, ''),
  ],
};

/** Each way, for the fields of the plain columns: what becomes of the headings, of a row of cells, and how a line ends. */
const WAYS = {
  shuffled: (fields) => {
    const order = Object.keys(RENAMED).map((field) => fields.indexOf(field));
    return {
      headings: () => Object.values(RENAMED).join(','),
      row: (cells) => order.map((place) => asNeeded(cells[place])).join(','),
    };
  },
  numbers: (fields) => {
    const isNumber = fields.map((field) => field === 'document' || field === 'reference');
    return { row: (cells) => cells.map((cell, place) => (isNumber[place] ? scrambled(cell) : asNeeded(cell))).join(',') };
  },
  odd: (fields) => ({ row: (cells) => cells.map((cell, place) => odd(cell, fields[place])).join(',') }),
  quoted: () => ({ headings: allQuoted, row: allQuoted }),
  crlf: () => ({ end: '\r\n' }),
  semicolons: () => ({
    headings: (cells) => cells.join(';'),
    row: (cells) => cells.map((cell) => asNeeded(cell, ';')).join(';'),
  }),
  french: (fields) => ({
    headings: (cells) => cells.join(';'),
    row: (cells) => cells.map((cell, place) => asNeeded(french(cell, fields[place]), ';')).join(';'),
  }),
};

const allQuoted = (cells) => cells.map(inQuotes).join(',');

/** A number without any order; the same one for the same number, so that references still find their documents. */
function scrambled(cell) {
  return cell === '' ? '' : createHash('sha256').update(cell).digest('hex').slice(0, 16);
}

function odd(cell, field) {
  if (random() >= ODD_SHARE) return asNeeded(cell);
  if (cell === '') return pick(['""', ' ', '\t']);
  // White space before a quote would make it a part of the text, so these keep all of it inside.
  if (asNeeded(cell) !== cell) return inQuotes(space() + cell + space());
  return pick([...ODD_TEXTS, ...(ODD[field] ?? [])])(cell);
}

function french(cell, field) {
  if (field === 'amount') return cell.replace('.', ',');
  return field === 'date' || field === 'due' ? cell.split('-').reverse().join('/') : cell;
}

const way = WAYS[process.argv[2]];
if (way === undefined) {
  console.error(`usage: node test/bench/rewrite.mjs ${Object.keys(WAYS).join('|')} < plain.csv > other.csv`);
  process.exit(2);
}
await rewrite();

async function rewrite() {
  let headings;
  let row;
  let end;
  let chunk = '';
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (row === undefined) {
      const cells = cellsOf(line);
      const asIs = (plain) => plain.map((cell) => asNeeded(cell)).join(',');
      ({ headings = asIs, row = asIs, end = '\n' } = way(cells.map((heading) => FIELDS[heading] ?? heading)));
      chunk += headings(cells) + end;
      continue;
    }
    chunk += row(cellsOf(line)) + end;
    if (chunk.length < 1 << 16) continue;
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
    chunk = '';
  }
  process.stdout.write(chunk);
}
