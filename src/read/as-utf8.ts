// How does a file become UTF-8 before any reader sees it? Its head is looked at, named if it is no table, and its encoding told or taken as said.
import type { Diagnostics } from '../core/diagnostic.ts';
import { type Encoding, type EncodingChoice, encodingOf, markOf } from './encoding.ts';
import { kindOf } from './file-kind.ts';
import type { LateEncoding } from './late-encoding.ts';
import { type Look, lookAt } from './look.ts';
import type { Source } from './source.ts';

/** A byte, or a unit of two, that is no character of the encoding. */
export type Foreign = { readonly encoding: Encoding; readonly value: number };

/** What the careful reader has to know of the encoding of what it is given. */
export type InUtf8 = {
  /** What became a byte that is none of UTF-8. */
  readonly foreign: () => Foreign | undefined;
  /** Where nothing but ASCII was seen: what to do with the first byte that is no UTF-8. */
  readonly late: LateEncoding | undefined;
};

export type Utf8Source = InUtf8 & {
  readonly source: Source;
  readonly choice: () => EncodingChoice;
  /** Its first bytes, where they need not be decoded to be read. */
  readonly look: Pick<Look, 'head' | 'whole'> | undefined;
};

/** Undefined when the file is no table of text: the diagnostics say what it is. `said`: the user's word. */
export async function asUtf8(
  given: Source,
  said: Encoding | undefined,
  diagnostics: Diagnostics,
): Promise<Utf8Source | undefined> {
  const { head, whole, source } = await lookAt(given);
  const kind = kindOf(head);
  if (kind !== undefined) {
    diagnostics.add({ code: 'file-not-text', file: source.name, what: `this is ${kind.name}, not a CSV`, fix: kind.fix });
    return undefined;
  }
  return inUtf8({ head, whole, source }, chooseEncoding(head, whole, said));
}

/** A byte order mark goes before what the user said: with one, a file says itself what it is. */
function chooseEncoding(head: Uint8Array, whole: boolean, said: Encoding | undefined): EncodingChoice {
  if (said === undefined || markOf(head) !== undefined) return encodingOf(head, whole);
  return { encoding: said, evidence: { what: 'said', count: 0, line: 0, byte: 0 } };
}

async function inUtf8(look: Look, choice: EncodingChoice): Promise<Utf8Source> {
  const { source, whole } = look;
  const { encoding, evidence } = choice;
  // Both are loaded where they are needed: most files are UTF-8, and end within what was looked at or have a letter there.
  if (encoding !== 'utf-8') {
    const { decoded } = await import('./decoded.ts');
    const text = decoded(source, encoding);
    const foreign = (): Foreign | undefined => asForeign(encoding, text.foreign());
    return { source: text, choice: () => choice, foreign, late: undefined, look: undefined };
  }
  if (evidence.what !== 'ascii' || whole)
    return { source, choice: () => choice, foreign: () => undefined, late: undefined, look };
  const late = new (await import('./late-encoding.ts')).LateEncoding();
  const found = (): EncodingChoice =>
    late.evidence === undefined ? choice : { encoding: 'windows-1252', evidence: late.evidence };
  return { source, choice: found, foreign: () => asForeign('windows-1252', late.foreign()), late, look };
}

/** What the careful reader must know where the swift one stopped. */
export function goingOn({ foreign, late }: InUtf8, { ascii }: { readonly ascii: boolean }): InUtf8 {
  return { foreign, late: ascii ? late : undefined };
}

function asForeign(encoding: Encoding, value: number | undefined): Foreign | undefined {
  return value === undefined ? undefined : { encoding, value };
}
