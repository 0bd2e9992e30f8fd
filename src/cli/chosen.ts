// Whom does a report leave out, because the line asked for some only? Said under its figures, and told where nobody is left.
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted } from '../core/plural.ts';
import { type Word, word } from '../core/word.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { visible } from '../text/visible.ts';
import { columnNamed, tableColumn } from './column-name.ts';
import type { Input } from './command.ts';
import { conditionsOf, conditionsTold } from './condition.ts';
import type { Chosen } from './where.ts';

type Named = { readonly customer: readonly string[]; readonly entity: readonly string[] };
type Shown = Named & { readonly overdueOnly: boolean; readonly detail: boolean; readonly groupBy: string };

/** By what customers were chosen, as it was written; '' when they were not. */
function whomTold({ customer, entity }: Named, { whole }: Chosen): string {
  const ids = [...customer.map((id) => `--customer ${id}`), ...entity.map((id) => `--entity ${id}`)];
  return visible([...ids, conditionsTold(whole)].filter((told) => told !== '').join(' '));
}

/** An empty report must not pass for a debt of nothing. */
export function tellNobody(given: Named, { chosen, diagnostics }: Input, customers: ReadonlySet<number> | undefined): void {
  if (customers === undefined || customers.size > 0 || diagnostics.kept.some(({ code }) => code === 'nobody-chosen')) return;
  diagnostics.add({
    code: 'nobody-chosen',
    what: `no customer of the ledger meets ${whomTold(given, chosen)}: the report is empty`,
    fix: 'check what is asked for, and that all of it can hold of one customer',
  });
}

/** The same of rows, before there is a book. */
export function tellNoRow({ count }: Ledger, { rows }: Chosen, diagnostics: Diagnostics): void {
  if (count > 0) return;
  diagnostics.add({
    code: 'nobody-chosen',
    what: `no row of the ledger meets ${visible(conditionsTold(rows))}: the report is empty`,
    fix: 'check what is asked for, and that all of it can hold of one row',
  });
}

/** A balance of some customers must not pass for that of all; and of two columns of one name, one was read. */
export function chosenNotes(input: Input, given: Shown): Word[] {
  return [...rowNotes(input.chosen), ...onlyNotes(input.chosen, given), ...ledgerFirstNotes(input, given)];
}

/** The same of a report whose control is of those chosen, too. */
export function whoseNotes(chosen: Chosen): Word[] {
  const asked = visible(conditionsTold(chosen.whole));
  return [
    ...rowNotes(chosen),
    ...(asked === ''
      ? []
      : [
          word(
            `Control, settlement and what is found of postings are of the customers of ${asked}; the whole ledger adds up too.`,
            `Contrôle, lettrage et constats sur les écritures portent sur les clients de ${asked} ; le grand livre entier tombe juste aussi.`,
          ),
        ]),
  ];
}

/** That rows of the ledger were left out, whoever the customers are. */
function rowNotes({ rows, leftOut }: Chosen): Word[] {
  const asked = visible(conditionsTold(rows));
  if (asked === '') return [];
  return [
    word(
      `Only the rows of ${asked}: ${counted(leftOut, 'row is', 'rows are')} left out, of the control too.`,
      `Seulement les lignes de ${asked} : ${counted(leftOut, 'ligne est écartée', 'lignes sont écartées')}, du contrôle aussi.`,
    ),
  ];
}

function onlyNotes(chosen: Chosen, given: Shown): Word[] {
  const asked = whomTold(given, chosen);
  const overdue = given.detail
    ? word('items past their due day (--overdue-only)', 'les postes échus (--overdue-only)')
    : word('rows with something past its due day (--overdue-only)', 'les lignes dont une part est échue (--overdue-only)');
  const parts = [
    ...(asked === '' ? [] : [word(`the customers of ${asked}`, `les clients de ${asked}`)]),
    ...(given.overdueOnly ? [overdue] : []),
  ];
  if (parts.length === 0) return [];
  return [
    word(
      `Only ${parts.map(({ en }) => en).join(', and only ')}; the control is of the whole ledger.`,
      `Seulement ${parts.map(({ fr }) => fr).join(', et seulement ')} ; le contrôle porte sur tout le grand livre.`,
    ),
  ];
}

function ledgerFirstNotes({ book: { ledger }, register, chosen }: Input, { groupBy }: Shown): Word[] {
  const grouped = columnNamed(ledger, register, groupBy);
  const ofGroup = grouped !== undefined && 'of' in grouped && grouped.of === 'ledger' && grouped.also ? [grouped.key] : [];
  const ofRows = conditionsOf(chosen.rows).flatMap(({ column }) =>
    register === undefined || tableColumn(register.table, column) === undefined ? [] : [column],
  );
  return [...new Set([...ofGroup, ...ofRows])].map((key) =>
    word(
      `The column ${key} is the ledger’s; that of the customers’ table was not used.`,
      `La colonne ${key} est celle du grand livre ; celle du fichier des clients n’a pas servi.`,
    ),
  );
}
