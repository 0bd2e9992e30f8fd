// What is a command? One value: what it is called, what it needs, what it takes, and a function from input to outcome. A
// command neither reads nor prints nor writes; cli/run.ts is the one path that does.
import type { Code } from '../core/codes.ts';
import type { Day } from '../core/day.ts';
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import type { Plan } from '../io/apply.ts';
import type { World } from '../io/world.ts';
import type { DocumentTable } from '../ledger/document-matches.ts';
import type { ColumnName } from '../ledger/field.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import type { ReadResult } from '../read/read-ledger.ts';
import type { Source } from '../read/source.ts';
import type { TableSpec } from '../read/table-spec.ts';
import type { CustomerField } from '../read/tables/customers.ts';
import type { Understanding } from '../read/understanding.ts';
import type { Report } from '../report/report.ts';
import type { Book } from '../settle/book.ts';
import type { Register } from './customers.ts';
import type { ExitCode } from './exit.ts';
import type { OptionSpecs, ValuesOf } from './option.ts';
import type { commonOptions } from './options.ts';
import type { Page } from './page.ts';
import type { Rates } from './rates.ts';
import type { Values } from './run.ts';
import type { Settings } from './settings.ts';
import type { Chosen } from './where.ts';

export type CommonValues = ValuesOf<typeof commonOptions>;

/** What every ledger command is given. */
export type Input = {
  /** The ledgers, as they were named. */
  readonly ledgers: readonly string[];
  /** Their bytes. Where copies are asked for, or the command says so, they can be read again. */
  readonly sources: readonly Source[];
  /** Where each ledger's anonymised copy goes; none where no copies are asked for. */
  readonly copies: readonly string[];
  /** Reads sources as the ledgers were read, all of their rows, and no table beside them; `accounts`: of these alone. */
  readonly readAgain: (sources: readonly Source[], diagnostics: Diagnostics, accounts?: readonly string[]) => Promise<Read>;
  readonly book: Book;
  readonly reading: ReadResult;
  readonly unusable: readonly Understanding[];
  /** The table of customers, where one was given. */
  readonly register: Register | undefined;
  /** The table of documents, where one was given. */
  readonly documents: DocumentTable | undefined;
  /** The command's own tables that were given, by the name of the option. */
  readonly tables: ReadonlyMap<string, SideTable<string>>;
  /** The policy of write-downs, of a command that goes by one. */
  readonly policy: ProvisionPolicy | undefined;
  /** Where all is converted to the currency of --in. */
  readonly rates: Rates | undefined;
  /** What --where and --where-not choose. */
  readonly chosen: Chosen;
  /** Opens a file that is named beside the ledger: a template of letters, a logo. */
  readonly open: World['open'];
  readonly asOf: Day;
  readonly today: () => Day;
  /** What stands before the ledgers; undefined for a command without `argument`. */
  readonly argument: string | undefined;
  /** What ar.toml says, where there is one. */
  readonly settings: Settings | undefined;
  /** What the values of options were read from, by the name of the option. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** What was found so far; a command adds its own findings. */
  readonly diagnostics: Diagnostics;
};

/** What sources were read as. */
export type Read = {
  readonly reading: ReadResult;
  /** Files all of whose rows were read, and that give no figure all the same. */
  readonly unusable: readonly Understanding[];
  readonly book: Book;
};

/** A file to write: its pieces are made as they are written. */
export type Written = {
  readonly path: string;
  readonly pieces: () => AsyncIterable<Uint8Array> | Iterable<string | Uint8Array>;
  /** We chose the name in a folder of the user's: a link that somebody put there is replaced, and never followed. */
  readonly isNameOurs?: true;
};

type Outcome = {
  readonly report: Report;
  /** Something needs a person: exit code 1. */
  readonly attention: boolean;
  /** Files to write before the report, all of them or none. */
  readonly writes?: readonly Written[];
  /** Folders to make before, where they are not there. */
  readonly folders?: readonly string[];
  /** What is applied beside a history, before the report: all of it or nothing. */
  readonly plan?: Plan | undefined;
};

export type Example = { readonly line: string; readonly says: string };

export type Command<S extends OptionSpecs = OptionSpecs> = {
  readonly name: string;
  readonly summary: string;
  /** A paragraph under the summary in the command's help. */
  readonly about: string;
  /** What is named before the ledgers, as the help shows it; none where there is nothing to name. */
  readonly argument?: { readonly name: string; readonly about: string };
  readonly options: S;
  /** Each is run by a test from the project's root. */
  readonly examples: readonly Example[];
  readonly needs: {
    readonly columns: (values: ValuesOf<S> & CommonValues, policy: ProvisionPolicy | undefined) => readonly ColumnName[];
    /** The policy of write-downs, read whole before the ledger; undefined where it cannot be used, which the diagnostics say. */
    readonly policy?: (values: Values, world: World, diagnostics: Diagnostics) => Promise<ProvisionPolicy | undefined>;
    /** How the table of customers is read, where more of it must hold than for every command. */
    readonly customers?: TableSpec<CustomerField>;
    /** Tables of its own beside the ledger: the option that names the file, and what such a file holds. */
    readonly tables?: { readonly [option: string]: () => Promise<TableSpec<string>> };
    /** Its ledgers may be read a second time: a pipe is kept for that. */
    readonly again?: (values: ValuesOf<S> & CommonValues) => boolean;
    /** Its figures are in the currency of each row: --in says nothing to it. */
    readonly ownCurrency?: true;
    /** Of those, tables that need not be there yet. */
    readonly begun?: readonly string[];
    /** The postings as the files say them; nothing is asked of what is open on a day. */
    readonly asRead?: true;
  };
  /** What is shown where these options ask for no ledger. */
  readonly instead?: (values: ValuesOf<S> & CommonValues) => Page | undefined;
  /** The history that stands beside a run, and whether the run may change it: then nobody else does until it has ended. */
  readonly holds?: (values: ValuesOf<S> & CommonValues) => { readonly history: string; readonly changes: boolean } | undefined;
  /** What is done in the place of a run where these options, and the ledgers named, ask for it. */
  readonly alone?: (
    values: ValuesOf<S> & CommonValues,
    ledgers: readonly string[],
  ) => ((values: Values, world: World) => Promise<ExitCode>) | undefined;
  /** What is wrong with the options taken together, before anything is read. */
  readonly refuses?: (values: ValuesOf<S> & CommonValues) => readonly Diagnostic[];
  /** Errors of rows and decisions with which this command goes on, to show them. */
  readonly tolerates: readonly Code[];
  /** Errors of a file as a whole with which it goes on as long as another file could be read. */
  readonly toleratesOfOthers?: readonly Code[];
  /** Undefined when the diagnostics say why there is no result. */
  readonly run: (input: Input, values: ValuesOf<S> & CommonValues) => Outcome | undefined | Promise<Outcome | undefined>;
};

/** Keeps the types of a command's options from its declaration to its `run`. */
export function command<S extends OptionSpecs>(declared: Command<S>): Command<S> {
  return declared;
}
