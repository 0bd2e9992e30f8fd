// What is told where a file stops being text of its encoding?
import type { Diagnostics } from '../core/diagnostic.ts';
import type { Foreign } from './as-utf8.ts';
import type { NotText } from './text-check.ts';

const FIX = 'save the file as CSV UTF-8, or name the one encoding of a ledger: --encoding ';
const WHY = 'a letter read in another encoding would be a wrong name';

/** `foreign`: what stands there in the file itself, where that is not UTF-8. */
export function tellNotText(
  file: string,
  broken: NotText,
  line: number,
  foreign: Foreign | undefined,
  diagnostics: Diagnostics,
): undefined {
  if (broken.why === 'nul') {
    diagnostics.add({
      code: 'file-not-text',
      file,
      line,
      what: 'a NUL byte stands here: this is not a text file, or it is damaged',
      fix: 'export it again as CSV',
    });
  } else if (foreign === undefined) {
    diagnostics.add({
      code: 'file-not-utf8',
      file,
      line,
      value: hex(broken.byte),
      what: 'a byte that begins no character of UTF-8',
      why: WHY,
      fix: `${FIX}windows-1252`,
    });
  } else {
    diagnostics.add({
      code: 'file-not-in-encoding',
      file,
      line,
      value: hex(foreign.value),
      what: `no character of ${foreign.encoding}, in which the file is read`,
      why: WHY,
      fix: foreign.encoding.startsWith('utf-16') ? 'export it again: it is damaged or cut short' : `${FIX}macintosh`,
    });
  }
  return undefined;
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}
