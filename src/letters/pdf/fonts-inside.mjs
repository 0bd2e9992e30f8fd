// How do the fonts of letters get into a bundle of esbuild's? As data URLs, which is what vitest makes of `?inline`: a program that looked for files beside itself would find others' where it is bundled, linked or run
// from afar. The fourteen fonts that every reader of PDF has are not asked for, and pdfkit would look for them, and for a profile of colours, by a path that a part of the program has none of.
import { readFileSync } from 'node:fs';

export const fontsInside = {
  name: 'fonts lie in the program',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /\.ttf\?inline$/ }, async ({ path, importer, resolveDir }) => {
      const found = await resolve(path.replace(/\?inline$/, ''), { importer, resolveDir, kind: 'import-statement' });
      return { path: found.path, namespace: 'inline', errors: found.errors };
    });
    onLoad({ filter: /^/, namespace: 'inline' }, ({ path }) => ({ contents: readFileSync(path), loader: 'dataurl' }));
    onLoad({ filter: /pdfkit\.node\.mjs$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const begins = text.indexOf('const require$1 = createRequire(import.meta.url);');
      const ends = text.indexOf('export {', begins);
      if (begins < 0 || ends < 0) throw new Error('pdfkit registers its standard fonts in another way now');
      const contents = (text.slice(0, begins) + text.slice(ends)).replaceAll('import.meta.url', '"file:///"');
      return { contents, loader: 'js' };
    });
  },
};
