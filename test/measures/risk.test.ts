// Does `ar risk` find each figure, sign and reason of rules §1.8 in a ledger? Small ledgers through the program, figures worked out by hand.
import { describe, expect, test } from 'vitest';
import { ar } from '../peers/program.ts';

type Cells = { readonly [key: string]: string | number | null };
type Told = {
  readonly code: number;
  readonly rows: Cells[];
  readonly signs: Cells[];
  readonly figures: Cells[];
  readonly stderr: string;
};

const HEADINGS = 'customer,kind,document,reference,date,due,amount,currency,disputed,payment_mode';
/** Begins before both years that are compared, with another customer. */
const LONG_AGO = 'Z9,invoice,Z1,,2024-07-01,2024-07-31,10.00,EUR,,\nZ9,payment,Z2,Z1,2024-07-31,,-10.00,EUR,,';

/** Invoice and payment: day, due day, amount, day paid, amount paid. */
type Sale = readonly [date: string, due: string, amount: number, paid?: string, part?: number];

function sold(sales: readonly Sale[], customer = 'C1', currency = 'EUR'): string {
  return sales
    .flatMap(([date, due, amount, paid, part = amount], i) => [
      [customer, 'invoice', `${customer}-${i}`, '', date, due, amount, currency, '', ''],
      ...(paid === undefined
        ? []
        : [[customer, 'payment', `P-${customer}-${i}`, `${customer}-${i}`, paid, '', -part, currency, '', '']]),
    ])
    .map((cells) => cells.join(','))
    .join('\n');
}

async function risk(
  ledger: string,
  {
    customers = '',
    toml = '',
    args = [],
    headings = HEADINGS,
  }: { customers?: string; toml?: string; args?: string[]; headings?: string } = {},
): Promise<Told> {
  const files = {
    'l.csv': `${headings}\n${ledger}\n`,
    ...(customers === '' ? {} : { 'c.csv': customers }),
    ...(toml === '' ? {} : { 'ar.toml': toml }),
  };
  const with_ = customers === '' ? [] : ['--customers', 'c.csv'];
  const { code, stdout, stderr } = await ar(
    ['risk', 'l.csv', '--as-of', '2026-06-30', '--format', 'json', '--detail', ...with_, ...args],
    files,
  );
  const sections: { name: string; rows: Cells[] }[] = stdout === '' ? [] : JSON.parse(stdout).sections;
  const of = (name: string): Cells[] =>
    (sections.find((one) => one.name === name)?.rows ?? []).filter(({ customer }) => customer !== 'Z9');
  return { code, stderr, rows: of('risk'), signs: of('signs'), figures: of('figures') };
}

const figure = ({ figures }: Told, key: string): Cells => figures.find(({ sub_score }) => sub_score === key) as Cells;
const sign = ({ signs }: Told, key: string): Cells | undefined => signs.find(({ sign: of }) => of === key);

/** Three documents, each paid on its due day, over half a year. */
const PUNCTUAL: readonly Sale[] = [
  ['2025-10-01', '2025-10-31', 1000, '2025-10-31'],
  ['2025-12-01', '2025-12-31', 1000, '2025-12-31'],
  ['2026-02-01', '2026-03-03', 1000, '2026-03-03'],
  ['2026-06-20', '2026-07-20', 1000],
];

