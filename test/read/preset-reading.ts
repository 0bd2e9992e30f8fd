// What does `ar` make of an export of a package: which items are open, and what was understood?
import { ar } from '../peers/program.ts';
import { AS_OF, type OpenItem, type PresetFile, textOfFile } from './preset-files.ts';

/** What is open, as `ar age --detail` tells it; or what it told of the file, where it gave no figure. */
export async function openIn(file: PresetFile, ...options: readonly string[]): Promise<readonly OpenItem[] | string> {
  return (await readExport(textOfFile(file), ...options)).items;
}

/** The items, and what was told beside them. */
export async function readExport(
  bytes: string | Uint8Array,
  ...options: readonly string[]
): Promise<{ readonly items: readonly OpenItem[] | string; readonly told: string }> {
  const args = ['age', 'export.csv', '--as-of', AS_OF, '--detail', '--format', 'json', ...options];
  const { stdout, stderr } = await ar(args, { 'export.csv': bytes });
  if (stdout === '') return { items: stderr, told: stderr };
  const { rows } = JSON.parse(stdout).sections.find((section: { name: string }) => section.name === 'items') ?? {};
  const items = (rows as { document: string; due: string | null; open: number }[])
    .map(({ document, due, open }) => ({ document, due: due ?? '', open: Math.round(open * 100) }))
    .sort((a, b) => (a.document < b.document ? -1 : 1));
  return { items, told: stderr };
}

/** How each column of the file is read. */
export async function factsOf(file: PresetFile): Promise<ReadonlyMap<string, string>> {
  return new Map((await understood(textOfFile(file))).map(({ fact, reading }) => [fact, reading]));
}

export async function understood(
  bytes: string | Uint8Array,
): Promise<readonly { readonly fact: string; readonly reading: string; readonly evidence: string }[]> {
  const { stdout } = await ar(['check', 'export.csv', '--as-of', AS_OF, '--format', 'json'], { 'export.csv': bytes });
  return JSON.parse(stdout).sections.find((section: { name: string }) => section.name === 'understanding').rows;
}
