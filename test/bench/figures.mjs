// Do two aged balances hold the same customers with the same figures, to the cent? node test/bench/figures.mjs OURS.csv THEIRS.csv
// Says so, or names what differs and ends with 1. The other one is ours as well, or DuckDB's, which ends with the same six figures.
// A process of its own: what the timing process holds would make every start below it slower.
import { readFileSync } from 'node:fs';
import { cellsOf } from './cells.mjs';

const FIGURES = ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus', 'unallocated'];
const SHOWN = 5;

const [ours, theirs] = process.argv.slice(2).map((path) => balance(readFileSync(path, 'utf8')));
const differences = [...new Set([...ours.keys(), ...theirs.keys()])].filter((key) => ours.get(key) !== theirs.get(key));
if (differences.length === 0) {
  console.log(`equal to the cent (${ours.size.toLocaleString('en')} customers)`);
} else {
  console.log(`${differences.length} of ${ours.size} customers differ; ${FIGURES.join(', ')}:`);
  for (const key of differences.slice(0, SHOWN)) {
    console.log(`  ${key}: ${ours.get(key) ?? 'not there'} against ${theirs.get(key) ?? 'not there'}`);
  }
  process.exitCode = 1;
}

/** `customer currency` → its six figures, each amount spelt in one way only. */
function balance(text) {
  const [headings, ...rows] = text.trimEnd().split('\n').map(cellsOf);
  const own = headings[0] === 'customer';
  const places = FIGURES.map((name, index) => (own ? headings.indexOf(name) : headings.length - FIGURES.length + index));
  const currency = own ? headings.indexOf('currency') : headings.length - FIGURES.length - 1;
  if (rows.length === 0 || currency < 0 || places.includes(-1)) throw new Error(`no aged balance: ${headings.join()}`);
  const found = new Map();
  for (const cells of rows) {
    const key = `${cells[0]} ${cells[currency]}`;
    if (cells.length !== headings.length || found.has(key)) throw new Error(`a row that cannot be compared: ${cells.join()}`);
    found.set(key, places.map((place) => oneSpelling(cells[place])).join(' '));
  }
  return found;
}

/** `-0.50`, `-.5` and `-0.5` are one amount, and nothing has no sign. Texts all the way: no cent is lost in a fraction. */
function oneSpelling(amount) {
  const match = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(amount);
  if (match === null) throw new Error(`not an amount: ${amount}`);
  const [, sign, whole, decimals = ''] = match;
  if (whole === '' && decimals === '') return '0';
  return `${sign}${whole || '0'}${decimals === '' ? '' : `.${decimals}`}`;
}
