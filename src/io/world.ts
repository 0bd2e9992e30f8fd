// Everything outside the program, as one value: files, clock, environment, terminal. The only door to it; `main` receives it,
// so a run is a function of its arguments and its world.
import type { Day } from '../core/day.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Source } from '../read/source.ts';
import type { Disk } from './disk.ts';

/** An open stream of output. `write` throws PipeClosed when nobody reads any more. */
export type Out = {
  readonly write: (piece: string | Uint8Array) => void;
  readonly isTerminal: boolean;
  /** Width in columns, when it is a terminal. */
  readonly columns: number | undefined;
};

/** A file on its way to be replaced: nothing is seen under its name until `commit`, and nothing is left after `abandon`. */
export type Replacement = {
  readonly write: (piece: string | Uint8Array) => void;
  /** All is written: from here on it holds nothing open, so that any number of files may wait for their commit. */
  readonly finish: () => void;
  /** After `finish`: waits until the disk holds it, so that not even a power cut leaves half of it under its name. `commit` waits itself where nobody did: of many files one after the other, which is slow. */
  readonly keep: () => Promise<void>;
  readonly commit: () => void;
  readonly abandon: () => void;
};

export type World = {
  readonly env: { readonly [name: string]: string | undefined };
  /** The civil day where the machine stands; read once, for the default of `--as-of`. */
  readonly today: () => Day;
  /** Milliseconds that only grow, for progress. */
  readonly elapsed: () => number;
  readonly stdout: Out;
  readonly stderr: Out;
  /** `-` is standard input. A file that cannot be opened is a diagnostic. */
  readonly open: (path: string) => Source | Diagnostic;
  /** The nearest file of this name, in the working folder or above it, as a path from there; undefined where there is none. */
  readonly findUpward: (name: string) => string | Diagnostic | undefined;
  /** True when both paths lead to one existing file, whatever they are called. */
  readonly isSameFile: (a: string, b: string) => boolean;
  /** Throws IoFailure. A link under the name is followed, or, where the name is ours and no user's, replaced itself. */
  readonly replace: (path: string, links?: 'followed' | 'replaced') => Replacement;
  /** Makes a folder with those above it, where it is not there; what is given back takes those away again that it made and that are empty. Throws IoFailure. */
  readonly makeFolder: (path: string) => () => void;
  /** The steps by which plans are applied. */
  readonly disk: () => Promise<Disk>;
};

/** The reader of our output has gone away (`| head`): not an error. */
export class PipeClosed extends Error {
  override readonly name = 'PipeClosed';
}

/** A file could not be read or written half-way through; carries what to tell the user. */
export class IoFailure extends Error {
  override readonly name = 'IoFailure';
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.what);
    this.diagnostic = diagnostic;
  }
}
