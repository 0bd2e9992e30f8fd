// From opened sources to what a command is given: read, refuse what must not go on, open the book, compare with --control.
import type { Code } from '../core/codes.ts';
import { Diagnostics } from '../core/diagnostic.ts';
import type { Replacement, World } from '../io/world.ts';
import type { ColumnName, Field } from '../ledger/field.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ReadRequest, ReadResult } from '../read/read-ledger.ts';
import type { Source } from '../read/source.ts';
import type { Understanding } from '../read/understanding.ts';
import { type Book, openBook } from '../settle/book.ts';
import { controlIn } from '../settle/control.ts';
import { SETTLEMENT_COLUMNS } from '../settle/settle.ts';
import { openingFor, ownTables, readDocuments } from './beside.ts';
import { tellNoRow } from './chosen.ts';
import { closingDayOf } from './closing-day.ts';
import type { Command, Input } from './command.ts';
import { conditionsOf } from './condition.ts';
import { compareControl } from './control.ts';
import { tellAccounts, tellTotals } from './findings.ts';
import { ratesFor, takesBase } from './one-currency.ts';
import { inputOptions } from './options.ts';
import { progressOver } from './progress.ts';
import { rejectWriter } from './rejects.ts';
import type { Parts, Values } from './run.ts';
import { toleranceOf } from './tolerance.ts';
import type { Chosen } from './where.ts';

/** What is chosen where nothing is said. */
const EVERYTHING: Chosen = {
  rows: { where: [], whereNot: [] },
  leftOut: 0,
  whole: { where: [], whereNot: [] },
  customers: undefined,
};

/** The input of the command, and whether something needs attention already; undefined when the run must end with 2. */
export async function readAll(
  command: Command,
  sources: readonly Source[],
  values: Values,
  asked: Pick<Input, 'asOf' | 'today' | 'argument' | 'ledgers' | 'copies' | 'open'>,
  world: World,
  parts: Parts,
  diagnostics: Diagnostics,
  rejects: Replacement | undefined,
): Promise<{ input: Input; attention: boolean } | undefined> {
  const rates = await ratesFor(command, values, asked.asOf, world, diagnostics);
  if (rates === 'refused' && values.rates === undefined) return undefined;
  const { readLedger } = await import('../read/read-ledger.ts');
  const conditions = conditionsOf(values);
  const rowFilter =
    conditions.length === 0 ? undefined : new (await import('../read/row-filter.ts')).RowFilter(conditions, diagnostics);
  const base: readonly ColumnName[] = takesBase(command, values) ? ['base'] : [];
  const aside = rejects === undefined ? undefined : rejectWriter(rejects);
  const opening = (option: 'customers' | 'documents'): World => openingFor(option, values.settings, world);
  // Loaded where there is such a table, as what chooses is where something is chosen.
  const customers = values.customers === undefined ? undefined : await import('./customers.ts');
  const register = await customers?.readCustomers(
    ...([
      values.customers as string,
      values.currency,
      opening('customers'),
      diagnostics,
      values,
      command.needs.customers,
      command.tolerates.includes('row-twice'),
    ] as const),
  );
  const documents =
    values.documents === undefined
      ? undefined
      : await readDocuments(values.documents, values.currency, opening('documents'), diagnostics, values);
  const tables = await ownTables(command, values, world, diagnostics);
  const policy = await command.needs.policy?.(values, world, diagnostics);
  const request: ReadRequest = {
    columns: [
      ...new Set([...SETTLEMENT_COLUMNS, 'line' as const, ...base, ...command.needs.columns(values, policy), 'terms' as const]),
    ],
    map: new Map<Field, string>(values.map),
    mapSaid: (field) => values.settings?.saidOf('map', field),
    preset: values.preset,
    said: {
      delimiter: values.delimiter,
      skipLines: values.skipLines,
      decimal: values.decimal,
      dateOrder: values.dateOrder,
    },
    encoding: values.encoding,
    accounts: values.accounts,
    rowFilter,
    terms: values.terms,
    customerTerms: register?.terms,
    documents,
    asRead: command.needs.asRead,
    currency: values.currency,
    currencySaid: (values.texts.get(inputOptions.currency.name)?.length ?? 0) > 0,
    engine: values.engine,
  };
  if (values['fec'] === true && !(await holdAgainstLaw(sources, request, diagnostics))) return undefined;
  const usable =
    rates !== 'refused' &&
    tables !== undefined &&
    (command.needs.policy === undefined || policy !== undefined) &&
    (customers === undefined || register !== undefined) &&
    (values.documents === undefined || documents !== undefined);
  // With a table that cannot be used the run ends; the ledger is read all the same, so that all that is wrong is told. What it lacks without the table is not.
  const told = usable ? diagnostics : new Diagnostics();
  const unusable: Understanding[] = [];
  const onUnusable = (understood: Understanding): number => unusable.push(understood);
  const reading = await readLedger(progressOver(sources, world), { ...request, ...aside, onUnusable }, told, parts.split);
  if (!usable) {
    diagnostics.addAll(told, 'error');
    return undefined;
  }
  if (aside?.mixed() === true) {
    diagnostics.add({
      code: 'usage-bad-value',
      value: values.rejects,
      what: '--rejects takes ledgers of the same headings, and these differ',
      why: 'rows of two layouts cannot stand under one line of headings',
      fix: 'read the ledgers one at a time',
    });
    return undefined;
  }
  if (refusesAccounts(values, reading.understanding, diagnostics)) return undefined;
  const leftOut = reading.understanding.reduce((sum, one) => sum + one.leftOut - (one.accounts?.out ?? 0), 0);
  let chosen: Chosen | undefined = EVERYTHING;
  if (rowFilter !== undefined) {
    // Where no file could be read, no column is known to be missing.
    if (reading.understanding.length === 0) return undefined;
    chosen = (await import('./where.ts')).chosenBy(values, rowFilter, leftOut, reading.ledger, register, diagnostics);
    if (chosen === undefined) return undefined;
  }
  // Where only some rows were asked for, nothing is told of what they bring forward.
  if (reading.chained.length > 0 && rowFilter === undefined)
    (await import('./chain-findings.ts')).tellChained(reading.chained, reading.ledger, diagnostics);
  tellTotals(reading.understanding, diagnostics);
  tellAccounts(reading.understanding, diagnostics);
  const goesOn = tolerated(command, reading.understanding.length > 0 && asked.ledgers.length > 1, diagnostics);
  // A table is used whole or not at all; that two of its rows are of one document shows only beside the ledger.
  if (diagnostics.kept.some(({ code, file }) => code === 'row-twice' && file === documents?.file)) return undefined;
  if (!reading.whole && !goesOn) return undefined;
  if (reading.setAside > 0 && !goesOn) {
    if (rejects === undefined) return undefined;
    if (reading.ledger.count === 0) {
      diagnostics.add({
        code: 'file-empty',
        file: sources.length === 1 ? sources[0]?.name : undefined,
        what: 'every row would be set aside, and none is left',
        why: 'a ledger that cannot be read is not one on which nothing is owed',
        fix: `mend what is told of its rows; ${values.rejects} is not written`,
      });
      return undefined;
    }
  }
  if (customers !== undefined && register !== undefined) {
    customers.nameCustomers(reading.ledger, register);
    customers.tellCustomers(reading.ledger, register, diagnostics);
  }
  if (leftOut > 0) tellNoRow(reading.ledger, chosen, diagnostics);
  const tolerance = toleranceOf(values.tolerance, reading.ledger.currencies, diagnostics);
  if (tolerance === 'refused') return undefined;
  const bookOf = ({ ledger, understanding }: ReadResult): Book => {
    const closing = closingDayOf(values.settings, understanding);
    const given = command.needs.asRead === true ? withoutBase(ledger) : ledger;
    return openBook(given, parts.settle, { asKnown: values['asKnown'] === true, tolerance, closing });
  };
  const own = bookOf(reading);
  const book = rates === undefined ? own : (await import('./rates.ts')).bookIn(own, rates, diagnostics);
  if (book === undefined) return undefined;
  const alone: ReadRequest = { ...request, rowFilter: undefined, documents: undefined, customerTerms: undefined };
  const agrees =
    command.needs.asRead === true ||
    compareControl(values.control, controlIn(book.at(asked.asOf), values.in !== undefined), diagnostics);
  if (diagnostics.kept.some((d) => d.code === 'control-ambiguous')) return undefined;
  return {
    input: {
      book,
      reading,
      unusable,
      sources,
      readAgain: async (again, told, accounts = alone.accounts) => {
        const unused: Understanding[] = [];
        const asked = { ...alone, accounts, onUnusable: (one: Understanding) => unused.push(one) };
        const read = await readLedger(again, asked, told, parts.split);
        return { reading: read, unusable: unused, book: bookOf(read) };
      },
      register,
      documents,
      tables,
      policy,
      rates,
      chosen,
      ...asked,
      settings: values.settings,
      texts: values.texts,
      diagnostics,
    },
    attention: reading.setAside > 0 || !agrees,
  };
}

