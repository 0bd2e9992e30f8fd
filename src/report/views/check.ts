// How is it shown what was understood of a ledger? Four sections: understanding, control, findings, settlement.
import type { Currency } from '../../core/currency.ts';
import { type Day, isoDay, NO_DAY } from '../../core/day.ts';
import { type Diagnostic, severityOf } from '../../core/diagnostic.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import type { SettlementShares } from '../../measures/settlement-shares.ts';
import { evidenceNames, words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type ReportControl, type Section, text } from '../report.ts';

/** A fact about a file and the evidence for it; `fact` and `reading` are stable texts. */
export type Understood = {
  readonly file: string;
  readonly fact: string;
  readonly reading: string;
  readonly evidence: string;
  /** The key of [input] that says the same, with its text; `part`: of a key that is a table. */
  readonly setting?: { readonly key: string; readonly part?: string; readonly text: string };
};

/** A text that is wrapped in a table. */
function prose(key: string, head: Word, spare?: number): Column {
  return { key, head, kind: 'text', flow: 'wrap', ...(spare === undefined ? {} : { spare }) };
}

export function understandingSection(rows: readonly Understood[]): Section {
  return {
    name: 'understanding',
    title: word('Understanding', 'Lecture'),
    columns: [
      prose('file', word('File', 'Fichier'), 1),
      { key: 'fact', head: word('What', 'Quoi'), kind: 'text' },
      prose('reading', word('Read as', 'Lu comme')),
      prose('evidence', word('Because', 'Parce que')),
    ],
    rows: {
      count: rows.length,
      at: (i) => {
        const row = rows[i] as Understood;
        return [text(row.file), text(row.fact), text(row.reading), text(row.evidence)];
      },
    },
    totals: [],
    notes: [],
  };
}

export function controlSection(control: readonly ReportControl[]): Section {
  const money = (key: string, head: Word): Column => ({ key, head, kind: 'money' });
  const tolerated = control.some((line) => line.tolerance !== undefined);
  const byAccount = control.some((line) => line.account !== undefined);
  const across = control.some((line) => line.acrossAccounts !== undefined);
  return {
    name: 'control',
    title: word('Control', 'Contrôle'),
    columns: [
      { key: 'currency', head: words.currency, kind: 'text' },
      ...(byAccount ? [{ key: 'account', head: word('Account', 'Compte'), kind: 'text' as const }] : []),
      money('postings', word('Postings', 'Écritures')),
      money('settled_by_columns', word('Settled by columns', 'Soldé par les colonnes')),
      ...(tolerated ? [money('tolerance', word('Within the tolerance', 'Par la tolérance'))] : []),
      ...(across ? [money('across_accounts', word('Settled across accounts', 'Lettré entre comptes'))] : []),
      money('open', words.open),
      money('difference', word('Difference', 'Écart')),
    ],
    rows: {
      count: control.length,
      at: (i) => {
        const line = control[i] as ReportControl;
        const cell = (amount: ReportControl['open']): Cell => ({ kind: 'money', amount, currency: line.currency });
        const closed = tolerated ? [cell(line.tolerance ?? minor(0))] : [];
        return [
          text(line.currency),
          ...(byAccount ? [line.account === undefined ? NONE : text(line.account)] : []),
          ...[cell(line.postings), cell(line.settledByColumns), ...closed],
          ...(across ? [cell(line.acrossAccounts ?? minor(0))] : []),
          ...[cell(line.open), cell(line.difference)],
        ];
      },
    },
    totals: [],
    notes: [],
  };
}

export function findingsSection(findings: readonly Diagnostic[], counted: number): Section {
  const left = counted - findings.length;
  const optional = (value: string | undefined): Cell => (value === undefined ? NONE : text(value));
  const place = (value: number | undefined): Cell => (value === undefined ? NONE : { kind: 'number', value, decimals: 0 });
  return {
    name: 'findings',
    title: word('Findings', 'Constats'),
    columns: [
      { key: 'code', head: word('Code', 'Code'), kind: 'text' },
      { key: 'severity', head: word('Severity', 'Gravité'), kind: 'text', spare: 2 },
      prose('file', word('File', 'Fichier'), 3),
      { key: 'line', head: word('Line', 'Ligne'), kind: 'number' },
      { key: 'column', head: word('Column', 'Colonne'), kind: 'number', spare: 4 },
      prose('value', word('Value', 'Valeur'), 5),
      prose('what', word('What', 'Quoi')),
      prose('why', word('Why', 'Pourquoi'), 6),
      prose('fix', word('What to do', 'Que faire'), 1),
    ],
    rows: {
      count: findings.length,
      at: (i) => {
        const d = findings[i] as Diagnostic;
        return [
          text(d.code),
          text(severityOf(d)),
          optional(d.file),
          place(d.line),
          place(d.column),
          optional(d.value),
          text(d.what),
          optional(d.why),
          optional(d.fix),
        ];
      },
    },
    totals: [],
    notes:
      left > 0
        ? [word(`${left} more findings are counted and not listed.`, `${left} autres constats sont comptés sans être listés.`)]
        : findings.length === 0
          ? [word('Nothing was found.', 'Aucun constat.')]
          : [],
  };
}

export function settlementSection(shares: readonly SettlementShares[]): Section {
  return {
    name: 'settlement',
    title: word('Settlement', 'Lettrage'),
    columns: [
      { key: 'currency', head: words.currency, kind: 'text' },
      { key: 'evidence', head: words.evidence, kind: 'code' },
      { key: 'settlements', head: word('Settlements', 'Rapprochements'), kind: 'number' },
      { key: 'amount', head: words.amount, kind: 'money' },
      { key: 'share', head: word('Share', 'Part'), kind: 'percent' },
    ],
    rows: {
      count: shares.length,
      at: (i) => {
        const s = shares[i] as SettlementShares;
        return [
          text(s.currency as Currency),
          { kind: 'code', key: s.evidence, word: evidenceNames[s.evidence] },
          { kind: 'number', value: s.settlements, decimals: 0 },
          { kind: 'money', amount: s.amount, currency: s.currency },
          { kind: 'percent', share: s.share },
        ];
      },
    },
    totals: [],
    notes: [word('Share: of all credits, by amount.', 'Part : de tous les crédits, en montant.')],
  };
}

/** A span of days as text, or a dash. */
export function span(first: Day, last: Day): string {
  return first === NO_DAY ? '–' : `${isoDay(first)} … ${isoDay(last)}`;
}
