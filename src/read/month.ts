// Which month does a cell name? `2025-11`, `2025/11`, `11/2025`, `202511`, `2025-11-30`.
import { exists } from '../core/day.ts';
import type { Month } from '../core/month.ts';

/** Undefined for anything else. */
export function parseMonth(text: string): Month | undefined {
  const [, y1, m1, y2, m2] = /^(?:(\d{4})[-/.]?(\d{2})(?:-\d{2})?|(?:(\d{1,2})[-/.](\d{4})))$/.exec(text) ?? [];
  const [year, month] = y1 === undefined ? [Number(m2), Number(y2)] : [Number(y1), Number(m1)];
  return Number.isInteger(year) && exists(year, month, 1) ? year * 12 + month - 1 : undefined;
}
