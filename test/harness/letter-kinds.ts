// Letters of each level in each language under each law: a small firm under French law, one under British law, and customers of each kind who owe them.
import { ar, type Ran } from '../peers/program.ts';
import { lettersOn, memoryDisk } from './letters.ts';

export const LEVELS = ['pre_due', 'first', 'second', 'third', 'formal'] as const;
type Level = (typeof LEVELS)[number];

const FRENCH = `[company]
name = "Kernévad Distribution SAS"
address1 = "12 rue du Port"
postcode = "29200"
city = "Brest"
country = "FR"
registration = "732 829 320"
legal_form = "SAS"
share_capital = "50 000 €"
register = "Brest"
contact = "Anne Le Bras"
phone = "+33 2 98 00 00 00"
email = "compta@example.org"
signatory = "Yves Kerdoncuff"
signatory_title = "Responsable du crédit"
iban = "FR76 3000 6000 0112 3456 7890 189"
bic = "AGRIFRPP"
`;

const BRITISH = `[company]
name = "Brackenfold Timber Ltd"
address1 = "3 Saw Mill Yard"
postcode = "ZZ99 1BF"
city = "Brackenfold"
country = "GB"
registration = "01234567"
legal_form = "Ltd"
register = "England and Wales"
seat = "1 High Street, ZZ99 1AA Brackenfold"
email = "credit@example.org"
signatory = "Iris Ashdown"
signatory_title = "Credit Manager"
iban = "GB33 BUKB 2020 1555 5555 55"
`;

const DUNNING = `
[dunning]
levels = { standard = "pre_due -7, first 3, second 15, third 30, formal 45" }
`;

/** By name: language, law, kind, currency, country; each owes a document that was paid in part and one that was not. */
export const KINDS = {
  'fr-fr': ['fr', 'fr', 'business', 'EUR', 'FR'],
  'en-fr': ['en', 'fr', 'business', 'EUR', 'GB'],
  'fr-fr-consumer': ['fr', 'fr', 'consumer', 'EUR', 'FR'],
  'fr-fr-public': ['fr', 'fr', 'public', 'EUR', 'FR'],
  'fr-fr-dollars': ['fr', 'fr', 'business', 'USD', 'FR'],
  'fr-eu': ['fr', 'eu', 'business', 'EUR', 'BE'],
  'en-eu': ['en', 'eu', 'business', 'EUR', 'IE'],
  'en-uk': ['en', 'uk', 'business', 'GBP', 'GB'],
  'fr-uk': ['fr', 'uk', 'business', 'GBP', 'FR'],
  'en-uk-sole-trader': ['en', 'uk', 'sole_trader', 'GBP', 'GB'],
  'fr-uk-consumer': ['fr', 'uk', 'consumer', 'GBP', 'FR'],
} as const;
export type Kind = keyof typeof KINDS;

const COLUMNS = 'id,name,type,law,language,address1,postcode,city,country';

export type Asked = {
  readonly level: Level;
  readonly kinds: readonly Kind[];
  readonly company?: string;
  readonly dunning?: string;
  readonly rows?: readonly string[];
  readonly more?: readonly string[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
};

export type Written = {
  readonly ran: Ran;
  readonly letters: ReadonlyMap<string, string>;
  readonly plan: string;
  /** A letter as it lies in the folder. */
  readonly bytesOf: (name: string) => Uint8Array;
};

/** The letters of one level, whatever approval it needs, as of 30 June 2026; those under British law are of another firm than those under French. */
export async function lettersAt({ level, kinds, company, dunning = '', rows, more = [], files = {} }: Asked): Promise<Written> {
  const disk = memoryDisk();
  const before = LEVELS[LEVELS.indexOf(level) - 1];
  const [day, due] = level === 'pre_due' ? ['2026-06-05', '2026-07-05'] : ['2026-03-01', '2026-03-31'];
  const owed = kinds.flatMap((kind) => {
    const currency = KINDS[kind][3];
    return [
      `${kind},Client ${kind},invoice,${kind}-1,,${day},${due},1200.00,${currency}`,
      `${kind},Client ${kind},invoice,${kind}-2,,${day},${due},3400.50,${currency}`,
      `${kind},Client ${kind},payment,P-${kind},${kind}-1,2026-06-10,,-200.00,${currency}`,
    ];
  });
  const given = {
    'l.csv': ['customer,name,kind,document,reference,date,due,amount,currency', ...(rows ?? owed), ''].join('\n'),
    'c.csv': [
      COLUMNS,
      ...kinds.map((kind) => {
        const [language, law, type, , country] = KINDS[kind];
        return `${kind},Client ${kind},${type},${law},${language},4 rue du Relais,29991,Plouzarvel,${country}`;
      }),
      '',
    ].join('\n'),
    'ar.toml': (company ?? (kinds.some((kind) => KINDS[kind][1] === 'uk') ? BRITISH : FRENCH)) + DUNNING + dunning,
    'h.csv':
      before === undefined || before === 'pre_due'
        ? ''
        : [
            'day,customer,document,level',
            ...kinds.flatMap((kind) => [1, 2].map((n) => `2026-06-15,${kind},${kind}-${n},${before}`)),
          ].join('\n'),
    ...files,
  };
  const history = given['h.csv'] === '' ? [] : ['--history', 'h.csv'];
  const line = ['dun', 'l.csv', '--customers', 'c.csv', '--as-of', '2026-06-30', '--lang', 'en', ...more];
  const planned = await ar([...line.filter((_, i) => !isOfLetters(line, i)), ...history, '--quiet'], given);
  const plan = planned.stdout.replaceAll(',required,', ',yes,');
  const ran = await ar(
    [...line, '--history', 'h.csv', '--plan', 'p.csv', '--write', 'out'],
    { ...withoutEmpty(given), 'p.csv': plan },
    {},
    disk,
  );
  return { ran, plan: planned.stdout, letters: lettersOn(disk), bytesOf: (name) => disk.read(`out/${name}`) };
}

/** What says how letters are written has no say in a plan. */
function isOfLetters(line: readonly string[], i: number): boolean {
  return [i, i - 1].some((at) => ['--to', '--templates'].includes(line[at] ?? ''));
}

function withoutEmpty(files: Readonly<Record<string, string | Uint8Array>>): Record<string, string | Uint8Array> {
  return Object.fromEntries(Object.entries(files).filter(([, text]) => text !== ''));
}
