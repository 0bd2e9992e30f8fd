// What stands at the head of a letter on paper? Logo and sender, the address where an envelope's window shows it, the day, how it is sent and what it is about.
import type { LetterProse } from '../letter-prose.ts';
import type { Logo } from '../logo.ts';
import { ADDRESS_PRINTS, type AddressPrint, COLUMN, GEOMETRY, type Geometry, type Window } from '../sheet.ts';
import type { Canvas, Type } from './canvas.ts';

const NAME: Type = { size: 10.5, bold: true };
const SMALL: Type = { size: 7.5, colour: '#333333' };
const TEXT: Type = { size: 9 };
const LARGEST = { width: 55, height: 18 };
const MM = 25.4 / 72;

/** Draws it, and says where the letter goes on; `tooLong`: the address is, for any window. */
export function drawHead(
  canvas: Canvas,
  { head, lang }: LetterProse,
  window: Window,
  logo: Logo | undefined,
  tooLong: () => void,
): number {
  const place = GEOMETRY[window];
  let { y } = place.sender;
  if (logo !== undefined) {
    const scale = Math.min(LARGEST.width / logo.width, LARGEST.height / logo.height);
    const [width, height] = [logo.width * scale, logo.height * scale];
    canvas
      .part('Figure', undefined, { alt: head.sender[0] ?? 'Logo' })
      .add(() => canvas.picture(logo, COLUMN.left, y, width, height));
    if (window === 'right') y += height + 3;
  }
  head.sender.forEach((line, i) => {
    const type = i === 0 ? NAME : SMALL;
    const step = i === 0 ? 5.2 : 3.7;
    const top = y;
    const { width } = place.sender;
    // Telephone and mail stand below one another where they do not fit on a line.
    const isWide = canvas.widthOf(canvas.said(line, type), type) > width;
    const lines = (isWide ? line.split(' · ') : [line]).flatMap((part) => canvas.wrapped(part, width, type));
    canvas.part('P').add(() => canvas.lines(lines, place.sender.x, top, step, type));
    y += lines.length * step;
  });
  const below = drawAddress(canvas, head.debtor, place.address, tooLong) + 3;
  const day = Math.max(place.dated.y, below);
  canvas.part('P').add(() => canvas.line(canvas.said(head.dated, TEXT), place.dated.x, day, TEXT));
  // A sender of many lines pushes down what stands in its column.
  let end = Math.max(y, day + 3);
  if (head.sentBy !== '') {
    const top = Math.max(place.sentBy.y, y + 2);
    const bold = { size: 9, bold: true };
    const lines = canvas.wrapped(head.sentBy, window === 'right' ? 81 : place.sender.width, bold);
    canvas.part('P').add(() => canvas.lines(lines, place.sentBy.x, top, 4.4, bold));
    end = Math.max(end, top + lines.length * 4.4 - 1);
  }
  return drawAbout(canvas, head.about, Math.max(102, end + 6), lang === 'fr' ? '\u00a0:' : ':');
}

/** Its lowest line ends there. */
function drawAddress(
  canvas: Canvas,
  lines: readonly string[],
  { x, y, width, height }: Geometry['address'],
  tooLong: () => void,
): number {
  const at = (size: number): string[] => lines.flatMap((line) => canvas.wrapped(line, width, { size }));
  const heightIn = ({ size, leading }: AddressPrint): number => at(size).length * size * leading * MM;
  const fitting = ADDRESS_PRINTS.find((print) => heightIn(print) <= height);
  if (fitting === undefined) tooLong();
  const print = fitting ?? (ADDRESS_PRINTS.at(-1) as AddressPrint);
  const { size, leading } = print;
  canvas.part('P').add(() => canvas.lines(at(size), x, y, size * leading * MM, { size }));
  return y + heightIn(print);
}

function drawAbout(canvas: Canvas, rows: LetterProse['head']['about'], from: number, colon: string): number {
  const [label, said] = [{ size: 9, colour: '#555555' }, [{ size: 10.5, bold: true }, TEXT]] as const;
  const room = Math.max(...rows.map(([name]) => canvas.widthOf(name + colon, label))) + 3;
  let y = from;
  rows.forEach(([name, text], i) => {
    const type = said[i === 0 ? 0 : 1] as Type;
    const lines = canvas.wrapped(text, COLUMN.width - room, type);
    const top = y;
    canvas.part(i === 0 ? 'H1' : 'P').add(() => {
      canvas.line(name + colon, COLUMN.left, top + (i === 0 ? 0.35 : 0), label);
      canvas.lines(lines, COLUMN.left + room, top, 5, type);
    });
    y += lines.length * 5;
  });
  return y + 4;
}
