// Which rules does a FEC break, where first, and how often? Counted by rule and field, so that a file that breaks one in every line is told once.
import type { Diagnostics } from '../../core/diagnostic.ts';
import { paragraphOf, RULES, type Rule, type RuleName } from './rules.ts';

type Place = { readonly line?: number; readonly column?: number; readonly value?: string; readonly of?: string };
type Breach = Place & { readonly rule: RuleName; count: number };

export class Breaches {
  readonly #found = new Map<string, Breach>();

  /** `of`: what it is about, as a field or a journal, told before it. */
  add(rule: RuleName, place: Place = {}, count = 1): void {
    const key = `${rule} ${place.of ?? ''}`;
    const before = this.#found.get(key);
    if (before === undefined) this.#found.set(key, { rule, count, ...place });
    else before.count += count;
  }

  /** In the order of their lines. `cash`: the books are of cash, which have paragraphs of their own. */
  tell(file: string, cash: boolean, diagnostics: Diagnostics): void {
    for (const { rule, count, line, column, value, of } of [...this.#found.values()].sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0),
    )) {
      const told: Rule = RULES[rule];
      const { code, what, fix } = told;
      // Numbers that are missing stand nowhere: the line is the first of their journal.
      const first = count > 1 && line !== undefined && rule !== 'gap' ? ', first here' : '';
      diagnostics.add({
        code,
        file,
        line,
        column,
        value,
        what: `${of === undefined ? '' : `${of}: `}${what(count)}${first}`,
        why: paragraphOf(told, cash),
        fix,
      });
    }
  }
}
