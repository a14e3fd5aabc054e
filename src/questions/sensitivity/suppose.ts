/**
 * Where red lines alone leave no deal, no weight and no threshold changes anything: the question is then asked as if one
 * way out were taken, and the report says so. Which one can be chosen.
 */
import { compileProblem } from '../../compile/compile.ts';
import type { Constraint } from '../../engine/answer.ts';
import { questionNodes } from '../../engine/question-nodes.ts';
import { collisionOf } from '../../engine/conflict/collision.ts';
import { findSigners } from '../../engine/coalitions.ts';
import { closedByRedLines, inNeutralOrder, supposition, unionOf, unionWords } from '../../report/view/ways-out.ts';
import { listed } from '../../report/view/words.ts';
import { withoutAssumed, withoutRedLines } from '../choose.ts';
import { InputError } from '../input-error.ts';
import type { OpenCase } from '../question.ts';

/** Where the ways out lead is not asked here: the least is spent on it. */
const DEAL_QUESTIONS = 0;

interface Way {
  /** "A"; "all" for all of them at once. */
  readonly letter: string;
  /** As --without takes them. */
  readonly lines: readonly string[];
  readonly words: string;
}

/**
 * The case as if a way out were taken; the case itself where it has a deal, where thresholds have a part in it that it
 * has none, or where `asked` is "none". `asked`: a letter, or red lines as party.redline; the first way where absent.
 * @throws InputError when there is no such way out
 */
export function suppose(of: OpenCase, asked: string | undefined): OpenCase {
  if (asked === 'none') return of;
  const ways = linesOnly(of);
  const [first] = ways;
  if (first === undefined) {
    if (asked === undefined) return of;
    throw new InputError(['error: red lines alone do not close the zone here, so there is no way out to suppose']);
  }
  const way = asked === undefined ? first : ways.find(({ letter, lines }) => [letter, lines.join(',')].includes(asked));
  if (way === undefined) {
    const known = ways.map(({ letter, lines }) => `${letter} (${lines.join(',')})`);
    throw new InputError([`error: no way out '${asked}'; there is ${listed([...known, 'none'], 'or')}`]);
  }
  const { scenario, assumptions } = withoutRedLines(of.scenario, way.lines);
  return {
    ...of,
    scenario,
    compiled: compileProblem(scenario),
    assumptions: [...of.assumptions, ...assumptions],
    changed: (positions) => withoutAssumed(of.changed(positions), assumptions),
    supposed: sentences(way, ways),
  };
}

function sentences(way: Way, ways: readonly Way[]): readonly string[] {
  const others = ways.filter((other) => other !== way);
  return [
    `As if ${way.words}: red lines alone leave no deal, so without that no number changes anything.`,
    ...others.map(({ letter, words }) => `As if ${words}: --as-if ${letter}.`),
  ];
}

/** The ways out that set red lines aside and nothing else, where red lines alone close the zone. */
function linesOnly(of: OpenCase): readonly Way[] {
  const { problem } = of.compiled;
  const nodes = questionNodes(problem);
  const { signers, proven } = findSigners(problem, { nodes: 0 }, nodes);
  if (signers !== null || !proven) return [];
  const collision = collisionOf(problem, 1, { nodes: 0 }, nodes, DEAL_QUESTIONS);
  if (collision === null || !closedByRedLines(collision.conflict)) return [];
  const openings = inNeutralOrder(of, collision.openings).filter(({ drop }) =>
    drop.every(({ kind }) => kind === 'redLine'),
  );
  const linesOf = (drop: readonly Constraint[]): string[] => drop.flatMap((demand) => lineName(of, demand));
  const ways = openings.map(({ drop }, k) => ({
    letter: String.fromCharCode('A'.charCodeAt(0) + k),
    lines: linesOf(drop),
    words: supposition(of, drop),
  }));
  const union = unionOf(openings);
  return union === null ? ways : [...ways, { letter: 'all', lines: linesOf(union), words: unionWords(ways) }];
}

function lineName({ scenario }: OpenCase, demand: Constraint): string[] {
  if (demand.kind !== 'redLine') return [];
  const { id, redLines } = scenario.parties[demand.party]!;
  return [`${id}.${redLines[demand.index]!.id}`];
}
