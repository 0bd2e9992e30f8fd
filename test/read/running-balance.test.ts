// Does a balance that runs from row to row say nothing of any row, wherever it begins, and is what was owed before the file told?
import { describe, expect, it } from 'vitest';
import { agree, bytesOf, readBy } from './both-readers.ts';

/** Codes and places of what is told, and the postings; by either reader. */
async function read(lines: readonly string[]): Promise<{ told: string[]; amounts: number[] }> {
  const bytes = bytesOf(`${lines.join('\n')}\n`);
  await agree(bytes);
  const { ledger, kept } = (await readBy('careful', [bytes], { piece: 1 << 16 })) as NonNullable<
    Awaited<ReturnType<typeof readBy>>
  >;
  const told = kept.filter(({ code }) => code !== 'due-missing').map(({ code, line, value }) => `${code} ${line} ${value}`);
  return { told, amounts: [...ledger.amount.subarray(0, ledger.count)] };
}

const HEAD = 'Compte;Intitulé;Date;N° pièce;Débit;Crédit;Solde';

describe('a balance', () => {
  it('of each customer runs from what stood there before the file', async () => {
    const rows = ['411D;D;05/01/2026;F1;100,00;;350,00', '411D;D;15/01/2026;F2;200,00;;550,00'];
    const more = [
      '411M;M;06/01/2026;F3;300,00;;1300,00',
      '411M;M;16/01/2026;R1;;50,00;1250,00',
      '411Z;Z;16/01/2026;F4;5,00;;65,00',
    ];
    expect(await read([HEAD, ...rows, ...more])).toEqual({
      told: ['balance-begins-before 2 350,00'],
      amounts: [10000, 20000, 30000, -5000, 500],
    });
  });

  it('below the lines that name customers, and their totals, runs', async () => {
    const named = ['411D DUPONT;;;;;', '05/01/2026;F1;Facture;100,00;;350,00', '15/01/2026;F2;Facture;200,00;;550,00'];
    const total = ['Total 411D;;;300,00;0,00;550,00', '411M MARTIN;;;;;', '06/01/2026;F3;Facture;300,00;;300,00'];
    expect(await read(['Date;N° pièce;Libellé;Débit;Crédit;Solde', ...named, ...total])).toEqual({
      told: ['balance-begins-before 3 350,00'],
      amounts: [10000, 20000, 30000],
    });
  });

  it('goes on over a page, from what the page takes over', async () => {
    const rows = ['411D;D;05/01/2026;F1;100,00;;100,00', '411D;D;15/01/2026;F2;200,00;;300,00', 'Report;;;;;;300,00'];
    expect(await read([HEAD, ...rows, '411D;D;20/01/2026;F3;50,00;;350,00'])).toEqual({
      told: [],
      amounts: [10000, 20000, 5000],
    });
  });

  it('that goes on from a line that says what was owed before is told there', async () => {
    const rows = ['411D;D;;;;;250,00', '411D;D;05/01/2026;F1;100,00;;350,00', '411D;D;15/01/2026;F2;200,00;;550,00'];
    expect((await read([HEAD, ...rows])).told).toEqual(['day-missing 2 ', 'amount-missing 2 ']);
  });

  it('that begins with the first row tells of nothing before it', async () => {
    const rows = [
      '411D;D;05/01/2026;F1;100,00;;100,00',
      '411D;D;15/01/2026;F2;200,00;;300,00',
      '411M;M;06/01/2026;F3;30,00;;30,00',
    ];
    expect(await read([HEAD, ...rows])).toEqual({ told: [], amounts: [10000, 20000, 3000] });
  });

  it('that does not run is what is open of its row, and cannot be more than it', async () => {
    const rows = [
      '411D;D;05/01/2026;F1;100,00;;350,00',
      '411D;D;15/01/2026;F2;200,00;;560,00',
      '411M;M;06/01/2026;F3;30,00;;30,00',
    ];
    const { told } = await read([HEAD, ...rows]);
    expect(told).toEqual(['open-exceeds-amount 2 350,00', 'open-exceeds-amount 3 560,00']);
  });
});
