// `ar templates`: the texts of letters that come with the program, written out to be changed, and those of a folder looked through before a letter is written by them.
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/nearest.ts';
import { shortened } from '../../core/shortened.ts';
import { word } from '../../core/word.ts';
import { TEMPLATES } from '../../letters/templates.ts';
import { type TemplateRow, templatesReport } from '../../report/views/templates.ts';
import { checkedTemplates } from '../checked-templates.ts';
import { writingOptions } from '../dun-options.ts';
import { readFolder } from '../option.ts';
import { inputOptions } from '../options.ts';
import { fileAsFolder } from '../own-templates.ts';
import type { Asked, Page, Shown } from '../page.ts';

const options = {
  config: inputOptions.config,
  // What [dunning] templates names; on the line it is the word behind check.
  templates: { ...writingOptions.templates, hidden: true },
} as const;

export const templates: Page = {
  name: 'templates',
  summary: 'the texts of letters: ours to copy, yours looked through',
  about:
    'Lists the templates by which ar dun writes its letters. ar templates export DIR writes them into a folder, and never over a file that says something else: change those you want, and take the others away, so that later versions of them reach you. ar dun --templates DIR, or [dunning] templates in ar.toml, then writes by yours where there is one, and by ours where there is none. ar templates check DIR looks through all of them: a field, a part or a name there is none of is told with its line and the nearest there is, and the run ends with 1. Without DIR it takes the folder of ar.toml.',
  usage: '[export DIR | check [DIR]]',
  examples: [
    { line: 'ar templates', says: 'Which texts are there?' },
    { line: 'ar templates export letters', says: 'Write them out, to change some:' },
    { line: 'ar templates check letters', says: 'Can letters be written by them?' },
  ],
  options,
  show: (words, asked) => {
    const [verb, named, ...more] = words;
    if (verb === undefined) return { report: templatesReport(ours(), OURS) };
    if (verb !== 'export' && verb !== 'check')
      return mistake(
        verb,
        `ar templates takes nothing, export or check, and "${shortened(verb)}" is given`,
        didYouMean(verb, ['export', 'check']),
      );
    if (more.length > 0) return mistake(more[0], `ar templates ${verb} takes one folder, and more is named`, '');
    if (verb === 'check') return checkedTemplates(named ?? (asked.values['templates'] as string | undefined), asked);
    const folder = named === undefined ? undefined : readFolder(named);
    if (typeof folder !== 'string')
      return mistake(named, 'ar templates export needs a folder to write into', 'write ar templates export letters');
    return exported(folder, asked);
  },
};

const OURS = word(
  'ar templates export DIR writes them out, to be changed.',
  'ar templates export DIR les écrit, pour les modifier.',
);

function ours(): TemplateRow[] {
  return Object.keys(TEMPLATES).map((name) => ({ name, file: '', state: 'ours' }));
}

function mistake(value: string | undefined, what: string, fix: string): Diagnostic {
  return {
    code: 'usage-bad-value',
    value,
    what,
    fix: fix || 'write ar templates, ar templates export DIR or ar templates check DIR',
  };
}

/** A file that holds the same is left; where one holds something else nothing is written. */
async function exported(folder: string, { world }: Asked): Promise<Shown | readonly Diagnostic[]> {
  const rows: TemplateRow[] = [];
  const refused: Diagnostic[] = [];
  const file = fileAsFolder(folder, world.open);
  if (file !== undefined) return [file];
  for (const [name, said] of Object.entries(TEMPLATES)) {
    const file = join(folder, `${name}.md`);
    const source = world.open(file);
    if ('chunks' in source) {
      const pieces: Uint8Array[] = [];
      for await (const piece of source.chunks()) pieces.push(piece.slice());
      if (Buffer.concat(pieces).toString() === said) rows.push({ name, file, state: 'there' });
      else refused.push(standsThere(file));
    } else if (source.code === 'file-missing') rows.push({ name, file, state: 'written' });
    else refused.push(source);
  }
  if (refused.length > 0) return refused;
  const written = rows.filter(({ state }) => state === 'written');
  return {
    report: templatesReport(
      rows,
      word('Change those you want, and take the others away.', 'Modifiez ceux que vous voulez, et retirez les autres.'),
    ),
    writes: written.map(({ name, file }) => ({ path: file, isNameOurs: true, pieces: () => [TEMPLATES[name] as string] })),
    folders: [...new Set(written.map(({ file }) => dirname(file)))],
  };
}

function standsThere(file: string): Diagnostic {
  return {
    ...{ code: 'template-changed', file },
    what: 'what stands there is not our text of this name, and ar templates export would write over it',
    why: 'it may hold your own wording',
    fix: 'name another folder, and compare',
  };
}
