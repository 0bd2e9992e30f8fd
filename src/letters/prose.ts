// What is a document for a person? Blocks of prose and tables of a report, in one language; whoever writes it makes it Markdown or HTML. A text is a text: none of it is markup.
import type { Lang } from '../core/word.ts';
import type { Section } from '../report/report.ts';

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Lines that stay lines: an address; `across`: on the other side of the page. */
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly across?: true }
  /** What is said of each of several things, by its name. */
  | {
      readonly kind: 'fields';
      readonly rows: readonly (readonly [name: string, said: string])[];
      /** The same for a machine, drawn beside it where there is a page: what the squares hold, what they are for, and what else of it a person reads there. */
      readonly code?: {
        readonly payload: string;
        readonly says: string;
        readonly payee: readonly [name: string, said: string];
        readonly amount: readonly [name: string, said: string];
      };
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** To be ticked by hand. */
  | { readonly kind: 'checklist'; readonly items: readonly string[] }
  /** The words of the law, which have to stand out. */
  | { readonly kind: 'wording'; readonly text: string }
  /** Its title is no heading: a heading block is. */
  | {
      readonly kind: 'table';
      readonly section: Section;
      /** Keys of the columns whose sum so far stands at the foot of a page and at the head of the next one. */
      readonly carried?: readonly string[];
    };

export type Prose = { readonly lang: Lang; readonly title: string; readonly blocks: readonly Block[] };

/** What a page says of a payment, where it has a code. */
export function paymentRows({ rows, code }: Block & { kind: 'fields' }): readonly (readonly [name: string, said: string])[] {
  return code === undefined ? rows : [code.payee, ...rows, code.amount];
}

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
