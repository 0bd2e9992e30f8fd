// Which column becomes which field, and is a doubt told instead of guessed?
import { describe, expect, it, test } from 'vitest';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import { FIELDS, type Field } from '../../src/ledger/field.ts';
import { type ColumnMap, mapHeadings as mapColumns } from '../../src/read/headings.ts';
import { LEDGER_HEADINGS } from '../../src/read/ledger-headings.ts';

const mapHeadings = (file: string, line: number, headings: readonly string[], map: ColumnMap<Field>, diagnostics: Diagnostics) =>
  mapColumns(LEDGER_HEADINGS, { file, line, headings, diagnostics }, map);

type Mapped = { columns: readonly string[] | undefined; told: readonly string[] };

function mapped(headings: readonly string[], map: { readonly [field in Field]?: string } = {}): Mapped {
  const diagnostics = new Diagnostics();
  const columns = mapHeadings('a.csv', 1, headings, new Map(Object.entries(map)) as Map<Field, string>, diagnostics);
  return {
    columns: columns?.map(({ field, index, heading, by }) => {
      expect(heading).toBe(headings[index]);
      return `${index} ${field} ${by}`;
    }),
    told: diagnostics.kept.map((d) => d.code),
  };
}

const NEEDED: readonly (readonly string[])[] = [
  ['customer', 'name'],
  ['date', 'posted'],
  ['amount', 'debit', 'credit', 'open_amount'],
];

/** The field of one heading, in a file that has beside it what a ledger needs beside the field expected. */
function fieldOf(heading: string, expected = ''): string | undefined {
  const beside = NEEDED.flatMap((fields) => (fields.includes(expected) ? [] : fields.slice(0, 1)));
  const columns = mapHeadings('a.csv', 1, [heading, ...beside], new Map(), new Diagnostics());
  expect(columns).toBeDefined();
  return columns?.find((column) => column.index === 0)?.field;
}

describe('a field', () => {
  test.each(FIELDS)('%s is known by its name', (field) => {
    expect(fieldOf(field, field)).toBe(field);
  });

  test.each([
    ['DUE', 'due'],
    ['Due', 'due'],
    [' due ', 'due'],
    ['Open Amount', 'open_amount'],
    ['open-amount', 'open_amount'],
    ['OPEN_AMOUNT', 'open_amount'],
    ['settled on:', 'settled_on'],
    ['Tax  rate (%)', 'tax_rate'],
    ['“reference”', 'reference'],
  ])('is known whatever the case and the punctuation: %j is %s', (heading, field) => {
    expect(fieldOf(heading, field)).toBe(field);
  });

  test.each([
    ['Customer ID', 'customer'],
    ['Customer No.', 'customer'],
    ['customer number', 'customer'],
    ['Code client', 'customer'],
    ['N° client', 'customer'],
    ['Nº client', 'customer'],
    ['No client', 'customer'],
    ['Customer name', 'name'],
    ['Raison sociale', 'name'],
    ['Nom du client', 'name'],
    ['Doc. type', 'kind'],
    ['Type pièce', 'kind'],
    ['Invoice No', 'document'],
    ['Invoice number', 'document'],
    ['N° facture', 'document'],
    ['Numéro facture', 'document'],
    ['Num. pièce', 'document'],
    ['Document date', 'date'],
    ['Date facture', 'date'],
    ['Date pièce', 'date'],
    ['Posting date', 'posted'],
    ['Date comptable', 'posted'],
    ['Due date', 'due'],
    ['Échéance', 'due'],
    ["Date d'échéance", 'due'],
    ['Date d’échéance', 'due'],
    ['DATE ECHEANCE', 'due'],
    ['Montant', 'amount'],
    ['Montant TTC', 'amount'],
    ['Devise', 'currency'],
    ['Currency code', 'currency'],
    ['Code tiers', 'customer'],
    ['N° compte tiers', 'customer'],
    ['Type de pièce', 'kind'],
    ['Numéro de facture', 'document'],
    ['Date d’émission', 'date'],
    ['Date de comptabilisation', 'posted'],
    ['À payer avant le', 'due'],
    ['Net à payer', 'amount'],
    ['Montant HT', 'net'],
    ['Montant TVA', 'tax_amount'],
    ['Reste à payer', 'open_amount'],
    ['Montant dû', 'open_amount'],
    ['Amount due', 'open_amount'],
    ['Montant réglé', 'paid_amount'],
    ['Date de règlement', 'settled_on'],
    ['Settled date', 'settled_on'],
    ['Montant débit', 'debit'],
    ['Conditions de règlement', 'terms'],
    ['Mode de règlement', 'payment_mode'],
    ['Code journal', 'journal'],
    ['Libellé', 'label'],
    ['En litige', 'disputed'],
    ['Statut', 'status'],
    ['Commercial', 'collector'],
    ['Pays', 'country'],
    ['customerID', 'customer'],
    ['InvoiceDate', 'date'],
    ['DUE-DATE', 'due'],
    ['due_date', 'due'],
    ['invoiceNumber', 'document'],
    ['countryCode', 'country'],
  ])('is known by another name: %j is %s', (heading, field) => {
    expect(fieldOf(heading, field)).toBe(field);
  });

  test.each(['', '   ', 'dues', 'date2', '#', 'constructor', 'Solde progressif', 'Days Past Due', 'Niveau de relance'])(
    'is not %j: the column stands aside',
    (heading) => {
      expect(fieldOf(heading)).toBeUndefined();
    },
  );
});

