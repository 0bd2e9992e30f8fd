// What may stand in an ar.toml? Sections of keys, and for each key the form of its value and how a text of it is checked.

export type KeySpec = {
  /** `text`: in quotes. `bare`: a whole number or a day may also stand without. `pairs`: a table of texts, each read as `NAME=TEXT`. */
  readonly takes: 'text' | 'bare' | 'pairs';
  /** Of pairs: numbers may stand without quotes. */
  readonly bareParts?: boolean;
  /** What it takes, as a message shows it. */
  readonly example: string;
  /** Why a text cannot be taken, as the end of a sentence that names the key; `beside` gives the text of another key of the section. */
  readonly refuse: (text: string, beside: (key: string) => string | undefined) => string | undefined;
};

/** The keys are spelt with `_`; whoever writes them may also spell them with `-`. */
export type Section = { readonly [key: string]: KeySpec };

/** `NAME.*`: the keys of tables within NAME that the user names, as `[dunning.gentle]`; their settings are of the section `dunning.gentle`. */
export type Sections = { readonly [name: string]: Section };

/** One text of an ar.toml, in its place. A key has several where it takes a table. */
export type Setting = {
  readonly section: string;
  readonly key: string;
  /** The name of a text in a table of them: `due` of `map = { due = "Échéance" }`. */
  readonly part: string | undefined;
  readonly text: string;
  readonly line: number | undefined;
};
