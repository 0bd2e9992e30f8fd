// A section as csv for a spreadsheet that opens it by double click: a byte order mark, the marks and days that the spreadsheet of the language reads as
// amounts and days, headings and codes in words. Rows only, as for machines; lines end as spreadsheets end theirs, so that saving changes no more than it must.
import { disarmed } from '../../core/formula.ts';
import type { Lang } from '../../core/word.ts';
import { dayFor } from '../../text/days.ts';
import { words } from '../../text/words.ts';
import type { Cell } from '../report.ts';
import { figure } from './machine.ts';
import { shown } from './people.ts';
import type { Dialect } from './registry.ts';

type Spelling = {
  /** What the file begins with. */
  readonly lead: string;
  readonly mark: string;
  readonly lineEnd: string;
  readonly lang: Lang;
  readonly cell: (cell: Cell) => string;
};

/** The byte order mark: without it a spreadsheet reads UTF-8 as the encoding of its system. */
const BOM = '\ufeff';

export function spellingOf(dialect: Exclude<Dialect, 'plain' | 'fec'>): Spelling {
  const lang = dialect === 'excel-fr' ? 'fr' : 'en';
  return { lead: BOM, mark: lang === 'fr' ? ';' : ',', lineEnd: '\r\n', lang, cell: (cell) => spelt(cell, lang) };
}

/** Nothing here is a text that a spreadsheet would run; amounts keep their sign and have no thousands marks, so that they are amounts to it. */
function spelt(cell: Cell, lang: Lang): string {
  switch (cell.kind) {
    case 'text':
      return disarmed(cell.text);
    case 'code':
      return disarmed(cell.word[lang]);
    case 'day':
      return dayFor(lang, cell.day);
    case 'flag':
      return words[cell.on ? 'yes' : 'no'][lang];
    // No number to add up: as people read it.
    case 'more_than':
    case 'series':
    case 'none':
      return shown(cell, lang);
    default:
      return lang === 'fr' ? figure(cell).replace('.', ',') : figure(cell);
  }
}
