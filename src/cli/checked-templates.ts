// Can letters be written by these templates? Each of a folder and of the program's own beside it, with its parts, in each language and under each law; and a file that no letter is written by.
import { join } from 'node:path';
import { type Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest.ts';
import { type Lang, word } from '../core/word.ts';
import { templateOf } from '../letters/template.ts';
import { TEMPLATES } from '../letters/templates.ts';
import { type TemplateRow, templatesReport } from '../report/views/templates.ts';
import { type OwnTemplate, ownTemplates, refusedTemplate, templateNames } from './own-templates.ts';
import type { Asked, Shown } from './page.ts';

export async function checkedTemplates(
  folder: string | undefined,
  { world, settings }: Asked,
): Promise<Shown | readonly Diagnostic[]> {
  const found = new Diagnostics();
  const own =
    folder === undefined
      ? new Map<string, OwnTemplate>()
      : await ownTemplates(folder, { open: world.open, settings, diagnostics: found });
  if (own === undefined) return found.kept;
  const told = new Map<string, Diagnostic>();
  for (const name of templateNames()) {
    if (!own.has(name) && TEMPLATES[name] === undefined) continue;
    const [lang, law, last] = partsOf(name);
    const template = templateOf((one) => own.get(one)?.text ?? TEMPLATES[one], lang, law, last);
    if (typeof template === 'function') continue;
    for (const one of template) told.set(JSON.stringify(one), refusedTemplate(one, own));
  }
  const stray = folder === undefined ? [] : strayTemplates(folder, (await world.disk()).list, own);
  for (const one of [...told.values(), ...stray]) found.add(one);
  const refused = new Set(found.kept.map(({ file }) => file));
  const rows = templateNames().flatMap((name): TemplateRow[] => {
    const file = own.get(name)?.path ?? '';
    if (file === '' && TEMPLATES[name] === undefined) return [];
    return [{ name, file, state: refused.has(file === '' ? `${name}.md` : file) ? 'refused' : file === '' ? 'ours' : 'own' }];
  });
  const note = word(
    'A template of yours stands in the place of ours of the same name.',
    'Un modèle à vous remplace celui du programme de même nom.',
  );
  return { report: templatesReport(rows, note), found };
}

function partsOf(name: string): readonly [lang: Lang, law: string, last: string] {
  const parts = name.split('/');
  return [parts[0] as Lang, parts.length > 2 ? (parts[1] as string) : '', parts.at(-1) as string];
}

/** Files of Markdown in the folder, and where templates may lie, whose name is none: their author believes that letters say so. */
function strayTemplates(
  folder: string,
  list: (folder: string) => readonly string[],
  own: ReadonlyMap<string, OwnTemplate>,
): Diagnostic[] {
  const names = templateNames();
  const folders = ['', ...new Set(names.map((name) => name.slice(0, name.lastIndexOf('/'))))];
  const found = folders.flatMap((inside) => {
    try {
      return list(join(folder, inside)).flatMap((file) =>
        file.endsWith('.md') ? [join(inside, file).replaceAll('\\', '/')] : [],
      );
    } catch {
      // There is none of this name.
      return [];
    }
  });
  return found.flatMap((file) => {
    const name = file.replace(/\.md$/, '');
    if (own.has(name) || /^readme$/i.test(name)) return [];
    return [
      {
        code: 'template-refused' as const,
        file: join(folder, file),
        value: name,
        what: 'no letter is written by a template of this name',
        why: 'what it says would stand in no letter',
        fix: didYouMean(name, names) || 'ar templates lists the names there are',
      },
    ];
  });
}
