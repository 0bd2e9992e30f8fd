// Is an ar.toml text? All of its bytes as characters, or what is told of the first that is none.
import type { Diagnostics } from '../../core/diagnostic.ts';
import { markOf } from '../encoding.ts';
import { kindOf } from '../file-kind.ts';
import type { Source } from '../source.ts';
import { Utf8Check } from '../text-check.ts';

/** Undefined when it is no text: the diagnostics say why. */
export async function configText(source: Source, diagnostics: Diagnostics): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.chunks()) pieces.push(piece);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const piece of pieces) {
    bytes.set(piece, filled);
    filled += piece.length;
  }
  const kind = markOf(bytes)?.startsWith('utf-16') ? 'UTF-16' : kindOf(bytes)?.name;
  if (kind !== undefined) {
    const what = `this is ${kind}, not a text file of settings`;
    diagnostics.add({ code: 'file-not-text', file: source.name, what, fix: 'save it as UTF-8' });
    return undefined;
  }
  const utf8 = new Utf8Check();
  const broken = utf8.push(bytes);
  if (broken === undefined && utf8.unfinished === undefined) return new TextDecoder().decode(bytes);
  const line = bytes.subarray(0, broken?.offset).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);
  const place = { file: source.name, line };
  if (broken?.why === 'nul') {
    diagnostics.add({
      code: 'file-not-text',
      ...place,
      what: 'a NUL byte stands here: this is not a text file',
      fix: 'save it as UTF-8',
    });
  } else {
    const what = 'a byte that begins no character of UTF-8';
    diagnostics.add({ code: 'file-not-utf8', ...place, what, fix: 'save the file as UTF-8' });
  }
  return undefined;
}
