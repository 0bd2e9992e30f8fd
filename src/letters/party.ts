// Who writes, and to whom or about whom? A name, a number of registration and the lines of an address, where they are known.
import { type Lang, word } from '../core/word.ts';

export type Party = {
  readonly name: string;
  readonly registration: string;
  /** Lines that are filled, in the order of an envelope. */
  readonly address: readonly string[];
};

const REGISTRATION = word('registration', 'immatriculation');

/** On one line: name, registration, address. */
export function partyInLine({ name, registration, address }: Party, lang: Lang): string {
  const number = registration === '' ? '' : `${REGISTRATION[lang]} ${registration}`;
  return [name, number, ...address].filter((part) => part !== '').join(', ');
}

/** As on an envelope. */
export function partyInLines({ name, registration, address }: Party, lang: Lang): string[] {
  const number = registration === '' ? '' : `${REGISTRATION[lang]} ${registration}`;
  return [name, ...address, number].filter((part) => part !== '');
}
