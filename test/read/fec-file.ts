// A FEC as text: entries as a bookkeeper would write them, in whatever layout firms hand over.

/** One line: account, auxiliary, debits above nothing in cents, and what else differs from the rest of its entry. */
export type FecLine = {
  readonly account: string;
  readonly aux?: string;
  readonly auxName?: string;
  readonly amount: number;
  readonly label?: string;
  readonly letter?: string;
  readonly letterDay?: string;
  readonly piece?: string;
  readonly pieceDay?: string;
  readonly due?: string;
};

export type FecEntry = {
  readonly journal: string;
  readonly name?: string;
  readonly number: string;
  readonly day: string;
  readonly piece?: string;
  readonly label?: string;
  readonly lines: readonly FecLine[];
};

/** As the article lists them, and not as our own code does: a slip there must show. */
export const FEC_HEADINGS = [
  ...[
    'JournalCode',
    'JournalLib',
    'EcritureNum',
    'EcritureDate',
    'CompteNum',
    'CompteLib',
    'CompAuxNum',
    'CompAuxLib',
    'PieceRef',
  ],
  ...['PieceDate', 'EcritureLib', 'Debit', 'Credit', 'EcritureLet', 'DateLet', 'ValidDate', 'Montantdevise', 'Idevise'],
] as const;

/** The cells of every line under the 18 headings, days as AAAAMMJJ, amounts as 12,34; debits and credits in columns of their own. */
export function fecRows(entries: readonly FecEntry[]): string[][] {
  return entries.flatMap(({ journal, name, number, day, piece, label, lines }) =>
    lines.map((line) => [
      ...[
        journal,
        name ?? journal,
        number,
        day,
        line.account,
        `Compte ${line.account}`,
        line.aux ?? '',
        line.auxName ?? line.aux ?? '',
      ],
      ...[line.piece ?? piece ?? number, line.pieceDay ?? day, line.label ?? label ?? 'Libellé'],
      ...[money(Math.max(line.amount, 0)), money(Math.max(-line.amount, 0)), line.letter ?? '', line.letterDay ?? ''],
      ...[day, '', ''],
    ]),
  );
}

export function money(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

export function fecText(entries: readonly FecEntry[]): string {
  return [FEC_HEADINGS as readonly string[], ...fecRows(entries)].map((cells) => `${cells.join('\t')}\n`).join('');
}

/** A sale, tax included, at 20 %. */
export function sale(number: string, day: string, aux: string, gross: number, more: Partial<FecLine> = {}): FecEntry {
  const net = Math.round(gross / 1.2);
  return {
    ...{ journal: 'VE', name: 'Ventes', number, day, piece: more.piece ?? number, label: `Facture ${number}` },
    lines: [
      { account: '411000', aux, amount: gross, ...more },
      { account: '707000', amount: -net },
      { account: '445710', amount: net - gross },
    ],
  };
}

/** Money that came in, or went out where it is below nothing. */
export function receipt(number: string, day: string, aux: string, amount: number, more: Partial<FecLine> = {}): FecEntry {
  return {
    ...{ journal: 'BQ', name: 'Banque', number, day, label: `Virement ${aux}` },
    lines: [
      { account: '512000', amount },
      { account: '411000', aux, amount: -amount, ...more },
    ],
  };
}
