/**
 * The rival of the search and of the count: a plain look at every deal of a four-party problem, tuned as far as we
 * could. Hot loops on typed arrays.
 *
 * The last issues form one block whose summed contributions are tabled once. An odometer runs over the issues before
 * it and keeps the sums of what it shows, less the thresholds. Two parties share one integer, so that per deal there
 * remain two additions and one test of four bits at once. It looks at every deal: leaving some out by a bound would be
 * a search.
 */
import { utilityUnits } from '../src/engine/deal.ts';
import type { Deal, NarrowProblem as Problem } from '../src/engine/problem.ts';
import { issueCount, optionCount } from '../src/engine/problem.ts';

/** A best deal: the first of them in option order, and how many there are. */
export interface Winner {
  readonly deal: Deal;
  readonly ties: number;
}

export interface EveryDeal {
  /** Deals of the zone. */
  readonly count: number;
  /** The largest product of gains; null when the zone is empty. */
  readonly nash: Winner | null;
  /** Gains that, sorted, are lexicographically greatest (leximin); null when the zone is empty. */
  readonly egalitarian: Winner | null;
}

/** Most deals of a block; the tables of four parties then stay in the first-level cache. */
const BLOCK = 1024;
/** Products and gains that may differ by no more than rounding are compared in integers. */
const CLOSE = 1 - 1e-12;

/** How many deals all four parties accept. */
export function countEveryDeal(problem: Problem): number {
  const { split, low, high } = prepare(problem);
  const odometer = new Odometer(problem, split);
  let accepted = 0;
  do {
    accepted += acceptedInBlock(low, high, odometer.margins);
  } while (odometer.advance());
  return accepted;
}

/** Rows of the block that all four accept. */
function acceptedInBlock(low: Int32Array, high: Int32Array, margins: Int32Array): number {
  const m01 = pack(margins[0]!, margins[1]!);
  const m23 = pack(margins[2]!, margins[3]!);
  let accepted = 0;
  for (let row = 0; row < low.length; row++) {
    const reached = ((m01 + low[row]!) | 0) & ((m23 + high[row]!) | 0);
    accepted = (accepted + ((reached >>> 31) & (reached >>> 15))) | 0;
  }
  return accepted;
}

