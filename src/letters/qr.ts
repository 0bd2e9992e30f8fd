// Which squares are dark? A text as a QR code of the level M, which banking apps read also where a seventh of it is soiled.
import qrcode from 'qrcode-generator';

/** White squares around it, without which it is not found. */
export const QUIET = 4;

type Squares = readonly (readonly boolean[])[];

/** The last one: a letter is drawn as a page and on paper, one after the other. */
let last: { readonly text: string; readonly squares: Squares } | undefined;

export function squaresOf(text: string): Squares {
  if (last?.text !== text) last = { text, squares: drawn(text) };
  return last.squares;
}

function drawn(text: string): Squares {
  const code = qrcode(0, 'M');
  // One character a byte is what the package takes them for, whatever encoding is set elsewhere.
  code.addData(Buffer.from(text, 'utf8').toString('latin1'), 'Byte');
  code.make();
  const side = Array.from({ length: code.getModuleCount() }, (_, i) => i);
  return side.map((row) => side.map((column) => code.isDark(row, column)));
}
