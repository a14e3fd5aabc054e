/**
 * From one stage to the next: whose change of position opened or closed the zone, and whose moved the uniform slack.
 *
 * Both problems have the same parties, issues and rules; only the parties' own positions differ. A party's change is
 * tried by itself on the earlier positions, and taken back by itself from the later ones.
 */
import { firstWithDeal } from '../coalitions.ts';
import type { Party, Problem } from '../problem.ts';
import { OutOfNodes } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { uniformSlack } from '../slack.ts';
import { subsetsOfSize } from '../subsets.ts';
import { columnKey } from '../units.ts';
import type { Outcome, OutcomeOptions } from './outcome.ts';
import { outcomeOf } from './outcome.ts';

export interface StageAnswer {
  readonly outcome: Outcome;
  /** Null for positions that build on none. */
  readonly step: StageStep | null;
}

export interface StageStep {
  /** Parties whose position differs, ascending. */
  readonly changed: readonly number[];
  /** The zone opens, or closes. */
  readonly flips: boolean;
  /**
   * Sets of parties whose changes alone, on the earlier positions, flip the verdict while those of no part of the set do;
   * fewest parties first. None where the verdict stays.
   */
  readonly flippedBy: readonly (readonly number[])[];
  /** False where so many parties changed that only single parties and all of them together were tried. */
  readonly allTried: boolean;
  /** One for each party that changed. */
  readonly slack: readonly PartySlack[];
}

/** Uniform slacks in points; null where red lines leave no deal, or where it was not proven within the nodes allowed. */
export interface PartySlack {
  readonly party: number;
  /** With this party's change alone, on the earlier positions. */
  readonly alone: number | null;
  /** With every change but this party's. */
  readonly without: number | null;
}

/** Nodes for one slack: positions that nobody holds can take long, since nothing keeps what they allow apart. */
const MOST_NODES = 300_000;

/** With more parties than this not all sets of them are tried. */
const MOST_IN_SETS = 6;

/** The outcome at a stage, and what made it differ from the positions before. */
export function stageAnswer(problem: Problem, before: Problem | null, options: OutcomeOptions): StageAnswer {
  return { outcome: outcomeOf(problem, options), step: before === null ? null : stageStep(before, problem) };
}

/** @throws RangeError when the two do not have the same parties */
export function stageStep(before: Problem, after: Problem): StageStep {
  if (before.parties.length !== after.parties.length) throw new RangeError('stages have the same parties');
  const effort: Effort = { nodes: 0 };
  const changed = [...after.parties.keys()].filter((k) => !isSame(before.parties[k]!, after.parties[k]!));
  const mixed = (set: readonly number[]): Problem => ({
    ...before,
    parties: before.parties.map((party, k) => (set.includes(k) ? after.parties[k]! : party)),
  });
  const isOpen = (set: readonly number[]): boolean => firstWithDeal(mixed(set), effort) !== null;
  const wasOpen = isOpen([]);
  const flips = isOpen(changed) !== wasOpen;
  const allTried = changed.length <= MOST_IN_SETS;
  return {
    changed,
    flips,
    flippedBy: flips ? smallestSets(changed, allTried, (set) => isOpen(set) !== wasOpen) : [],
    allTried,
    slack: changed.map((party) => ({
      party,
      alone: slackWithin(mixed([party])),
      without: slackWithin(mixed(changed.filter((other) => other !== party))),
    })),
  };
}

function slackWithin(problem: Problem): number | null {
  try {
    return uniformSlack(problem, { nodes: 0, limit: MOST_NODES }).points;
  } catch (error) {
    if (!(error instanceof OutOfNodes)) throw error;
    return null;
  }
}

/** Sets that flip and have no part that does, fewest members first; all members together are known to flip. */
function smallestSets(
  members: readonly number[],
  allTried: boolean,
  flips: (set: readonly number[]) => boolean,
): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  for (let size = 1; size <= members.length; size++) {
    if (!allTried && size > 1 && size < members.length) continue;
    for (const set of subsetsOfSize(members, size)) {
      const hasPart = found.some((part) => part.every((member) => set.includes(member)));
      if (!hasPart && (size === members.length || flips(set))) found.push(set);
    }
  }
  return found;
}

/** Plain data throughout, so equal positions have equal text. */
function isSame(a: Party, b: Party): boolean {
  return textOf(a) === textOf(b);
}

function textOf({ contributions, ...rest }: Party): string {
  const text = JSON.stringify(rest, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return `${columnKey(contributions)}|${text}`;
}
