/**
 * The bookkeeping behind exact counting: what must be remembered of a partial deal to know which completions make it
 * a deal of the zone.
 *
 * Issues are decided layer by layer. Remembered per party: the points it still needs (nothing once even the worst
 * completion satisfies it, `lost` once even the best cannot); per running pattern: whether it still can match; per
 * conditional signatory: whether its signature has become needed. Partial deals that agree in all of these have the
 * same completions and count as one state.
 */
import { floorDivide, greatestCommonDivisor } from '../../exact/integers.ts';
import { membership } from '../option-set.ts';
import type { Pattern, Problem } from '../problem.ts';
import { leastSigned } from '../problem.ts';
import type { Region } from '../region.ts';
import { buildSystem } from '../search/build-system.ts';
import { exactConstant, exactUnits } from '../search/system.ts';
import type { Bonus, System } from '../search/system.ts';
import { fitsNumber, joinLimbs, largest, magnitude, minus, plus, smallest } from '../units.ts';
import type { Units } from '../units.ts';

/** What happens when a pattern is complete. */
export type Effect =
  | { readonly kind: 'forbid' }
  | { readonly kind: 'redLine'; readonly party: number }
  | { readonly kind: 'needed'; readonly party: number }
  | { readonly kind: 'adjust'; readonly party: number; readonly units: Units };

export interface LayeredPattern {
  readonly effect: Effect;
  /** First and last layer with a clause of the pattern. */
  readonly first: number;
  readonly last: number;
  /** By layer, null where the pattern has no clause: 1 for options that satisfy it. */
  readonly member: readonly (Uint8Array | null)[];
}

/** Units by place: numbers where they hold every sum, else big integers. */
export type LayeredUnits = Float64Array | readonly bigint[];

/** A party, or a sum rule as a party that always has to sign. */
export interface LayeredParty {
  readonly required: boolean;
  /** True when the deals sought are those that do *not* meet the need. */
  readonly below: boolean;
  /** Units by layer and option, shifted so that the worst option of each layer gives 0. */
  readonly gains: readonly LayeredUnits[];
  /** Units needed at the start. */
  readonly need: Units;
  /** Least and most units that layers from a boundary on can still give; layers + 1 entries. */
  readonly low: LayeredUnits;
  readonly high: LayeredUnits;
  /** Last layer of any of its red lines; -1 without. */
  readonly lastRedLine: number;
}

/** A problem arranged in layers for counting. Options that no deal of the zone can have are left out. */
export interface Automaton {
  readonly layers: number;
  /** Issue of each layer, and the option indices that are left in it. */
  readonly order: readonly number[];
  readonly options: readonly (readonly number[])[];
  readonly parties: readonly LayeredParty[];
  readonly patterns: readonly LayeredPattern[];
  /** Parties that some pattern makes needed, by party. */
  readonly conditional: readonly boolean[];
  /** Sum rules among them. */
  readonly quorum: number;
}

/** What everybody who must sign agrees to; with `waived`, everybody but that party. */
export function requiredRegion(problem: Problem, waived: number | null): Region {
  const required = problem.consent.required.filter((party) => party !== waived);
  return {
    floors: problem.parties.map((party, index) => (required.includes(index) ? leastSigned(party) : -Infinity)),
    sums: problem.sums,
    forbidden: [...problem.forbidden, ...required.flatMap((party) => problem.parties[party]!.redLines)],
  };
}

/**
 * Arranges the counting of a problem's zone; with `waived`, of the zone it would have if that party signed anything.
 * Null when propagation alone proves the zone empty.
 */
export function layOut(problem: Problem, waived: number | null): Automaton | null {
  const system = buildSystem(problem, requiredRegion(problem, waived));
  if (system === null) return null;
  const kept = problem.parties.map((_, party) => party).filter((party) => party !== waived);
  const { required } = problem.consent;
  const optional = kept.filter((party) => !required.includes(party));
  return arrange(
    system,
    kept.map((party) => ({
      party,
      floor: leastSigned(problem.parties[party]!),
      required: required.includes(party),
      below: false,
    })),
    {
      quorum: problem.consent.quorum - (waived === null ? 0 : 1),
      conditional: problem.consent.conditional.filter(({ party }) => optional.includes(party)),
      redLines: optional.flatMap((party) => problem.parties[party]!.redLines.map((when) => ({ party, when }))),
    },
  );
}

/**
 * Arranges the counting of a region's deals in which, besides, the parties of `below` get less than so many units.
 * Null when propagation alone proves that there are none.
 */
