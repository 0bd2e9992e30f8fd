// In which faces is a letter printed? DejaVu Sans, regular and bold: parsed once a run, and each word shaped once, since letters of a run say much the same.

import regular from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf?inline';
import bold from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf?inline';
import PDFDocument from 'pdfkit';
import { assert } from '../../core/assert.ts';

type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] };
type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
type Run = { readonly glyphs: readonly Glyph[]; readonly positions: readonly Position[]; readonly advanceWidth: number };

/** The part of fontkit's font that is used here; pdfkit takes the same object again for each document. */
type Kit = {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
  readonly glyphForCodePoint: (codePoint: number) => Glyph;
  layout: (text: string, features?: unknown) => Run;
};

export type Face = {
  readonly name: 'regular' | 'bold';
  readonly kit: Kit;
  /** Width of a line of the size 1. */
  readonly widthOf: (text: string) => number;
  readonly has: (character: string) => boolean;
  /** From the top of a line of the size 1 to its base line. */
  readonly ascent: number;
};

export type Faces = { readonly regular: Face; readonly bold: Face };

export function loadFaces(): Faces {
  return { regular: faceOf('regular', regular), bold: faceOf('bold', bold) };
}

function faceOf(name: Face['name'], url: string): Face {
  const kit = kitOf(url);
  const shaped = shapedBy(kit);
  kit.layout = shaped;
  const known = new Map<string, boolean>();
  return {
    ...{ name, kit, ascent: kit.ascent / kit.unitsPerEm },
    widthOf: (text) => wordsOf(text).reduce((sum, word) => sum + shaped(word).advanceWidth, 0) / kit.unitsPerEm,
    has: (character) => {
      const is = known.get(character) ?? kit.hasGlyphForCodePoint(character.codePointAt(0) as number);
      known.set(character, is);
      return is;
    },
  };
}

/** As pdfkit parts them: each with the space behind it. */
function wordsOf(text: string): string[] {
  return text.match(/[^ ]* |[^ ]+$/g) ?? [];
}

/** pdfkit opens the font of a document that has no page yet; fontkit itself is its dependency and not ours. */
function kitOf(url: string): Kit {
  const bytes = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  const document = new PDFDocument({ autoFirstPage: false, font: bytes as unknown as string });
  const kit = (document as unknown as { readonly _font?: { readonly font?: Kit } })._font?.font;
  assert(kit !== undefined && typeof kit.layout === 'function', 'pdfkit keeps its font elsewhere now');
  return kit;
}

/** Most words that are kept: those of letters are few, names and numbers of documents are many. */
const MOST = 20_000;
/** Figures have one width and no forms beside another: most of what is never said twice. */
const PLAIN = /^[\d.,:/ \u00a0\u202f–-]+$/;

function shapedBy(kit: Kit): Kit['layout'] {
  const layout = kit.layout.bind(kit);
  const kept = new Map<string, Run>();
  return (text) => {
    let run = kept.get(text);
    if (run === undefined) {
      run = PLAIN.test(text) ? sideBySide(text, kit) : layout(text);
      if (kept.size >= MOST) kept.clear();
      kept.set(text, run);
    }
    return copied(run);
  };
}

function sideBySide(text: string, kit: Kit): Run {
  const glyphs = Array.from(text, (character) => kit.glyphForCodePoint(character.codePointAt(0) as number));
  const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
  return { glyphs, positions, advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) };
}

/** pdfkit scales the positions it is given in place, and adds them up afterwards. */
function copied({ glyphs, positions }: Run): Run {
  const own = positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({ xAdvance, yAdvance, xOffset, yOffset }));
  return {
    glyphs,
    positions: own,
    get advanceWidth() {
      return own.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    },
  };
}
