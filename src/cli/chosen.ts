// Whom does a report leave out, because the line asked for some only? Said under its figures, and told where nobody is left.
import type { Diagnostics } from '../core/diagnostic.ts';
import { type Word, word } from '../core/word.ts';
import { visible } from '../text/visible.ts';
import { columnNamed } from './column-name.ts';
import type { Input } from './command.ts';
import { columnsOf, conditionsTold } from './where.ts';

type Chosen = Parameters<typeof conditionsTold>[0] & { readonly customer: readonly string[]; readonly entity: readonly string[] };
type Shown = Chosen & { readonly overdueOnly: boolean; readonly detail: boolean; readonly groupBy: string };

/** What was asked, as it was written; '' when nothing was. */
function chosenTold(given: Chosen): string {
  const ids = [...given.customer.map((id) => `--customer ${id}`), ...given.entity.map((id) => `--entity ${id}`)];
  return visible([...ids, conditionsTold(given)].filter((told) => told !== '').join(' '));
}

/** An empty report must not pass for a debt of nothing. */
export function tellNobody(given: Chosen, customers: ReadonlySet<number> | undefined, diagnostics: Diagnostics): void {
  if (customers === undefined || customers.size > 0) return;
  diagnostics.add({
    code: 'nobody-chosen',
    what: `no customer of the ledger meets ${chosenTold(given)}: the report is empty`,
    fix: 'check what is asked for, and that all of it can hold of one customer',
  });
}

/** A balance of some customers must not pass for that of all; and of two columns of one name, one was read. */
export function chosenNotes(input: Input, given: Shown): Word[] {
  return [...onlyNotes(given), ...ledgerFirstNotes(input, given)];
}

function onlyNotes(given: Shown): Word[] {
  const asked = chosenTold(given);
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

function ledgerFirstNotes({ book: { ledger }, register }: Input, given: Shown): Word[] {
  const keys = [given.groupBy, ...columnsOf(given)].flatMap((name) => {
    const found = columnNamed(ledger, register, name);
    return found !== undefined && 'of' in found && found.of === 'ledger' && found.also ? [found.key] : [];
  });
  return [...new Set(keys)].map((key) =>
    word(
      `The column ${key} is the ledger’s; that of the customers’ table was not used.`,
      `La colonne ${key} est celle du grand livre ; celle du fichier des clients n’a pas servi.`,
    ),
  );
}
