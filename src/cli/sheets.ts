// Which sheets justify write-downs to an auditor (--sheets)? One a debtor, one for a matrix, and the notices that the law has the debtor be sent; each as Markdown and as HTML.
import { join } from 'node:path';
import type { Day } from '../core/day.ts';
import { compareCodePoints } from '../core/fold.ts';
import { gather } from '../core/gather.ts';
import { counted } from '../core/plural.ts';
import { type Lang, type Word, word } from '../core/word.ts';
import { duplicateNotice } from '../letters/duplicate-notice.ts';
import { FileNames } from '../letters/file-names.ts';
import { proseHtml } from '../letters/html.ts';
import { matrixSheet } from '../letters/matrix-sheet.ts';
import { proseMd } from '../letters/md.ts';
import type { Prose } from '../letters/prose.ts';
import { writeDownSheet } from '../letters/write-down-sheet.ts';
import { type DuplicateNotice, duplicateNotices } from '../measures/provision/notices.ts';
import type { WriteDown, WriteOff } from '../measures/provision/write-down.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import { noticeTable } from '../report/views/duplicate-notice.ts';
import { visible } from '../text/visible.ts';
import type { Input, Written } from './command.ts';
import { matrixFacts } from './matrix-facts.ts';
import { sheetFacts } from './sheet-facts.ts';
import { debtorOf, firmOf } from './sheet-parties.ts';

type Asked = {
  readonly folder: string;
  readonly policy: ProvisionPolicy;
  readonly decidedUntil: Day;
  readonly inBase: boolean;
  readonly writeOffs: readonly WriteOff[];
  readonly lang: Lang;
};

type Sheet = { readonly name: string; readonly prose: () => Prose };

/** `rows`: in the order of the report. What to write, and the sentence that says so. */
export function sheetsOf(input: Input, rows: readonly WriteDown[], asked: Asked) {
  const notices = duplicateNotices(input.book.ledger, asked.writeOffs);
  const names = namesFor(input, rows);
  const sheets = [
    ...debtorSheets(input, rows, asked, names),
    ...(asked.policy.matrix !== undefined && rows.some(({ method, items }) => method === 'matrix' && items.length > 0)
      ? [{ name: MATRIX, prose: () => matrixSheet(matrixFacts(input, rows, asked.policy), asked.lang) }]
      : []),
    ...noticeSheets(input, notices, names),
  ];
  return {
    note: noteOf(sheets.length, asked.folder),
    outcome: {
      writes: sheets.flatMap((sheet) => filesOf(sheet, asked.folder)),
      folders: sheets.length === 0 ? [] : [asked.folder],
    },
  };
}

const MATRIX = 'matrix';

type Names = { readonly of: (id: string) => string; readonly given: FileNames };

/** Names are given to all customers of the ledger, so that a sheet has one name whoever else is asked for. */
function namesFor({ book: { ledger } }: Input, rows: readonly WriteDown[]): Names {
  const given = new FileNames();
  given.give(MATRIX);
  const names = new Map<string, string>();
  for (const ids of [ledger.customers.ids, rows.map(({ id }) => id)]) {
    for (const id of [...new Set(ids)].sort(compareCodePoints)) if (!names.has(id)) names.set(id, given.give(id));
  }
  return { of: (id) => names.get(id) ?? given.give(id), given };
}

/** Of each debtor with a claim that was decided of, or an allowance that goes whole. */
function debtorSheets(input: Input, rows: readonly WriteDown[], asked: Asked, names: Names): Sheet[] {
  const byId = new Map<string, WriteDown[]>();
  for (const row of rows) gather(byId, row.id, row);
  const debtors = [...byId.values()].filter((all) =>
    all.some(({ method, items }) => method === 'specific' || items.length === 0),
  );
  const factsOf = sheetFacts(input, debtors, asked);
  return debtors.map((all) => ({
    name: names.of((all[0] as WriteDown).id),
    prose: () => writeDownSheet(factsOf(all), asked.lang),
  }));
}

function noticeSheets(input: Input, notices: readonly DuplicateNotice[], { of, given }: Names): Sheet[] {
  return notices.map((notice) => {
    const { id, name, currency, lines } = notice;
    const facts = { id, currency, lines, asOf: input.asOf, seller: firmOf(input), table: noticeTable(notice) };
    return {
      name: given.beside(of(id), 'notice-'),
      prose: () => duplicateNotice({ ...facts, debtor: debtorOf(input, id, name) }),
    };
  });
}

function filesOf({ name, prose }: Sheet, folder: string): Written[] {
  const both = twice(prose);
  return [
    { path: join(folder, `${name}.md`), isNameOurs: true, pieces: () => proseMd(both()) },
    { path: join(folder, `${name}.html`), isNameOurs: true, pieces: () => proseHtml(both()) },
  ];
}

/** What is found for the first of two files serves the second, and is held no longer: thousands of sheets need the memory of one. */
function twice<T>(find: () => T): () => T {
  let held: T | undefined;
  return () => {
    const found = held ?? find();
    held = held === undefined ? found : undefined;
    return found;
  };
}

function noteOf(count: number, folder: string): Word {
  const into = visible(folder);
  if (count === 0) {
    return word(
      'No sheet is written: nothing is decided of any claim, and no allowance goes.',
      'Aucune fiche : rien n’est décidé d’aucune créance, et aucune dépréciation n’est reprise.',
    );
  }
  return word(
    `${counted(count, 'sheet')} for the auditor, each as Markdown and HTML: ${into}`,
    `${counted(count, 'fiche')} pour l’auditeur, chacune en Markdown et en HTML : ${into}`,
  );
}
