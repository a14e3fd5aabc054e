/**
 * The patterns of an automaton as states of their own: which are still running at a boundary, what each option of the
 * layer makes of them, and what the patterns that become complete add to the parties' units.
 */
import { plus } from '../units.ts';
import type { Units } from '../units.ts';
import type { Automaton, LayeredPattern } from '../zone/automaton.ts';

/** What the options of a layer do to one pattern state. */
export interface PatternStep {
  /** Number of the state behind the layer; -1 when the option completes a forbidden pattern. */
  readonly next: number;
  /** Units that completed adjustments add, by party. */
  readonly bonus: readonly Units[];
}

/** Of one layer: `steps[state][option]`. State 0 is the only one before the first layer. */
export type PatternSteps = readonly (readonly PatternStep[])[];

/**
 * The steps layer by layer, so that what is not asked for costs nothing; ends early when the patterns make more states at
 * a boundary than the limit.
 */
export function* patternSteps(
  { layers, patterns, options, parties }: Automaton,
  most: number,
): Generator<PatternSteps> {
  let states: readonly ReadonlySet<number>[] = [new Set()];
  for (let layer = 0; layer < layers; layer++) {
    const made = new Map<string, { readonly state: ReadonlySet<number>; readonly number: number }>();
    const numberOf = (state: ReadonlySet<number>): number => {
      const key = [...state].join();
      const known = made.get(key) ?? { state, number: made.size };
      made.set(key, known);
      return known.number;
    };
    const steps = states.map((state) =>
      options[layer]!.map((_, option) => {
        const { running, bonus } = takeOption(patterns, state, layer, option, parties.length);
        return { next: running === null ? -1 : numberOf(running), bonus };
      }),
    );
    if (made.size > most) return;
    yield steps;
    states = [...made.values()].map(({ state }) => state);
  }
}

/** The patterns still running behind the layer, ascending; null when a forbidden one is complete. */
function takeOption(
  patterns: readonly LayeredPattern[],
  state: ReadonlySet<number>,
  layer: number,
  option: number,
  parties: number,
): { readonly running: ReadonlySet<number> | null; readonly bonus: readonly Units[] } {
  const bonus: Units[] = Array.from({ length: parties }, () => 0);
  const running = new Set<number>();
  for (const [pattern, { effect, first, last, member }] of patterns.entries()) {
    if (layer < first || layer > last) continue;
    const clause = member[layer] ?? null;
    const alive = (layer === first || state.has(pattern)) && (clause === null || clause[option] === 1);
    if (!alive) continue;
    if (layer < last) running.add(pattern);
    else if (effect.kind === 'forbid') return { running: null, bonus };
    else if (effect.kind === 'adjust') bonus[effect.party] = plus(bonus[effect.party]!, effect.units);
  }
  return { running, bonus };
}
