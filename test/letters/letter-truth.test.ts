// Do letters say what the plan says, of every document, whatever it is called? And is nothing that a ledger holds a template, markup or a path?
import { describe, expect, test } from 'vitest';
import { KINDS, type Kind, LEVELS, lettersAt, type Written } from '../harness/letter-kinds.ts';

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{constructor}}',
  '{{#if claimed}}{{/if}}',
  '[x](javascript:alert(1))',
  'a|b',
  '# **bold** _it_ `code` 1. - > &amp; \\',
  'x'.repeat(300),
  'mot '.repeat(75).trim(),
  'שלום בע״מ',
  'شركة ١٢٣',
  '\u202egnp.exe',
  '\u001b[2J\u001b]0;x\u0007',
  '\ue0000\ue001 \ue0001\ue001',
  '__proto__',
  '$& $1 $$',
];

/** Amounts of a text as whole minor units, in either language. */
function amountsIn(text: string): number[] {
  return [...text.matchAll(/(?<![\d.,])-?\d{1,3}(?:[,\u202f]\d{3})*[.,]\d{2}(?![\d%])/g)].map(([found]) =>
    Number(found.replace(/[^\d-]/g, '')),
  );
}

const column = (plan: string, key: string): string[] => {
  const [head = '', ...lines] = plan.trimEnd().split('\n');
  return lines.map((line) => line.split(',')[head.split(',').indexOf(key)] ?? '');
};

function holdsThePlan({ letters, plan }: Written, items: readonly (readonly [document: string, remaining: number])[]): void {
  const text = [...letters.values()].join('\n');
  const amounts = new Set(amountsIn(text));
  for (const [document, remaining] of items) {
    expect(text).toContain(document);
    expect(amounts, document).toContain(remaining);
  }
  for (const due of column(plan, 'amount_due')) expect(amounts, due).toContain(Number(due.replace('.', '')));
  for (const key of ['interest', 'indemnity']) {
    for (const claimed of column(plan, key))
      if (Number(claimed) > 0) expect(amounts, key).toContain(Number(claimed.replace('.', '')));
  }
}

describe.each(LEVELS)('%s: the letter, read back, has what the plan has', (level) => {
  test.each(Object.keys(KINDS) as Kind[])('%s', async (kind) => {
    const written = await lettersAt({ level, kinds: [kind] });
    expect(written.letters.size, written.ran.stderr).toBe(1);
    holdsThePlan(written, [
      [`${kind}-1`, 100_000],
      [`${kind}-2`, 340_050],
    ]);
  });
});

test('disputes and credits that nothing allocates are told, and the total is the plan’s', async () => {
  const rows = [
    'fr-fr,Client,invoice,D1,,2026-03-01,2026-03-31,1000.00,EUR,200.00',
    'fr-fr,Client,credit_note,N1,,2026-04-01,,-30.00,EUR,',
  ];
  const written = await lettersAt({
    ...{ level: 'second', kinds: ['fr-fr'] },
    files: { 'l.csv': ['customer,name,kind,document,reference,date,due,amount,currency,disputed', ...rows, ''].join('\n') },
  });
  const [letter = ''] = written.letters.values();
  for (const amount of [100_000, 20_000, -20_000, -3_000, 77_000]) expect(amountsIn(letter)).toContain(amount);
  expect(column(written.plan, 'amount_due')).toEqual(['770.00']);
  expect(letter).toContain('Ce qui est en litige n’est pas réclamé ici.');
  expect(letter).toMatch(/^Avoir +N1 +01\/04\/2026 +-30,00$/m);
});