describe('a sub-score', () => {
  test('of days late is of the cash of 12 months, weighted: rules §1.2, 10 000 by 15 d, 5 000 by 40, 20 000 by 8', async () => {
    const told = await risk(
      sold([
        ['2025-09-01', '2025-10-01', 10_000, '2025-10-16'],
        ['2025-10-01', '2025-11-01', 5_000, '2025-12-11'],
        ['2025-12-01', '2026-01-01', 20_000, '2026-01-09'],
        // Paid before the 12 months.
        ['2025-01-01', '2025-01-31', 50_000, '2025-06-29'],
      ]),
    );
    expect(figure(told, 'days_late')).toMatchObject({ figure: 14.57, score: 75.71, weight: 25 });
  });

  test('of limit usage is exposure over limit: rules §1.6, 105 000 of 90 000', async () => {
    const told = await risk(sold([['2026-06-01', '2026-07-31', 105_000]]), { customers: 'id,credit_limit\nC1,90000.00\n' });
    expect(figure(told, 'usage')).toMatchObject({ figure: 1.1667, amount: 105_000, of: 90_000, score: 0 });
  });

  test.each([
    ['an empty limit is none', 'id,credit_limit\nC1,\n', { score: null, unknown: 'no_limit' }],
    ['a limit of nothing is exceeded by anything', 'id,credit_limit\nC1,0.00\n', { figure: null, score: 0, unknown: null }],
    [
      'a limit in another currency says nothing',
      'id,credit_limit,currency\nC1,5000.00,USD\n',
      { score: null, unknown: 'limit_in_other_currency' },
    ],
    [
      'a customer who stands in no row is not known',
      'id,credit_limit\nC2,5000.00\n',
      { score: null, unknown: 'not_in_customers' },
    ],
  ])('of limit usage: %s', async (_, customers, expected) => {
    expect(figure(await risk(sold(PUNCTUAL), { customers }), 'usage')).toMatchObject(expected);
  });

  test.each([
    ['a ledger that begins a month late compares no years', '', { score: null, unknown: 'history_too_short' }],
    ['who bought nothing before has no trend', LONG_AGO, { score: null, unknown: 'nothing_sold_before' }],
    [
      'credit notes are taken off',
      `${LONG_AGO}\nC1,invoice,A,,2024-09-01,2024-10-01,5000.00,EUR,,\nC1,credit_note,N,A,2024-09-02,,-1000.00,EUR,,`,
      { amount: 4000, of: 4000, figure: 0, score: 100 },
    ],
  ])('of sales: %s', async (_, before, expected) => {
    expect(figure(await risk([before, sold(PUNCTUAL)].filter((one) => one !== '').join('\n')), 'sales')).toMatchObject(expected);
  });

  test('of disputes is not known where no column tells them', async () => {
    const told = await risk(sold(PUNCTUAL).replaceAll(/,,$/gm, ''), { headings: HEADINGS.replace(',disputed,payment_mode', '') });
    expect(figure(told, 'disputes')).toMatchObject({ score: null, unknown: 'no_column_of_disputes' });
    expect(told.rows[0]).toMatchObject({ known: 0.7 });
  });

  test('of incidents counts what came back in 12 months, once a number and day', async () => {
    const back = (number: string, date: string): string => `C1,returned,${number},,${date},${date},100.00,EUR,,`;
    const told = await risk(
      [
        sold(PUNCTUAL),
        back('R1', '2026-01-10'),
        back('R1', '2026-01-10'),
        back('R2', '2026-02-10'),
        back('R3', '2025-06-30'),
      ].join('\n'),
    );
    expect(figure(told, 'incidents')).toMatchObject({ figure: 2, score: 50 });
    expect(sign(told, 'returned')).toMatchObject({ figure: 2, threshold: 1, amount: 300 });
  });

  test('of days late counts a payment that bounced as late as its debt is by now', async () => {
    const back = 'C1,returned,R1,P-C1-0,2025-11-05,,1000.00,EUR,,';
    const told = await risk(`${sold(PUNCTUAL)}\n${back}`);
    // 1000 by 242 days, due on 2025-10-31, and two thousands by none.
    expect(figure(told, 'days_late')).toMatchObject({ figure: 80.67, score: 0 });
  });

  test('of what is overdue leaves out what has no agreed due day', async () => {
    const told = await risk(
      `${sold(PUNCTUAL)}\nC1,invoice,X,,2025-08-01,,700.00,EUR,,\nC1,invoice,Y,,2026-05-01,2026-05-31,1000.00,EUR,,`,
    );
    expect(figure(told, 'overdue')).toMatchObject({ figure: 0.5, amount: 1000, of: 2000, score: 50 });
    expect(figure(told, 'oldest')).toMatchObject({ figure: 30, score: 66.67 });
  });
});

