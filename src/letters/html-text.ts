// How does a text stand in a letter of HTML? As a text: none of a ledger is markup, and no name turns what stands beside it.
import { escapedHtml } from '../report/render/html-table.ts';
import { FROM_RIGHT } from '../text/direction.ts';
import { visible } from '../text/visible.ts';

export function plainHtml(text: string): string {
  return escapedHtml(visible(text).trim());
}

/** What is written from the right does not turn round what stands beside it. */
export function inlineHtml(text: string): string {
  return FROM_RIGHT.test(text) ? `<bdi>${plainHtml(text)}</bdi>` : plainHtml(text);
}
