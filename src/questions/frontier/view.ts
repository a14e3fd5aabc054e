/**
 * The efficient frontier: what each point is worth to each party, who would sign it, and how much of the frontier the
 * points stand for.
 */
import type { Frontier, FrontierPoint } from '../../engine/answer.ts';
import { accepts } from '../../engine/deal.ts';
import type { Measure } from '../../engine/frontier/measure.ts';
import type { Landmark } from '../../engine/frontier/landmarks.ts';
import type { FrontierCase } from './case.ts';
import type { BarScale } from '../../report/text/bar.ts';
import { bigCount, counted } from '../../report/text/number.ts';
import { oneLine } from '../../report/text/width.ts';
import { SOLUTION_TITLES } from '../../report/view/deals.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Focus } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import { middleHeadline } from '../../report/view/unvalued.ts';
import type { HeaderView } from '../../report/view/header.ts';
import { utilityScale } from '../../report/view/scale.ts';
import { countFigure, listed, partyInside, partyShort } from '../../report/view/words.ts';
import { reservationOf } from '../../report/case.ts';
import { pointsOf, tableDigits } from '../../report/digits.ts';
import type { PartyDigits } from '../../report/digits.ts';
import { digitsFor, points as figure, TENTHS } from '../../report/text/points.ts';
import { toleranceWords } from './tolerance.ts';
import type { Tolerance } from './tolerance.ts';

export interface FrontierView {
  readonly header: HeaderView;
  readonly headline: string;
  readonly sentences: readonly string[];
  /** Null when there are no points. */
  readonly table: FrontierTable | null;
  readonly footer: readonly string[];
}

export interface FrontierTable {
  readonly intro: string;
  readonly parties: readonly FrontierParty[];
  readonly rows: readonly FrontierRow[];
  /** False where every deal shown is signed by everybody shown. */
  readonly refusals: boolean;
  /** False where every point is one deal. */
  readonly variants: boolean;
  readonly hidden: string | null;
  /** How no deal stands beside the points; null where the scenario gives it no name. */
  readonly noDeal: string | null;
}

export interface FrontierParty {
  readonly short: string;
  readonly color: string | undefined;
  readonly scale: BarScale;
  readonly threshold: number;
}

export interface FrontierRow {
  readonly number: string;
  readonly cells: readonly FrontierCell[];
  readonly variants: string;
  /** Solutions, drafts and no deal near this point. */
  readonly near: string;
}

export interface FrontierCell {
  readonly value: number;
  /** "62.3" */
  readonly utility: string;
  readonly signs: boolean;
}

const MOST_ROWS = 30;

/** Solutions, drafts and no deal that differ by no more from a point are told beside it. */
const NEAR: Readonly<Record<Measure, number>> = { points: 5, share: 0.05 };

const NOT_FOUND =
  'No efficient deal was found within the search budget; that proves nothing about whether there is one.';
const WHY_EMPTY = 'winset solve says why there is no deal, and what would open a zone.';

/** What of a case the sentences are made from. */
type Found = Pick<FrontierCase, 'scenario' | 'scope' | 'tolerance' | 'answer'>;

/** The report on a frontier. */
export function frontierView(of: FrontierCase, focus: Focus): FrontierView {
  const { frontier } = of.answer;
  return {
    header: headerView(of),
    headline: middleHeadline(of, frontierHeadline(of)),
    sentences:
      frontier.points.length === 0
        ? [isEmpty(frontier) ? WHY_EMPTY : NOT_FOUND]
        : [scopeSentence(of), guaranteeSentence(of)],
    table: frontier.points.length === 0 ? null : tableView(of, focus),
    footer: footerView(of, focus),
  };
}

/** True when there is proven to be no deal. */
export function isEmpty({ points, epsilon }: Frontier): boolean {
  return points.length === 0 && Number.isFinite(epsilon);
}

/** How many points, or that there are none. */
export function frontierHeadline({ scenario, scope, answer }: Omit<Found, 'tolerance'>): string {
  const { points, exact } = answer.frontier;
  if (points.length > 0) {
    const count = counted(points.length, 'point');
    return exact ? `The efficient frontier: ${count}.` : `A spread of the efficient frontier: ${count}.`;
  }
  if (!isEmpty(answer.frontier)) return 'Not decided.';
  if (scope.kind === 'zone' && scope.signers !== null) {
    return `No deal that ${listed(scope.signers.map((party) => partyInside(scenario, party)))} all sign, so no frontier.`;
  }
  return 'No deal: the zone is empty, so it has no frontier.';
}

/** Among which deals the points are efficient. */
export function scopeSentence({ scenario, scope }: Pick<Found, 'scenario' | 'scope'>): string {
  if (scope.kind === 'space') {
    return 'Among all deals that keep the rules, signed or not. A deal is efficient when no other is better for some party and worse for none.';
  }
  const signers = listed((scope.signers ?? []).map((party) => partyInside(scenario, party)));
  return (
    `Among the deals of the zone, which ${signers} would sign. A deal is efficient here when no other of the zone is ` +
    'better for some party and worse for none; one outside the zone may be.'
  );
}

