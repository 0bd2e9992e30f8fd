// What kind is each receivable of a FEC? Told by the entry it stands in, whichever reader takes it.
import { describe, expect, it, test } from 'vitest';
import { ar } from '../peers/program.ts';
import { type FecEntry, type FecLine, fecText, receipt, sale } from './fec-file.ts';

/** The postings as `document kind amount`, by both readers. */
async function postings(entries: readonly FecEntry[], text = fecText(entries)): Promise<string[]> {
  const of = async (...more: string[]): Promise<string[]> => {
    const ran = await ar(['convert', 'f.txt', '--format', 'json', '--quiet', ...more], { 'f.txt': text });
    expect(ran.code, ran.stderr).toBe(0);
    const rows = JSON.parse(ran.stdout).sections[0].rows as { document: string; kind: string; amount: string; account: string }[];
    return rows.map(({ document, kind, amount, account }) => [document, kind, amount, account].join(' '));
  };
  const careful = await of('--engine', 'careful');
  expect(await of()).toEqual(careful);
  return careful;
}

const entry = (journal: string, lines: readonly FecLine[], more: Partial<FecEntry> = {}): FecEntry => ({
  ...{ journal, number: `${journal}9`, day: '20260315', piece: 'X', lines },
  ...more,
});

const D = 120_00;

test.each<[string, readonly FecLine[], readonly string[]]>([
  [
    'a sale',
    [
      { account: '411000', aux: 'C1', amount: D },
      { account: '707', amount: -100_00 },
      { account: '44571', amount: -20_00 },
    ],
    ['invoice'],
  ],
  [
    'a credit note',
    [
      { account: '411000', aux: 'C1', amount: -D },
      { account: '709', amount: 100_00 },
      { account: '44571', amount: 20_00 },
    ],
    ['credit_note'],
  ],
  [
    'an invoice that was accrued',
    [
      { account: '411000', aux: 'C1', amount: D },
      { account: '418100', amount: -D },
    ],
    ['invoice'],
  ],
  [
    'a receipt',
    [
      { account: '512', amount: D },
      { account: '411000', aux: 'C1', amount: -D },
    ],
    ['payment'],
  ],
  [
    'a cheque on its way',
    [
      { account: '5112', amount: D },
      { account: '411000', aux: 'C1', amount: -D },
    ],
    ['payment'],
  ],
  [
    'cash less a discount',
    [
      { account: '530', amount: 118_00 },
      { account: '665', amount: 2_00 },
      { account: '411000', aux: 'C1', amount: -D },
    ],
    ['payment'],
  ],
  [
    'a discount',
    [
      { account: '665', amount: D },
      { account: '411000', aux: 'C1', amount: -D },
    ],
    ['discount'],
  ],
  [
    'a loss',
    [
      { account: '654', amount: 100_00 },
      { account: '44571', amount: 20_00 },
      { account: '411000', aux: 'C1', amount: -D },
    ],
    ['write_off'],
  ],
  [
    'late interest',
    [
      { account: '411000', aux: 'C1', amount: D },
      { account: '7631', amount: -D },
    ],
    ['charge'],
  ],
  [
    'an exchange gain',
    [
      { account: '411000', aux: 'C1', amount: D },
      { account: '766', amount: -D },
    ],
    ['fx'],
  ],
  [
    'an exchange loss',
    [
      { account: '656', amount: D },
      { account: '411000', aux: 'C1', amount: -D },
    ],
    ['fx'],
  ],
  [
    'a doubtful claim',
    [
      { account: '416000', aux: 'C1', amount: D },
      { account: '411000', aux: 'C1', amount: -D },
    ],
    ['transfer', 'transfer'],
  ],
  [
    'a bill',
    [
      { account: '413000', aux: 'C1', amount: D },
      { account: '411000', aux: 'C1', amount: -D },
    ],
    ['bill', 'transfer'],
  ],
  [
    'a bill that is paid',
    [
      { account: '512', amount: D },
      { account: '413000', aux: 'C1', amount: -D },
    ],
    ['payment'],
  ],
  [
    'an advance',
    [
      { account: '512', amount: D },
      { account: '419100', aux: 'C1', amount: -D },
    ],
    ['advance'],
  ],
  [
    'an advance taken up',
    [
      { account: '419100', aux: 'C1', amount: D },
      { account: '411000', aux: 'C1', amount: -D },
    ],
    ['transfer', 'transfer'],
  ],
  [
    'a retention',
    [
      { account: '411000', aux: 'C1', amount: 114_00 },
      { account: '411700', aux: 'C1', amount: 6_00 },
      { account: '704', amount: -D },
    ],
    ['invoice', 'retention'],
  ],
  [
    'a retention split off',
    [
      { account: '411700', aux: 'C1', amount: 6_00 },
      { account: '411000', aux: 'C1', amount: -6_00 },
    ],
    ['retention', 'transfer'],
  ],
  [
    'an invoice for an advance',
    [
      { account: '411000', aux: 'C1', amount: D },
      { account: '419100', aux: 'C1', amount: -100_00 },
      { account: '44571', amount: -20_00 },
    ],
    ['invoice', 'advance'],
  ],
  [
    'sales of a month less its credit notes',
    [
      { account: '411000', aux: 'C1', amount: 600_00 },
      { account: '411000', aux: 'C2', amount: -D },
      { account: '707', amount: -400_00 },
      { account: '44571', amount: -80_00 },
    ],
    ['invoice', 'credit_note'],
  ],
  [
    'a credit note that was to be made out',
    [
      { account: '411000', aux: 'C1', amount: -D },
      { account: '419800', amount: 100_00 },
      { account: '44587', amount: 20_00 },
    ],
    ['credit_note'],
  ],
  [
    'a reject within a remittance',
    [
      { account: '411000', aux: 'C1', amount: -600_00 },
      { account: '411000', aux: 'C2', amount: 200_00, label: 'Rejet chèque' },
      { account: '512', amount: 400_00 },
    ],
    ['payment', 'returned'],
  ],
  [
    'what is none of these',
    [
      { account: '411000', aux: 'C1', amount: D },
      { account: '467', amount: -D },
    ],
    ['other'],
  ],
])('%s', async (_, lines, kinds) => {
  const found = await postings([entry('OD', lines)]);
  expect(found.map((row) => row.split(' ')[1])).toEqual(kinds);
});

