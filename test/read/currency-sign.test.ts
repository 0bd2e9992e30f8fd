// Does an amount that names its currency lose the name and keep its sign, and does a text that only looks like one stay what it is?
import { describe, expect, test } from 'vitest';
import { currencyOf } from '../../src/core/currency.ts';
import { parseAmount } from '../../src/read/amount.ts';
import { isSignOf, withoutCurrency } from '../../src/read/currency-sign.ts';

describe('withoutCurrency', () => {
  test.each([
    ['$1,234.50', '$', 123450],
    ['-$1,234.50', '$', -123450],
    ['$-1,234.50', '$', -123450],
    ['($1,234.50)', '$', -123450],
    ['$(1,234.50)', '$', -123450],
    ['US$ 12', 'US$', 1200],
    ['€.50', '€', 50],
    ['12.50 €', '€', 1250],
    ['12.50-€', '€', -1250],
    ['(12.50 €)', '€', -1250],
    ['EUR 12.50', 'EUR', 1250],
    ['12.50 EUR', 'EUR', 1250],
    ['12.50EUR', 'EUR', 1250],
  ])('%s is of %s', (text, sign, amount) => {
    const named = withoutCurrency(text);
    expect(named?.sign).toBe(sign);
    expect(parseAmount(named?.bare ?? '', 2)).toBe(amount);
  });

  test.each(['1,234.50', '12 CR', '12.50 XYZ', '$', 'EUR', '', '€ none', '(12', 'ABC12'])('"%s" names none', (text) => {
    expect(withoutCurrency(text)).toBeUndefined();
  });

  test.each(['-$-5.00', '($5.00', '-5.00 € -', '$5.00$'])('%s is no amount', (text) => {
    expect(parseAmount(withoutCurrency(text)?.bare ?? text, 2)).toBe('amount-unreadable');
  });
});

test('a dollar is one of several currencies, and a euro is not', () => {
  const [cad, eur] = [currencyOf('CAD'), currencyOf('EUR')];
  if (cad === undefined || eur === undefined) throw new Error('both are currencies');
  expect([isSignOf('$', cad), isSignOf('$', eur), isSignOf('€', eur), isSignOf('EUR', eur)]).toEqual([true, false, true, true]);
});
