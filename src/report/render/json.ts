// A report as JSON after the contract: amounts are numbers with the currency's decimals, days ISO texts, absent values null.
// Amounts are written digit by digit, never through a binary fraction.
import { isoDay } from '../../core/day.ts';
import { type Diagnostic, severityOf } from '../../core/diagnostic.ts';
import { plainAmount } from '../../text/amounts.ts';
import { escaped } from '../../text/visible.ts';
import type { Cell, Column, Report, ReportControl, Section } from '../report.ts';
import { figure, valuesOf, worded } from './machine.ts';
import type { Render } from './renderer.ts';

const q = (value: unknown): string => escaped(JSON.stringify(value));

export const json: Render = function* (report: Report) {
  yield `{\n  "report": ${q(report.name)},\n  "asOf": ${q(report.asOf === undefined ? null : isoDay(report.asOf))},\n  "parameters": ${q(report.parameters)},\n  "sections": [`;
  for (const [i, section] of report.sections.entries()) {
    yield i === 0 ? '\n' : ',\n';
    yield* sectionJson(section);
  }
  yield `\n  ],\n  "control": ${list(report.control.map(controlJson))},\n`;
  yield `  "diagnostics": ${list(report.diagnostics.map(diagnosticJson))}\n}\n`;
};

function* sectionJson(section: Section): Iterable<string> {
  const columns = section.columns.map((column) => q({ key: column.key, kind: column.kind }));
  yield `    {"name": ${q(section.name)},\n     "columns": [${columns.join(', ')}],\n     "rows": [`;
  for (let i = 0; i < section.rows.count; i++) {
    yield `${i === 0 ? '\n' : ',\n'}      ${rowJson(section.columns, section.rows.at(i))}`;
  }
  const totals = section.totals.map(
    ({ currency, cells }) => `{"currency": ${q(currency)}, ${totalsJson(section.columns, cells)}}`,
  );
  yield `${section.rows.count === 0 ? '' : '\n     '}],\n     "totals": [${totals.join(', ')}]}`;
}

function rowJson(columns: readonly Column[], cells: readonly Cell[]): string {
  return `{${columns.map((column, i) => `${q(column.key)}: ${value(cells[i] as Cell)}`).join(', ')}}`;
}

/** Totals hold what adds up; the texts of the groups are left out. */
function totalsJson(columns: readonly Column[], cells: readonly Cell[]): string {
  return columns
    .flatMap((column, i) => {
      const cell = cells[i] as Cell;
      return column.kind === 'money' && cell.kind === 'money' ? [`${q(column.key)}: ${value(cell)}`] : [];
    })
    .join(', ');
}

function controlJson(line: ReportControl): string {
  const money = (amount: number): string => plainAmount(amount, line.currency);
  const closed = line.tolerance === undefined ? '' : ` "tolerance": ${money(line.tolerance)},`;
  const account = line.account === undefined ? '' : ` "account": ${q(line.account)},`;
  const across = line.acrossAccounts === undefined ? '' : ` "across_accounts": ${money(line.acrossAccounts)},`;
  return (
    `{"currency": ${q(line.currency)},${account} "postings": ${money(line.postings)}, ` +
    `"settled_by_columns": ${money(line.settledByColumns)},${closed}${across} "open": ${money(line.open)}, "difference": ${money(line.difference)}}`
  );
}

function diagnosticJson(d: Diagnostic): string {
  return q({
    code: d.code,
    severity: severityOf(d),
    file: d.file ?? null,
    line: d.line ?? null,
    column: d.column ?? null,
    value: d.value ?? null,
    what: d.what,
    why: d.why ?? null,
    fix: d.fix ?? null,
  });
}

function value(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
    case 'code':
      return worded(cell) === '' ? 'null' : q(worded(cell));
    case 'day':
      return q(isoDay(cell.day));
    case 'series':
      return `[${valuesOf(cell, 'null').join(', ')}]`;
    case 'more_than':
    case 'none':
      return 'null';
    default:
      return figure(cell);
  }
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n    ${items.join(',\n    ')}\n  ]`;
}
