// Who keeps the books ([company] of ar.toml), who owes (--customers), and by which policy? As sheets name them.
import { type Word, word } from '../core/word.ts';
import type { Party } from '../letters/party.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import type { CustomerField } from '../read/tables/customers.ts';
import { policyName } from '../report/views/provision-notes.ts';
import type { Input } from './command.ts';

const LINES = ['address1', 'address2', 'address3', 'address4'] as const;

/** Undefined where ar.toml names nobody. */
export function firmOf({ settings }: Input): Party | undefined {
  const said = (key: string): string => settings?.company.get(key)?.trim() ?? '';
  return said('name') === '' ? undefined : partyOf(said('name'), said);
}

/** `name`: as the ledger has it. */
export function debtorOf({ register }: Input, id: string, name: string): Party {
  const at = register?.rowOf(id);
  const said = (key: CustomerField): string => (at === undefined ? '' : (register?.table.text(key, at) ?? ''));
  return partyOf(name === '' ? said('name') : name, said);
}

function partyOf(
  name: string,
  said: (key: 'registration' | 'country' | 'postcode' | 'city' | (typeof LINES)[number]) => string,
): Party {
  const town = `${said('postcode')} ${said('city')}`.trim();
  const address = [...LINES.map(said), town, said('country')].filter((line) => line !== '');
  return { name, registration: said('registration'), address };
}

/** With the file that says it. */
export function policyTold(policy: ProvisionPolicy): Word {
  const { en, fr } = policyName(policy);
  const said = (name: string): string =>
    policy.file === undefined || name.includes(policy.file) ? name : `${name}, ${policy.file}`;
  return word(said(en), said(fr));
}
