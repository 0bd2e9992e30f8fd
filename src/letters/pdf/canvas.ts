// What can be put on a sheet of paper? Lines of text, rules, squares and a picture at places in millimetres from the top left, each known by what it is to whoever hears it read.
import PDFDocument from 'pdfkit';
import { visible } from '../../text/visible.ts';
import type { Logo } from '../logo.ts';
import type { Face, Faces } from './faces.ts';
import { legible, visualRuns, wrappedIn } from './legible.ts';

/** Points of a printer in a millimetre. */
const MM = 72 / 25.4;

export type Type = { readonly size: number; readonly bold?: boolean; readonly colour?: string };

type Info = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly lang: string;
  readonly created: Date;
};

/** What a part is, in the tree of a tagged document. */
type Tag = 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
export type Part = PDFKit.PDFStructureElement;

/**
 * A stream tells its readers of each piece once the program waits, and is held until then: a run that writes a thousand letters waits for none of them. So pieces are kept, and no stream is told.
 * XMP is written as it is given: none of a text is markup.
 */
class Document extends PDFDocument {
  declare pieces: Uint8Array[] | undefined;

  override push(piece: Uint8Array | null): boolean {
    this.pieces ??= [];
    if (piece !== null) this.pieces.push(piece);
    return true;
  }

  /** Lines are placed one by one here: that pdfkit measures each twice once more, to know where its own next one would stand, serves nobody. */
  override widthOfString(): number {
    return 0;
  }

  override endMetadata(): void {
    const { info } = this as unknown as { info: Record<string, unknown> };
    const said = Object.entries(info).map(([key, text]) => [key, typeof text === 'string' ? inXml(text) : text] as const);
    (this as unknown as { info: unknown }).info = Object.fromEntries(said);
    super.endMetadata();
  }
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export class Canvas {
  readonly #document: Document;
  readonly #faces: Faces;
  readonly #root: Part;
  readonly #missing: (character: string) => void;
  pages = 0;

  constructor(faces: Faces, info: Info, missing: (character: string) => void) {
    const { title, author, subject, lang, created } = info;
    this.#faces = faces;
    this.#missing = missing;
    this.#document = new Document({
      ...{ size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true, pdfVersion: '1.7', lang, tagged: true },
      ...{ displayTitle: true, font: faces.regular.kit as unknown as string },
      info: { Title: title, Author: author, Subject: subject, Creator: 'ar', Producer: 'ar', CreationDate: created },
    });
    this.#root = this.#document.struct('Document');
    this.#document.addStructure(this.#root);
  }

  addPage(): void {
    this.#document.addPage();
    this.pages++;
  }

  /** What follows stands on this page, counted from 0. */
  turnTo(page: number): void {
    this.#document.switchToPage(page);
  }

  part(tag: Tag, inside: Part = this.#root, options: { readonly alt?: string; readonly scope?: 'Column' } = {}): Part {
    const part = this.#document.struct(tag, options);
    inside.add(part);
    return part;
  }

  /** What no reader needs to hear: rules, numbers of pages, sums that are said again. */
  aside(draw: () => void): void {
    this.#document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#document.endMarkedContent();
  }

  /** The text as it can be shown: nothing that a reader's program would obey, and nothing the face has no sign for. */
  said(text: string, type: Type): string {
    return legible(visible(text).trim(), this.#face(type), this.#missing);
  }

  widthOf(text: string, type: Type): number {
    return (this.#face(type).widthOf(text) * type.size) / MM;
  }

  wrapped(text: string, width: number, type: Type): string[] {
    return wrappedIn(this.said(text, type), width, (one) => this.widthOf(one, type));
  }

  /** One line that was said or wrapped; `right`: it ends at x. `y` is the top of a line of its height. */
  line(text: string, x: number, y: number, type: Type, right = false): void {
    if (text === '') return;
    const face = this.#face(type);
    const document = this.#document;
    document.font(face.kit as unknown as string, face.name, type.size).fillColor(type.colour ?? '#111111');
    const top = y * MM;
    const pieces = visualRuns(text);
    let at = (right ? x - pieces.reduce((sum, one) => sum + this.widthOf(one, type), 0) : x) * MM;
    for (const piece of pieces) {
      document.text(piece, at, top, { lineBreak: false });
      at += this.widthOf(piece, type) * MM;
    }
  }

  /** Lines below one another, `step` apart. */
  lines(texts: readonly string[], x: number, y: number, step: number, type: Type, right = false): void {
    for (const [i, text] of texts.entries()) this.line(text, x, y + i * step, type, right);
  }

  rule(x: number, y: number, width: number, weight: number, colour = '#111111'): void {
    this.#document
      .lineWidth(weight)
      .strokeColor(colour)
      .moveTo(x * MM, y * MM)
      .lineTo((x + width) * MM, y * MM)
      .stroke();
  }

  /** Dark squares of a grid; those of a row that touch are one. */
  squares(rows: readonly (readonly boolean[])[], x: number, y: number, side: number): void {
    const unit = (side * MM) / rows.length;
    rows.forEach((row, i) => {
      for (let from = 0; from < row.length; from++) {
        if (row[from] !== true) continue;
        let to = from;
        while (row[to] === true) to++;
        this.#document.rect(x * MM + from * unit, y * MM + i * unit, (to - from) * unit, unit);
        from = to;
      }
    });
    this.#document.fill('#000000');
  }

  picture(logo: Logo, x: number, y: number, width: number, height: number): void {
    this.#document.image(logo.forPdf() as unknown as string, x * MM, y * MM, { width: width * MM, height: height * MM });
  }

  bytes(): Uint8Array {
    this.#root.end();
    this.#document.end();
    // All of it is made by now: nothing in it waits for anything.
    return Buffer.concat(this.#document.pieces ?? []);
  }

  #face(type: Type): Face {
    return this.#faces[type.bold === true ? 'bold' : 'regular'];
  }
}
