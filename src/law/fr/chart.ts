// What are the accounts of the French chart called that our entries are booked on? (PCG, the same numbers in its texts of 2024 to 2026; rules §4.1)

/** Beginnings of accounts, the longest that fits counts. */
const ACCOUNTS: readonly (readonly [begins: string, name: string])[] = [
  ['411', 'Clients'],
  ['4117', 'Clients - Retenues de garantie'],
  ['413', 'Clients - Effets à recevoir'],
  ['416', 'Clients douteux ou litigieux'],
  ['4191', 'Clients - Avances et acomptes reçus'],
  ['44571', 'TVA collectée'],
  ['44574', 'TVA collectée à régulariser'],
  ['467', 'Divers comptes débiteurs'],
  ['471', "Comptes d'attente"],
  ['491', 'Dépréciations des comptes de clients'],
  ['512', 'Banques'],
  ['654', 'Pertes sur créances irrécouvrables'],
  ['6541', "Créances irrécouvrables de l'exercice"],
  ['6544', 'Créances irrécouvrables des exercices antérieurs'],
  ['665', 'Escomptes accordés'],
  ['666', 'Pertes de change'],
  ['681', 'Dotations aux dépréciations'],
  ['68174', 'Dotations aux dépréciations des créances'],
  ['707', 'Ventes de marchandises'],
  ['7583', 'Rentrées sur créances amorties'],
  ['7587', "Indemnités d'assurance"],
  ['763', 'Revenus des autres créances'],
  ['7631', 'Revenus des créances commerciales'],
  ['766', 'Gains de change'],
  ['7714', 'Rentrées sur créances amorties'],
  ['781', 'Reprises sur dépréciations'],
  ['78174', 'Reprises sur dépréciations des créances'],
  ['791', 'Transferts de charges'],
  ['890', "Bilan d'ouverture"],
];

/** Its own number where the table knows none that it begins with: a name must stand there. */
export function accountName(account: string): string {
  let found: (typeof ACCOUNTS)[number] | undefined;
  for (const one of ACCOUNTS) if (account.startsWith(one[0]) && one[0].length > (found?.[0].length ?? 0)) found = one;
  return found?.[1] ?? account;
}

/** Codes of journals as most programs name them. */
const JOURNALS: Readonly<Record<string, string>> = {
  AN: 'A nouveaux',
  BQ: 'Banque',
  OD: 'Opérations diverses',
  VE: 'Ventes',
};

export function journalName(code: string): string {
  return JOURNALS[code] ?? code;
}
