// Under which name is a document about somebody written? Under one of letters, digits and hyphens only, made from the id: nothing that a ledger holds chooses a path.
import { safeName } from '../text/file-name.ts';

/** Names that are devices on Windows, whatever follows the first point. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d|conin|conout)$/i;
/** Enough to tell the id again, and short enough for any disk. */
const LONGEST = 60;

/** Gives each id a name of its own, also on disks that hold capital and small letters for the same; the same ids in the same order, the same names. */
export class FileNames {
  readonly #taken = new Set<string>();

  give(id: string): string {
    return this.#apart(slugOf(id));
  }

  /** Of another document about whom a name was given to: the same name, behind what the document is. */
  beside(name: string, before: string): string {
    return this.#apart(`${before}${name}`);
  }

  #apart(base: string): string {
    let name = base;
    for (let number = 2; this.#taken.has(name.toLowerCase()); number++) name = `${base}-${number}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

function slugOf(id: string): string {
  const name = safeName(id, LONGEST);
  if (name === '') return 'customer';
  return DEVICES.test(name) ? `customer-${name}` : name;
}
