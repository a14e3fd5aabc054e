/**
 * Sentences with a number in them, tried: what may be asked for leaves a deal and one more in the last digit does not;
 * what it takes opens a zone and one less does not.
 */
import { Complaints } from './complaints.ts';
import type { Headroom } from './explain.ts';
import { headroom, isReached, uniformSlack } from './explain.ts';
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

/** How much room there is, and whether just so much is room as well. */
interface Room {
  readonly exact: Fraction;
  readonly isReached: boolean;
}

/** `text`: what a command printed; its lines may be broken anywhere. */
export function judgeSentences(table: Table, text: string): string[] {
  const say = new Complaints();
  const line = text.replaceAll(/\s+/gu, ' ');
  const slack = uniformSlack(table);
  const together = slack === null ? null : { exact: slack, isReached: isReached(table, slack) };
  const claims = [
    ['could ask for ', ' points more at the same time', 'allowed'],
    ['could each ask for ', ' points more', 'allowed'],
    ['Could each ask for ', ' points more', 'allowed'],
    ["everybody's least could rise by ", ' points at once', 'allowed'],
    ['zone opens when every party asks for ', ' points less', 'needed'],
    ['Would each have to come down by ', ' points', 'needed'],
    ["everybody's least would have to come down by ", ' points', 'needed'],
  ] as const;
  for (const [before, after, kind] of claims) judgeClaim(say, line, 'all together', before, after, kind, together);
  for (const [party, { id, isStrict }] of table.scenario.parties.entries()) {
    const room: Headroom = headroom(table, party);
    const own = typeof room === 'string' ? null : { exact: room, isReached: !isStrict };
    judgeClaim(say, line, id, `Party ${id} Could ask for `, ' points more', 'allowed', own);
    judgeClaim(say, line, id, `Party ${id} Would have to come down by `, ' points for a deal', 'needed', own);
  }
  return say.all;
}

/** Both ways to say it: that just so much will do, and that only less than that, or more than that, will. */
function judgeClaim(
  say: Complaints,
  line: string,
  who: string,
  before: string,
  after: string,
  kind: 'allowed' | 'needed',
  room: Room | null,
): void {
  const whole = kind === 'allowed' && !before.endsWith('rise by ') ? 'up to ' : '';
  for (const figure of figures(line, before + whole, after)) judgeFigure(say, who, kind, figure, room, true);
  const open = kind === 'allowed' ? 'anything below ' : 'more than ';
  for (const figure of figures(line, before + open, after)) judgeFigure(say, who, kind, figure, room, false);
}

/** `isIncluded`: the sentence says that just so much will do. */
function judgeFigure(
  say: Complaints,
  who: string,
  kind: 'allowed' | 'needed',
  { value, last }: Written,
  room: Room | null,
  isIncluded: boolean,
): void {
  if (room === null) {
    say.all.push(`${who}: says ${numberText(value)} is ${kind}, right is that nothing is`);
    return;
  }
  const [exact, next] =
    kind === 'allowed' ? [room.exact, add(value, last)] : [minus(ZERO, room.exact), minus(value, last)];
  const order = kind === 'allowed' ? compare(exact, value) : compare(value, exact);
  const holds = order > 0 || (order === 0 && (room.isReached || !isIncluded));
  const isTight = kind === 'allowed' ? compare(next, exact) > 0 : compare(next, exact) < 0;
  const right = `${numberText(exact)} (${numberText(minus(exact, value))} from it)`;
  say.true(`${who}: says ${numberText(value)} is ${kind}, right is ${right}`, holds);
  say.true(`${who}: says ${numberText(value)} is ${kind}, and ${numberText(next)} is too: right is ${right}`, isTight);
  say.true(`${who}: says just ${numberText(value)} is not ${kind}, and it is`, isIncluded || !room.isReached);
}