/** What is proven about the points, in a sentence. */
export function guaranteeSentence({ tolerance, answer }: Pick<Found, 'tolerance' | 'answer'>): string {
  const { frontier } = answer;
  if (frontier.points.length === 0) return isEmpty(frontier) ? 'Proven: there is no deal.' : NOT_FOUND;
  if (frontier.exact) return 'Proven: no other combination of utilities is efficient.';
  const reached = { ...tolerance, amount: frontier.epsilon };
  const worse = `${toleranceWords(reached)}${tolerance.measure === 'share' ? ' of its range' : ''} worse`;
  const proven = `Proven: every efficient deal has a point here that is at most ${worse} for each party.`;
  if (tolerance.amount === 0) return `${proven} The whole frontier was asked for and does not fit.`;
  return frontier.epsilon > tolerance.amount
    ? `${proven} Not proven for less: ${toleranceWords(tolerance)} ${tolerance.measure === 'share' || tolerance.amount === 1 ? 'was' : 'were'} asked for.`
    : proven;
}

/** How far a point is from a solution or draft: "2.3" points, or "2.3 %" of the range of the party that differs most. */
export function distanceWords({ measure }: Tolerance, distance: number): string {
  if (measure === 'points') return figure(distance, digitsFor(0, Math.max(100, distance)));
  return distance === 0 ? '0 %' : `${figure(distance * 100, TENTHS)} %`;
}

function tableView(of: FrontierCase, focus: Focus): FrontierTable {
  const { scenario, answer } = of;
  const { points } = answer.frontier;
  const near = nearby(of);
  const shown = [...points.keys()].filter((index) => focus.all || index < MOST_ROWS || near.has(index));
  const digits = tableDigits(
    of,
    focus.parties,
    shown.map((index) => points[index]!.utility),
    [...scenario.parties.keys()].map((party) => reservationOf(of, party)),
  );
  const rows = shown.map((index): FrontierRow => {
    const point = points[index]!;
    return {
      number: String(index + 1),
      cells: focus.parties.map((party) => cellOf(of, party, point, digits)),
      variants: countFigure(point.variants),
      near: (near.get(index) ?? []).join(', '),
    };
  });
  const refusals = rows.some(({ cells }) => cells.some(({ signs }) => !signs));
  const variants = points.some((point) => point.variants.kind !== 'exact' || point.variants.count !== 1n);
  const left = points.length - shown.length;
  return {
    intro: introOf(refusals, variants, near.size > 0 ? of.tolerance : null),
    parties: focus.parties.map((party) => ({
      short: partyShort(scenario, party),
      color: scenario.parties[party]!.color,
      scale: utilityScale(of, party),
      threshold: reservationOf(of, party),
    })),
    rows,
    refusals,
    variants,
    hidden: left === 0 ? null : `and ${bigCount(BigInt(left))} more; --all shows them.`,
    noDeal: noDealSentence(of, focus),
  };
}

/** "status-quo, no deal: city 30.0, line 35.0. At 2 of 7 points everybody has as much or more." */
function noDealSentence(of: FrontierCase, { parties }: Focus): string | null {
  const { landmarks, frontier } = of.answer;
  const none = landmarks.find((landmark) => landmarkKind(landmark) === 'noDeal');
  if (none === undefined) return null;
  const worth = parties.map(
    (party) => `${partyShort(of.scenario, party)} ${pointsOf(of, party, none.utility[party]!)}`,
  );
  const better = frontier.points.filter(({ utility }) =>
    utility.every((value, party) => value >= none.utility[party]!),
  );
  const count = `${bigCount(BigInt(better.length))} of ${counted(frontier.points.length, 'point')}`;
  return `${landmarkName(of.scenario, none)}: ${worth.join(', ')}. At ${count} everybody has as much or more.`;
}

function introOf(refusals: boolean, variants: boolean, near: Tolerance | null): string {
  return [
    'Points of each party; the mark │ of a bar is the least it signs for.',
    refusals ? 'no: the party would not sign.' : 'All of them are signed by everyone shown.',
    variants ? 'Variants: how many deals give everybody just these points.' : '',
    near === null
      ? ''
      : `Near: solutions and drafts, with the largest difference for any party ${near.measure === 'share' ? 'as a share of its range' : 'in points'}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function cellOf(
  { compiled }: FrontierCase,
  party: number,
  { deal, utility }: FrontierPoint,
  digits: PartyDigits,
): FrontierCell {
  const { problem } = compiled;
  const value = utility[party]!;
  return { value, utility: figure(value, digits.get(party)!), signs: accepts(problem, problem.parties[party]!, deal) };
}

/** Landmarks in words, by the point they are near to. */
function nearby(of: FrontierCase): ReadonlyMap<number, readonly string[]> {
  const near = new Map<number, string[]>();
  for (const landmark of of.answer.landmarks) {
    if (landmark.distance > Math.max(NEAR[of.tolerance.measure], of.answer.frontier.epsilon)) continue;
    const words = `${landmarkName(of.scenario, landmark)} (${distanceWords(of.tolerance, landmark.distance)})`;
    near.set(landmark.nearest, [...(near.get(landmark.nearest) ?? []), words]);
  }
  return near;
}

/** "Nash", "us28", or "status-quo: no deal". */
export function landmarkName({ drafts, statusQuo }: Scenario, { of }: Pick<Landmark, 'of'>): string {
  if (typeof of === 'string') return SOLUTION_TITLES[of];
  return 'draft' in of ? oneLine(drafts[of.draft]!.id) : `${oneLine(statusQuo?.id ?? '')}: no deal`;
}

/** What a landmark is. */
export type LandmarkKind = 'solution' | 'draft' | 'noDeal';

export function landmarkKind({ of }: Pick<Landmark, 'of'>): LandmarkKind {
  if (typeof of === 'string') return 'solution';
  return 'draft' in of ? 'draft' : 'noDeal';
}
