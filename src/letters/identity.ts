// Who writes a letter, as the law of its form asks: a French company, a French sole trader, a British company (C. com. R123-237, R123-238; Companies Act 2006)? From the keys of [company].
import { type Lang, type Word, word } from '../core/word.ts';

/** The text of a key of [company]; '' where it is not given. */
export type Company = (key: string) => string;

type Form = 'french_company' | 'french_sole_trader' | 'british_company' | 'other' | 'unknown';

const SOLE_TRADER = /^(?:ei|eirl|entrepreneur individuel|(?:micro|auto)[- ]entrepreneur)$/i;
/** Companies whose letters show their capital. */
const WITH_CAPITAL = /^(?:sa|sas|sasu|sarl|eurl|sca|se|sela?rl|selas|selasu|selafa|selca|scop(?: .*)?)$/i;
const NO_COMPANY = /^(?:sole trader|partnership)$/i;

function formOf(company: Company): Form {
  const form = formText(company);
  const country = company('country');
  if (form === '') return country === '' || country === 'FR' || country === 'GB' ? 'unknown' : 'other';
  if (country === 'FR') return SOLE_TRADER.test(form) ? 'french_sole_trader' : 'french_company';
  return country === 'GB' && !NO_COMPANY.test(form) ? 'british_company' : 'other';
}

function formText(company: Company): string {
  return company('legal_form').replaceAll('.', '').trim();
}

/** Keys that a letter cannot do without and nobody gave. */
export function lackingOf(company: Company): string[] {
  const form = formOf(company);
  const registered = form === 'french_company' || form === 'british_company';
  return [
    ...['name', 'address1', 'city'],
    ...(registered || form === 'french_sole_trader' ? ['registration'] : []),
    ...(registered ? ['register'] : []),
    ...(form === 'french_company' && WITH_CAPITAL.test(formText(company)) ? ['share_capital'] : []),
  ].filter((key) => company(key).trim() === '');
}

/** True where nobody said of what form the sender is, so that nobody knows what its letters must show. */
export function isFormUnsaid(company: Company): boolean {
  return formOf(company) === 'unknown';
}

/** From the top of a letter down. `abroad`: the letter goes to another country. */
export function senderLines(company: Company, lang: Lang, abroad: boolean): string[] {
  const name = company('name');
  const isSole = formOf(company) === 'french_sole_trader' && !/\b(?:EI|entrepreneur individuel)\b/i.test(name);
  return [
    isSole ? `${name} EI` : name,
    ...['address1', 'address2', 'address3', 'address4'].map(company),
    ...townLines(company('postcode'), company('city'), company('country')),
    abroad ? countryName(company('country'), lang) : '',
    ...legalLines(company).map((line) => line[lang]),
    [company('phone'), company('email')].filter((one) => one !== '').join(' · '),
  ].filter((line) => line !== '');
}

function legalLines(company: Company): Word[] {
  const form = company('legal_form');
  const capital = company('share_capital');
  const register = company('register');
  const seat = company('seat');
  const number = company('registration');
  const closing = company('in_liquidation') === 'yes' ? word(' in liquidation', ' en liquidation') : word('', '');
  const office =
    seat === ''
      ? word('Registered office at the address above', 'Siège social à l’adresse ci-dessus')
      : word(`Registered office: ${seat}`, `Siège social : ${seat}`);
  switch (formOf(company)) {
    case 'french_company': {
      const [en, fr] = capital === '' ? ['', ''] : [` with a share capital of ${capital}`, ` au capital de ${capital}`];
      const siren = `SIREN ${grouped(number.replace(/\D/g, '').slice(0, 9))}, RCS ${register}`;
      return [word(`${form}${closing.en}${en}`, `${form}${closing.fr}${fr}`), word(siren, siren), office];
    }
    case 'french_sole_trader': {
      const rcs = register === '' ? '' : `, RCS ${register}`;
      const siren = `SIREN ${grouped(number.replace(/\D/g, '').slice(0, 9))}${rcs}`;
      return [word(siren, siren)];
    }
    case 'british_company':
      return [
        word(
          `Registered in ${register}, company number ${number}`,
          `Immatriculée au Royaume-Uni (${register}) sous le n° ${number}`,
        ),
        ...(closing.en === '' ? [] : [word('In liquidation', 'En liquidation')]),
        office,
      ];
    default:
      if (number === '') return [];
      return [
        company('country') === 'FR'
          ? word(`SIREN ${number}`, `SIREN ${number}`)
          : word(`Registration number ${number}`, `Immatriculation ${number}`),
      ];
  }
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

const BRITISH = /^(?:gb|uk|united kingdom|great britain|royaume-uni)$/i;
const CODE_LAST = /^(?:us|usa|ca|au|nz|in|sg)$/i;

/** British post asks for the code on a line of its own, overseas it follows the town, elsewhere it goes before. */
export function townLines(postcode: string, city: string, country: string): string[] {
  if (BRITISH.test(country)) return [city, postcode];
  return [(CODE_LAST.test(country) ? `${city} ${postcode}` : `${postcode} ${city}`).trim()];
}

/** As an envelope has it; what is no code of two letters stays as it is. */
export function countryName(code: string, lang: Lang): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  return (new Intl.DisplayNames([lang], { type: 'region' }).of(code.toUpperCase()) ?? code).toUpperCase();
}
