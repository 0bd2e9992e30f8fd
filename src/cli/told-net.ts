// How much of a posting is without tax, by what its row says? Its net, else what its tax leaves, where both are parts of the amount.
import type { Ledger } from '../ledger/ledger.ts';
import type { Carried } from './carried.ts';

/** Undefined where the row says nothing, or what it says is no part of its amount. Instalments share what their document says of itself. */
export function toldNet(ledger: Ledger, carried: Carried): (row: number) => { net: number; whole: number } | undefined {
  const wholes = new Map(ledger.shared.flatMap(({ rows, whole }) => rows.map((row) => [row, whole.amount] as const)));
  const said = (field: 'net' | 'tax_amount', row: number): number | undefined => {
    const column = ledger.columns[field];
    const cell = column === undefined ? undefined : carried(field, column.dictionary.value(column.codes[row] as number), row);
    return cell?.kind === 'money' ? cell.amount : undefined;
  };
  return (row) => {
    const whole = wholes.get(row) ?? (ledger.amount[row] as number);
    const [net, tax] = [said('net', row), said('tax_amount', row)];
    const found = net ?? (tax === undefined ? undefined : whole - tax);
    const fits = found !== undefined && (net === undefined || tax === undefined || net + tax === whole);
    const isPart = fits && Math.sign(found) !== -Math.sign(whole) && Math.abs(found) <= Math.abs(whole);
    return isPart ? { net: found, whole } : undefined;
  };
}