describe('a customer', () => {
  test.each<[string, string, string | null, string]>([
    [
      'who paid three documents is scored',
      sold(PUNCTUAL),
      'A',
      'without usage: not_in_customers; sales: history_too_short; legal: not_in_customers',
    ],
    ['who paid two is not', sold(PUNCTUAL.slice(1)), 'not_scored', 'few_documents'],
    [
      'whom nobody knew three months ago is not',
      sold(PUNCTUAL.map(([, , amount]) => ['2026-04-01', '2026-05-01', amount, '2026-05-01'] as const)),
      'not_scored',
      'few_months',
    ],
    ['of whom only open items are known is not', sold([['2025-01-01', '2025-01-31', 500]]), 'not_scored', 'open_items_only'],
  ])('%s', async (_, ledger, of, reason) => {
    expect((await risk(ledger)).rows[0]).toMatchObject({
      class: of,
      reason,
      ...(of === 'not_scored' ? { score: null } : { score: 100 }),
    });
  });

  test('in two currencies has two scores, and the limit is of one', async () => {
    const told = await risk(`${sold(PUNCTUAL)}\n${sold(PUNCTUAL, 'C1', 'USD').replaceAll('C1-', 'U1-')}`, {
      customers: 'id,credit_limit,currency\nC1,1250.00,USD\n',
    });
    expect(told.rows.map(({ currency, usage_score }) => [currency, usage_score])).toEqual([
      ['EUR', null],
      ['USD', 100],
    ]);
    expect(told.signs.map(({ currency, sign: of, figure: is }) => [currency, of, is])).toEqual([['USD', 'usage', 0.8]]);
  });

  test.each([
    ['a proceeding', 'proceeding\nC1,liquidation judiciaire', 'D', 0],
    ['a judgment, whatever it is called', 'judgment_date\nC1,2026-06-30', 'D', 0],
    ['a judgment of a later day', 'proceeding,judgment_date\nC1,liquidation,2026-07-01', 'A', 100],
    ['a proceeding that is denied', 'proceeding\nC1,aucune', 'A', 100],
    ['a status of law', 'status\nC1,Contentieux', 'A', 93.75],
    ['a stop of deliveries', 'status\nC1,bloqué', 'A', 100],
  ])('with %s', async (_, table, of, score) => {
    const told = await risk(sold(PUNCTUAL), { customers: `id,${table}\n` });
    expect(told.rows[0]).toMatchObject({ class: of, score });
    expect(told.signs.map(({ sign: key }) => key)).toEqual(
      of === 'D' ? ['proceeding'] : table.startsWith('status') ? ['status'] : [],
    );
  });

  test('in a proceeding is of class D without any history', async () => {
    const told = await risk(sold([['2026-06-01', '2026-07-01', 500]]), { customers: 'id,proceeding\nC1,sauvegarde\n' });
    expect(told.rows[0]).toMatchObject({ score: 0, class: 'D', reason: 'proceeding' });
  });
});

const LATE: readonly Sale[] = [
  ['2025-07-01', '2025-07-31', 1000, '2025-08-05'],
  ['2025-09-01', '2025-10-01', 1000, '2025-10-06'],
  ['2025-11-01', '2025-12-01', 1000, '2025-12-06'],
];

test('of two firms each is compared with the year before as far as its own books reach', async () => {
  const of = (entity: string, ledger: string): string => ledger.replaceAll(/^(.*)$/gm, `$1,${entity}`);
  const headings = `${HEADINGS},entity`;
  const before: Sale = ['2025-02-01', '2025-03-03', 1000, '2025-03-03'];
  const ledger = `${of('OLD', `${LONG_AGO}\n${sold([before, ...PUNCTUAL])}`)}\n${of('NEW', sold([before, ...PUNCTUAL]))}`;
  expect(figure(await risk(ledger, { headings, args: ['--entity', 'OLD'] }), 'sales')).toMatchObject({ figure: 3 });
  expect(figure(await risk(ledger, { headings, args: ['--entity', 'NEW'] }), 'sales')).toMatchObject({
    unknown: 'history_too_short',
  });
});

