// Which commands are there? Name and summary here; the command itself is loaded only when it is called or its help is asked.
import type { Command } from './command.ts';
import type { Page } from './page.ts';

export type CommandEntry = { readonly name: string; readonly summary: string; readonly load: () => Promise<Command | Page> };

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'age',
    summary: 'what is owed, by how late it is',
    load: async () => (await import('./commands/age.ts')).age as unknown as Command,
  },
  {
    name: 'check',
    summary: 'what was understood of a ledger, and what is wrong with it',
    load: async () => (await import('./commands/check.ts')).check as unknown as Command,
  },
  {
    name: 'convert',
    summary: 'the postings of any ledger as the plain CSV, or as a FEC',
    load: async () => (await import('./commands/convert.ts')).convert as unknown as Command,
  },
  {
    name: 'explain',
    summary: 'the story of one document: issued, due, settled by what, open',
    load: async () => (await import('./commands/explain.ts')).explain as unknown as Command,
  },
  {
    name: 'dso',
    summary: 'how many days of sales are owed, and how customers pay',
    load: async () => (await import('./commands/dso.ts')).dso as unknown as Command,
  },
  {
    name: 'exposure',
    summary: 'what each customer may come to owe, against its limit, and what is covered',
    load: async () => (await import('./commands/exposure.ts')).exposure as unknown as Command,
  },
  {
    name: 'limit',
    summary: 'the credit limit each customer should have, by which method, and the change',
    load: async () => (await import('./commands/limit.ts')).limit as unknown as Command,
  },
  {
    name: 'provision',
    summary: 'what of doubtful claims must be written down, and what moves since the last closing',
    load: async () => (await import('./commands/provision.ts')).provision as unknown as Command,
  },
  {
    name: 'dun',
    summary: 'who is to be reminded, at which level and of how much',
    load: async () => (await import('./commands/dun.ts')).dun as unknown as Command,
  },
  {
    name: 'templates',
    summary: 'the texts of letters: ours to copy, yours looked through',
    load: async () => (await import('./commands/templates.ts')).templates,
  },
  {
    name: 'interest',
    summary: 'what late payment costs, to the cent, and by which law',
    load: async () => (await import('./commands/interest.ts')).interest as unknown as Command,
  },
  {
    name: 'terms',
    summary: 'agreed terms of payment against the legal maximum',
    load: async () => (await import('./commands/terms.ts')).terms as unknown as Command,
  },
  {
    name: 'risk',
    summary: 'which customers to watch: warning signs, and a score that shows its parts',
    load: async () => (await import('./commands/risk.ts')).risk as unknown as Command,
  },
  {
    name: 'losses',
    summary: 'what is lost on customers: loss, doubtful, default and cover ratios, and how likely each age is paid',
    load: async () => (await import('./commands/losses.ts')).losses as unknown as Command,
  },
  {
    name: 'law',
    summary: 'the rates, sums and limits of the law, with their sources',
    load: async () => (await import('./commands/law.ts')).law,
  },
  {
    name: 'formats',
    summary: 'the packages whose exports are known, and how well each is attested',
    load: async () => (await import('./commands/formats.ts')).formats,
  },
];
