// What may be asked of `ar dun` beside its plan? Letters written, a plan given back, levels taken over, runs cancelled or marked as sent; and which of these go together.
import type { Diagnostic } from '../core/diagnostic.ts';
import type { CommonValues } from './command.ts';
import { Refusal, readFolder, readPath, type ValuesOf, value } from './option.ts';

/** The forms of letters there are. */
const FORMS = ['txt', 'html', 'pdf'] as const;
export type Form = (typeof FORMS)[number];

function readForms(text: string): readonly Form[] | Refusal {
  const named = [...new Set(text.split(',').map((one) => one.trim().toLowerCase()))];
  const forms = named.flatMap((one) => FORMS.filter((form) => form === one));
  return forms.length === named.length ? forms : new Refusal(`takes forms of letters, with commas between: ${FORMS.join(', ')}`);
}

function readRun(text: string): string | Refusal {
  return text.trim() === '' ? new Refusal('takes the name of a run, as the history has it: 2026-06-30-1') : text.trim();
}

export const writingOptions = {
  history: value('history', 'FILE', 'what was sent before; --write adds what it writes', readPath, undefined),
  promises: value(
    'promises',
    'FILE',
    'what customers promised to pay: customer, document, amount, day; currency where there are several',
    readPath,
    undefined,
  ),
  plan: value(
    'plan',
    'FILE',
    'the plan as it was reviewed: only its lines are written, each if it still holds',
    readPath,
    undefined,
  ),
  write: value('write', 'DIR', 'write the letters into DIR, then their rows into --history', readPath, undefined),
  to: value('to', 'FORMS', 'with --write: the forms of each letter, of txt, html, pdf', readForms, ['txt'] as readonly Form[], {
    fallback: 'txt',
  }),
  templates: value(
    'templates',
    'DIR',
    'with --write: templates of your own, in the place of ours of the same name',
    readFolder,
    undefined,
  ),
  import: value(
    'import',
    'FILE',
    'levels that customers are at already: customer, document, level, day; --history takes them over',
    readPath,
    undefined,
  ),
  cancel: value('cancel', 'RUN', 'what this run of --history wrote was not sent, and is proposed again', readRun, undefined),
  markSent: value('mark-sent', 'RUN', 'what this run of --history wrote was sent', readRun, undefined),
} as const;

type Given = ValuesOf<typeof writingOptions> & Pick<CommonValues, 'in' | 'rejects'>;

/** `onLine`: options of which ar.toml may speak, too, by the name of each that the line gives. */
export function writingMistakes(given: Given, onLine: readonly string[]): Diagnostic[] {
  const { history, plan, write, cancel, markSent, rejects } = given;
  const found: Diagnostic[] = [];
  const refuse = (what: string, fix: string, why?: string): void => {
    found.push({ code: 'usage-bad-value', what, why, fix });
  };
  if (given.in !== undefined) refuse('--in: a letter asks for what is owed in its own currency', 'leave it out');
  const acts = [
    ...(cancel === undefined ? [] : ['--cancel']),
    ...(markSent === undefined ? [] : ['--mark-sent']),
    ...(given.import === undefined ? [] : ['--import']),
  ];
  if (acts.length > 1) refuse(`${acts.join(' and ')} are each a run of their own`, 'give one of them');
  if (cancel !== undefined || markSent !== undefined) {
    if (write !== undefined || plan !== undefined) refuse(`${acts[0]} writes no letter`, 'leave out --write and --plan');
    if (history === undefined) refuse(`${acts[0]} needs the history that has the run`, 'add --history FILE');
  }
  if (write !== undefined && history === undefined) {
    refuse(
      '--write needs --history FILE',
      'name the history; it need not be there yet',
      'what is recorded nowhere is sent twice',
    );
  }
  if (onLine.includes('to') && write === undefined) {
    refuse('--to says in which forms letters are written', 'add --write DIR, or leave it out');
  }
  if (onLine.includes('templates') && write === undefined) {
    refuse('--templates says by which texts letters are written', 'add --write DIR; ar templates check DIR looks through them');
  }
  const changes = write !== undefined || acts.length > 0;
  if (changes && history === '-') refuse('--history: standard input cannot be written', 'name a file');
  if (changes && history?.toLowerCase().endsWith('.gz') === true) {
    refuse('--history is written as text, and this is the name of a packed file', 'unpack it, and name that file');
  }
  if (write !== undefined && rejects !== undefined) {
    refuse(
      '--write does not go with --rejects',
      'mend the rows, or write the plan without letters',
      'a row that is set aside may be the payment of what a letter asks for',
    );
  }
  return found;
}
