import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { document } from '../../src/questions/solve/document.ts';
import { textReport } from '../../src/questions/solve/layout.tsx';
import { pointsView } from '../../src/questions/solve/points.ts';
import { reportView } from '../../src/questions/solve/view.ts';
import { textCase, wholeFocus } from '../report/support.ts';
import { runs } from '../runs.ts';

/** A used car: 101 prices, a straight line for the seller unless given, and one for the buyer. */
function car(seller: number, buyer: number, worth = '{ 5000: 0, 10000: 100 }'): string {
  return `winset: 1
title: A used car
parties:
  seller: { name: The seller, disagreement: ${seller}, issues: { price: { weight: 1, value: ${worth} } } }
  buyer: { name: The buyer, disagreement: ${buyer}, issues: { price: { weight: 1, value: { 5000: 100, 10000: 0 } } } }
issues:
  - { id: price, title: Price, unit: dollars, range: { from: 5000, to: 10000, step: 50 } }
`;
}

const PRICES = Array.from({ length: 101 }, (_, k) => 5000 + 50 * k);

function spanText(prices: readonly number[]): string {
  const [from, to] = [prices[0]!, prices.at(-1)!];
  return from === to ? `${from} dollars` : `${from} to ${to} dollars`;
}

function viewOf(text: string, all = false) {
  const of = textCase(text);
  return pointsView(of, { ...wholeFocus(of), all });
}

it('of very many named options those with the largest shares are told, and how many others there are', () => {
  const ids = Array.from({ length: 80 }, (_, k) => `o${k}`);
  const text = JSON.stringify({
    winset: 1,
    title: 'Many',
    parties: {
      a: {
        name: 'A',
        disagreement: 10,
        issues: { many: { scores: Object.fromEntries(ids.map((id, k) => [id, k % 50])) } },
      },
    },
    issues: [{ id: 'many', title: 'Many', options: ids.map((id) => ({ id, label: id })) }],
  });
  const [open] = viewOf(text)!.open;
  expect(open!.options).toHaveLength(40);
  expect(open!.options.at(-1)).toMatchObject({ label: '21 other options (--all)', percent: '35 %' });
  expect(viewOf(text, true)!.open[0]!.options).toHaveLength(60);
});

describe('a number line that is open', () => {
  it.each([false, true])('is counted, and told as the numbers of the zone and those outside it (all: %s)', (all) => {
    const of = textCase(car(16, 51));
    const text = stripVTControlCharacters(textReport(reportView(of, { ...wholeFocus(of), all }), 80));
    const said = text.replace(/\s+/g, ' ');
    expect(said).toContain('0 issues. Open: 1. Dead (in no deal of the zone): 67 options.');
    expect(text).toMatch(/Price +5800 to 7450 dollars +█+ +100 %/u);
    expect(text).toMatch(/Price +5000 to 5750 dollars; 7500 to 10000 dollars/u);
  });

  it('has the prices that both would sign, whatever their thresholds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (seller, buyer) => {
        fc.pre(seller + buyer <= 100);
        const view = viewOf(car(seller, buyer))!;
        const alive = PRICES.filter((price) => price >= 5000 + 50 * seller && price <= 10000 - 50 * buyer);
        const below = PRICES.filter((price) => price < alive[0]!);
        const above = PRICES.filter((price) => price > alive.at(-1)!);
        const dead = [below, above].filter((prices) => prices.length > 0).map(spanText);
        if (alive.length === 1) {
          expect(view.settled).toEqual([{ issue: 'Price', option: spanText(alive) }]);
          expect(view.open).toEqual([]);
          return;
        }
        const all = { label: spanText(alive), share: 1, percent: '100 %' };
        expect(view.open).toEqual([{ issue: 'Price', options: [all] }]);
        expect(view.dead).toEqual(dead.length === 0 ? [] : [{ issue: 'Price', options: dead.join('; ') }]);
        expect(view.intro).toContain(`Dead (in no deal of the zone): ${101 - alive.length} option`);
      }),
      { numRuns: runs(40) },
    );
  });

  it('is a few spans where the zone has holes, each with its share', () => {
    const [open] = viewOf(car(16, 51, '(x - floor(x / 500) * 500) / 5'))!.open;
    expect(open!.options.map(({ label }) => label)).toEqual(
      [5, 6, 7].flatMap((k) => [`${k}100 to ${k}450 dollars`, `${k}600 to ${k}950 dollars`]).slice(0, -1),
    );
    for (const { share } of open!.options) expect(share).toBeCloseTo(0.2, 12);
  });

  it('is told by how many numbers it is where the holes are many', () => {
    const view = viewOf(car(16, 0, '(x - floor(x / 100) * 100) * 2'))!;
    expect(view.open[0]!.options).toEqual([
      { label: '50 numbers of those from 5050 to 9950 dollars', share: 1, percent: '100 %' },
    ]);
    expect(view.dead).toEqual([{ issue: 'Price', options: '51 numbers of those from 5000 to 10000 dollars' }]);
  });
});

it('leaves the number line of the JSON as it is: its named options only', () => {
  expect(document(textCase(car(16, 51)))).toMatchObject({ zone: { options: { price: {} }, status: { price: {} } } });
});
