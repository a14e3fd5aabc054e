/**
 * One layer of counting where everybody of concern must sign: from all states before it to all states behind it.
 *
 * Hot code. What depends on the layer alone is worked out once, when a state first asks: by party, the need behind the
 * layer for a need before it, option and adjustment that the option completes; by the patterns still running, which go
 * on. A state is then a few table look-ups per option and one probe of a hash table.
 */
import { minus, plus } from '../units.ts';
import type { Units } from '../units.ts';
import type { Automaton, Effect } from './automaton.ts';
import type { Boundary } from './layer-step.ts';
import { SATISFIED } from './need-scale.ts';
import type { StateTable } from './state-table.ts';

/** Layers with larger tables are left to the general step. */
const MOST_RUNNING = 18;
const MOST_CELLS = 1 << 22;
const MOST_CELLS_IN_ALL = 1 << 24;
const LEAST_CELLS = 1 << 10;
const CELLS_PER_STATE = 8;

const DEAD = -1;
/** A cell that no state has asked for yet. */
const UNKNOWN = -2;

/** What a set of running patterns becomes, by option. */
interface PatternRow {
  /** Patterns running behind the layer as bits; `DEAD` when a forbidden one is complete. */
  readonly bits: Int32Array;
  /** By option and party: where in the party's table the adjustments that the option completes are counted. */
  readonly tableStart: Int32Array;
}

/** A pattern with a clause at or before a layer and one at or behind it. */
interface Passing {
  readonly effect: Effect;
  /** Its clause in the layer, 1 for options that satisfy it; null where it has none. */
  readonly clause: Uint8Array | null;
  /** Its bit among the patterns running before the layer, null where it begins; and behind, null where it ends. */
  readonly before: number | null;
  readonly ahead: number | null;
}

export class TableStep {
  readonly #options: number;
  readonly #automaton: Automaton;
  readonly #layer: number;
  readonly #before: Boundary;
  readonly #ahead: Boundary;
  /** Per party: bonus sums that some option can complete here, the first one 0. */
  readonly #bonuses: readonly Units[][];
  readonly #passing: readonly Passing[];
  readonly #tables: readonly Int32Array[];
  readonly #rows: (PatternRow | undefined)[];
  /** Per party: the field ahead from which on its adjustments no longer matter, and the bits that then go. */
  readonly #settledAt: Int32Array;
  readonly #forgotten: Int32Array;