describe('money that went out to a customer', () => {
  const paid = receipt('B1', '20260301', 'C1', D);

  it('came back, where the customer had paid as much before', async () => {
    expect(await postings([paid, receipt('B2', '20260310', 'C1', -D)])).toEqual([
      'B1 payment -120 411000',
      'B2 returned 120 411000',
    ]);
  });

  it('was given back, where he had not', async () => {
    expect(await postings([paid, receipt('B2', '20260310', 'C1', -50_00)])).toEqual([
      'B1 payment -120 411000',
      'B2 refund 50 411000',
    ]);
  });

  it.each(['REJET CHQ', 'Impayé LCR', 'RETOUR PRLV'])('came back, as its label says: %s', async (label) => {
    expect((await postings([receipt('B2', '20260310', 'C1', -50_00, { label })]))[0]).toContain('returned');
  });

  it.each(['REMBOURSEMENT', 'RBT TROP PERÇU'])('was given back, as its label says: %s', async (label) => {
    expect((await postings([paid, receipt('B2', '20260310', 'C1', -D, { label })]))[1]).toContain('refund');
  });
});

describe('the entry of a line', () => {
  const month = [...sale('1', '20260331', 'C1', D).lines, ...receipt('1', '20260331', 'C2', D).lines];

  it('is cut where it balances', async () => {
    const found = await postings([entry('OD', month)]);
    expect(found.map((row) => row.split(' ')[1])).toEqual(['invoice', 'payment']);
  });

  it('is taken whole where its parts are receivables alone', async () => {
    const sorted = [
      { account: '411000', aux: 'C1', amount: D },
      { account: '411000', aux: 'C2', amount: -D },
      { account: '512', amount: D },
      { account: '707', amount: -D },
    ];
    expect((await postings([entry('OD', sorted)])).map((row) => row.split(' ')[1])).toEqual(['invoice', 'payment']);
  });

  it('is put together where its lines stand apart', async () => {
    const [one, two] = [sale('V1', '20260301', 'C1', D), sale('V2', '20260302', 'C2', D)];
    const apart = [
      { ...one, lines: one.lines.slice(0, 1) },
      { ...two, lines: two.lines.slice(0, 1) },
      { ...one, lines: one.lines.slice(1) },
      { ...two, lines: two.lines.slice(1) },
    ];
    expect((await postings(apart)).map((row) => row.split(' ')[1])).toEqual(['invoice', 'invoice']);
  });

  it('is told by journal, day and piece where every number is 0', async () => {
    const zero = [sale('F1', '20260301', 'C1', D), receipt('R1', '20260301', 'C1', D), sale('F2', '20260301', 'C2', D)];
    expect(await postings(zero.map((one) => ({ ...one, piece: one.number, number: '0' })))).toEqual([
      ...['F1 invoice 120 411000', 'R1 payment -120 411000', 'F2 invoice 120 411000'],
    ]);
  });

  it('that tells nothing has the kinds of its journal', async () => {
    const torn = sale('V2', '20260302', 'C2', D);
    const bare = { ...torn, lines: torn.lines.slice(0, 1) };
    const credit = { ...torn, number: 'V3', lines: [{ account: '411000', aux: 'C2', amount: -D }] };
    const found = await postings([sale('V1', '20260301', 'C1', D), bare, credit]);
    expect(found.map((row) => row.split(' ')[1])).toEqual(['invoice', 'invoice', 'credit_note']);
  });
});

