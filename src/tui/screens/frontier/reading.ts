/** A frontier as the screen shows it: points with who signs them, solutions and drafts as lettered marks, sentences. */
import { acceptingParties, inZone } from '../../../engine/deal.ts';
import type { FrontierPoint } from '../../../engine/answer.ts';
import type { Deal } from '../../../engine/problem.ts';
import { frontierHeadline, guaranteeSentence, scopeSentence } from '../../../questions/frontier/view.ts';
import { ofTheMiddle } from '../../../report/view/unvalued.ts';
import { DEFAULT_TOLERANCE } from '../../../questions/frontier/tolerance.ts';
import type { Answered, Subject } from '../../live/question.ts';
import type { Context } from '../../model/context.ts';
import { perAnswer } from '../../parts/per-answer.ts';
import type { Mark } from './marks.ts';
import { marksOf } from './marks.ts';

export interface Reading {
  readonly about: Subject;
  /** True: only deals of the zone were asked for. */
  readonly zone: boolean;
  readonly points: readonly Point[];
  readonly marks: readonly Mark[];
  readonly headline: string;
  /** Whose deals these are; null where there are none. */
  readonly scope: string | null;
  /** What is proven about the points. */
  readonly guarantee: string;
}

export interface Point extends FrontierPoint {
  /** By party. */
  readonly signs: readonly boolean[];
  /** Enough sign it. */
  readonly inZone: boolean;
  /** Letters of the marks it is the nearest point to. */
  readonly letters: string;
}

const readingOnce = perAnswer(read);

/** The last frontier that was found, of the present numbers or not; null before the first. */
export function readingOf({ findings: { frontier } }: Context): Reading | null {
  return frontier.last === null ? null : readingOnce(frontier.last);
}

function read({ question, about, answer }: Answered<'frontier'>): Reading {
  const { scenario, compiled } = about;
  const marks = marksOf(scenario, answer);
  const found = { scenario, answer, scope: answer.scope, tolerance: DEFAULT_TOLERANCE };
  return {
    about,
    zone: question.zone,
    points: answer.frontier.points.map((point, index) => {
      const accepting = acceptingParties(compiled.problem, point.deal);
      return {
        ...point,
        signs: scenario.parties.map((_, party) => accepting.has(party)),
        inZone: inZone(compiled.problem, point.deal),
        letters: marks
          .filter(({ nearest }) => nearest === index)
          .map(({ letter }) => letter)
          .join(''),
      };
    }),
    marks,
    headline: ofTheMiddle(scenario, frontierHeadline(found)),
    scope: answer.frontier.points.length > 0 ? scopeSentence(found) : null,
    guarantee: guaranteeSentence(found),
  };
}

/** The number of the point with this deal, or of the one that differs in the fewest clauses. */
export function indexOf(points: readonly Point[], deal: Deal | null): number {
  if (deal === null) return 0;
  let [best, least] = [0, Infinity];
  for (const [index, point] of points.entries()) {
    const apart = point.deal.reduce((sum, option, issue) => sum + (option === deal[issue] ? 0 : 1), 0);
    if (apart < least) [best, least] = [index, apart];
  }
  return best;
}

/** Numbers of the points by the utility of a party, the least first. */
export function alongParty(points: readonly Point[], party: number): readonly number[] {
  return [...points.keys()].sort((a, b) => points[a]!.utility[party]! - points[b]!.utility[party]! || a - b);
}