/** The count together with the Nash and the egalitarian deal, in one pass. */
export function bestOfEveryDeal(problem: Problem): EveryDeal {
  const { rows, split, low, high } = prepare(problem);
  const odometer = new Odometer(problem, split);
  const scan: Scan = {
    slack: four(problem.parties.map(({ reservation, disagreement }) => reservation - disagreement)),
    point: four(problem.parties.map(({ scale }) => 1 / scale)),
    accepted: 0,
    product: -Infinity,
    smallest: -Infinity,
  };
  const nash = new Contest((gains) => [gains.reduce((product, gain) => product * gain, 1n)]);
  const egalitarian = new Contest((gains) => [...gains].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  const consider = (row: number): void => {
    const deal = [...odometer.digits, ...blockOptions(problem, split, row)];
    const points = problem.parties.map(
      (party) => (utilityUnits(problem, party, deal) - party.disagreement) / party.scale,
    );
    const product = points.reduce((value, gain) => value * gain, 1);
    const smallest = Math.min(...points);
    if (product >= scan.product * CLOSE) nash.enter(problem, deal);
    if (smallest >= scan.smallest * CLOSE) egalitarian.enter(problem, deal);
    scan.product = Math.max(scan.product, product);
    scan.smallest = Math.max(scan.smallest, smallest);
  };
  const next = (from: number): number => nextCandidate(scan, from, low, high, odometer.margins);
  do {
    for (let row = next(0); row < rows; row = next(row + 1)) consider(row);
  } while (odometer.advance());
  return { count: scan.accepted, nash: nash.winner, egalitarian: egalitarian.winner };
}

/** What the pass for the best deals carries from block to block. */
interface Scan {
  /** Units from the disagreement value to the threshold. */
  readonly slack: Four<number>;
  /** Points per unit. */
  readonly point: Four<number>;
  /** Deals of the zone so far. */
  accepted: number;
  /** The best so far, in points. */
  product: number;
  smallest: number;
}

/** The first row from the given one on that may be among the best; the number of rows when there is none. */
function nextCandidate(scan: Scan, from: number, low: Int32Array, high: Int32Array, margins: Int32Array): number {
  const m01 = pack(margins[0]!, margins[1]!);
  const m23 = pack(margins[2]!, margins[3]!);
  const [a0, a1, a2, a3] = scan.slack;
  const [w0, w1, w2, w3] = scan.point;
  const product = scan.product * CLOSE;
  const smallest = scan.smallest * CLOSE;
  let accepted = 0;
  let row = from;
  for (; row < low.length; row++) {
    const s01 = (m01 + low[row]!) | 0;
    const s23 = (m23 + high[row]!) | 0;
    if ((s01 & s23 & REACHED) !== REACHED) continue;
    accepted++;
    const g0 = ((s01 & MOST) + a0) * w0;
    const g1 = (((s01 >>> 16) & MOST) + a1) * w1;
    const g2 = ((s23 & MOST) + a2) * w2;
    const g3 = (((s23 >>> 16) & MOST) + a3) * w3;
    if (g0 * g1 * g2 * g3 >= product) break;
    if (g0 >= smallest && g1 >= smallest && g2 >= smallest && g3 >= smallest) break;
  }
  scan.accepted += accepted;
  return row;
}

/** Two parties share 32 bits, 16 each; the top bit of each half is set when the party reaches its threshold. */
const MOST = 0x7fff;
const REACHED = 0x80008000 | 0;

/** Two distances to the threshold, with the top bits that make "not below" a bit. */
function pack(first: number, second: number): number {
  return (MOST + 1 + first) | ((MOST + 1 + second) << 16);
}

/** Keeps the deals whose rank, a list of integers made from their gains, is lexicographically greatest. */
class Contest {
  winner: Winner | null = null;
  #top: readonly bigint[] = [];
  readonly #rank: (gains: readonly bigint[]) => readonly bigint[];

  constructor(rank: (gains: readonly bigint[]) => readonly bigint[]) {
    this.#rank = rank;
  }

  enter(problem: Problem, deal: Deal): void {
    const rank = this.#rank(exactGains(problem, deal));
    const order = this.winner === null ? 1 : compareLists(rank, this.#top);
    if (order > 0) {
      this.winner = { deal, ties: 1 };
      this.#top = rank;
    } else if (order === 0 && this.winner !== null) {
      this.winner = { ...this.winner, ties: this.winner.ties + 1 };
    }
  }
}

/** Gains over the disagreement values, all in one unit that makes them integers. */
function exactGains(problem: Problem, deal: Deal): readonly bigint[] {
  const unit = problem.parties.reduce((product, { scale }) => product * BigInt(scale), 1n);
  return problem.parties.map(
    (party) => (BigInt(utilityUnits(problem, party, deal) - party.disagreement) * unit) / BigInt(party.scale),
  );
}

function compareLists(a: readonly bigint[], b: readonly bigint[]): number {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index < 0 ? 0 : a[index]! > b[index]! ? 1 : -1;
}

type Four<T> = readonly [T, T, T, T];

function four<T>(items: readonly T[]): Four<T> {
  const [a, b, c, d, ...more] = items;
  if (a === undefined || b === undefined || c === undefined || d === undefined || more.length > 0) {
    throw new RangeError('the enumeration is written for four parties');
  }
  return [a, b, c, d];
}

interface Prepared {
  /** Issues before the block. */
  readonly split: number;
  /** Deals of the block. */
  readonly rows: number;
  /** By row: summed contributions of the block's issues to the first two parties, and to the other two. */
  readonly low: Int32Array;
  readonly high: Int32Array;
}

function prepare(problem: Problem): Prepared {
  assertPackable(problem);
  let split = issueCount(problem);
  let rows = 1;
  while (split > 0 && rows * optionCount(problem, split - 1) <= BLOCK) rows *= optionCount(problem, --split);
  const tables = problem.parties.map(({ contributions }) =>
    Int32Array.from({ length: rows }, (_, row) =>
      blockOptions(problem, split, row).reduce(
        (sum, option, index) => sum + contributions[problem.offsets[split + index]! + option]!,
        0,
      ),
    ),
  );
  const [t0, t1, t2, t3] = four(tables);
  return {
    split,
    rows,
    low: t0.map((sum, row) => sum | (t1[row]! << 16)),
    high: t2.map((sum, row) => sum | (t3[row]! << 16)),
  };
}

/** Utilities and thresholds must lie between 0 and what 15 bits hold. */
function assertPackable(problem: Problem): void {
  for (const { contributions, reservation } of problem.parties) {
    let best = 0;
    for (let issue = 0; issue < issueCount(problem); issue++) {
      best += Math.max(...contributions.subarray(problem.offsets[issue], problem.offsets[issue + 1]));
    }
    const fits = best <= MOST && reservation >= 0 && reservation <= MOST && contributions.every((units) => units >= 0);
    if (!fits) throw new RangeError('the enumeration packs utilities into 15 bits each');
  }
}

/** The options that a row of the block stands for. */
function blockOptions(problem: Problem, split: number, row: number): readonly number[] {
  const options: number[] = [];
  let rest = row;
  for (let issue = issueCount(problem) - 1; issue >= split; issue--) {
    options.unshift(rest % optionCount(problem, issue));
    rest = Math.floor(rest / optionCount(problem, issue));
  }
  return options;
}

/** Runs through the issues before the block, the last one fastest. */
class Odometer {
  /** The options it shows. */
  readonly digits: Int32Array;
  /** By party: summed contributions of what it shows, less the threshold. */
  readonly margins: Int32Array;
  readonly #offsets: Int32Array;
  readonly #contributions: readonly Int32Array[];

  constructor({ offsets, parties }: Problem, split: number) {
    this.digits = new Int32Array(split);
    this.#offsets = offsets;
    this.#contributions = parties.map(({ contributions }) => Int32Array.from(contributions));
    this.margins = Int32Array.from(this.#contributions, (units, party) => {
      const first = offsets.subarray(0, split).reduce((sum, row) => sum + units[row]!, 0);
      return first - parties[party]!.reservation;
    });
  }

  /** To the next setting; false when all were shown. */
  advance(): boolean {
    const { digits, margins } = this;
    for (let issue = digits.length - 1; issue >= 0; issue--) {
      const first = this.#offsets[issue]!;
      const from = first + digits[issue]!;
      const wraps = from + 1 === this.#offsets[issue + 1]!;
      const to = wraps ? first : from + 1;
      digits[issue] = to - first;
      for (let party = 0; party < margins.length; party++) {
        const units = this.#contributions[party]!;
        margins[party] = margins[party]! + units[to]! - units[from]!;
      }
      if (!wraps) return true;
    }
    return false;
  }
}