describe('what is brought forward', () => {
  const lines = [
    { account: '101000', amount: -D },
    { account: '411000', aux: 'C1', amount: D },
  ];

  it.each([
    ['AN', 'A nouveaux'],
    ['RAN', 'Report'],
    ['ANO', 'A NOUVEAUX'],
    ['AN01', 'x'],
    ['OUV', 'Balance Initiale'],
    ['99', 'Report à nouveau'],
  ])('stands in the journal %s, %s', async (journal, name) => {
    expect((await postings([sale('V1', '20260101', 'C2', D), entry(journal, lines, { name })]))[1]).toContain('opening');
  });

  it('is the first entry of the year, where it moves own funds and earns nothing', async () => {
    const found = await postings([entry('OD', lines, { day: '20260101' }), sale('V1', '20260101', 'C2', D)]);
    expect(found.map((row) => row.split(' ')[1])).toEqual(['opening', 'invoice']);
  });

  it('has the day its label names, where its piece has none of its own', async () => {
    const line = { account: '411000', aux: 'C1', amount: D };
    const labelled = [
      { ...line, label: '31-03-2025 CLIENTS' },
      { ...line, label: 'Solde au 30/11/2025', pieceDay: '20251002' },
      { ...line, label: 'facture du 31/02/2025' },
      { ...line, amount: D + 1, label: 'le 01.04.2026' },
    ];
    const an = entry('AN', [...labelled, { account: '101000', amount: -4 * D - 1 }], { day: '20260101' });
    for (const engine of ['careful', 'swift']) {
      const args = ['age', 'f.txt', '--as-of', '2026-01-31', '--detail', '--format', 'csv', '--quiet', '--engine', engine];
      const { stdout } = await ar(args, { 'f.txt': fecText([an]) });
      const rows = stdout
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((row) => row.split(','));
      expect(rows.map((row) => `${row[5]} ${row.at(-1)}`)).toEqual([
        ...['2025-03-31 no_due', '2025-10-02 no_due', '2026-01-01 no_due age_unreliable', '2026-01-01 no_due age_unreliable'],
      ]);
    }
  });

  it('is no sale that comes first', async () => {
    expect((await postings([sale('V1', '20260101', 'C2', D)]))[0]).toContain('invoice');
  });
});

