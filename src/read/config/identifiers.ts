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

export function fitsIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return false;
  const moved = iban.slice(4) + iban.slice(0, 4);
  // A letter stands for two digits: A is 10.
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