/** What postings are worth elsewhere is not added up where some may not say it, so nothing proves what is open of it. */
function withoutBase({ columns: { base: _, ...columns }, ...ledger }: Ledger): Ledger {
  return { ...ledger, columns };
}

/** What an auditor's tool would refuse. False for a source that cannot be read twice. */
async function holdAgainstLaw(sources: readonly Source[], request: ReadRequest, diagnostics: Diagnostics): Promise<boolean> {
  const once = sources.filter(({ again }) => again !== true);
  for (const { name } of once) {
    diagnostics.add({
      code: 'usage-bad-value',
      value: name,
      what: '--fec reads a file a second time, and this one can be read once',
      fix: 'save it under a name first, which a FEC must have anyway',
    });
  }
  if (once.length > 0) return false;
  const { checkFec } = await import('../read/conformity/check-fec.ts');
  for (const source of sources) await checkFec(source, request, diagnostics);
  return true;
}

/** True when every error found so far is one the command shows instead of ending. `others`: another file can be read. */
export function tolerated(command: Command, others: boolean, diagnostics: Diagnostics): boolean {
  const shown = new Set<Code>([...command.tolerates, ...(others ? (command.toleratesOfOthers ?? []) : [])]);
  return diagnostics.counts.every(({ code, severity }) => severity !== 'error' || shown.has(code));
}

/** True when accounts were named and no file that was read says any. */
function refusesAccounts({ accounts = [] }: Values, files: readonly Understanding[], diagnostics: Diagnostics): boolean {
  if (accounts.length === 0 || files.length === 0 || files.some((file) => file.accounts !== undefined)) return false;
  diagnostics.add({
    code: 'heading-missing',
    value: accounts.join(','),
    what: '--accounts: the ledger has no column of accounts, and no line above its rows names one',
    why: 'which of its rows are of these accounts cannot be told',
    fix: 'name the column with --map account=HEADING, or leave out --accounts',
  });
  return true;
}
