/** Readings of a diagram by one backward and one forward pass: how many paths, which options they use, a random one. */
import { LONG_ISSUE } from '../problem.ts';
import type { Random } from '../random.ts';
import type { Diagram } from './diagram.ts';

/** Counts are kept in limbs of this many bits, so that the sum over all options of a layer stays exact. */
const LIMB_BITS = 44;
const LIMB = 2 ** LIMB_BITS;

/** The exact number of paths. */
export function countPaths({ automaton, next, sizes }: Diagram): bigint {
  if (sizes[0] === 0) return 0n;
  const bits = automaton.options.reduce((sum, options) => sum + Math.log2(options.length), 0);
  const limbs = Math.floor(bits / LIMB_BITS) + 1;
  let ahead = new Float64Array(sizes.at(-1)! * limbs);
  for (let state = 0; state < sizes.at(-1)!; state++) ahead[state * limbs] = 1;
  for (let layer = automaton.layers - 1; layer >= 0; layer--) {
    const options = automaton.options[layer]!.length;
    const here = new Float64Array(sizes[layer]! * limbs);
    for (let state = 0; state < sizes[layer]!; state++) {
      const to = state * limbs;
      for (let option = 0; option < options; option++) {
        const follower = next[layer]![state * options + option]!;
        if (follower < 0) continue;
        for (let limb = 0; limb < limbs; limb++) here[to + limb]! += ahead[follower * limbs + limb]!;
      }
      for (let limb = 0; limb + 1 < limbs; limb++) {
        const carry = Math.floor(here[to + limb]! / LIMB);
        here[to + limb]! -= carry * LIMB;
        here[to + limb + 1]! += carry;
      }
    }
    ahead = here;
  }
  let count = 0n;
  for (let limb = limbs - 1; limb >= 0; limb--) count = (count << BigInt(LIMB_BITS)) + BigInt(ahead[limb]!);
  return count;
}

/** Per layer and state the fraction of all completions that are paths: counts that cannot overflow. */
function acceptedFractions({ automaton, next, sizes }: Diagram): readonly Float64Array[] {
  const fractions: Float64Array[] = [];
  fractions[automaton.layers] = new Float64Array(sizes.at(-1)!).fill(1);
  for (let layer = automaton.layers - 1; layer >= 0; layer--) {
    const options = automaton.options[layer]!.length;
    const here = new Float64Array(sizes[layer]!);
    const ahead = fractions[layer + 1]!;
    for (let state = 0; state < here.length; state++) {
      let sum = 0;
      for (let option = 0; option < options; option++) {
        const follower = next[layer]![state * options + option]!;
        if (follower >= 0) sum += ahead[follower]!;
      }
      here[state] = sum / options;
    }
    fractions[layer] = here;
  }
  return fractions;
}

/** By layer, the share of all paths that take each option. The diagram must have paths. */
export function optionShares(diagram: Diagram): readonly Float64Array[] {
  const { automaton, next, sizes } = diagram;
  const fractions = acceptedFractions(diagram);
  let reach = Float64Array.of(1);
  return automaton.options.map(({ length: options }, layer) => {
    const shares = new Float64Array(options);
    const ahead = new Float64Array(sizes[layer + 1]!);
    for (let state = 0; state < sizes[layer]!; state++) {
      const here = fractions[layer]![state]!;
      if (here === 0) continue;
      const perCompletion = reach[state]! / (here * options);
      for (let option = 0; option < options; option++) {
        const follower = next[layer]![state * options + option]!;
        if (follower < 0) continue;
        const flow = perCompletion * fractions[layer + 1]![follower]!;
        shares[option]! += flow;
        ahead[follower]! += flow;
      }
    }
    reach = ahead;
    return shares;
  });
}

/** Draws paths uniformly from all of a diagram, an option per layer. The diagram must have paths. */
export class PathSampler {
  readonly #diagram: Diagram;
  readonly #fractions: readonly Float64Array[];
  /** By long layer and state, the paths of all options up to each. */
  readonly #upTo: readonly Map<number, Float64Array>[];

  constructor(diagram: Diagram) {
    this.#diagram = diagram;
    this.#fractions = acceptedFractions(diagram);
    this.#upTo = diagram.automaton.options.map(() => new Map<number, Float64Array>());
  }

  draw(random: Random): number[] {
    const { automaton, next } = this.#diagram;
    let state = 0;
    return automaton.options.map(({ length: options }, layer) => {
      const chosen =
        options > LONG_ISSUE ? this.#inLongLayer(layer, state, random) : this.#inLayer(layer, state, random);
      state = next[layer]![state * options + chosen]!;
      return chosen;
    });
  }

  #inLayer(layer: number, state: number, random: Random): number {
    const options = this.#optionsAt(layer);
    let remaining = random() * this.#fractions[layer]![state]! * options;
    let chosen = -1;
    for (let option = 0; option < options; option++) {
      const weight = this.#weight(layer, state, option);
      if (weight === 0) continue;
      chosen = option;
      remaining -= weight;
      if (remaining < 0) break;
    }
    return chosen;
  }

  /** The first option up to which there are more paths than drawn. */
  #inLongLayer(layer: number, state: number, random: Random): number {
    const upTo = this.#pathsUpTo(layer, state);
    let [from, to] = [0, upTo.length - 1];
    const drawn = random() * upTo[to]!;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (upTo[middle]! > drawn) to = middle;
      else from = middle + 1;
    }
    return from;
  }

  #pathsUpTo(layer: number, state: number): Float64Array {
    const known = this.#upTo[layer]!.get(state);
    if (known !== undefined) return known;
    const upTo = new Float64Array(this.#optionsAt(layer));
    let sum = 0;
    for (let option = 0; option < upTo.length; option++) {
      sum += this.#weight(layer, state, option);
      upTo[option] = sum;
    }
    this.#upTo[layer]!.set(state, upTo);
    return upTo;
  }

  #weight(layer: number, state: number, option: number): number {
    const follower = this.#diagram.next[layer]![state * this.#optionsAt(layer) + option]!;
    return follower < 0 ? 0 : this.#fractions[layer + 1]![follower]!;
  }

  #optionsAt(layer: number): number {
    return this.#diagram.automaton.options[layer]!.length;
  }
}
