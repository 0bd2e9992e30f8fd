// What does an ar.toml say, and what is told of one that cannot be: each mistake with its line and the nearest name?
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../src/index.ts';
import { readConfig } from '../../src/read/config/read-config.ts';
import type { KeySpec, Sections } from '../../src/read/config/section.ts';
import { configText } from '../../src/read/config/text.ts';

const keySpec = (takes: KeySpec['takes']): KeySpec => ({
  takes,
  example: '"x"',
  refuse: (text) => (text.includes('bad') ? 'is bad' : undefined),
});
const SECTIONS: Sections = {
  input: { currency: keySpec('bare'), map: keySpec('pairs') },
  company: { name: keySpec('text'), vat_number: keySpec('text') },
};

const NUMBERS: Sections = { risk: { weights: { ...keySpec('pairs'), bareParts: true } } };

function read(text: string, sections = SECTIONS) {
  const diagnostics = new Diagnostics();
  const elsewhere = (key: string): string | undefined => (key === 'top' ? 'it is asked of each run: --top' : undefined);
  const settings = readConfig(text, 'ar.toml', sections, elsewhere, diagnostics);
  return {
    settings: settings.map(({ section, key, part, text: said, line }) => [section, key, part, said, line]),
    told: diagnostics.kept.map(({ code, line, what, value, fix }) => [code, line, what, value, fix]),
  };
}

describe('an ar.toml', () => {
  test('gives each text with its section, key, part and line', () => {
    expect(read('[input]\nmap = { due = "Échéance" }\ncurrency = "EUR"\n[company]\nname = "a"\n')).toEqual({
      settings: [
        ['input', 'map', 'due', 'Échéance', 2],
        ['input', 'currency', undefined, 'EUR', 3],
        ['company', 'name', undefined, 'a', 5],
      ],
      told: [],
    });
  });

  test.each([
    ['a section of a section', '[input.map]\ndue = "x"', 2],
    ['a dotted key', '[input]\nmap.due = "x"', 2],
    ['dotted all the way', 'input.map.due = "x"', 1],
    ['tables of one line', 'input = { map = { due = "x" } }', 1],
  ])('says the same in the form of %s', (_, text, line) => {
    expect(read(text)).toEqual({ settings: [['input', 'map', 'due', 'x', line]], told: [] });
  });

  test.each([
    ['5', '5'],
    ['2026-06-30', '2026-06-30'],
  ])('may say %s without quotes where the key takes it', (written, text) => {
    expect(read(`[input]\ncurrency = ${written}`).settings).toEqual([['input', 'currency', undefined, text, 2]]);
  });

  test('may say numbers of a table without quotes, where the key takes it', () => {
    expect(read('[risk]\nweights = { usage = 5, rhythm = 2.5 }', NUMBERS)).toEqual({
      settings: [
        ['risk', 'weights', 'usage', '5', 2],
        ['risk', 'weights', 'rhythm', '2.5', 2],
      ],
      told: [],
    });
    expect(read('[risk]\nweights = { usage = true }', NUMBERS).told).toEqual([
      ['config-bad-value', 2, '[risk] weights.usage takes a number, or a text in quotes', undefined, 'write weights = "x"'],
    ]);
  });

  test.each(['true', '1.5', '2026-06-30T10:00:00Z', '10:00:00', '["x"]', '{ a = "x" }'])(
    'may not say %s for a text',
    (written) => {
      expect(read(`[input]\ncurrency = ${written}`)).toEqual({
        settings: [],
        told: [['config-bad-value', 2, '[input] currency takes a text in quotes', undefined, 'write currency = "x"']],
      });
    },
  );

  test('may spell a key with - for _, and is told of it as it is written', () => {
    expect(read('[company]\nvat-number = "a"').settings).toEqual([['company', 'vat_number', undefined, 'a', 2]]);
    expect(read('[company]\nvat-number = "bad"').told).toEqual([
      ['config-bad-value', 2, '[company] vat-number is bad', 'bad', undefined],
    ]);
  });

  test('that is empty says nothing', () => {
    expect(read('')).toEqual({ settings: [], told: [] });
    expect(read('# nothing\n[input]\n')).toEqual({ settings: [], told: [] });
  });
});

