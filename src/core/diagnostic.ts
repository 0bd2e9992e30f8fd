// What is wrong with the input, where, why, and what can the user do? A value, collected and counted in full; never thrown.
import { type Code, codes, type Severity } from './codes.ts';

export type Diagnostic = {
  readonly code: Code;
  /** The name the user gave: a path, `-` for standard input; undefined when no file is concerned. */
  readonly file?: string | undefined;
  /** Line of the file on which the record begins, from 1. */
  readonly line?: number | undefined;
  /** Which field of the record, from 1: the number a spreadsheet user counts, not a count of characters. */
  readonly column?: number | undefined;
  /** The text found there. */
  readonly value?: string | undefined;
  readonly what: string;
  readonly why?: string | undefined;
  readonly fix?: string | undefined;
};

export function severityOf(diagnostic: Diagnostic): Severity {
  return codes[diagnostic.code];
}

/** How many diagnostics of one code are kept whole. The rest are counted: a file of ten million bad rows must not fill memory. */
const KEPT_PER_CODE = 1000;

/** Collects diagnostics in the order they are found: all are counted, the first thousand of a code are kept. */
export class Diagnostics {
  readonly #kept: Diagnostic[] = [];
  readonly #counts = new Map<Code, number>();
  readonly #files = new Map<string, Record<Severity, number>>();

  add(diagnostic: Diagnostic): void {
    const count = (this.#counts.get(diagnostic.code) ?? 0) + 1;
    this.#counts.set(diagnostic.code, count);
    if (count <= KEPT_PER_CODE) this.#kept.push(diagnostic);
    if (diagnostic.file === undefined) return;
    const found = this.of(diagnostic.file);
    found[codes[diagnostic.code]]++;
    this.#files.set(diagnostic.file, found);
  }

  /** Adds what another collected, and counts what it only counted; `only`: of one severity. */
  addAll(other: Diagnostics, only?: Severity): void {
    const asked = (code: Code): boolean => only === undefined || codes[code] === only;
    for (const diagnostic of other.#kept) if (asked(diagnostic.code)) this.add(diagnostic);
    for (const [code, count] of other.#counts) {
      if (!asked(code)) continue;
      const beyond = count - Math.min(count, KEPT_PER_CODE);
      this.#counts.set(code, (this.#counts.get(code) ?? 0) + beyond);
    }
  }

  /** How many were found in a file. */
  of(file: string): Record<Severity, number> {
    return this.#files.get(file) ?? { error: 0, warning: 0, note: 0 };
  }

  /** The diagnostics kept, in the order found. */
  get kept(): readonly Diagnostic[] {
    return this.#kept;
  }

  /** How many were found of each code, in order of precedence. */
  get counts(): readonly { code: Code; severity: Severity; count: number }[] {
    return (Object.keys(codes) as Code[]).flatMap((code) => {
      const count = this.#counts.get(code);
      return count === undefined ? [] : [{ code, severity: codes[code], count }];
    });
  }

  count(severity: Severity): number {
    return this.counts.reduce((sum, c) => sum + (c.severity === severity ? c.count : 0), 0);
  }

  get failed(): boolean {
    return this.count('error') > 0;
  }
}
