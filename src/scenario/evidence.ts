/**
 * What a scenario's numbers rest on: how many are stated, reported or inferred, and which sources nobody cites.
 */
import { add, compare, divide, exactOf, multiply, ZERO } from '../exact/fraction.ts';
import { numberCount, optionId } from './format/options.ts';
import type { Bargaining, Party, Provenance, Scenario, Source, SourceTier, StatedNumber, Worths } from './scenario.ts';

/** What a number may rest on; `none` where neither it nor its issue gives a confidence. */
export const GROUNDS = ['stated', 'reported', 'inferred', 'none'] as const;
export type Ground = (typeof GROUNDS)[number];

/** How many numbers rest on each. */
export type Tally = Readonly<Record<Ground, number>>;

/** The kinds of a party's numbers: values or scores of options, weights of issues, disagreement and reservation, adjustments. */
export const NUMBER_KINDS = ['values', 'weights', 'thresholds', 'adjustments'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

export type Tallies = Readonly<Record<NumberKind, Tally>>;

export interface Evidence {
  /** In the order of the scenario's parties. */
  readonly parties: readonly Tallies[];
  readonly total: Tallies;
  /** Numbers of the section on bargaining; null where it has none. */
  readonly bargaining: Tally | null;
  /** Ids of the sources that nothing in the scenario cites, its stages included. In the order of the file. */
  readonly uncited: readonly string[];
  /** How many sources of each tier there are, and how many give none; null where no source gives its tier. */
  readonly tiers: Readonly<Record<SourceTier | 'none', number>> | null;
  /** Ids of the sources that give no address. In the order of the file. */
  readonly withoutAddress: readonly string[];
  /** Numbers given by a rule of the scenario, and which of them the file overrides; null where it has no such rule. */
  readonly ruled: { readonly values: Ruled; readonly weights: Ruled } | null;
}

export interface Ruled {
  readonly count: number;
  /** Each as a path: "party.issue.option", "party.issue.weight". */
  readonly overridden: readonly string[];
}

/**
 * Counts the numbers that the scenario's files give, each by its own confidence, else by that of its issue. Numbers
 * that stand there by default (issues not mentioned, a reservation value not given) or are not yet valued do not count;
 * an expression counts once, however many values it gives; a score counts as a value. Positions are those where the
 * scenario stands.
 */
export function evidenceOf(scenario: Scenario): Evidence {
  const grounds = scenario.parties.map(groundsOf);
  const cited = new Set<string>();
  collectCited(scenario, cited);
  return {
    parties: grounds.map(tally),
    total: tally(grounds.flat()),
    bargaining: bargainingTally(scenario.bargaining),
    uncited: scenario.sources.map(({ id }) => id).filter((id) => !cited.has(id)),
    tiers: tiersOf(scenario.sources),
    withoutAddress: scenario.sources.filter(({ url }) => url === undefined).map(({ id }) => id),
    ruled: ruledOf(scenario),
  };
}

function ruledOf(scenario: Scenario): Evidence['ruled'] {
  const values = scenario.parties.flatMap((party) => codedValues(scenario, party));
  const weights = scenario.parties.flatMap((party) => sharedWeights(scenario, party));
  if (values.length + weights.length === 0) return null;
  const ruled = (numbers: readonly RuledNumber[]): Ruled => ({
    count: numbers.length,
    overridden: numbers.filter(({ follows }) => !follows).map(({ path }) => path),
  });
  return { values: ruled(values), weights: ruled(weights) };
}

interface RuledNumber {
  readonly path: string;
  /** It is what the rule says. */
  readonly follows: boolean;
}

function codedValues({ issues, stances = {} }: Scenario, { id, preferences }: Party): RuledNumber[] {
  return preferences.issues.flatMap(({ issue, listed, curve }, k) => {
    const first = curve === null ? 0 : numberCount(issues[k]!);
    return listed.flatMap((number, o): RuledNumber[] => {
      const worth = number.stance === undefined ? undefined : stances[number.stance];
      if (worth === undefined) return [];
      return [{ path: `${id}.${issue}.${optionId(issues[k]!, first + o)}`, follows: same(worth, number) }];
    });
  });
}

function sharedWeights({ issues }: Scenario, { id, preferences, themes }: Party): RuledNumber[] {
  if (preferences.form === 'scores') return [];
  return preferences.issues.flatMap(({ issue, share, weight }, k): RuledNumber[] => {
    const group = issues[k]!.group;
    const theme = group === undefined ? undefined : themes?.[group];
    if (share === undefined || theme === undefined) return [];
    const beside = preferences.issues.flatMap((other, j) => (issues[j]!.group === group ? (other.share ?? []) : []));
    const all = beside.map(exactOf).reduce(add, ZERO);
    const ruled = divide(multiply(exactOf(theme), exactOf(share)), all);
    return [{ path: `${id}.${issue}.weight`, follows: compare(ruled, exactOf(weight)) === 0 }];
  });
}

function same(a: Pick<StatedNumber, 'value' | 'exact'>, b: Pick<StatedNumber, 'value' | 'exact'>): boolean {
  return compare(exactOf(a), exactOf(b)) === 0;
}

function tiersOf(sources: readonly Source[]): Evidence['tiers'] {
  if (sources.every(({ tier }) => tier === undefined)) return null;
  const counts = { primary: 0, wire: 0, copy: 0, aggregator: 0, none: 0 };
  for (const { tier } of sources) counts[tier ?? 'none']++;
  return counts;
}

/** False when no number says what it rests on. */
export function givesConfidence({ total, bargaining }: Evidence): boolean {
  const tallies = [...NUMBER_KINDS.map((kind) => total[kind]), ...(bargaining === null ? [] : [bargaining])];
  return tallies.some((of) => size(of) > of.none);
}

/** How many numbers a tally has in all. */
export function size(of: Tally): number {
  return GROUNDS.reduce((sum, ground) => sum + of[ground], 0);
}

/** One number of a party. */
interface Grounded {
  readonly kind: NumberKind;
  readonly ground: Ground;
}

function groundsOf(party: Party): Grounded[] {
  const { preferences, disagreement, reservation, reservationIsDisagreement } = party;
  const thresholds = reservationIsDisagreement ? [disagreement] : [disagreement, reservation];
  const numbers = thresholds.map((threshold) => grounded('thresholds', threshold));
  for (const issue of preferences.issues) {
    if (!issue.mentioned) continue;
    if ('weight' in issue) numbers.push(grounded('weights', issue.weight, issue));
    numbers.push(...curveNumbers(issue).map((own) => grounded('values', own, issue)));
    for (const own of issue.listed) numbers.push(grounded('values', own, issue));
  }
  numbers.push(...party.adjustments.map(() => grounded('adjustments', {})));
  return numbers.flatMap((number) => number ?? []);
}

/** A formula counts as one number, points as one each. */
function curveNumbers({ curve }: Worths): readonly Grounding[] {
  if (curve === null) return [];
  return 'formula' in curve ? [{}] : curve.points.map(({ worth }) => worth);
}

type Grounding = Provenance & Pick<StatedNumber, 'unknown'>;

/** Null for a number that is not yet valued: it rests on nothing yet. */
function grounded(kind: NumberKind, own: Grounding, issue: Provenance = {}): Grounded | null {
  if (own.unknown !== undefined) return null;
  return { kind, ground: own.confidence ?? issue.confidence ?? 'none' };
}

/** Each by its own confidence, else by that of the strategy it stands in, else by that of the section. */
function bargainingTally(bargaining: Bargaining | undefined): Tally | null {
  if (bargaining === undefined) return null;
  const { rounds, patience = {}, strategies = {}, chances = {} } = bargaining;
  const single = [...(rounds === undefined ? [] : [rounds]), ...Object.values(patience), ...Object.values(chances)];
  const ofStrategies = Object.values(strategies).flatMap(({ number, from, walkOut, confidence }) =>
    [number, from, walkOut].flatMap((own) => (own === undefined ? [] : [own.confidence ?? confidence])),
  );
  const grounds = [...single.map((own) => own.confidence), ...ofStrategies];
  return grounds.length === 0 ? null : counted(grounds.map((own) => own ?? bargaining.confidence ?? 'none'));
}

function counted(grounds: readonly Ground[]): Tally {
  const counts = { stated: 0, reported: 0, inferred: 0, none: 0 };
  for (const ground of grounds) counts[ground]++;
  return counts;
}

function tally(numbers: readonly Grounded[]): Tallies {
  const of = (kind: NumberKind): Tally =>
    counted(numbers.flatMap((number) => (number.kind === kind ? [number.ground] : [])));
  return { values: of('values'), weights: of('weights'), thresholds: of('thresholds'), adjustments: of('adjustments') };
}

/** Every id in a list under a key `sources`, anywhere below; the scenario's own sources are entries, not ids. */
function collectCited(node: unknown, cited: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries<unknown>({ ...node })) {
    if (key === 'sources' && Array.isArray(value)) {
      for (const id of value) if (typeof id === 'string') cited.add(id);
    }
    collectCited(value, cited);
  }
}
