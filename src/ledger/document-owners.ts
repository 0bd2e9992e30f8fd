// Whom does a row of a table of documents name? The customer whose id it says, else those whose name it says, letter for letter; what is neither is nobody.
import type { Customers } from './customers.ts';
import type { DocumentTable } from './document-matches.ts';

/** What a row says of its customer, as messages tell it; '' where it says nothing. */
export function ownerSaid(table: DocumentTable, at: number): string {
  return table.text('customer', at) || table.text('name', at);
}

export class DocumentOwners {
  /** By row of the table, a small number of the text that names its customer, so that no texts are compared for a posting; 0 names nobody. */
  readonly #said: Int32Array;
  /** By customer, the number of the id, and of the name where no id is the same text; −1 where no row says it. */
  readonly #ids: Int32Array;
  readonly #names: Int32Array;

  constructor(customers: Customers, table: DocumentTable) {
    const isId = (text: string): boolean => customers.find(text).length > 0;
    let known: ReadonlySet<string> | undefined;
    const names = (): ReadonlySet<string> =>
      (known ??= new Set(Array.from({ length: customers.size }, (_, number) => customers.nameOf(number))));
    const codes = new Map([['', 0]]);
    let byName = false;
    const textOf = (at: number): string => {
      const [customer, name] = [table.text('customer', at), table.text('name', at)];
      if (customer === '' || isId(customer)) return customer || name;
      // Where the ledger has no ids, its names are what it has for them.
      return !names().has(customer) && name !== '' && isId(name) ? name : customer;
    };
    this.#said = Int32Array.from({ length: table.count }, (_, at) => {
      const text = textOf(at);
      let code = codes.get(text);
      if (code === undefined) {
        codes.set(text, (code = codes.size));
        byName ||= !isId(text);
      }
      return code;
    });
    const codeOf = (text: string): number => codes.get(text) ?? -1;
    this.#ids = Int32Array.from({ length: customers.size }, (_, number) => codeOf(customers.id(number)));
    this.#names = Int32Array.from({ length: customers.size }, (_, number) => {
      const name = byName ? customers.nameOf(number) : '';
      return name === '' || isId(name) ? -1 : codeOf(name);
    });
  }

  isNamed(at: number): boolean {
    return this.#said[at] !== 0;
  }

  /** True when a row of the table names the customer. */
  names(at: number, customer: number): boolean {
    const said = this.#said[at] as number;
    return said !== 0 && (said === this.#ids[customer] || said === this.#names[customer]);
  }
}
