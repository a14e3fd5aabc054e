/** With which digits the points of each party are written, and of what all parties ask for together. */
import type { ExactPoints } from '../engine/answer.ts';
import { ratioNumber } from '../engine/ratio.ts';
import type { Party } from '../engine/problem.ts';
import type { UtilityRange } from '../engine/utility-range.ts';
import { utilityRange } from '../engine/utility-range.ts';
import type { Named } from './case.ts';
import type { Amount, Digits, Rounding } from './text/points.ts';
import {
  atLeastPoints,
  atMostPoints,
  ceiledPoints,
  digitsFor,
  flooredPoints,
  points,
  sharpenedWhile,
  signedPoints,
  statedPoints,
  tellingFrom,
} from './text/points.ts';

const RANGES = new WeakMap<Party, UtilityRange>();

/** Between which points all deals lie for the party. */
export function rangeOf({ compiled }: Named, party: number): UtilityRange {
  const of = compiled.problem.parties[party]!;
  const known = RANGES.get(of);
  if (known !== undefined) return known;
  const range = utilityRange(compiled.problem, of);
  RANGES.set(of, range);
  return range;
}

/** The digits of the party's points: those of its own range, as far as they say something. */
export function digitsOf(of: Named, party: number): Digits {
  const { least, most } = rangeOf(of, party);
  const digits = digitsFor(least, most);
  return digits.exponent === 0 ? { ...digits, places: placesNeeded(of, party, digits.places) } : digits;
}

/** No more decimals than its points can have, but one. */
function placesNeeded({ compiled }: Named, party: number, most: number): number {
  const scale = BigInt(compiled.problem.parties[party]!.scale);
  for (let places = 1; places < most; places++) if (10n ** BigInt(places) % scale === 0n) return places;
  return most;
}

/** The digits of a number of points that counts for several parties at once: those of the smallest range. */
export function sharedDigits(of: Named, parties: readonly number[], value: number): Digits {
  const ranges = parties.map((party) => rangeOf(of, party)).filter(({ least, most }) => most > least);
  const smallest = Math.min(...ranges.map(({ least, most }) => most - least));
  const own = digitsFor(0, Number.isFinite(smallest) ? smallest : Math.abs(value));
  return own.exponent === 0 && Math.abs(value) >= MANY ? digitsFor(0, Math.abs(value)) : own;
}

/** A number of points from here on has a unit, whatever the parties' scales. */
const MANY = 1e6;

/** So many points for each of the parties at once, or for the one: never more than are there. */
export function allowed(of: Named, parties: readonly number[], value: Amount): string {
  return atMostPoints(value, sharedDigits(of, parties, asNumber(value)));
}

/** So many points of each of the parties at once, or of the one: never fewer than it takes. */
export function needed(of: Named, parties: readonly number[], value: Amount): string {
  return atLeastPoints(value, sharedDigits(of, parties, asNumber(value)));
}

function asNumber(value: Amount): number {
  return typeof value === 'number' ? value : ratioNumber(value);
}

/** "up to 23.888 points more", or "anything below 4.0 points more" where just so much leaves no deal. */
export function mayAsk(of: Named, parties: readonly number[], room: ExactPoints): string {
  return `${room.attained ? 'up to' : 'anything below'} ${allowed(of, parties, room)} points more`;
}

/** "8.334 points less", or "more than 8.0 points less" where just so much leaves no deal: what has to be asked for. */
export function lessAsked(of: Named, parties: readonly number[], room: ExactPoints): string {
  if (room.num === 0n) return 'less, however little';
  return `${room.attained ? '' : 'more than '}${needed(of, parties, negated(room))} points less`;
}

/** "come down by 8.334 points for a deal": the same of thresholds. */
export function comeDown(of: Named, parties: readonly number[], room: ExactPoints): string {
  if (room.num === 0n) return 'come down, however little, for a deal';
  return `come down by ${room.attained ? '' : 'more than '}${needed(of, parties, negated(room))} points for a deal`;
}

/** Whether a deal is left as thresholds are. */
export function isOpen({ num, attained }: ExactPoints): boolean {
  return num > 0n || (num === 0n && attained);
}

function negated({ num, den }: ExactPoints): Amount {
  return { num: -num, den };
}

/** "3.2" or "-4.5": the slack of everybody, rounded so that a deal is left at what is written; "<4.0" where at just that none is. */
export function slackOf(of: Named, room: ExactPoints): string {
  const digits = sharedDigits(of, everybody(of), ratioNumber(room));
  const written = flooredPoints(room, digits);
  return !room.attained && written === ceiledPoints(room, digits) ? `<${written}` : written;
}

