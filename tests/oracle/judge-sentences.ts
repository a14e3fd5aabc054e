/**
 * Sentences with a number in them, tried: what may be asked for leaves a deal and one more in the last digit does not;
 * what it takes opens a zone and one less does not.
 */
import { Complaints } from './complaints.ts';
import type { Headroom } from './explain.ts';
import { headroom, uniformSlack } from './explain.ts';
import type { Fraction } from './fraction.ts';
import { add, compare, minus, numberText, readNumber, times, ZERO } from './fraction.ts';
import type { Table } from './table.ts';

const FIGURE = String.raw`(-?[\d,]+(?:\.\d+)?)(?: (m|bn|tn))?(?: × 10\^(-?\d+))?`;

const UNITS: Readonly<Record<string, string>> = { m: '1e6', bn: '1e9', tn: '1e12' };

/** A figure of a sentence, and one in its last digit. */
interface Written {
  readonly value: Fraction;
  readonly last: Fraction;
}

/** Every claim of a kind in the text, read. */
function figures(text: string, before: string, after: string): Written[] {
  return [...text.matchAll(new RegExp(`${before}${FIGURE}${after}`, 'gu'))].map(([, digits = '', unit, power]) => {
    const plain = digits.replaceAll(',', '');
    const scale = times(readNumber(UNITS[unit ?? ''] ?? '1'), readNumber(`1e${power ?? 0}`));
    const places = plain.split('.')[1]?.length ?? 0;
    return { value: times(readNumber(plain), scale), last: times(readNumber(`1e-${places}`), scale) };
  });
}

/** `text`: what a command printed; its lines may be broken anywhere. */
export function judgeSentences(table: Table, text: string): string[] {
  const say = new Complaints();
  const line = text.replaceAll(/\s+/gu, ' ');
  const slack = uniformSlack(table);
  const together = [
    [figures(line, 'could ask for up to ', ' points more at the same time'), 'allowed'],
    [figures(line, 'could each ask for up to ', ' points more'), 'allowed'],
    [figures(line, 'Could each ask for up to ', ' points more'), 'allowed'],
    [figures(line, "everybody's least could rise by ", ' points at once'), 'allowed'],
    [figures(line, 'a zone opens when every party asks for ', ' points less'), 'needed'],
    [figures(line, 'Would each have to come down by ', ' points'), 'needed'],
    [figures(line, "everybody's least would have to come down by ", ' points'), 'needed'],
  ] as const;
  for (const [found, kind] of together) {
    for (const figure of found) judgeFigure(say, 'all together', kind, figure, slack);
  }
  for (const [party, { id }] of table.scenario.parties.entries()) {
    const room: Headroom = headroom(table, party);
    const own = typeof room === 'string' ? null : room;
    for (const figure of figures(line, `Party ${id} Could ask for up to `, ' points more')) {
      judgeFigure(say, id, 'allowed', figure, own);
    }
    for (const figure of figures(line, `Party ${id} Would have to come down by `, ' points for a deal')) {
      judgeFigure(say, id, 'needed', figure, own);
    }
  }
  return say.all;
}

function judgeFigure(
  say: Complaints,
  who: string,
  kind: 'allowed' | 'needed',
  { value, last }: Written,
  room: Fraction | null,
): void {
  if (room === null) {
    say.all.push(`${who}: says ${numberText(value)} is ${kind}, right is that nothing is`);
    return;
  }
  const [exact, next] = kind === 'allowed' ? [room, add(value, last)] : [minus(ZERO, room), minus(value, last)];
  const holds = kind === 'allowed' ? compare(value, exact) <= 0 : compare(value, exact) >= 0;
  const isTight = kind === 'allowed' ? compare(next, exact) > 0 : compare(next, exact) < 0;
  const right = `${numberText(exact)} (${numberText(minus(exact, value))} from it)`;
  say.true(`${who}: says ${numberText(value)} is ${kind}, right is ${right}`, holds);
  say.true(`${who}: says ${numberText(value)} is ${kind}, and ${numberText(next)} is too: right is ${right}`, isTight);
}
