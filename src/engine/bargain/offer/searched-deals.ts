/** The deals that a party could sign in a space of any size: every question is one to the solver, with a floor. */
import { utilityUnits } from '../../deal.ts';
import type { Deal, Party, Problem } from '../../problem.ts';
import { issueCount, leastSigned } from '../../problem.ts';
import type { Random } from '../../random.ts';
import type { Region } from '../../region.ts';
import { isInRegion } from '../../region.ts';
import { maximiseWithin } from '../../search/maximise.ts';
import type { Maximum } from '../../search/maximise.ts';
import { minimumObjective } from '../../search/objective.ts';
import type { Units } from '../../units.ts';
import {
  columnOf,
  fitsNumber,
  isNarrow,
  larger,
  magnitude,
  negatedColumn,
  negative,
  unitsBetween,
} from '../../units.ts';
import { condense } from '../../search/condense.ts';
import { buildSystem } from '../../search/build-system.ts';
import { coarseSuperset } from '../../zone/count-region.ts';
import { AskedFor } from './asked-for.ts';
import { BandDraws } from './band-draws.ts';
import { changesOf } from './changes.ts';
import { strategyNodes } from './offer-nodes.ts';
import type { Choice, OwnDeals } from './own-deals.ts';

/** Nodes of a walk for what is asked for. */
const MOST_WALKED = 4000;

/** States of a diagram that deals are drawn from, and draws that may miss what was asked. */
const STATES = 20_000;
const MOST_MISSES = 500;

/** Draws that do without a diagram, which takes as long as a thousand of them. */
const MOST_QUICK_MISSES = 2000;

/** Changes, one after the other, that bring a deal nearer to a floor. */
const MOST_CHANGES = 30;

/** Party numbers of a party alone, and of the one that counts what is asked for. */
const OWN = 0;
const COUNTER = 1;

const COUNTED = minimumObjective([{ party: COUNTER, offset: 0, divisor: 1, power: 1 }]);

export class SearchedDeals implements OwnDeals {
  readonly best: Units;
  readonly worst: Units;
  readonly proven: boolean;
  readonly #problem: Problem;
  readonly #own: Party;
  readonly #nodes: number;
  readonly #forbidden: Region['forbidden'];
  /** The best deal found; null where there is none. */
  readonly #bestDeal: Maximum | null;
  readonly #known = new Map<string, Choice>();
  readonly #nearer = new Map<Choice, Choice>();
  /** What it could sign at all, as a region of the party alone. */
  readonly #alone: Region;
  /** Null where there is no deal, or its units are no numbers. */
  readonly #bandDraws: BandDraws | null;
  /** The party, and itself upside down. */
  readonly #reversed: Problem;
  /** Null where its units are no numbers. */
  readonly #askedFor: AskedFor | null;