  private constructor(automaton: Automaton, layer: number, before: Boundary, ahead: Boundary, bonuses: Units[][]) {
    this.#automaton = automaton;
    this.#layer = layer;
    this.#before = before;
    this.#ahead = ahead;
    this.#bonuses = bonuses;
    this.#passing = passingAt(automaton, layer, before, ahead);
    this.#options = automaton.options[layer]!.length;
    this.#tables = bonuses.map((sums, party) =>
      new Int32Array(sums.length * (before.needs[party]!.lost + 1) * this.#options).fill(UNKNOWN),
    );
    this.#rows = Array.from({ length: 2 ** before.running.length });
    this.#settledAt = Int32Array.from(automaton.parties, ({ below }, party) =>
      below ? ahead.needs[party]!.lost : SATISFIED,
    );
    this.#forgotten = Int32Array.from(automaton.parties, (_, party) =>
      ahead.running.reduce((mask, pattern, bit) => {
        const { effect } = automaton.patterns[pattern]!;
        return effect.kind === 'adjust' && effect.party === party ? mask | (1 << bit) : mask;
      }, 0),
    );
  }

  /** Null when the layer's tables would be too large for so many states, or when signatures other than everybody's are counted. */
  static from(
    automaton: Automaton,
    layer: number,
    before: Boundary,
    ahead: Boundary,
    states: number,
  ): TableStep | null {
    const { parties, patterns, options } = automaton;
    if (before.running.length > MOST_RUNNING || ahead.running.length > MOST_RUNNING) return null;
    if (!parties.every(({ required }) => required)) return null;
    if (patterns.some(({ effect }) => effect.kind === 'needed' || effect.kind === 'redLine')) return null;
    const bonuses = parties.map((_, party) => {
      let sums: Units[] = [0];
      for (const { effect, last } of patterns) {
        if (effect.kind !== 'adjust' || effect.party !== party || last !== layer) continue;
        const { units } = effect;
        sums = [...new Set([...sums, ...sums.map((sum) => plus(sum, units))])];
      }
      return sums;
    });
    const cells = bonuses.map((sums, party) => sums.length * before.needs[party]!.lost * options[layer]!.length);
    // Few states leave most of large tables unasked for: laying them out would take longer than the step.
    const worth = Math.max(LEAST_CELLS, CELLS_PER_STATE * states * options[layer]!.length);
    if (2 ** before.running.length > worth) return null;
    const most = Math.min(MOST_CELLS, MOST_CELLS_IN_ALL / parties.length, worth);
    return cells.some((size) => size > most) ? null : new TableStep(automaton, layer, before, ahead, bonuses);
  }

  /** Adds all successors of the states to `reached`; null when they are more than the limit. */
  expand(
    states: StateTable,
    reached: StateTable,
    limit: number,
  ): { readonly next: Int32Array; readonly states: StateTable } | null {
    const options = this.#options;
    const parties = this.#automaton.parties.length;
    const next = new Int32Array(states.size * options);
    // The set of running patterns is the last field.
    const fields = new Int32Array(parties + 1);
    const made = new Int32Array(parties + 1);
    const tables = this.#tables;
    const settledAt = this.#settledAt;
    const forgotten = this.#forgotten;
    for (let state = 0; state < states.size; state++) {
      states.read(state, fields);
      const row = (this.#rows[fields[parties]!] ??= this.#runPatterns(fields[parties]!));
      const { tableStart } = row;
      for (let option = 0; option < options; option++) {
        let bits = row.bits[option]!;
        for (let party = 0; party < parties && bits !== DEAD; party++) {
          const cell = tableStart[option * parties + party]! + fields[party]! * options + option;
          let field = tables[party]![cell]!;
          if (field === UNKNOWN) {
            field = this.#needAfter(party, cell);
            tables[party]![cell] = field;
          }
          made[party] = field;
          if (field === DEAD) bits = DEAD;
          else if (field === settledAt[party]) bits &= ~forgotten[party]!;
        }
        made[parties] = bits;
        next[state * options + option] = bits === DEAD ? -1 : reached.add(made);
        if (reached.size > limit) return null;
      }
    }
    return { next, states: reached };
  }

  /** The cell's field behind the layer: by completed bonus, field before the layer and option, in that order of digits. */
  #needAfter(party: number, cell: number): number {
    const { below, gains } = this.#automaton.parties[party]!;
    const before = this.#before.needs[party]!;
    const ahead = this.#ahead.needs[party]!;
    const option = cell % this.#options;
    const row = (cell - option) / this.#options;
    const field = row % (before.lost + 1);
    if (field === SATISFIED) return below ? DEAD : SATISFIED;
    if (field === before.lost) return below ? ahead.lost : DEAD;
    const bonus = this.#bonuses[party]![Math.floor(row / (before.lost + 1))]!;
    const left = ahead.field(minus(minus(before.need(field), gains[this.#layer]![option]!), bonus));
    return left === (below ? SATISFIED : ahead.lost) ? DEAD : left;
  }

  /** Moves every pattern on by one layer, for each option. */
  #runPatterns(running: number): PatternRow {
    const { parties } = this.#automaton;
    const bits = new Int32Array(this.#options);
    const tableStart = new Int32Array(this.#options * parties.length);
    const bonus: Units[] = parties.map(() => 0);
    for (let option = 0; option < this.#options; option++) {
      bonus.fill(0);
      for (const { effect, clause, before, ahead } of this.#passing) {
        if (((before === null ? 1 : running >> before) & 1) === 0 || (clause !== null && clause[option] === 0))
          continue;
        if (ahead !== null) bits[option]! |= 1 << ahead;
        else if (effect.kind === 'forbid') bits[option] = DEAD;
        else if (effect.kind === 'adjust') bonus[effect.party] = plus(bonus[effect.party]!, effect.units);
      }
      for (const [party, units] of bonus.entries()) {
        const rows = this.#before.needs[party]!.lost + 1;
        tableStart[option * parties.length + party] = this.#bonuses[party]!.indexOf(units) * rows * this.#options;
      }
    }
    return { bits, tableStart };
  }
}

/** The patterns that run into or begin in a layer. */
function passingAt({ patterns }: Automaton, layer: number, before: Boundary, ahead: Boundary): readonly Passing[] {
  return patterns.flatMap(({ effect, first, last, member }, pattern) => {
    if (first > layer || last < layer) return [];
    return [
      {
        effect,
        clause: member[layer] ?? null,
        before: first === layer ? null : before.running.indexOf(pattern),
        ahead: last === layer ? null : ahead.running.indexOf(pattern),
      },
    ];
  });
}