test.each(HOSTILE)('a customer and a document called %j', async (name) => {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  const rows = [`X1,${quoted},invoice,${quoted},,2026-03-01,2026-03-31,1234.56,EUR`];
  const written = await lettersAt({ level: 'first', kinds: ['fr-fr'], rows, more: ['--law', 'fr'] });
  expect(written.letters.size, written.ran.stderr).toBe(1);
  const [[file = '', letter = ''] = []] = written.letters;
  expect(file).toMatch(/^2026-06-30-1-x1[a-z0-9-]*-first\.txt$/);
  expect(file.length).toBeLessThan(120);
  const seen = name.replace(/[\u202e\u001b\u0007]/g, '\ufffd');
  // Lines end where they must, and marks of direction are set round what is written from the right.
  const flat = letter.replace(/[\u2068\u2069]/g, '');
  const unbroken = (text: string): string => text.replace(/\s+/g, '');
  expect(unbroken(flat).split(unbroken(seen)).length, flat).toBeGreaterThan(2);
  expect(amountsIn(letter)).toContain(123_456);
  expect(letter).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  for (const line of flat.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(78);
});

describe('a template of one’s own', () => {
  const own = (name: string, text: string) => ({
    ...({ level: 'first', kinds: ['fr-fr'], dunning: 'templates = "mine"\n' } as const),
    files: { [`mine/${name}.md`]: text },
  });

  test('stands in the place of ours, and takes its parts from ours', async () => {
    const { letters } = await lettersAt(
      own('fr/fr/first', '# Mot doux\n\nPayez {{total}}, **svp**\\*.\n\n{{items}}\n\n{{> close}}\n'),
    );
    const [letter = ''] = letters.values();
    expect(letter).toMatch(/Objet\u00a0: +Mot doux/);
    expect(letter).toMatch(/^Payez 4\u202f400,50\u00a0€, svp\*\.$/m);
    expect(letter).toContain('Veuillez agréer');
  });

  test.each([
    ['{{amout}}', 'amout', 'there is no field of this name'],
    ['{{#if claimd}}x{{/if}}', 'claimd', 'there is no field of this name'],
    ['{{#if claimed}}{{amout}}{{/if}}', 'amout', 'there is no field of this name'],
    ['{{#unless claimed}}{{else}}{{amout}}{{/unless}}', 'amout', 'there is no field of this name'],
    ['{{constructor}}', 'constructor', 'there is no field of this name'],
    ['{{total.constructor}}', 'total.constructor', 'there is no field of this name'],
    ['{{../total}}', '../total', 'there is no field of this name'],
    ['{{> nothing}}', 'nothing', 'there is no template of this name'],
    ['{{> first}}', 'first', 'a part of itself'],
    ['{{#each items}}{{/each}}', 'each', 'and nothing else'],
    ['{{lookup items 0}}', 'lookup', 'and nothing else'],
    ['{{#if claimed}}', '', 'cannot be read'],
  ])('%s is refused before the first letter', async (text, value, told) => {
    const { ran, letters } = await lettersAt(own('fr/first', `# A\n\n${text}\n`));
    expect(letters.size).toBe(0);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/mine\/fr\/first.md:[34]: error template-refused/);
    expect(ran.stderr).toContain(told);
    expect(ran.stderr).toContain(value);
  });

  test('a folder without templates is told: ours would be taken for them', async () => {
    const { ran, letters } = await lettersAt({ ...own('x', ''), files: {} });
    expect([ran.code, letters.size]).toEqual([2, 0]);
    expect(ran.stderr).toContain('the folder has no template of letters');
  });
});

describe('what the contract allows', () => {
  const said = { retention_of_title: /propriété/, acceleration: /immédiatement exigibles/, suspension: /suspendrons/ };
  test.each(Object.entries(said))('%s', async (key, sentence) => {
    const without = await lettersAt({ level: 'formal', kinds: ['fr-fr'] });
    expect([...without.letters.values()].join('')).not.toMatch(sentence);
    const withIt = await lettersAt({ level: 'formal', kinds: ['fr-fr'], dunning: `${key} = "yes"\n` });
    expect([...withIt.letters.values()].join('')).toMatch(sentence);
  });

  test.each([
    ['fr-fr', '', 'sous 8 jours'],
    ['fr-fr', 'formal_days = 15\n', 'sous 15 jours'],
    ['en-uk', '', 'within 14 days'],
    ['en-uk-sole-trader', '', '30 days'],
    ['en-uk-sole-trader', 'formal_days = 10\n', '30 days'],
  ] as const)('%s %s: %s', async (kind, dunning, days) => {
    const { letters } = await lettersAt({ level: 'formal', kinds: [kind], dunning });
    expect([...letters.values()].join('')).toContain(days);
  });

  test('a contract’s rate is told, and under British law nothing fixed beside it', async () => {
    const { letters } = await lettersAt({ level: 'second', kinds: ['en-uk'], more: ['--rate', '12'] });
    const [letter = ''] = letters.values();
    expect(letter).toContain('12.00% a year');
    expect(letter).not.toMatch(/compensation/);
  });
});
