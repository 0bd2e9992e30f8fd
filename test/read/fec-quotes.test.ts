// What is a quote in a FEC, whose format knows none? A character of the text, unless it opens a cell that another closes right before a TAB, a bar or the end of the line;
// where the headings stand in quotes they are those of a CSV. By both readers, and no row is lost to one.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { runs } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { SEED } from '../properties/random-ledger.ts';
import { FEC_HEADINGS, fecRows, sale } from './fec-file.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const [NAME, LABEL] = [FEC_HEADINGS.indexOf('CompAuxLib'), FEC_HEADINGS.indexOf('EcritureLib')];

/** Sales, whose cells at these places are written as given. */
function fec(
  cells: readonly { readonly name?: string; readonly label?: string }[],
  mark = '\t',
  end = '\n',
  headings = FEC_HEADINGS,
): string {
  const rows = cells.flatMap(({ name = 'X', label = 'y' }, i) =>
    fecRows([sale(`V${i}`, '20260105', `C${i}`, 100_00)]).map((row) => row.with(NAME, name).with(LABEL, label)),
  );
  return [headings as readonly string[], ...rows].map((row) => row.join(mark) + end).join('');
}

/** Name and label of each posting, by both readers. */
async function read(text: string): Promise<string[]> {
  const of = async (...more: string[]): Promise<string[]> => {
    const ran = await ar(['convert', 'f.txt', '--format', 'json', '--quiet', ...more], { 'f.txt': text });
    expect(ran.code, ran.stderr).toBe(0);
    return (JSON.parse(ran.stdout).sections[0].rows as { name?: string; label: string }[]).map(
      ({ name, label }) => `${name ?? ''} ${label}`,
    );
  };
  const careful = await of('--engine', 'careful');
  expect(await of('--engine', 'swift')).toEqual(careful);
  expect(await of()).toEqual(careful);
  return careful;
}

test.each([
  ['that nothing closes', '"GARAGE MARTIN'],
  ['that closes a word', '"Le Petit Chalet" SARL'],
  ['alone', '"'],
  ['of three', '"""'],
  ['at the end', 'TUYAU 5"'],
  ['in the middle', 'Café "Le Zinc"'],
  ['around two words', '"A" et "B"'],
  ['twice in a row', '""Le Zinc'],
])('a quote %s is a character of the text', async (_, name) => {
  for (const mark of ['\t', '|'])
    for (const end of ['\n', '\r\n']) expect(await read(fec([{ name }, {}], mark, end))).toEqual([`${name} y`, 'X y']);
});

test.each([
  ['a text', '"GARAGE MARTIN"', 'GARAGE MARTIN'],
  ['a text with quotes', '"Café ""Le Zinc"""', 'Café "Le Zinc"'],
  ['nothing', '""', ''],
])('quotes around %s are none of it', async (_, name, says) => {
  expect(await read(fec([{ name }, {}]))).toEqual([`${says} y`, 'X y']);
});

describe('two quotes of a line', () => {
  it('take in no cells between them, where the line has as many as there are headings', async () => {
    expect(await read(fec([{ name: '"GARAGE', label: 'TUYAU 5"' }, {}]))).toEqual(['"GARAGE TUYAU 5"', 'X y']);
  });

  it('take in the TAB that makes one cell too many', async () => {
    expect(await read(fec([{ name: '"A\tB"' }, {}]))).toEqual(['A\tB y', 'X y']);
  });
});

describe('two quotes of two lines', () => {
  it('take in nothing', async () => {
    expect(await read(fec([{ name: '"GARAGE' }, { name: 'x"' }, { name: '"MARTIN' }]))).toEqual([
      '"GARAGE y',
      'x" y',
      '"MARTIN y',
    ]);
  });

  it('are of one cell where that makes as many as there are headings', async () => {
    expect(await read(fec([{ name: '"1, rue\nde la Paix"' }, {}]))).toEqual(['1, rue\nde la Paix y', 'X y']);
  });
});

