// Which marks part cells, and what tells which of them a file has? Found where its headings are (header-row.ts); `--delimiter` overrules.

/** The marks, with the words for them that a message uses. */
export const DELIMITERS = [
  { mark: ',', name: 'comma' },
  { mark: ';', name: 'semicolon' },
  { mark: '\t', name: 'tab' },
  { mark: '|', name: 'bar' },
] as const;

export type Delimiter = (typeof DELIMITERS)[number]['mark'];

/** What each mark would make of the line of headings: how often it stands there outside quotes, how many headings would be known. */
type DelimiterCount = { readonly name: string; readonly marks: number; readonly headings: number };

/** `said`: the user named it; `counts` are then empty. */
export type DelimiterChoice = {
  readonly delimiter: Delimiter;
  readonly said: boolean;
  readonly counts: readonly DelimiterCount[];
};

/** The word for a mark. */
export function delimiterName(delimiter: Delimiter): string {
  return DELIMITERS.find(({ mark }) => mark === delimiter)?.name ?? delimiter;
}