describe('the columns', () => {
  test.each<[string, readonly string[], { readonly [field in Field]?: string }, readonly string[]]>([
    ['stand in the order of the file', ['amount', 'date', 'customer'], {}, ['0 amount name', '1 date name', '2 customer name']],
    [
      'without a field are left out',
      ['x', 'customer', 'y', 'date', 'amount'],
      {},
      ['1 customer name', '3 date name', '4 amount name'],
    ],
    [
      'prefer the name of a field to a synonym, wherever it stands',
      ['Customer ID', 'customer', 'date', 'amount'],
      {},
      ['1 customer name', '2 date name', '3 amount name'],
    ],
    [
      'may be named by the user',
      ['Who', 'date', 'amount'],
      { customer: 'Who' },
      ['0 customer map', '1 date name', '2 amount name'],
    ],
    [
      'may be named in another spelling',
      ['Qui doit ?', 'date', 'amount'],
      { customer: 'qui-doit' },
      ['0 customer map', '1 date name', '2 amount name'],
    ],
    [
      'named by the user overrule the names of fields',
      ['customer', 'payer', 'date', 'amount'],
      { customer: 'payer' },
      ['1 customer map', '2 date name', '3 amount name'],
    ],
    [
      'taken by the user are not read a second time under their own name',
      ['customer', 'date', 'due', 'amount'],
      { posted: 'due' },
      ['0 customer name', '1 date name', '2 posted map', '3 amount name'],
    ],
    [
      'named by the user end an ambiguity',
      ['customer', 'date', 'Montant', 'Montant TTC'],
      { amount: 'Montant TTC' },
      ['0 customer name', '1 date name', '3 amount map'],
    ],
  ])('%s', (_, headings, map, columns) => {
    expect(mapped(headings, map)).toEqual({ columns, told: [] });
  });
});

describe('a weak name', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['Client alone is who owes', ['Client', 'date', 'amount'], ['0 customer weak', '1 date name', '2 amount name']],
    [
      'Client beside a code is a name',
      ['Code client', 'Client', 'date', 'amount'],
      ['0 customer synonym', '1 name weak', '2 date name', '3 amount name'],
    ],
    ['Compte alone is who owes', ['Compte', 'date', 'amount'], ['0 customer weak', '1 date name', '2 amount name']],
    [
      'Compte beside a customer is an account',
      ['Compte', 'Code tiers', 'date', 'amount'],
      ['0 account weak', '1 customer synonym', '2 date name', '3 amount name'],
    ],
    [
      'Montant gives way to Montant TTC',
      ['customer', 'date', 'Montant', 'Montant TTC'],
      ['0 customer name', '1 date name', '3 amount synonym'],
    ],
    ['Solde is what is open', ['customer', 'date', 'Solde'], ['0 customer name', '1 date name', '2 open_amount weak']],
    [
      'Solde beside debit and credit is looked at: it may run from row to row',
      ['customer', 'date', 'debit', 'credit', 'Solde'],
      ['0 customer name', '1 date name', '2 debit name', '3 credit name', '4 open_amount weak'],
    ],
    [
      'Total is an amount where nothing else is',
      ['customer', 'date', 'Total'],
      ['0 customer name', '1 date name', '2 amount weak'],
    ],
    [
      'two of a field that need not be are both left alone',
      ['customer', 'date', 'amount', 'Pièce', 'Réf'],
      ['0 customer name', '1 date name', '2 amount name'],
    ],
  ])('%s', (_, headings, columns) => {
    expect(mapped(headings)).toEqual({ columns, told: [] });
  });
});

test('a heading of a preset that stands twice is in doubt as any is', () => {
  const diagnostics = new Diagnostics();
  const place = { file: 'a.csv', line: 1, headings: ['Num', 'Customer', 'Date', 'Amount', 'Amount'], diagnostics };
  const preset = { columns: { amount: ['Amount'], document: ['Num'] }, known: [] };
  expect(mapColumns(LEDGER_HEADINGS, place, new Map(), preset)).toBeUndefined();
  expect(diagnostics.kept.map((d) => d.code)).toEqual(['heading-twice']);
});

