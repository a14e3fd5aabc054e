/**
 * What searches remember for later ones about the same or a slightly different problem: good deals, which are looked at
 * before anything is searched, and multipliers, from which bounds are tightened sooner.
 *
 * A memory decides how soon an answer is proven and never which it is: a deal remembered counts as a deal found, and any
 * multipliers give a valid bound. Whether so many nodes do, and what is answered where they do not, may depend on it, so
 * it is noted when something is given up.
 */
import { allUnits } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import type { Region } from '../region.ts';
import { keepsTerms } from '../region.ts';
import { coarseParty, inCoarse } from './coarse.ts';
import type { GuideMultipliers } from './guide.ts';
import type { Units } from '../units.ts';
import type { Multipliers } from './multipliers.ts';

/** Deals remembered per question: demands that are tried in many combinations need more than one. */
const MOST_DEALS = 6;
/** Deals looked at before a search. */
const MOST_KNOWN = 60;

/** A deal with its utilities in units, by party. */
export interface KnownDeal {
  readonly deal: Deal;
  readonly utility: readonly Units[];
}

export interface Memory {
  /** Its notes are on a problem that differs in next to nothing. */
  readonly isNear: boolean;
  /** The same memory for the searches of one question: it finds the notes of that question again. */
  about(question: string): Memory;
  /** The deals remembered, of all questions, that lie in a region. */
  dealsIn(problem: Problem, region: Region): readonly KnownDeal[];
  noteDeal(search: string, found: KnownDeal): void;
  /** Multipliers from which a search of this name may start. */
  startOf(search: string, problem: Problem): GuideMultipliers | null;
  noteStart(search: string, problem: Problem, found: GuideMultipliers): void;
  /** Says that a search or a count was given up: what it would have answered may then depend on what is remembered. */
  noteGivenUp(): void;
}

/** Notes on one problem after the other. Deals and multipliers are plain numbers by party and issue. */
export class Notes {
  readonly #deals = new Map<string, readonly Deal[]>();
  /** With the worth of thresholds per point: the units of a party may differ from problem to problem. */
  readonly #starts = new Map<string, GuideMultipliers>();
  #shape = '';
  #gaveUp = false;
  #isClosed = false;
  #onGivenUp = (): void => {};
  /** The deals remembered, under the present problem. */
  #known: KnownDeal[] = [];

  /**
   * A memory for questions about this problem, or about it with fewer demands: utilities must be the same. Notes on a
   * problem with other parties, issues or options are forgotten. Memories opened earlier must not be used any more.
   * `onGivenUp` is told when something is given up, and may throw.
   */
  open(problem: Problem, onGivenUp: () => void = () => {}): Memory {
    const shape = `${problem.parties.length}:${problem.offsets.join()}`;
    if (shape !== this.#shape) {
      this.#deals.clear();
      this.#starts.clear();
    }
    this.#shape = shape;
    this.#gaveUp = false;
    this.#isClosed = false;
    this.#onGivenUp = onGivenUp;
    const distinct = new Map([...this.#deals.values()].flat().map((deal) => [deal.join(), deal]));
    this.#known = [...distinct.values()].map((deal) => ({
      deal,
      utility: allUnits(problem, deal),
    }));
    return this.#about('');
  }

  /**
   * A memory of a problem with other numbers, which finds the notes taken so far and takes new ones only for itself:
   * whoever opens the next one finds these notes again, whatever was asked in between.
   */
  openClosed(problem: Problem): Memory {
    this.open(problem);
    this.#isClosed = true;
    return this.#about('');
  }

  /** Whether anything was given up since the memory was opened. */
  get gaveUp(): boolean {
    return this.#gaveUp;
  }

  #about(question: string): Memory {
    return {
      isNear: !this.#isClosed,
      about: (inner) => this.#about(`${question}${inner}/`),
      dealsIn: (problem, region) =>
        this.#known.filter(
          ({ deal, utility }) =>
            region.floors.every((floor, party) => utility[party]! >= floor) && keepsTerms(problem, region, deal),
        ),
      noteDeal: (search, found) => this.#noteDeal(question + search, found),
      startOf: (search, problem) => {
        const noted = this.#starts.get(question + search);
        return noted === undefined ? null : rescaled(noted, (price, column) => price / unitsPerPoint(problem, column));
      },
      noteStart: (search, problem, found) => {
        if (this.#isClosed) return;
        const perPoint = rescaled(found, (price, column) => price * unitsPerPoint(problem, column));
        this.#starts.set(question + search, perPoint);
      },
      noteGivenUp: () => {
        this.#gaveUp = true;
        this.#onGivenUp();
      },
    };
  }

  #noteDeal(name: string, found: KnownDeal): void {
    const key = found.deal.join();
    if (!this.#isClosed) {
      const noted = this.#deals.get(name) ?? [];
      this.#deals.set(name, [found.deal, ...noted.filter((deal) => deal.join() !== key)].slice(0, MOST_DEALS));
    }
    if (this.#known.some(({ deal }) => deal.join() === key)) return;
    this.#known = [found, ...this.#known].slice(0, MOST_KNOWN);
  }
}

/** Units of a column that a search counts in, per point of its party; 1 for a column of a sum rule. */
function unitsPerPoint(problem: Problem, column: number): number {
  const party = problem.parties[column];
  return party === undefined ? 1 : inCoarse(party.scale, coarseParty(problem, party).shift);
}

function rescaled(
  { value, slack }: GuideMultipliers,
  change: (price: number, column: number) => number,
): GuideMultipliers {
  const rescale = ({ terms, prices }: Multipliers): Multipliers => ({ terms, prices: prices.map(change) });
  return { value: rescale(value), slack: slack === null ? null : rescale(slack) };
}