describe('the tax of an invoice', () => {
  /** Net, tax and rate of each posting. */
  async function taxes(entries: readonly FecEntry[]): Promise<unknown[]> {
    const of = async (engine: string): Promise<unknown[]> => {
      const ran = await ar(['convert', 'f.txt', '--format', 'json', '--quiet', '--engine', engine], {
        'f.txt': fecText(entries),
      });
      type Row = { net?: string; tax_amount?: string; tax_rate?: string };
      return (JSON.parse(ran.stdout).sections[0].rows as Row[]).map(({ net, tax_amount, tax_rate }) =>
        [net, tax_amount, tax_rate].join(' '),
      );
    };
    const careful = await of('careful');
    expect(await of('swift')).toEqual(careful);
    return careful;
  }

  it('is what its entry credits to accounts of tax', async () => {
    expect(await taxes([sale('V1', '20260101', 'C1', D), sale('V2', '20260102', 'C1', -60_00)])).toEqual([
      '100 20 20',
      '-50 -10 20',
    ]);
  });

  it('of a claim that is given up is what comes back of it; a loss without any is a loss of all', async () => {
    const lost = (tax: number): FecEntry => ({
      ...{ journal: 'OD', name: 'Divers', number: `O${tax}`, day: '20260301', label: 'Perte' },
      lines: [
        { account: '654400', amount: D - tax },
        ...(tax === 0 ? [] : [{ account: '445710', amount: tax }]),
        { account: '416000', aux: 'C1', amount: -D },
        { account: '491000', amount: 40_00 },
        { account: '781740', amount: -40_00 },
      ],
    });
    expect(await taxes([sale('V1', '20260101', 'C1', D), lost(20_00), lost(0)])).toEqual([
      '100 20 20',
      '-100 -20 20',
      '-120 0 0',
    ]);
  });

  it('is shared by the receivables of one sale', async () => {
    const lines = [
      { account: '411000', aux: 'C1', amount: 40_01 },
      { account: '411000', aux: 'C1', amount: 79_99 },
      { account: '707', amount: -100_00 },
      { account: '44571', amount: -20_00 },
    ];
    expect(await taxes([entry('VE', lines)])).toEqual(['33.34 6.67 20', '66.66 13.33 20']);
  });

  it('has no rate where it is of several, and is not known where the entry comes to something else', async () => {
    const several = [
      { account: '411000', aux: 'C1', amount: 175_50 },
      { account: '707', amount: -150_00 },
      { account: '44571', amount: -25_50 },
    ];
    const more = [
      { account: '411000', aux: 'C1', amount: 90_00 },
      { account: '419100', aux: 'C1', amount: 30_00 },
      { account: '707', amount: -100_00 },
      { account: '44571', amount: -20_00 },
    ];
    expect(await taxes([entry('VE', several)])).toEqual(['150 25.5 ']);
    expect(await taxes([entry('VE', more)])).toEqual(['75 15 20', '  ']);
    expect(await taxes([entry('VE', [...several, { account: '467', amount: 1 }, { account: '471', amount: -1 }])])).toEqual([
      '150 25.5 ',
    ]);
    expect(
      await taxes([
        entry('VE', [
          { account: '411000', aux: 'C1', amount: 99_00 },
          { account: '467', amount: 1_00 },
          ...several.slice(1, 2),
          { account: '512', amount: 50_00 },
        ]),
      ]),
    ).toEqual(['  ']);
  });
});