  /** `problem`: of the party alone. */
  constructor(problem: Problem) {
    const party = problem.parties[OWN]!;
    this.#problem = problem;
    this.#own = party;
    this.#nodes = strategyNodes(problem);
    this.#forbidden = [...problem.forbidden, ...party.redLines];
    this.#alone = { floors: [leastSigned(party)], forbidden: this.#forbidden, sums: problem.sums };
    const best = this.#seek(party, leastSigned(party));
    const worst = this.#seek(upsideDown(party), -Infinity);
    this.#bestDeal = best.best;
    this.proven = best.proven;
    this.best = best.best?.utility[OWN] ?? -Infinity;
    this.worst = worst.best?.utility[OWN] ?? -Infinity;
    this.#reversed = this.#with(upsideDown(party));
    const system = isNarrow(party.contributions) ? buildSystem(problem, this.#alone) : null;
    const joined = system === null ? null : condense(system, null);
    this.#bandDraws = joined === null ? null : new BandDraws(joined);
    this.#askedFor = isNarrow(party.contributions) ? new AskedFor(problem, this.#alone, MOST_WALKED) : null;
  }

  get isEmpty(): boolean {
    return this.#bestDeal === null;
  }

  /** The search finds deals near the floor and seldom the nearest; changes of up to two clauses bring them nearer. */
  thrifty(floor: Units): Choice {
    const least = larger(floor, leastSigned(this.#own));
    const found = this.#once(`thrifty ${least}`, least, () => upsideDown(this.#own));
    if (found.proven || found.units < least) return found;
    const known = this.#nearer.get(found) ?? this.#approach(found, least);
    this.#nearer.set(found, known);
    return known;
  }

  /** Nothing is less good than a deal that is worth the floor itself. */
  #approach(from: Choice, floor: Units): Choice {
    let best = from;
    for (let round = 0; round < MOST_CHANGES && best.units > floor; round++) {
      const { deal } = best;
      for (const changed of changesOf(this.#problem, deal)) {
        const units = utilityUnits(this.#problem, this.#own, changed);
        const isNearer = units >= floor && units < best.units;
        if (isNearer && isInRegion(this.#problem, this.#alone, changed)) best = { deal: changed, units, proven: false };
      }
      if (best.deal === deal) break;
    }
    return { ...best, proven: best.units === floor };
  }

  nearest(scores: Float64Array, floor: Units): Choice {
    const least = larger(floor, leastSigned(this.#own));
    const found = typeof least === 'number' && this.#askedFor !== null ? this.#askedFor.find(scores, least) : undefined;
    if (found === null) return { deal: this.#bestDeal!.deal, units: this.best, proven: false };
    if (found !== undefined) return { deal: found.deal, units: found.own, proven: found.proven };
    return this.#once(`nearest ${floor} ${scores.join()}`, floor, () => scoring(this.#problem, this.#own, scores));
  }

  random(floor: Units, ceiling: Units, random: Random): Choice {
    const region = this.#region(larger(floor, leastSigned(this.#own)), negative(ceiling));
    const deal = this.#drawQuickly(region, random) ?? this.#drawSlowly(region, random);
    return deal === null
      ? this.thrifty(floor)
      : { deal, units: utilityUnits(this.#problem, this.#own, deal), proven: true };
  }

  /** Null where the party's units are no numbers, or ties between issues make every draw miss. */
  #drawQuickly(region: Region, random: Random): Deal | null {
    const [least, counted] = region.floors;
    if (this.#bandDraws === null || typeof least !== 'number' || typeof counted !== 'number') return null;
    for (let miss = 0; miss < MOST_QUICK_MISSES; miss++) {
      const deal = this.#bandDraws.draw(least, -counted, random);
      if (deal !== null && isInRegion(this.#reversed, region, deal)) return deal;
    }
    return null;
  }

  /** From a diagram that follows all ties, made for this one question. */
  #drawSlowly(region: Region, random: Random): Deal | null {
    const deals = coarseSuperset(this.#reversed, region, STATES);
    for (let miss = 0; deals.total > 0n && miss < MOST_MISSES; miss++) {
      const deal = deals.draw(random);
      if (isInRegion(this.#reversed, region, deal)) return deal;
    }
    return null;
  }

  /** The best deal for the counting party among those worth the floor; the best for the party itself where none is found. */
  #once(question: string, floor: Units, counter: () => Party): Choice {
    const known = this.#known.get(question);
    if (known !== undefined) return known;
    const { best, proven } = this.#seek(counter(), larger(floor, leastSigned(this.#own)));
    const { deal, utility } = best ?? this.#bestDeal!;
    const choice = { deal, units: utility[OWN]!, proven: proven && best !== null };
    this.#known.set(question, choice);
    return choice;
  }

  #seek(counter: Party, floor: Units): { readonly best: Maximum | null; readonly proven: boolean } {
    return maximiseWithin(this.#with(counter), this.#region(floor, -Infinity), COUNTED, this.#nodes);
  }

  #with(counter: Party): Problem {
    return { ...this.#problem, parties: [this.#own, counter] };
  }

  #region(floor: Units, counted: Units): Region {
    return { floors: [floor, counted], forbidden: this.#forbidden, sums: this.#problem.sums };
  }
}

/** A party whose utility is minus the party's. */
function upsideDown(party: Party): Party {
  return {
    ...party,
    contributions: negatedColumn(party.contributions),
    adjustments: party.adjustments.map(({ when, units }) => ({ when, units: negative(units) })),
  };
}

/** A party whose utility is the sum of the scores, and among equal sums more where the party's own is more. */
function scoring(problem: Problem, party: Party, scores: Float64Array): Party {
  const { contributions, adjustments } = party;
  const own = unitsBetween(contributions, 0, contributions.length).map(BigInt);
  const most = (entries: readonly bigint[]): bigint =>
    entries.reduce((size, entry) => (magnitude(entry) > size ? magnitude(entry) : size), 0n);
  const issues = BigInt(issueCount(problem));
  const added = adjustments.reduce((size, { units }) => size + magnitude(BigInt(units)), 0n);
  // More than the party's own utility can differ between two deals.
  const step = 1n + 2n * (issues * most(own) + added);
  const entries = own.map((units, row) => BigInt(scores[row]!) * step + units);
  const narrow = fitsNumber(issues * most(entries) + added);
  const kept = (units: Units): Units => (narrow ? Number(units) : BigInt(units));
  return {
    ...party,
    scale: kept(1),
    contributions: columnOf(entries, narrow),
    adjustments: adjustments.map(({ when, units }) => ({ when, units: kept(units) })),
    disagreement: kept(0),
    reservation: kept(0),
  };
}
