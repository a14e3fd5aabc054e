/** Who offers to whom, and what is known of each side: its numbers, or the offers it has made. */
import { compileDraft } from '../compile/compile.ts';
import { frequencyModel } from '../engine/bargain/party/opinion.ts';
import type { Draft } from '../engine/draft/draft.ts';
import type { Party, Problem } from '../engine/problem.ts';
import { asksNothing } from '../engine/problem.ts';
import { inPoints } from '../engine/units.ts';
import type { Units } from '../engine/units.ts';
import { InputError } from '../questions/input-error.ts';
import type { OpenCase } from '../questions/question.ts';
import type { WrittenDeal } from '../questions/score/deal-file.ts';
import { readDeal } from '../questions/score/deal-file.ts';
import { floorDivide } from '../exact/integers.ts';
import { fractionOf } from '../exact/fraction.ts';
import { unknownName } from '../scenario/suggest.ts';
import type { About } from './about.ts';

export interface Asked {
  readonly party?: string | undefined;
  /** Points; absent: the least the party signs for. */
  readonly least?: number | undefined;
  /** Absent: all others. */
  readonly to?: readonly string[] | undefined;
  /** The oldest first; absent: sides are judged by their numbers. */
  readonly offers?: readonly Made[] | undefined;
}

/** An offer, as a deal or by the id of a draft. */
export interface Made {
  readonly by: string;
  readonly deal?: WrittenDeal | undefined;
  readonly draft?: string | undefined;
}

export interface Side {
  readonly id: string;
  /** Of its party in the problem. */
  readonly number: number;
  readonly by: 'numbers' | 'offers';
}

/** Who offers to whom, with a problem in which every side is a party. */
export interface Offering {
  readonly id: string;
  readonly party: number;
  readonly least: Units;
  readonly problem: Problem;
  readonly sides: readonly Side[];
  /** Whose numbers may be told. */
  readonly told: readonly { readonly id: string; readonly number: number }[];
}

/** @throws InputError for parties that are not there, too little asked for, or sides of which nothing is known */
export async function offeringOf(opened: OpenCase, about: About, asked: Asked): Promise<Offering> {
  const { scenario, compiled } = opened;
  const id = asked.party ?? '';
  const party = scenario.parties.findIndex((candidate) => candidate.id === id);
  if (party === -1) throw new InputError([`error: party: ${unknownName('party', id, about.everybody)}`]);
  const others = about.everybody.filter((other) => other !== id);
  const to = asked.to ?? others;
  for (const name of [...to, ...(asked.offers ?? []).map(({ by }) => by)]) {
    if (!others.includes(name)) throw new InputError([`error: ${unknownName('other party', name, others)}`]);
  }
  const least = leastUnits(opened, party, asked.least);
  const told = scenario.parties.map((each, number) => ({ id: each.id, number }));
  const { problem } = compiled;
  if (asked.offers === undefined) {
    const sides = told.filter((side) => side.number !== party && to.includes(side.id));
    if (sides.length === 0) throw new InputError([nothingKnown(to)]);
    return { id, party, least, problem, sides: sides.map((side) => ({ ...side, by: 'numbers' })), told };
  }
  const made = await offersMade(opened, asked.offers);
  const heard = others.filter((other) => to.includes(other) && made.has(other));
  if (heard.length === 0) throw new InputError([nothingKnown(to)]);
  const models = heard.map((other) => modelled(problem, made.get(other)!));
  return {
    id,
    party: 0,
    least,
    problem: { ...problem, parties: [problem.parties[party]!, ...models] },
    sides: heard.map((other, k) => ({ id: other, number: k + 1, by: 'offers' })),
    told: [{ id, number: 0 }],
  };
}

function nothingKnown(to: readonly string[]): string {
  return `error: nothing is known of the wishes of ${to.join(', ')}; give the offers made so far as \`offers\``;
}

/** @throws InputError for less than the party signs for */
function leastUnits({ scenario, compiled }: OpenCase, party: number, least: number | undefined): Units {
  const { scale, reservation } = compiled.problem.parties[party]!;
  if (least === undefined) return reservation;
  const { num, den } = fractionOf(least);
  const units = -floorDivide(-num * BigInt(scale), den);
  if (units >= reservation) return typeof scale === 'number' ? Number(units) : units;
  throw new InputError([
    `error: least: ${least} is below ${inPoints(reservation, scale)}, the least that '${scenario.parties[party]!.id}' signs for`,
  ]);
}

/** By party, in the order they were made. */
async function offersMade(
  { scenario }: OpenCase,
  given: NonNullable<Asked['offers']>,
): Promise<ReadonlyMap<string, readonly Draft[]>> {
  const made = new Map<string, Draft[]>();
  for (const [k, { by, deal, draft }] of given.entries()) {
    if ((deal === undefined) === (draft === undefined)) {
      throw new InputError([`error: offers[${k}]: expected one of \`deal\` and \`draft\``]);
    }
    const drafts = scenario.drafts.map((each) => each.id);
    const stored = scenario.drafts.find((each) => each.id === draft);
    if (draft !== undefined && stored === undefined) {
      throw new InputError([`error: offers[${k}]: ${unknownName('draft', draft, drafts)}`]);
    }
    const said = stored ?? (await readDeal(deal ?? {}, scenario));
    const options = compileDraft({ ...scenario, drafts: [said] }, said.id);
    made.set(by, [...(made.get(by) ?? []), options]);
  }
  return made;
}

/** A party that wants what was offered in its name; nothing is known of what it would refuse. */
function modelled(problem: Problem, offered: readonly Draft[]): Party {
  const party: Omit<Party, 'reservation'> = {
    scale: 1,
    contributions: frequencyModel(problem, [offered]),
    adjustments: [],
    redLines: [],
    disagreement: 0,
    strict: false,
    power: 1,
  };
  return { ...party, reservation: asksNothing({ ...party, reservation: 0 }) };
}
