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
  readonly postscriptName: string;
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
  readonly glyphForCodePoint: (codePoint: number) => Glyph;
  getGlyph: (id: number, codePoints?: readonly number[]) => Glyph & { _decode: () => unknown };
  layout: (text: string, features?: unknown) => Run;
};

export type Face = {
  /** As pdfkit knows it again in a document. */
  readonly name: string;
  readonly kit: Kit;
  /** Width of a line of the size 1. */
  readonly widthOf: (text: string) => number;
  readonly has: (character: string) => boolean;
};

export type Faces = { readonly regular: Face; readonly bold: Face };

export function loadFaces(): Faces {
  return { regular: faceOf(regular), bold: faceOf(bold) };
}

function faceOf(url: string): Face {
  const kit = kitOf(url);
  const { unitsPerEm } = kit;
  const shaped = shapedBy(kit);
  kit.layout = (text) => copied(shaped(text));
  kit.getGlyph = outlinedOnce(kit.getGlyph.bind(kit));
  const known = new Map<string, boolean>();
  return {
    ...{ name: kit.postscriptName, kit },
    widthOf: (text) => {
      let width = 0;
      for (let from = 0, to = 0; from < text.length; from = to) {
        // As pdfkit parts them: each word with the space behind it.
        to = text.indexOf(' ', from) + 1 || text.length;
        width += shaped(text.slice(from, to)).advanceWidth;
      }
      return width / unitsPerEm;
    },
    has: (character) => {
      const is = known.get(character) ?? kit.hasGlyphForCodePoint(character.codePointAt(0) as number);
      known.set(character, is);
      return is;
    },
  };
}

/** pdfkit opens the font of a document that has no page yet; fontkit itself is its dependency and not ours. */
function kitOf(url: string): Kit {
  const bytes = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  const document = new PDFDocument({ autoFirstPage: false, font: bytes as unknown as string });
  const kit = (document as unknown as { readonly _font?: { readonly font?: Kit } })._font?.font;
  assert(kit !== undefined && typeof kit.layout === 'function', 'pdfkit keeps its font elsewhere now');
  return kit;
}

/** Each document asks for the outlines of its glyphs, which are the same in all. */
function outlinedOnce(getGlyph: Kit['getGlyph']): Kit['getGlyph'] {
  const seen = new Set<number>();
  return (id, codePoints) => {
    const glyph = getGlyph(id, codePoints);
    if (!seen.has(id)) {
      seen.add(id);
      const decode = glyph._decode.bind(glyph);
      let outline: unknown;
      glyph._decode = () => (outline ??= decode());
    }
    return glyph;
  };
}

/** Most words that are kept: those of letters are few, names and numbers of documents are many. */
const MOST = 20_000;
/** Figures have one width and no forms beside another: most of what is never said twice. */
const PLAIN = /^[\d.,:/ \u00a0\u202f–-]+$/;

function shapedBy(kit: Kit): (text: string) => Run {
  const layout = kit.layout.bind(kit);
  const kept = new Map<string, Run>();
  const signs = new Map<string, Glyph>();
  const glyphOf = (character: string): Glyph => {
    const glyph = signs.get(character) ?? kit.glyphForCodePoint(character.codePointAt(0) as number);
    signs.set(character, glyph);
    return glyph;
  };
  return (text) => {
    let run = kept.get(text);
    if (run === undefined) {
      const { glyphs, positions, advanceWidth } = PLAIN.test(text) ? sideBySide(text, glyphOf) : layout(text);
      run = { glyphs, positions, advanceWidth };
      if (kept.size >= MOST) kept.clear();
      kept.set(text, run);
    }
    return run;
  };
}

function sideBySide(text: string, glyphOf: (character: string) => Glyph): Run {
  const glyphs = Array.from(text, glyphOf);
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
      let width = 0;
      for (const { xAdvance } of own) width += xAdvance;
      return width;
    },
  };
}