export function layOutRegion(
  problem: Problem,
  region: Region,
  below: readonly (readonly [party: number, units: Units])[],
): Automaton | null {
  const system = buildSystem(problem, region);
  if (system === null) return null;
  const asked = region.floors.flatMap((floor, party) =>
    floor === -Infinity ? [] : [{ party, floor, required: true, below: false }],
  );
  const kept = below.map(([party, floor]) => ({ party, floor, required: true, below: true }));
  return arrange(system, [...asked, ...kept], { quorum: asked.length, conditional: [], redLines: [] });
}

/** The automaton of the deals that keep the rules, whatever the first so many parties get: the others are sum rules. */
export function rulesAlone(automaton: Automaton, asked: number): Automaton {
  const rules = automaton.parties.slice(asked);
  return {
    ...automaton,
    parties: rules,
    patterns: automaton.patterns.filter(({ effect }) => effect.kind === 'forbid'),
    conditional: rules.map(() => false),
    quorum: rules.length,
  };
}

interface Role {
  /** Column of the system. */
  readonly party: number;
  readonly floor: Units;
  readonly required: boolean;
  readonly below: boolean;
}

interface Signatures {
  readonly quorum: number;
  readonly conditional: readonly PartyPattern[];
  readonly redLines: readonly PartyPattern[];
}

interface PartyPattern {
  readonly party: number;
  readonly when: Pattern;
}

function arrange(system: System, parties: readonly Role[], signatures: Signatures): Automaton {
  const sums = sumRoles(system);
  const roles = [...parties, ...sums];
  const kept = roles.map(({ party }) => party);
  const order = layerOrder(system, kept);
  const measures = kept.map((party) => measureOf(system, party));
  const patterns = effectsOf(system, kept, measures, signatures).flatMap(({ when, effect }) => {
    const layered = layerPattern(system, order, when, effect);
    return layered === null ? [] : [layered];
  });
  return {
    layers: order.length,
    order,
    options: order.map((issue) => system.options[issue]!),
    parties: roles.map((role, index) => layerParty(system, role, order, measures[index]!, patterns, index)),
    patterns,
    conditional: kept.map((_, index) =>
      patterns.some(({ effect }) => effect.kind === 'needed' && effect.party === index),
    ),
    quorum: signatures.quorum + sums.length,
  };
}

/** Sum rules as parties that always have to sign. */
function sumRoles({ parties, bounded, floors }: System): readonly Role[] {
  return Array.from({ length: bounded - parties }, (_, sum) => {
    const column = parties + sum;
    return { party: column, floor: floors[column]!, required: true, below: false };
  });
}

/** The patterns that matter for counting and what each does, parties numbered as in `kept`. */
function effectsOf(
  system: System,
  kept: readonly number[],
  measures: readonly Measure[],
  { conditional, redLines }: Signatures,
): readonly { readonly when: Pattern; readonly effect: Effect }[] {
  return [
    ...system.forbidden.map((when) => ({ when, effect: { kind: 'forbid' } as const })),
    ...conditional.map(({ party, when }) => ({
      when,
      effect: { kind: 'needed', party: kept.indexOf(party) } as const,
    })),
    ...redLines.map(({ party, when }) => ({ when, effect: { kind: 'redLine', party: kept.indexOf(party) } as const })),
    ...system.bonuses
      .filter(({ party }) => kept.includes(party))
      .map((bonus) => {
        const party = kept.indexOf(bonus.party);
        return {
          when: bonus.when,
          effect: { kind: 'adjust', party, units: measures[party]!.told(exactBonus(bonus)) } as const,
        };
      }),
  ];
}

/** How a party's units are told: in steps of the greatest unit that divides all of its differences. */
interface Measure {
  /** Differences of units in such steps: as numbers where those hold every sum, else as big integers. */
  readonly told: (difference: Units) => Units;
  /** A need in such steps, rounded up. */
  readonly toldNeed: (need: Units) => Units;
  readonly narrow: boolean;
}

function measureOf(system: System, party: number): Measure {
  const { start, bonuses, options } = system;
  let unit = 0n;
  let size = 0n;
  for (let issue = 0; issue < options.length; issue++) {
    const first = BigInt(exactUnits(system, start[issue]!, party));
    let most = 0n;
    for (let row = start[issue]! + 1; row < start[issue + 1]!; row++) {
      const difference = BigInt(exactUnits(system, row, party)) - first;
      unit = greatestCommonDivisor(unit, difference);
      if (magnitude(difference) > most) most = magnitude(difference);
    }
    size += 2n * most;
  }
  for (const bonus of bonuses) {
    if (bonus.party !== party) continue;
    const units = BigInt(exactBonus(bonus));
    unit = greatestCommonDivisor(unit, units);
    size += magnitude(units);
  }
  if (unit === 0n) unit = 1n;
  const narrow = fitsNumber(size / unit);
  const step = Number(unit);
  const asUnits = (units: bigint): Units => (narrow ? Number(units) : units);
  return {
    told: (difference) => (typeof difference === 'number' ? difference / step : asUnits(difference / unit)),
    toldNeed: (need) => (need === -Infinity ? need : asUnits(-floorDivide(-BigInt(need), unit))),
    narrow,
  };
}