describe('of a mistake is told', () => {
  test.each([
    [
      'a key near another',
      '[input]\ncurency = 1',
      ['config-unknown-key', 2, '[input] has no key curency', 'did you mean currency?'],
    ],
    [
      'a key near none',
      '[input]\nx = 1',
      ['config-unknown-key', 2, '[input] has no key x', 'the keys of [input] are currency, map'],
    ],
    [
      'a key of another section',
      '[input]\nname = 1',
      ['config-unknown-key', 2, '[input] has no key name', 'it belongs in [company]'],
    ],
    [
      'a key of another section, spelt with a dash',
      '[input]\nvat-number = 1',
      ['config-unknown-key', 2, '[input] has no key vat-number', 'it belongs in [company]'],
    ],
    [
      'a section that is known as a key',
      '[top]',
      ['config-unknown-key', 1, 'there is no section [top]', 'it is asked of each run: --top'],
    ],
    ['a key of a run', '[input]\ntop = 1', ['config-unknown-key', 2, '[input] has no key top', 'it is asked of each run: --top']],
    [
      'a section near another',
      '\n[inputs]\nx = 1',
      ['config-unknown-key', 2, 'there is no section [inputs]', 'did you mean input?'],
    ],
    [
      'a section near none',
      '[dunning]',
      ['config-unknown-key', 1, 'there is no section [dunning]', 'the sections are [input], [company]'],
    ],
    [
      'a key near one of another section',
      '[input]\nvat_numer = 1',
      ['config-unknown-key', 2, '[input] has no key vat_numer', 'did you mean vat_number in [company]?'],
    ],
    [
      'a key above all sections, near one',
      'curency = 1',
      ['config-unknown-key', 1, 'the key curency stands in no section', 'did you mean currency in [input]?'],
    ],
    [
      'a key above all sections',
      'currency = 1',
      ['config-unknown-key', 1, 'the key currency stands in no section', 'it belongs in [input]'],
    ],
    [
      'a name of JavaScript',
      '[input]\nconstructor = 1',
      ['config-unknown-key', 2, '[input] has no key constructor', 'the keys of [input] are currency, map'],
    ],
    [
      'a section of JavaScript',
      '[__proto__]',
      ['config-unknown-key', 1, 'there is no section [__proto__]', 'the sections are [input], [company]'],
    ],
    [
      'a section that is a text',
      'input = "x"',
      ['config-bad-value', 1, '[input] is a section of keys', 'write [input] on a line of its own, and its keys below'],
    ],
    [
      'a section twice',
      '[[input]]',
      ['config-bad-value', 1, '[input] is a section of keys', 'write [input] on a line of its own, and its keys below'],
    ],
    [
      'a table that is a text',
      '[input]\nmap = "x"',
      ['config-bad-value', 2, '[input] map takes a table of texts', 'write map = "x"'],
    ],
    [
      'a number in a table',
      '[input]\nmap = { due = 5 }',
      ['config-bad-value', 2, '[input] map.due takes a text in quotes', 'write map = "x"'],
    ],
  ])('%s', (_, text, [code, line, what, fix]) => {
    expect(read(text)).toEqual({ settings: [], told: [[code, line, what, undefined, fix]] });
  });

  test('a key that is given in both spellings, with the line of the second', () => {
    expect(read('[company]\nvat_number = "a"\n\nvat-number = "a"').told).toEqual([
      [
        'config-bad-value',
        4,
        '[company] vat-number and vat_number are one key, and it is given twice',
        undefined,
        'leave one of the two out',
      ],
    ]);
  });

  test('the text that cannot be taken', () => {
    expect(read('[input]\ncurrency = "a bad one"').told).toEqual([
      ['config-bad-value', 2, '[input] currency is bad', 'a bad one', undefined],
    ]);
    expect(read('[input]\ncurrency = ""').told).toEqual([['config-bad-value', 2, '[input] currency is empty', '', undefined]]);
  });

  test('everything, in the order of the lines, and what is right is taken', () => {
    const { settings, told } = read('input.x = 1\n[company]\nname = "bad"\n[typo]\n[input.map]\ndue = "bad"\ndate = "good"');
    expect(told.map(([, line]) => line)).toEqual([1, 3, 4, 6]);
    expect(settings).toEqual([['input', 'map', 'date', 'good', 7]]);
  });

  test.each([
    ['a text without quotes', '[input]\ncurrency = EUR\n', 2],
    ['a bracket that is not closed', '[input\n', 1],
    ['a key twice', '[input]\ncurrency = "EUR"\ncurrency = "USD"\n', 3],
    ['a section twice', '[input]\n[company]\n[input]\n', 3],
    ['a quote that is not closed', '[input]\ncurrency = "EUR\n', 2],
  ])('what is no TOML, with its line: %s', (_, text, line) => {
    const { settings, told } = read(text);
    expect(settings).toEqual([]);
    expect(told.map(([code, at]) => [code, at])).toEqual([['config-syntax', line]]);
  });
});

describe('the bytes of an ar.toml', () => {
  async function textOf(...pieces: (string | readonly number[])[]) {
    const diagnostics = new Diagnostics();
    const chunks = pieces.map((piece) => (typeof piece === 'string' ? new TextEncoder().encode(piece) : Uint8Array.from(piece)));
    const text = await configText({ name: 'ar.toml', chunks: () => chunks }, diagnostics);
    return { text, told: diagnostics.kept.map(({ code, line }) => [code, line]) };
  }

  test('may come in any pieces, and begin with a mark', async () => {
    expect(await textOf([0xef, 0xbb], [0xbf], 'a = "', [0xc3], [0xa9], '"')).toEqual({ text: 'a = "é"', told: [] });
  });

  test.each([
    ['of another encoding', ['a\nb', [0xe9], 'c'], [['file-not-utf8', 2]]],
    ['cut in a character', ['a\n', [0xc3]], [['file-not-utf8', 2]]],
    ['with a NUL', ['a\n\n', [0]], [['file-not-text', 3]]],
    ['of UTF-16', [[0xff, 0xfe, 0x41, 0]], [['file-not-text', undefined]]],
  ] as [string, (string | number[])[], unknown][])('are refused %s', async (_, pieces, told) => {
    expect(await textOf(...pieces)).toEqual({ text: undefined, told });
  });
});
