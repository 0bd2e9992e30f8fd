// What does a table of a letter say to a person, cell by cell? Texts, before they are markup.
import type { Lang } from '../core/word.ts';
import { forPeople, shown } from '../report/render/people.ts';
import type { Cell, Section } from '../report/report.ts';

export type TableTexts = {
  /** Without the columns that people read elsewhere. */
  readonly section: Section;
  readonly heads: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly (readonly string[])[];
  /** Columns whose texts go on below where there is no room. */
  readonly gives: readonly boolean[];
};

export function tableTexts(whole: Section, lang: Lang): TableTexts {
  const section = forPeople(whole);
  const cells = Array.from({ length: section.rows.count }, (_, i) => section.rows.at(i));
  const said = (row: readonly Cell[]): string[] => row.map((cell) => shown(cell, lang));
  return {
    section,
    heads: section.columns.map(({ head }) => head[lang]),
    cells,
    rows: cells.map(said),
    totals: section.totals.map(({ cells }) => said(cells)),
    gives: section.columns.map(({ kind }) => kind === 'text'),
  };
}

/** Rows of a label, an amount and its currency, below no headings. */
export function isSums({ heads }: TableTexts): boolean {
  return heads.every((head) => head === '');
}