describe('a likeness', () => {
  const SAID = ['0 customer name', '1 date name', '2 amount name'];
  test.each<[string, readonly string[], readonly string[]]>([
    ['is a heading that begins with a name', ['customer', 'date', 'amount', 'Due date (invoice)'], [...SAID, '3 due likeness']],
    [
      'is a heading that holds the words of one',
      ['customer', 'date', 'amount', 'Customer due date'],
      [...SAID, '3 due likeness'],
    ],
    ['is Échéance with more behind it', ['customer', 'date', 'amount', 'Échéance facture'], [...SAID, '3 due likeness']],
    ['is a name with a currency', ['customer', 'date', 'Montant TTC EUR'], [...SAID.slice(0, 2), '2 amount likeness']],
    [
      'is a weak name with a currency',
      ['customer', 'date', 'Open Advance (ILS)'],
      [...SAID.slice(0, 2), '2 open_amount likeness'],
    ],
    ['is a name with a currency in brackets', ['customer', 'date', 'Amount (USD)'], [...SAID.slice(0, 2), '2 amount likeness']],
    ['is none where two are like one field', ['customer', 'date', 'amount', 'Due date A', 'Due date B'], SAID],
    ['is none where a word makes another thing of it', ['customer', 'date', 'amount', 'Due date changed by'], SAID],
    ['is none of a field that has its column', ['customer', 'date', 'amount', 'due', 'Due date (old)'], [...SAID, '3 due name']],
  ])('%s', (_, headings, columns) => {
    expect(mapped(headings)).toEqual({ columns, told: [] });
  });
});

describe('is refused:', () => {
  test.each<[string, readonly string[], { readonly [field in Field]?: string }, readonly string[]]>([
    ['one heading twice', ['customer', 'date', 'amount', 'amount'], {}, ['heading-twice']],
    ['one heading twice in two spellings', ['customer', 'date', 'amount', 'AMOUNT'], {}, ['heading-twice']],
    ['two synonyms of one field', ['customer', 'date', 'Montant facture', 'Montant TTC'], {}, ['heading-twice']],
    ['two weak names of a field that is needed', ['customer', 'date', 'Solde', 'Encours'], {}, ['heading-twice']],
    [
      'three of one field, told twice',
      ['customer', 'date', 'amount', 'amount', 'amount'],
      {},
      ['heading-twice', 'heading-twice'],
    ],
    ['nobody who owes', ['date', 'amount'], {}, ['heading-missing']],
    ['no day', ['customer', 'due', 'amount'], {}, ['heading-missing']],
    ['no amount', ['customer', 'date', 'paid_amount'], {}, ['heading-missing']],
    ['nothing at all, told once', ['x', 'y'], {}, ['heading-missing']],
    ['two of three, each told', ['customer', 'y'], {}, ['heading-missing', 'heading-missing']],
    ['a heading the user names that is not there', ['customer', 'date', 'amount'], { due: 'Échéance' }, ['map-unknown-column']],
    ['a heading the user names that stands twice', ['customer', 'date', 'amount', 'x', 'X'], { due: 'x' }, ['heading-twice']],
    ['a needed column the user gave away', ['customer', 'date', 'amount'], { due: 'date' }, ['heading-missing']],
  ])('%s', (_, headings, map, told) => {
    expect(mapped(headings, map)).toEqual({ columns: undefined, told });
  });
});

describe('is enough:', () => {
  test.each<readonly [readonly string[]]>([
    [['customer', 'date', 'amount']],
    [['name', 'date', 'amount']],
    [['customer', 'posted', 'amount']],
    [['customer', 'date', 'debit']],
    [['customer', 'date', 'credit']],
    [['customer', 'date', 'open_amount']],
  ])('%j', (headings) => {
    expect(mapped(headings).told).toEqual([]);
  });
});

describe('what is told', () => {
  it('names both columns of an ambiguity, counted from 1', () => {
    const diagnostics = new Diagnostics();
    mapHeadings('a.csv', 3, ['customer', 'date', 'Montant facture', 'Montant TTC'], new Map(), diagnostics);
    expect(diagnostics.kept).toMatchObject([
      {
        file: 'a.csv',
        line: 3,
        column: 4,
        value: 'Montant TTC',
        what: expect.stringContaining('3 (Montant facture) and 4 (Montant TTC)'),
      },
    ]);
  });

  it('asks for the heading that was probably meant', () => {
    const diagnostics = new Diagnostics();
    mapHeadings('a.csv', 1, ['customer', 'date', 'amount', 'Payable'], new Map([['due', 'Payabel']] as const), diagnostics);
    expect(diagnostics.kept[0]?.fix).toMatch(/^did you mean "?Payable"?\?$/);
  });

  test.each([
    ['customer;date;amount', /--delimiter semicolon/],
    ['customer\tdate\tamount', /--delimiter tab/],
    ['customer|date|amount', /--delimiter bar/],
    ['customers', /HEADING/],
  ])('names the mark that would part what was made one heading: %j', (heading, fix) => {
    const diagnostics = new Diagnostics();
    mapHeadings('a.csv', 1, [heading], new Map(), diagnostics);
    expect(diagnostics.kept[0]?.fix).toMatch(fix);
  });
});