it('is no end of the file where the last line opens one', async () => {
  expect(await read(fec([{}, { name: '"GARAGE' }]).slice(0, -1))).toEqual(['X y', '"GARAGE y']);
});

it('is that of a CSV where the headings stand in quotes', async () => {
  const rows = fecRows([sale('V0', '20260105', 'C0', 100_00)]).map((row) =>
    row.with(NAME, 'Café "Le Zinc"').with(LABEL, '"a\nb'),
  );
  const text = [FEC_HEADINGS as readonly string[], ...rows].map((row) => `${row.map(quoted).join('\t')}\n`).join('');
  expect(await read(text)).toEqual(['Café "Le Zinc" "a\nb']);
});

it('leaves every figure and line as it is', async () => {
  const run = (name: string) =>
    ar(['age', 'f.txt', '--as-of', '2026-06-30', '--format', 'csv'], { 'f.txt': fec([{ name }, { label: '' }, {}]) });
  const [strange, plain] = [await run('"GARAGE'), await run('GARAGE')];
  expect(strange.stdout.replaceAll('"""GARAGE"', 'GARAGE')).toBe(plain.stdout);
  expect(strange.stderr).toBe(plain.stderr);
});

it('is told by ar check, with the first cell that begins with one', async () => {
  const { stdout } = await ar(['check', 'f.txt', '--as-of', '2026-06-30', '--format', 'csv'], {
    'f.txt': fec([{ name: '"GARAGE' }, {}]),
  });
  expect(stdout).toContain(
    'f.txt,quotes,characters of the text,"its format knows none, and no quote closes 3 cells that begin with one: ""GARAGE"',
  );
});

it('is no breach that ar check --fec tells', async () => {
  const { stdout, stderr } = await ar(
    ['check', '123456789FEC20261231.txt', '--as-of', '2026-06-30', '--fec', '--section', 'findings'],
    {
      '123456789FEC20261231.txt': fec([{ name: '"GARAGE' }, {}]),
    },
  );
  expect(stdout + stderr).not.toContain('fec-refused');
});

/** Texts dense in quotes, of which none is closed as a cell of a CSV would be. */
const plainCell = fc
  .array(fc.constantFrom('"', '"', 'A', ' ', 'é', 'B'), { minLength: 1, maxLength: 7 })
  .map((some) => some.join('').trim())
  .filter((cell) => cell !== '' && !/^"(?:[^"]|"")*"$/.test(cell));
const anyCell = fc
  .array(fc.constantFrom('"', 'A', '\t', '\n', 'é', 'B'), { minLength: 1, maxLength: 7 })
  .map((some) => some.join('').trim())
  .filter((cell) => cell !== '');

test(`texts as they are are read as they are (seed ${SEED})`, async () => {
  const cells = fc.array(fc.record({ name: plainCell, label: plainCell }), { minLength: 2, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(cells, fc.constantFrom('\n', '\r\n'), async (some, end) => {
      expect(await read(fec(some, '\t', end))).toEqual(some.map(({ name, label }) => `${name} ${label}`));
    }),
    { numRuns: runs(60), seed: SEED },
  );
});

test(`texts that are quoted where they must be are read as they were (seed ${SEED})`, async () => {
  const cells = fc.array(fc.record({ name: anyCell, label: anyCell }), { minLength: 2, maxLength: 5 });
  const asNeeded = (cell: string): string => (/["\t\n]/.test(cell) ? quoted(cell) : cell);
  await fc.assert(
    fc.asyncProperty(cells, async (some) => {
      const text = fec(some.map(({ name, label }) => ({ name: asNeeded(name), label: asNeeded(label) })));
      // A cell that holds TABs and several lines is counted by nobody: such a file is refused with its line, or read right.
      const many = some.some(({ name, label }) => /\t/.test(name + label) && /\n/.test(name + label));
      if (many) return;
      expect(await read(text)).toEqual(some.map(({ name, label }) => `${name} ${label}`));
    }),
    { numRuns: runs(60), seed: SEED },
  );
});
