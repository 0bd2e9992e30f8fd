// Do the check digits of a number fit? SIREN and SIRET (Luhn), French VAT numbers, IBANs (ISO 13616, modulo 97).

export function withoutSpaces(text: string): string {
  return text.replace(/[ \u00a0\u202f]/g, '');
}

/** Every second digit from the right is doubled; the digits of all of it add up to a multiple of ten. */
export function fitsLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** A key of two digits follows from the SIREN; one with letters follows from nothing that is published. */
export function fitsVatKey(number: string): boolean {
  const key = number.slice(2, 4);
  return /\D/.test(key) || Number(key) === (12 + 3 * (Number(number.slice(4)) % 97)) % 97;
}

/** What an IBAN of this country has for a length, where this one has another. */
export function ibanLength(iban: string): string | undefined {
  if (iban.startsWith('FR')) return iban.length === 27 ? undefined : 'of 27 characters in France';
  return iban.length >= 15 && iban.length <= 34 ? undefined : 'of 15 to 34 characters';
}

/** Letters and digits only, the country first. */
export function fitsIban(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  // A letter stands for two digits: A is 10.
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
