// A small firm that reminds: three customers who are late, one who is not, on a disk of its own.
import { type MemoryDisk, memoryDisk } from '../peers/memory-disk.ts';
import { ar, type Ran } from '../peers/program.ts';

export const HEAD = 'customer,name,kind,document,reference,date,due,amount,currency';
export const LATE = [
  'A,Alder & Co,invoice,F1,,2024-04-01,2024-05-01,100.00,EUR',
  'A,Alder & Co,invoice,F2,,2024-05-20,2024-06-19,50.00,EUR',
  'B,Birch Ltd,invoice,F3,,2024-04-01,2024-06-20,200.00,EUR',
  'B,Birch Ltd,invoice,F4,,2024-04-01,2024-06-20,70.00,USD',
  'C,Cèdre SARL,invoice,F5,,2024-04-01,2024-06-25,300.00,EUR',
  'D,Dogwood,invoice,F6,,2024-06-01,2024-07-31,400.00,EUR',
] as const;

export const COMPANY = '[company]\nname = "Sender"\naddress1 = "1 Street"\npostcode = "1000"\ncity = "Town"\n';

export type Firm = {
  readonly disk: MemoryDisk;
  readonly rows?: readonly string[];
  readonly asOf?: string;
  readonly files?: Readonly<Record<string, string>>;
};

/** `ar dun` on the firm's ledger with its history; `more` holds --write and whatever else is asked for. */
export async function dun(firm: Firm, ...more: string[]): Promise<Ran> {
  const { disk, rows = LATE, asOf = '2024-06-30', files = {} } = firm;
  const given = { 'l.csv': [HEAD, ...rows, ''].join('\n'), 'ar.toml': COMPANY, ...files };
  const history = more.includes('--history') ? [] : ['--history', 'h.csv'];
  return ar(['dun', 'l.csv', '--as-of', asOf, '--law', 'fr', '--quiet', ...history, ...more], given, {}, disk);
}

export const write = (firm: Firm, ...more: string[]): Promise<Ran> => dun(firm, '--write', 'out', ...more);

/** The history as rows of cells by heading. */
export function historyOf(disk: MemoryDisk, path = 'h.csv'): Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = (disk.files().get(path) ?? '').trimEnd().split('\n');
  const keys = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [keys[i] ?? '', cell])));
}

/** The letters in the folder, by name. */
export function lettersOn(disk: MemoryDisk): Map<string, string> {
  return new Map([...disk.files()].filter(([path]) => path.startsWith('out/')).map(([path, text]) => [path.slice(4), text]));
}

export { memoryDisk };
