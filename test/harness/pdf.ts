// What does a PDF of ours say, and where? Read back by a reader of its own: texts through the maps of their fonts, in millimetres from the top left, and the rectangles that are filled.
import { inflateSync } from 'node:zlib';

export type Piece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
};
type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type PdfPage = { readonly pieces: readonly Piece[]; readonly rectangles: readonly Rectangle[] };

const MM = 72 / 25.4;
const HEIGHT = 841.89;

type Font = { readonly texts: readonly string[]; readonly widths: readonly number[] };

export function pagesOf(bytes: Uint8Array): PdfPage[] {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, id, body]) => [id as string, body as string]),
  );
  const get = (id: string | undefined): string => objects.get(id ?? '') ?? '';
  const ref = (body: string, key: string): string => new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(body)?.[1] ?? '';
  const fonts = (resources: string): Map<string, Font> =>
    new Map(
      [...(/\/Font <<\n([\s\S]*?)>>/.exec(resources)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, id]) => {
        const font = get(id);
        return [
          name as string,
          { texts: textsOf(streamOf(get(ref(font, 'ToUnicode')))), widths: widthsOf(get(ref(font, 'DescendantFonts'))) },
        ];
      }),
    );
  const kids = /\/Type \/Pages\n\/Count \d+\n\/Kids \[([^\]]*)\]/.exec(file)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const page = get(id);
    return pageOf(streamOf(get(ref(page, 'Contents'))), fonts(get(ref(page, 'Resources'))));
  });
}

function streamOf(body: string): string {
  const begins = body.indexOf('\nstream\n');
  const head = body.slice(0, begins);
  const data = body.slice(begins + 8, begins + 8 + Number(/\/Length (\d+)/.exec(head)?.[1]));
  return head.includes('/FlateDecode') ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
}

function textsOf(map: string): string[] {
  return [...(/beginbfrange\n([\s\S]*?)\nendbfrange/.exec(map)?.[1] ?? '').matchAll(/^<\w+> <\w+> \[(.*)\]$/gm)].flatMap(
    ([, list = '']) =>
      [...list.matchAll(/<([^>]*)>/g)].map(([, hex = '']) =>
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      ),
  );
}

function widthsOf(font: string): number[] {
  return (/\/W \[0 \[([^\]]*)\]/.exec(font)?.[1] ?? '').split(' ').map(Number);
}

function pageOf(content: string, fonts: ReadonlyMap<string, Font>): PdfPage {
  const pieces = [...content.matchAll(/1 0 0 1 (\S+) (\S+) Tm\n\/(\w+) (\S+) Tf\n\[(.*)\] TJ/g)].map(
    ([, x, y, name, size, shown]): Piece => {
      const font = fonts.get(name as string) as Font;
      let [text, width] = ['', 0];
      for (const [, hex, kern] of (shown as string).matchAll(/<(\w*)>|(-?[\d.]+)/g)) {
        if (kern !== undefined) width -= Number(kern);
        for (const glyph of hex?.match(/.{4}/g) ?? []) {
          text += font.texts[Number.parseInt(glyph, 16)] ?? '';
          width += font.widths[Number.parseInt(glyph, 16)] ?? 0;
        }
      }
      return {
        text,
        x: Number(x) / MM,
        y: (HEIGHT - Number(y)) / MM,
        width: ((width / 1000) * Number(size)) / MM,
        size: Number(size),
      };
    },
  );
  const rectangles = [...content.matchAll(/^(\S+) (\S+) (\S+) (\S+) re$/gm)].map(([, ...all]): Rectangle => {
    const [x, y, width, height] = all.map((one) => Number(one) / MM) as [number, number, number, number];
    return { x, y, width, height };
  });
  return { pieces, rectangles };
}

/** The texts of a document, one a line. */
export function pdfText(bytes: Uint8Array): string {
  return pagesOf(bytes)
    .flatMap(({ pieces }) => pieces.map(({ text }) => text))
    .join('\n');
}

/** Squares on a white ground as a reader of codes takes them: four bytes a pixel. */
export function rasterOf(
  rectangles: readonly Rectangle[],
  pixels = 400,
): { data: Uint8ClampedArray; width: number; height: number } {
  const left = Math.min(...rectangles.map(({ x }) => x));
  const top = Math.min(...rectangles.map(({ y }) => y));
  const side = Math.max(...rectangles.map(({ x, width }) => x + width)) - left;
  const scale = (pixels * 0.8) / side;
  const data = new Uint8ClampedArray(pixels * pixels * 4).fill(255);
  for (const { x, y, width, height } of rectangles) {
    const at = (place: number, from: number): number => Math.round((place - from) * scale + pixels * 0.1);
    for (let row = at(y, top); row < at(y + height, top); row++)
      for (let column = at(x, left); column < at(x + width, left); column++)
        data.fill(0, (row * pixels + column) * 4, (row * pixels + column) * 4 + 3);
  }
  return { data, width: pixels, height: pixels };
}
