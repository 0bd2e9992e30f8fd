// Which rules made the figures of a DSO, and what could the ledger not know? Sentences under the table.
import type { Currency } from '../../core/currency.ts';
import { type Day, isoDay } from '../../core/day.ts';
import { monthText } from '../../core/month.ts';
import { type Word, word } from '../../core/word.ts';
import type { Dso, DsoRequest } from '../../measures/dso/dso.ts';
import type { DsoRow } from '../../measures/dso/dso-row.ts';
import { amountFor } from '../../text/amounts.ts';
import { dayFor } from '../../text/days.ts';

export function dsoNotes(found: Dso, request: DsoRequest): Word[] {
  const { window, asOf, sales } = request;
  const { rows, history } = found;
  const partial = rows.find((row) => row.day === asOf && !row.isMonthEnd);
  const isCut = ({ over, year, month, day }: DsoRow): boolean =>
    (over !== undefined && over.from > month - window + 1) || (day === asOf && year !== undefined && year.over.from > month - 11);
  const firsts = rows.flatMap(({ slot }) => history.first(slot) ?? []);
  const first = firsts.length === 0 ? undefined : Math.min(...firsts);
  return [
    word(
      `Receivable: what is open with tax, less each customer’s own credits and never below 0 for him, without doubtful claims, retentions and accruals. Sales: ${sales === undefined ? 'invoices less credit notes, with tax' : 'those of --sales'}.`,
      `Créances : le restant dû TTC, moins les crédits du client et jamais moins de 0 pour lui, hors douteux, retenues et factures à établir. Ventes : ${sales === undefined ? 'factures moins avoirs, TTC' : 'celles de --sales'}.`,
    ),
    word(
      `DSO, best, delinquent, terms and payments are of ${window === 1 ? 'one month' : `${window} months`} (--window ${window}m), by the days of these months; cash alone is a payment.`,
      `DSO, optimal, de retard, conditions et règlements portent sur ${window} mois (--window ${window}m), en jours de ces mois ; seul l’argent reçu est un règlement.`,
    ),
    ...(partial === undefined ? [] : [partialNote(monthText(partial.month), asOf, sales !== undefined)]),
    ...(first !== undefined && rows.some(isCut) ? [cutNote(monthText(first))] : []),
    ...unknownNotes(found, sales !== undefined),
  ];
}

function cutNote(first: string): Word {
  return word(
    `Of sales before ${first} nothing is known: periods that reach back further are cut there, and their days with them; what is of a year (day value, turns) goes by the days that are known.`,
    `Des ventes d’avant ${first} on ne sait rien : les périodes qui remontent au-delà sont coupées là, et leurs jours avec ; ce qui est d’un an (valeur du jour, rotation) va par les jours connus.`,
  );
}

/** A table of months says nothing of days: what it says of the month counts whole. */
function partialNote(month: string, asOf: Day, isOfTable: boolean): Word {
  return isOfTable
    ? word(
        `${month} is measured on ${isoDay(asOf)}: its days up to then, and its sales as --sales tells them.`,
        `${month} est mesuré au ${dayFor('fr', asOf)} : ses jours jusque-là, et ses ventes telles que --sales les dit.`,
      )
    : word(
        `${month} is measured on ${isoDay(asOf)}, with the days and sales up to then.`,
        `${month} est mesuré au ${dayFor('fr', asOf)}, avec les jours et les ventes jusque-là.`,
      );
}

/** `isTold`: a table says what was sold. */
function unknownNotes({ known, rows }: Dso, isTold: boolean): Word[] {
  const notes: Word[] = [];
  if (known.openOnly === 'list') {
    notes.push(
      word(
        `This is a list of open items: what was paid has left it, so ${isTold ? '' : 'sales, '}payments and what was open on earlier days are not known (n/a).`,
        `Ce fichier ne tient que les postes ouverts : ce qui a été réglé n’y est plus ; ${isTold ? '' : 'ventes, '}règlements et encours antérieurs ne sont pas connus (n. d.).`,
      ),
    );
  }
  if (known.openOnly !== 'list' && known.undated !== undefined && rows.some(({ receivable }) => receivable === undefined)) {
    notes.push(
      word(
        'Rows say what was paid and not when: what was open on earlier days cannot be rebuilt (n/a).',
        'Des lignes disent ce qui a été réglé, et non quand : l’encours des jours antérieurs ne peut être reconstitué (n. d.).',
      ),
    );
  }
  return notes;
}

/** Of a journal that sold more than stands on its receivables. */
export function soldElsewhereNote({ net, gross }: { readonly net: number; readonly gross: number }, currency: Currency): Word {
  return word(
    `In twelve months the accounts of sales (70) come to ${amountFor('en', net, currency)} ${currency} without tax, the invoices on receivables to ${amountFor('en', gross, currency)} with tax: what was sold for cash is in no DSO.`,
    `Sur douze mois les comptes de ventes (70) s’élèvent à ${amountFor('fr', net, currency)} ${currency} HT, les factures des comptes clients à ${amountFor('fr', gross, currency)} TTC : les ventes au comptant n’entrent dans aucun DSO.`,
  );
}
