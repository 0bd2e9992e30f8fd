// May letters go out in this sender's name? A letter from nobody is none, and one that does not show what the law asks of the sender's form is refused.
import { isFormUnsaid, lackingOf } from '../letters/identity.ts';
import type { Input } from './command.ts';
import { companyOf } from './letter-facts.ts';

export function lacksSender(input: Pick<Input, 'settings' | 'diagnostics'>): boolean {
  const { settings, diagnostics } = input;
  const company = companyOf(input);
  const missing = lackingOf(company);
  if (missing.length > 0) {
    const form = company('legal_form');
    diagnostics.add({
      ...{ code: 'sender-missing', file: settings?.file },
      what: `a letter needs who sends it${form === '' ? '' : `, as the law asks of a sender of the form ${form}`}, and [company] does not say ${missing.join(', ')}`,
      why: 'the law asks for the sender’s identity on a letter, and so does whoever is to answer',
      fix: `write in [company] of ar.toml: ${missing.join(', ')}; see README`,
    });
    return true;
  }
  if (isFormUnsaid(company)) {
    diagnostics.add({
      ...{ code: 'sender-incomplete', file: settings?.file },
      what: '[company] does not say the sender’s legal_form and country, so that nobody knows what its letters must show',
      why: 'a French company shows its form, capital, SIREN, register and seat (C. com. R123-237, R123-238), a sole trader EI and the SIREN, a British company its number, register and office',
      fix: 'write country, legal_form, registration, register, share_capital and seat in [company], those that there are',
    });
  }
  return false;
}
