// What is a renderer? A report in, pieces of text or of UTF-8 out; it neither prints nor opens files, so it can be tested as a value.
import type { Lang } from '../../core/word.ts';
import type { Report, Section } from '../report.ts';
import type { Dialect } from './registry.ts';

export type RenderOptions = {
  readonly lang: Lang;
  /** Columns of the terminal; a table is laid out to fit. */
  readonly width: number;
  /** Escape codes for bold and colour are wanted. */
  readonly colour: boolean;
  /** The section a format of one section writes; the first when not given. */
  readonly section: string | undefined;
  /** How csv is spelt. */
  readonly dialect: Dialect;
};

export type Render = (report: Report, options: RenderOptions) => Iterable<string | Uint8Array>;

/** The section a one-section format writes: the run has checked the name. */
export function chosenSection(report: Report, options: RenderOptions): Section {
  const section = report.sections.find((s) => options.section === undefined || s.name === options.section);
  return section as Section;
}