describe('a sign', () => {
  test.each<[string, string, string, Cells | undefined]>([
    [
      'lengthening',
      'at 10 days more',
      sold([...LATE, ['2026-03-01', '2026-04-01', 900, '2026-04-16']]),
      { figure: 15, before: 5, threshold: 10 },
    ],
    ['lengthening', 'below', sold([...LATE, ['2026-03-01', '2026-04-01', 900, '2026-04-15']]), undefined],
    [
      'lengthening',
      'before the due day',
      sold([...LATE.map(([a, b, c]) => [a, b, c, a] as const), ['2026-03-01', '2026-04-01', 900, '2026-04-01']]),
      undefined,
    ],
    ['oldest', 'at 60 days', sold([['2026-04-01', '2026-05-01', 500]]), { figure: 60, threshold: 60, amount: 500 }],
    ['oldest', 'at 59', sold([['2026-04-02', '2026-05-02', 500]]), undefined],
    [
      'round_payments',
      'in part',
      sold([['2026-01-01', '2026-01-31', 1234.56, '2026-02-10', 500]]),
      { figure: 1, threshold: 1, amount: 500 },
    ],
    ['round_payments', 'of an odd sum', sold([['2026-01-01', '2026-01-31', 1234.56, '2026-02-10', 550]]), undefined],
    ['round_payments', 'of the whole', sold([['2026-01-01', '2026-01-31', 500, '2026-02-10']]), undefined],
    ['round_payments', 'before 12 months', sold([['2025-01-01', '2025-01-31', 1234.56, '2025-02-10', 500]]), undefined],
    [
      'round_payments',
      'on account, while something is late',
      `${sold([['2026-01-01', '2026-01-31', 1234.56]])}\nC1,payment,PX,,2026-03-01,,-300.00,EUR,,`,
      { figure: 1, amount: 300 },
    ],
    [
      'round_payments',
      'paid up later',
      `${sold([['2026-01-01', '2026-01-31', 1234.56, '2026-02-10', 500]])}\nC1,payment,PX,C1-0,2026-03-01,,-734.56,EUR,,`,
      { figure: 1, amount: 500 },
    ],
    [
      'round_payments',
      'with the rest on one day',
      `${sold([['2026-01-01', '2026-01-31', 1234.56, '2026-02-10', 500]])}\nC1,payment,PX,C1-0,2026-02-10,,-734.56,EUR,,`,
      undefined,
    ],
    [
      'rhythm',
      'after twice the median',
      sold([
        ['2026-01-01', '2026-01-31', 10, '2026-01-31'],
        ['2026-02-01', '2026-03-03', 10],
        ['2026-03-04', '2026-04-03', 10],
        ['2026-04-04', '2026-05-04', 10],
      ]),
      { figure: 2.81, before: 31, threshold: 2 },
    ],
    [
      'rhythm',
      'of three days of invoices',
      sold([
        ['2026-01-01', '2026-01-31', 10, '2026-01-31'],
        ['2026-01-11', '2026-02-10', 10],
        ['2026-01-21', '2026-02-20', 10],
      ]),
      undefined,
    ],
    [
      'sales_falling',
      'by 30 %',
      `${LONG_AGO}\n${sold([
        ['2025-03-01', '2025-03-31', 1000, '2025-03-31'],
        ['2026-03-01', '2026-03-31', 700],
      ])}`,
      { figure: -0.3, threshold: -0.3, amount: 700 },
    ],
    [
      'sales_falling',
      'by less',
      `${LONG_AGO}\n${sold([
        ['2025-03-01', '2025-03-31', 1000, '2025-03-31'],
        ['2026-03-01', '2026-03-31', 700.01],
      ])}`,
      undefined,
    ],
    [
      'sales_surging_quarter',
      'from 1 April on',
      `${LONG_AGO}\n${sold([
        ['2025-04-01', '2025-05-31', 1000, '2025-05-31'],
        ['2026-04-01', '2026-05-31', 1500],
        ['2026-03-31', '2026-04-30', 9999],
      ])}`,
      { figure: 0.5, threshold: 0.5, amount: 1500 },
    ],
  ])('%s: %s', async (key, _, ledger, expected) => {
    const found = sign(await risk(ledger), key);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  test('of disputes is of the share of what is open, now and three months before', async () => {
    const told = await risk(
      `C1,invoice,A,,2025-12-01,2026-12-31,900.00,EUR,,\nC1,invoice,B,,2026-05-01,2026-12-31,300.00,EUR,150.00,`,
    );
    expect(sign(told, 'disputes')).toMatchObject({ figure: 0.125, threshold: 0.1, amount: 150 });
    expect(sign(told, 'disputes_growing')).toMatchObject({ figure: 0.125, before: 0, threshold: 0.1 });
  });

  test('of means of payment is one that was not used before', async () => {
    const paid = (date: string, means: string): string => `C1,payment,P${date},,${date},,-10.00,EUR,,${means}`;
    const usual = ['2025-05-01', '2025-09-01', '2026-01-01'].map((date) => paid(date, 'transfer'));
    expect(sign(await risk([...usual, paid('2026-04-01', 'cheque')].join('\n')), 'payment_means')).toMatchObject({
      figure: 'cheque',
      before: 'transfer',
    });
    expect(sign(await risk([...usual, paid('2026-04-01', 'transfer')].join('\n')), 'payment_means')).toBeUndefined();
    expect(sign(await risk([...usual.slice(1), paid('2026-04-01', 'cheque')].join('\n')), 'payment_means')).toBeUndefined();
  });
});

describe('[risk] in ar.toml', () => {
  const LATE_BY_30 = sold(
    PUNCTUAL.map(([date, due, amount, paid]) => (paid === undefined ? [date, due, amount] : [date, due, amount, plus(paid, 30)])),
  );
  const keys = { days_late: 0, overdue: 0, oldest: 0, usage: 0, sales: 0, frequency: 0, incidents: 0, disputes: 0, legal: 0 };
  const weights = (more: Partial<typeof keys>): string =>
    `[risk]\nweights = { ${Object.entries({ ...keys, ...more })
      .map(([key, weight]) => `${key} = ${weight}`)
      .join(', ')} }\n`;

  test.each([
    ['weights are shares of what they come to', weights({ days_late: 1, incidents: 3 }), { score: 87.5, class: 'A' }],
    ['a figure at which a sub-score is 0', `${weights({ days_late: 1 })}worst = { days_late = 40 }\n`, { score: 25, class: 'D' }],
    ['a figure up to which it is 100', `${weights({ days_late: 1 })}best = { days_late = "30" }\n`, { score: 100, class: 'A' }],
    ['classes', `${weights({ days_late: 1 })}classes = { A = 50, B = 40, C = 30 }\n`, { score: 50, class: 'A' }],
    ['what a history is', `${weights({ days_late: 1 })}history = { documents = 4 }\n`, { score: null, class: 'not_scored' }],
    ['a weight on nothing that is known', weights({ legal: 5 }), { score: null, class: 'not_scored', reason: 'nothing_known' }],
  ])('%s', async (_, toml, expected) => {
    expect((await risk(LATE_BY_30, { toml })).rows[0]).toMatchObject(expected);
  });

  test('thresholds of signs move, and "off" leaves one out', async () => {
    const late = sold([['2026-04-01', '2026-05-01', 500]]);
    expect(sign(await risk(late, { toml: '[risk]\nsigns = { oldest = 61 }\n' }), 'oldest')).toBeUndefined();
    expect(sign(await risk(late, { toml: '[risk]\nsigns = { oldest = "off" }\n' }), 'oldest')).toBeUndefined();
    expect(sign(await risk(late, { toml: '[risk]\nsigns = { oldest = "30" }\n' }), 'oldest')).toMatchObject({ threshold: 30 });
  });

  test('a word of status is given its meaning', async () => {
    const customers = 'id,status\nC1,Surveillé\n';
    const toml = '[risk]\nstatuses = { surveillé = "legal" }\n'.replace('surveillé =', '"surveillé" =');
    expect(figure(await risk(sold(PUNCTUAL), { customers, toml }), 'legal')).toMatchObject({ score: 0 });
  });

  test.each([
    ['weights = { days_late = -1 }', /weights days_late takes a whole number from 0 to 1000/],
    ['weights = { days = 10 }', /weights knows no sub-score "days"/],
    ['worst = { overdue = 50 }', /worst overdue takes a percentage, as "30%"/],
    ['best = { legal = 1 }', /best knows no sub-score with a figure "legal"/],
    ['signs = { oldest = "soon" }', /signs oldest takes a number of days, as "60", or "off"/],
    ['signs = { round_sum = 0 }', /signs round_sum takes a whole amount above 0/],
    ['classes = { D = 10 }', /classes knows no class with a least score "D"/],
    ['classes = { A = 50, B = 60 }', /A, B and C begin at descending scores/],
    ['best = { usage = "100%" }', /the sub-score usage is 100 up to a figure that is not below/],
    ['statuses = { active = "good" }', /statuses takes one of legal, blocked, none/],
    ['history = { years = 1 }', /history knows no measure of a history "years"/],
    [
      Object.keys(keys)
        .reduce((all, key) => `${all}${key} = 0, `, 'weights = { ')
        .replace(/, $/, ' }'),
      /weights are all 0/,
    ],
  ])('%s is refused with its line', async (line, expected) => {
    const { code, stderr } = await risk(sold(PUNCTUAL), { toml: `[risk]\n${line}\n` });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^ar\.toml:2: error config-bad-value: /);
    expect(stderr).toMatch(expected);
  });
});

test.each([
  ['a limit below nothing', { customers: 'id,credit_limit\nC1,-5.00\n' }, /^c\.csv:2:2: error cell-unreadable: credit_limit/],
  ['--in', { args: ['--in', 'EUR'] }, /error usage-bad-value: --in: a score is of a customer in one currency/],
])('%s is refused', async (_, more, expected) => {
  const { code, stderr } = await risk(sold(PUNCTUAL), more);
  expect(code).toBe(2);
  expect(stderr).toMatch(expected);
});

describe('--fail-on', () => {
  const D = { customers: 'id,proceeding\nC1,sauvegarde\nC2,\n' };
  test.each([
    ['D', D, 1],
    ['A', {}, 1],
    ['B', {}, 0],
    ['sign', {}, 0],
    ['sign', D, 1],
  ])('%s', async (limit, more, code) => {
    expect((await risk(sold(PUNCTUAL), { ...more, args: ['--fail-on', limit] })).code).toBe(code);
  });

  test('of who is not scored is of no class', async () => {
    expect((await risk(sold(PUNCTUAL.slice(1)), { args: ['--fail-on', 'A'] })).code).toBe(0);
  });
});

function plus(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
