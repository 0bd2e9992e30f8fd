// Which heading does a name mean that the user wrote? The one that is exactly that, else the only one that is the same but for accents, case and
// punctuation; of several, which is meant would be a guess.
import type { Diagnostic } from '../core/diagnostic.ts';
import { sameHeading } from './headings.ts';

/** A heading and where it stands. */
export type Headed = { readonly index: number; readonly heading: string };

/** None, one, or several that are alike. */
export function headingsNamed<T extends Headed>(headed: readonly T[], name: string): readonly T[] {
  const exact = headed.filter(({ heading }) => heading === name);
  if (exact.length > 0) return exact;
  const same = sameHeading(name);
  return headed.filter(({ heading }) => sameHeading(heading) === same);
}

/** `what`: what is asked for, as a message begins; `file`: what holds the headings. */
export function headingTwice(
  what: string,
  name: string,
  { file, line }: { readonly file: string | undefined; readonly line?: number | undefined },
  headings: readonly Headed[],
): Diagnostic {
  return {
    code: 'heading-twice',
    file,
    line,
    value: name,
    what: `${what}: ${headings.length} columns ${line === undefined ? 'of this table ' : ''}have this heading: ${headings.map(({ index, heading }) => `${index + 1} (${heading})`).join(', ')}`,
    fix: headings.every(({ heading }) => heading === headings[0]?.heading)
      ? 'rename one of them in the file'
      : 'write the heading as it stands in the file',
  };
}
