// How are diagnostics said on standard error? `FILE:LINE:COLUMN: severity CODE: what …`, one line each, twenty at the most of
// each severity; the rest are counted by code.
import { type Diagnostic, type Diagnostics, severityOf } from '../core/diagnostic.ts';
import { shortened } from '../core/shortened.ts';
import { visible } from '../text/visible.ts';

const SHOWN = 20;
/** What a message says beside the value is bounded where it is made; this holds where a name got through. */
const LONGEST_PART = 1000;

/** The lines for standard error. `quiet` keeps errors only. */
export function toldDiagnostics(diagnostics: Diagnostics, quiet: boolean): string[] {
  const shown = { error: 0, warning: 0, note: 0 };
  const told = new Map<string, number>();
  const lines: string[] = [];
  for (const diagnostic of diagnostics.kept) {
    const severity = severityOf(diagnostic);
    if ((quiet && severity !== 'error') || shown[severity]++ >= SHOWN) continue;
    told.set(diagnostic.code, (told.get(diagnostic.code) ?? 0) + 1);
    lines.push(toldDiagnostic(diagnostic));
  }
  const rest = diagnostics.counts
    .filter(({ severity }) => !quiet || severity === 'error')
    .map(({ code, count }) => ({ code, count: count - (told.get(code) ?? 0) }))
    .filter(({ count }) => count > 0);
  if (rest.length > 0) {
    const total = rest.reduce((sum, r) => sum + r.count, 0);
    lines.push(`ar: … and ${total} more: ${rest.map((r) => `${r.count} ${r.code}`).join(', ')}`);
  }
  return lines;
}

export function toldDiagnostic(d: Diagnostic): string {
  const place =
    d.file === undefined
      ? 'ar'
      : [d.file === '-' ? '(stdin)' : d.file, d.line, d.column].filter((p) => p !== undefined).join(':');
  const value = d.value === undefined || d.value === '' ? '' : `: "${shortened(d.value)}"`;
  const part = (text: string | undefined): string => shortened(text ?? '', LONGEST_PART);
  const said = [`${part(d.what)}${value}`, part(d.why), part(d.fix)].filter((text) => text !== '');
  return visible(`${place}: ${severityOf(d)} ${d.code}: ${said.join('; ')}`);
}
