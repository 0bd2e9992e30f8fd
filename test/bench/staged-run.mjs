// Where does the time of one `ar age FILE --as-of DAY --format csv` go? The same steps through the same modules as the command
// takes them, with the clock between two of them. stages.mjs bundles it as the program is bundled; the marks go to standard error.
import { parseIsoDay } from '../../src/core/day.ts';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import { openOut } from '../../src/io/out.ts';
import { openSource } from '../../src/io/source.ts';
import { AGE_COLUMNS, agedBalance } from '../../src/measures/age.ts';
import { buckets } from '../../src/policy/buckets.ts';
import { readLedger } from '../../src/read/read-ledger.ts';
import { csv } from '../../src/report/render/delimited.ts';
import { ageSection } from '../../src/report/views/age.ts';
import { openBook } from '../../src/settle/book.ts';
import { SETTLEMENT_COLUMNS } from '../../src/settle/settle.ts';

const marks = { started: performance.nodeTiming.bootstrapComplete, loaded: performance.now() };
const [path, day] = process.argv.slice(2);
void run(parseIsoDay(day));

async function run(asOf) {
  const columns = [...new Set([...SETTLEMENT_COLUMNS, 'line', ...AGE_COLUMNS])];
  const { ledger, whole } = await readLedger([openSource(path)], { columns, map: new Map(), currency: 'EUR' }, new Diagnostics());
  if (!whole) throw new Error(`${path} cannot be read as a whole`);
  marks.read = performance.now();

  const book = openBook(ledger);
  book.at(asOf);
  marks.settled = performance.now();

  const request = {
    asOf,
    buckets: buckets('due'),
    credits: 'separate',
    groupBy: 'customer',
    customers: undefined,
    inBase: false,
  };
  const balance = agedBalance(book, request);
  marks.aged = performance.now();

  const section = ageSection(balance, request, undefined, undefined, []);
  const out = openOut(1);
  for (const piece of csv({ sections: [section] }, { dialect: 'plain' })) out.write(piece);
  marks.written = performance.now();

  process.stderr.write(JSON.stringify(marks));
}
