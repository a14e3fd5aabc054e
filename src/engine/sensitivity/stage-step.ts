/**
 * From one stage to the next: whose change of position opened or closed the zone, and whose moved the uniform slack.
 *
 * Both problems have the same parties, issues and rules; only the parties' own positions differ. A party's change is
 * tried by itself on the earlier positions, and taken back by itself from the later ones.
 */
import { questionNodes } from '../question-nodes.ts';
import { findSigners } from '../coalitions.ts';
import type { Party, Problem } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { slackWithin } from '../slack.ts';
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
  /**
   * False where so many parties changed that only single parties and all of them together were tried, or where the nodes
   * allowed did not decide about some of the sets.
   */
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

/** Nodes for a stage, and for one set of changes, in those of one question. */
const QUESTIONS = 2;
const SET_SHARE = 1 / 4;

/** With more parties than this not all sets of them are tried. */
const MOST_IN_SETS = 6;

/** The outcome at a stage, and what made it differ from the positions before. */
export function stageAnswer(problem: Problem, before: Problem | null, options: OutcomeOptions): StageAnswer {
  const nodes = options.nodes ?? questionNodes(problem) * QUESTIONS;
  return {
    outcome: outcomeOf(problem, options, { nodes: 0 }, nodes),
    step: before === null ? null : stageStep(before, problem, (nodes / QUESTIONS) * SET_SHARE),
  };
}

/**
 * What so many nodes for each question show.
 * @throws RangeError when the two do not have the same parties
 */
export function stageStep(before: Problem, after: Problem, nodes = Infinity): StageStep {
  if (before.parties.length !== after.parties.length) throw new RangeError('stages have the same parties');
  const effort: Effort = { nodes: 0 };
  const changed = [...after.parties.keys()].filter((k) => !isSame(before.parties[k]!, after.parties[k]!));
  const mixed = (set: readonly number[]): Problem => ({
    ...before,
    parties: before.parties.map((party, k) => (set.includes(k) ? after.parties[k]! : party)),
  });
  let decided = true;
  /** Whether the zone is as open with these changes as it is said to be; what is not decided is not. */
  const stands = (set: readonly number[], open: boolean): boolean => {
    const { signers, proven } = findSigners(mixed(set), effort, nodes);
    if (signers === null && !proven) decided = false;
    return signers === null ? proven && !open : open;
  };
  const wasOpen = stands([], true);
  const flips = (wasOpen || stands([], false)) && stands(changed, !wasOpen);
  const few = changed.length <= MOST_IN_SETS;
  const flippedBy = flips ? smallestSets(changed, few, (set) => stands(set, !wasOpen)) : [];
  const slackOf = (set: readonly number[]): number | null => {
    const { points, proven } = slackWithin(mixed(set), null, { nodes: 0 }, Math.min(MOST_NODES, nodes));
    return proven ? points : null;
  };
  return {
    changed,
    flips,
    flippedBy,
    allTried: few && decided,
    slack: changed.map((party) => ({
      party,
      alone: slackOf([party]),
      without: slackOf(changed.filter((other) => other !== party)),
    })),
  };
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