function exactBonus({ units, limbs }: Bonus): Units {
  return limbs.length === 0 ? units : joinLimbs(limbs);
}

/** Issues with the largest swings first: they settle most, and leave small needs that merge well. */
function layerOrder(system: System, kept: readonly number[]): readonly number[] {
  const { start, columns, contributions } = system;
  const spread = (issue: number, party: number): number => {
    let [least, most] = [Infinity, -Infinity];
    for (let row = start[issue]!; row < start[issue + 1]!; row++) {
      const units = contributions[row * columns + party]!;
      if (units < least) least = units;
      if (units > most) most = units;
    }
    return most - least;
  };
  const totals = kept.map((party) => system.options.reduce((sum, _, issue) => sum + spread(issue, party), 0) || 1);
  const swings = system.options.map((_, issue) => ({
    issue,
    swing: kept.reduce((sum, party, index) => sum + spread(issue, party) / totals[index]!, 0),
  }));
  return swings.sort((a, b) => b.swing - a.swing || a.issue - b.issue).map(({ issue }) => issue);
}

function unitsAt(system: System, issue: number, party: number): readonly Units[] {
  const first = system.start[issue]!;
  return Array.from({ length: system.start[issue + 1]! - first }, (_, index) =>
    exactUnits(system, first + index, party),
  );
}

/** Null when one of the clauses can no longer be met. */
function layerPattern(system: System, order: readonly number[], when: Pattern, effect: Effect): LayeredPattern | null {
  const member: (Uint8Array | null)[] = order.map(() => null);
  for (const { issue, options } of when.clauses) {
    member[order.indexOf(issue)] = membership(options, system.options[issue]!);
  }
  if (member.some((set) => set !== null && !set.includes(1))) return null;
  const layers = order.map((_, layer) => layer).filter((layer) => member[layer] !== null);
  return { effect, first: layers[0]!, last: layers.at(-1)!, member };
}

function layerParty(
  system: System,
  { party, floor: wanted, required, below }: Role,
  order: readonly number[],
  { told, toldNeed, narrow }: Measure,
  patterns: readonly LayeredPattern[],
  index: number,
): LayeredParty {
  const kept = (units: readonly Units[]): LayeredUnits =>
    narrow ? Float64Array.from(units, Number) : units.map(BigInt);
  let floor = minus(wanted, exactConstant(system, party));
  const gains = order.map((issue) => {
    const units = unitsAt(system, issue, party);
    const worst = smallest(units);
    floor = minus(floor, worst);
    return units.map((value) => told(minus(value, worst)));
  });
  const layered = gains.map(kept);
  return {
    required,
    below,
    gains: layered,
    need: toldNeed(floor),
    ...prospects(layered, patterns, index),
  };
}

/** What layers from each boundary on can still give a party, with its adjustments and red lines among the patterns. */
export function prospects(
  gains: readonly LayeredUnits[],
  patterns: readonly LayeredPattern[],
  party: number,
): Pick<LayeredParty, 'low' | 'high' | 'lastRedLine'> {
  const low: Units[] = Array.from({ length: gains.length + 1 }, () => 0);
  const high: Units[] = Array.from({ length: gains.length + 1 }, () => 0);
  for (let layer = gains.length - 1; layer >= 0; layer--) {
    low[layer] = low[layer + 1]!;
    high[layer] = plus(high[layer + 1]!, largest(gains[layer]!));
    for (const { effect, last } of patterns) {
      if (effect.kind !== 'adjust' || effect.party !== party || last !== layer) continue;
      if (effect.units < 0) low[layer] = plus(low[layer]!, effect.units);
      else high[layer] = plus(high[layer]!, effect.units);
    }
  }
  let lastRedLine = -1;
  for (const { effect, last } of patterns) {
    if (effect.kind === 'redLine' && effect.party === party) lastRedLine = Math.max(lastRedLine, last);
  }
  const narrow = gains.every((units) => units instanceof Float64Array);
  const kept = (units: readonly Units[]): LayeredUnits =>
    narrow ? Float64Array.from(units, Number) : units.map(BigInt);
  return { low: kept(low), high: kept(high), lastRedLine };
}