/** The same with its sign: "+3.2", "-4.5", "<+4.0". */
export function signedSlackOf(of: Named, room: ExactPoints): string {
  const written = slackOf(of, room);
  return room.num > 0n ? written.replace(/^<?/, '$&+') : written;
}

/** Points that count for everybody, as near as their digits come. */
export function sharedPointsOf(of: Named, value: number): string {
  return points(value, sharedDigits(of, everybody(of), value));
}

/** "+3.2" or "-4.5": by how much the slack of everybody moved. */
export function slackMove(of: Named, value: number): string {
  return signedPoints(value, sharedDigits(of, everybody(of), value));
}

/**
 * "short 8.2": what the party misses, in the digits of its points, never less than that; "short >8.2" where just so much
 * would not do.
 */
export function shortOf(of: Named, party: number, shortfall: number): string {
  const digits = digitsOf(of, party);
  const written = ceiledPoints(shortfall, digits);
  const isBare = isStrict(of, party) && written === flooredPoints(shortfall, digits);
  return `short ${isBare ? '>' : ''}${shortfall === 0 ? '0' : written}`;
}

/** The party signs only for more than its reservation value. */
export function isStrict({ compiled }: Named, party: number): boolean {
  return compiled.problem.parties[party]!.strict;
}

/** "30", or ">30" where the party signs only for more. */
export function leastOf(of: Named, party: number, written: string): string {
  return `${isStrict(of, party) ? '>' : ''}${written}`;
}

/** The numbers of all parties. */
export function everybody({ scenario }: Pick<Named, 'scenario'>): readonly number[] {
  return [...scenario.parties.keys()];
}

/** The party's points, as near as its digits come. */
export function pointsOf(of: Named, party: number, value: number): string {
  return points(value, digitsOf(of, party));
}

/** "+3.2" or "-4.5" of the party's points. */
export function signedPointsOf(of: Named, party: number, value: number): string {
  return signedPoints(value, digitsOf(of, party));
}

/** A number that the file gives, in full where a few more digits do that. */
export function statedOf(of: Named, party: number, value: number, rounding: Rounding = 'nearest'): string {
  return statedPoints(value, digitsOf(of, party), rounding);
}

/** The party whose points move most in proportion to its range, the first of equals. */
export function mostMoved(of: Named, moves: readonly number[]): number {
  const share = (party: number): number => {
    const { least, most } = rangeOf(of, party);
    return Math.abs(moves[party]!) / (most > least ? most - least : 1);
  };
  return [...moves.keys()].reduce((best, party) => (share(party) > share(best) ? party : best), 0);
}

/** By party. */
export type PartyDigits = ReadonlyMap<number, Digits>;

/** A deal's utilities by party, in points. */
type Utilities = readonly number[];

/**
 * By party, the digits of a table of deals: a deal that misses the least a party signs for, or passes it, is written so,
 * and two deals that differ differ in some figure. `marks` are the least, by party.
 */
export function tableDigits(
  of: Named,
  parties: readonly number[],
  deals: readonly Utilities[],
  marks: readonly number[],
): PartyDigits {
  const digits = new Map(
    parties.map((party) => {
      const values = deals.map((utility) => utility[party]!);
      return [party, tellingFrom(marks[party]!, values, digitsOf(of, party))] as const;
    }),
  );
  const twins = twinsIn(deals, parties, digits);
  for (const party of parties) {
    const pairs = twins.map(([a, b]) => [a[party]!, b[party]!] as const).filter(([a, b]) => a !== b);
    const alike = (tried: Digits): boolean => pairs.some(([a, b]) => points(a, tried) === points(b, tried));
    digits.set(party, sharpenedWhile(alike, digits.get(party)!));
  }
  return digits;
}

/** Neighbouring deals that differ but are written alike for every party. */
function twinsIn(
  deals: readonly Utilities[],
  parties: readonly number[],
  digits: PartyDigits,
): readonly (readonly [Utilities, Utilities])[] {
  const firsts = new Map<string, Utilities>();
  return deals.flatMap((utility) => {
    const written = parties.map((party) => points(utility[party]!, digits.get(party)!)).join(' ');
    const first = firsts.get(written);
    if (first === undefined) {
      firsts.set(written, utility);
      return [];
    }
    return parties.some((party) => utility[party] !== first[party]) ? [[first, utility] as const] : [];
  });
}
