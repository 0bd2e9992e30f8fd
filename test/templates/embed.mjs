// Puts the templates of letters into the program: `npm run templates` writes the texts of templates/ as a .ts file, so that a letter is written wherever
// `ar` was started and no file is looked for. The file is committed; a test makes it anew and compares.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

export function embedded() {
  const folder = new URL('templates/', ROOT);
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md'));
  const lines = names.sort().map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const quoted = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n');
    const key = `  '${name.replaceAll('\\', '/').replace(/\.md$/, '')}':`;
    // As the formatter writes it.
    return key.length + quoted.length + 4 <= 130 ? `${key} '${quoted}',\n` : `${key}\n    '${quoted}',\n`;
  });
  return `// The templates of letters by name: the texts of templates/. Written by \`npm run templates\`; never edited by hand.\n\nexport const TEMPLATES: { readonly [name: string]: string } = {\n${lines.join('')}};\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(new URL('src/letters/templates.ts', ROOT), embedded());
}
