// What is said of a file whose days or amounts could be read in two ways, or are written in two? Where, what was seen, and how to say which is meant.
import type { Diagnostics } from '../core/diagnostic.ts';
import { DAY_FORM_SAID } from './day.ts';
import { type DayDoubt, orderOf } from './day-evidence.ts';
import type { DecimalDoubt } from './decimal-evidence.ts';
import type { MappedColumn } from './headings.ts';
import type { Doubts } from './survey.ts';

/** True when there is a doubt. Codes: days-ambiguous, days-mixed, decimal-ambiguous, decimal-mixed. */
export function tellDoubts<F extends string>(
  doubts: Doubts<F>,
  columns: readonly MappedColumn<F>[],
  file: string,
  diagnostics: Diagnostics,
): boolean {
  for (const doubt of doubts.days) {
    const index = columns.find(({ field }) => field === doubt.field)?.index;
    tellDays(doubt, index === undefined ? undefined : index + 1, file, diagnostics);
  }
  if (doubts.decimal !== undefined) tellDecimal(doubts.decimal, file, diagnostics);
  return doubts.days.length > 0 || doubts.decimal !== undefined;
}

function tellDays<F extends string>(
  doubt: DayDoubt<F>,
  column: number | undefined,
  file: string,
  diagnostics: Diagnostics,
): void {
  const { field, forms, first, second } = doubt;
  const [a, b] = forms.map((form) => DAY_FORM_SAID[form].name);
  const place = { file, line: first.line, column, value: first.value };
  if (doubt.why === 'mixed') {
    diagnostics.add({
      code: 'days-mixed',
      ...place,
      what: `${field}: this can only be ${a}, and ${second.value} on line ${second.line} only ${b}`,
      why: 'a column in two orders has days that nobody can tell',
      fix: 'write all days of the column in one order, best as 2026-01-31',
    });
    return;
  }
  const orders = [...new Set(forms.flatMap((form) => orderOf(form) ?? []))];
  diagnostics.add({
    code: 'days-ambiguous',
    ...place,
    what: `${field}: every day of the column fits ${a} and ${b}`,
    why: 'no other column of the file tells which is meant, and a guess could be months off',
    fix: `say which it is: --date-order ${orders.join(' or --date-order ')}`,
  });
}

function tellDecimal({ why, first, second }: DecimalDoubt, file: string, diagnostics: Diagnostics): void {
  const place = { file, line: first.line, value: first.value };
  if (why === 'mixed') {
    diagnostics.add({
      code: 'decimal-mixed',
      ...place,
      what: `the decimals of this amount stand behind a dot, and those of ${second.value} on line ${second.line} behind a comma`,
      why: 'an amount that fits both could be a thousand times another',
      fix: 'write all amounts of the file in one way, or say which it is: --decimal . or --decimal ,',
    });
    return;
  }
  diagnostics.add({
    code: 'decimal-ambiguous',
    ...place,
    what: 'the mark in this amount can part thousands or decimals',
    why: 'no amount of the file tells which is meant, and the one is a thousand times the other',
    fix: 'say what stands before the decimals: --decimal . or --decimal ,',
  });
}
