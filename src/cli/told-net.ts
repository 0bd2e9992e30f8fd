// How much of a posting is without tax, by what its row says? Its net, else what its tax leaves, where both are parts of the amount.
import type { Ledger } from '../ledger/ledger.ts';
import type { Carried } from './carried.ts';

/** Undefined where the row says nothing, or what it says is no part of its amount. Instalments share what their document says of itself. */
export function toldNet(ledger: Ledger, carried: Carried): (row: number) => { net: number; whole: number } | undefined {
  const wholeOf = wholeAmounts(ledger);
  const said = (field: 'net' | 'tax_amount', row: number): number | undefined => {
    const column = ledger.columns[field];
    const cell = column === undefined ? undefined : carried(field, column.dictionary.value(column.codes[row] as number), row);
    return cell?.kind === 'money' ? cell.amount : undefined;
  };
  return (row) => {
    const whole = wholeOf(row);
    const net = netWithin(whole, said('net', row), said('tax_amount', row));
    return net === undefined ? undefined : { net, whole };
  };
}

/** The amount of a row's document: of one in instalments, of all its rows. */
export function wholeAmounts({ amount, shared }: Ledger): (row: number) => number {
  const wholes = new Map(shared.flatMap(({ rows, whole }) => rows.map((row) => [row, whole.amount] as const)));
  return (row) => wholes.get(row) ?? (amount[row] as number);
}

/** What is without tax of an amount by its net, else by its tax; undefined where these are no parts of it. */
export function netWithin(whole: number, net: number | undefined, tax: number | undefined): number | undefined {
  const found = net ?? (tax === undefined ? undefined : whole - tax);
  const fits = found !== undefined && (net === undefined || tax === undefined || net + tax === whole);
  return fits && Math.sign(found) !== -Math.sign(whole) && Math.abs(found) <= Math.abs(whole) ? found : undefined;
}
