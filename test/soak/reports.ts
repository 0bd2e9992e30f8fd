// Which reports does a long test look at? Each command on the fixture firm, by what is typed, and a ledger of names that would be markup, formulas or something else.

const WHO = ['--customers', 'fixtures/customers.csv', '--config', 'fixtures/ar.toml', '--as-of', '2026-06-30'];
const LEDGER = 'fixtures/ledger.csv';

export const REPORTS: Readonly<Record<string, readonly string[]>> = {
  age: ['age', LEDGER, ...WHO],
  'age-detail': ['age', LEDGER, ...WHO, '--detail'],
  'age-compare': ['age', LEDGER, ...WHO, '--compare', '2026-03-31', '--buckets', '15,30,45,60,90,120', '--future', '30,60'],
  'age-many': ['age', LEDGER, ...WHO, '--buckets', Array.from({ length: 20 }, (_, i) => 10 * (i + 1)).join(',')],
  'age-collector': ['age', LEDGER, ...WHO, '--group-by', 'collector', '--credits', 'in-place', '--explain'],
  dso: ['dso', LEDGER, ...WHO, '--explain'],
  'dso-customer': ['dso', LEDGER, ...WHO, '--group-by', 'customer'],
  exposure: ['exposure', LEDGER, ...WHO, '--orders', 'fixtures/orders.csv', '--explain'],
  'exposure-compare': ['exposure', LEDGER, ...WHO, '--compare', '2026-03-31'],
  limit: ['limit', LEDGER, ...WHO],
  risk: ['risk', LEDGER, ...WHO],
  provision: ['provision', LEDGER, ...WHO, '--decisions', 'fixtures/decisions.csv'],
  entries: ['provision', LEDGER, ...WHO, '--decisions', 'fixtures/decisions.csv', '--entries'],
  losses: ['losses', LEDGER, ...WHO],
  interest: ['interest', LEDGER, ...WHO, '--legs'],
  dun: ['dun', LEDGER, ...WHO],
  explain: ['explain', 'FA26-0025', LEDGER, ...WHO],
  check: ['check', LEDGER, ...WHO],
  terms: ['terms', LEDGER, ...WHO],
  law: ['law', 'fr'],
  formats: ['formats'],
};

const NAMES = [
  `=cmd|' /C calc'!A0`,
  '<script>alert(1)</script>',
  '{{constructor}}',
  '[x](javascript:alert(1))',
  'A'.repeat(300),
  'שלום עולם בע״מ',
  'مؤسسة النور للتجارة',
  '\u202eevil',
  'constructor',
  '__proto__',
  '-2',
  '@SUM(A1)',
  '"><img src=x onerror=alert(1)>',
  '</style></title></svg>',
  '名前株式会社 と 友達',
  '0012',
];

export const HOSTILE_LEDGER = [
  'customer,name,kind,document,date,due,amount,currency',
  ...NAMES.map(
    (name, i) =>
      `K${i},"${name.replaceAll('"', '""')}",invoice,F${i},2026-06-05,2026-06-${10 + i},${1000 + i}.37,${i % 3 === 1 ? 'TND' : 'EUR'}`,
  ),
  '',
].join('\n');
