// Writes a ledger of any size in the plain CSV of `ar`: node test/bench/generate.mjs ROWS [--seed N] > ledger.csv
// The same rows and seed make the same bytes. It is a model of a ledger, not a sample of one: few customers have most of the
// postings (Zipf), two years of invoices, payments that name what they pay, in whole, in part or in no words at all.
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { generator } from './random.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '1' } } });
const rows = Number(positionals[0]);
const seed = Number(values.seed);
if (!Number.isSafeInteger(rows) || rows < 0 || !Number.isSafeInteger(seed)) {
  console.error('usage: node test/bench/generate.mjs ROWS [--seed N]');
  process.exit(2);
}

// A reader that has seen enough (`| head`) ends it without a word.
process.stdout.on('error', () => process.exit());

const FIRST_DAY = Date.UTC(2024, 6, 1) / 86_400_000;
const DAYS = 730;
const TERMS = [0, 15, 30, 30, 30, 45, 60, 60];
/** Currencies and how many decimals they have; most customers are billed in euros. */
const CURRENCIES = [...Array(17).fill(['EUR', 2]), ['GBP', 2], ['USD', 2], ['JPY', 0]];
const FIRMS = [
  'Aubépine',
  'Bellerive',
  'Crête',
  'Dubois',
  'Éclair',
  'Fjord',
  'García',
  'Höhn',
  'Île Verte',
  'Jönsson',
  'Łukasz',
  'Nuñez',
];
const TRADES = ['Négoce', 'Textiles', 'Maçonnerie', 'Foods', 'Optik', 'Transports', 'Papeterie', 'Metals', 'Conseil'];
const FORMS = ['SARL', 'SAS', 'GmbH', 'Ltd', 'SL', 'AB', 'SA'];
/** How many unpaid invoices payments choose from: enough for them to come late, few enough for any number of rows. */
const REMEMBERED = 4096;

const random = generator(seed);
const pick = (list) => list[Math.floor(random() * list.length)];

const customerCount = Math.max(3, Math.ceil(rows / 40));
const customers = Array.from({ length: customerCount }, (_, index) => customer(index));
const isoDays = new Map();
/** Invoices not yet paid in whole: {who, document, left}. */
const unpaid = [];
let documents = 0;

let chunk = 'customer,name,kind,document,reference,date,due,amount,currency\n';
for (let row = 0; row < rows; row += 1) {
  chunk += posting(FIRST_DAY + Math.floor((row / rows) * DAYS));
  if (chunk.length > 1 << 16) {
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
    chunk = '';
  }
}
process.stdout.write(chunk);

/** One row: an invoice more often than not, or what settles one of those still unpaid. */
function posting(day) {
  const chance = random();
  if (chance < 0.56 || unpaid.length === 0) return invoice(day);
  if (chance < 0.585) {
    const who = anyone();
    return line(who, 'payment', next('P'), '', day, '', -amount(who));
  }
  const place = Math.floor(random() * unpaid.length);
  const paid = unpaid[place];
  const isNote = chance < 0.63;
  const share = random() < (isNote ? 0.7 : 0.15) ? 0.1 + random() * 0.8 : 1;
  const settled = Math.max(1, Math.round(paid.left * share));
  paid.left -= settled;
  if (paid.left === 0) {
    // The last one takes its place: order says nothing here, and removing from the middle would be slow.
    const last = unpaid.pop();
    if (last !== paid) unpaid[place] = last;
  }
  return line(paid.who, isNote ? 'credit_note' : 'payment', next(isNote ? 'A' : 'P'), paid.document, day, '', -settled);
}

function invoice(day) {
  const who = anyone();
  const made = { who, document: next('F'), left: amount(who) };
  if (unpaid.length < REMEMBERED) unpaid.push(made);
  else unpaid[Math.floor(random() * REMEMBERED)] = made;
  return line(who, 'invoice', made.document, '', day, isoDay(day + who.terms), made.left);
}

/** A customer by rank: the chance of rank k falls as 1/k. */
function anyone() {
  return customers[Math.floor(customerCount ** random()) - 1];
}

/** Between 20 and 20,000 of the customer's currency, small amounts more often; in minor units. */
function amount({ decimals }) {
  return Math.round(20 * 1000 ** random() * 10 ** decimals);
}

function next(prefix) {
  documents += 1;
  return `${prefix}${String(documents).padStart(8, '0')}`;
}

function line({ id, name, currency, decimals }, kind, document, reference, day, due, minor) {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const whole = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return `${id},${name},${kind},${document},${reference},${isoDay(day)},${due},${minor < 0 ? '-' : ''}${whole},${currency}\n`;
}

function customer(index) {
  const plain = `${pick(FIRMS)} ${pick(TRADES)} ${index + 1}`;
  const style = random();
  const name =
    style < 0.06 ? `"${plain}, ${pick(FORMS)}"` : style < 0.1 ? `"""${plain}"" ${pick(FORMS)}"` : `${plain} ${pick(FORMS)}`;
  const [currency, decimals] = pick(CURRENCIES);
  return { id: `C${String(index + 1).padStart(6, '0')}`, name, currency, decimals, terms: pick(TERMS) };
}

function isoDay(day) {
  let text = isoDays.get(day);
  if (text === undefined) {
    text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    isoDays.set(day, text);
  }
  return text;
}
