/**
 * One layer of the counting: from the fields of a state before it to the fields after each option.
 *
 * Hot code: everything that depends on the layer alone is prepared in tables; a step is a few loops over parties and
 * the patterns that run through the layer. See `TableStep` for the faster one where everybody must sign.
 */
import { minus, plus } from '../units.ts';
import type { Units } from '../units.ts';
import type { Automaton, Effect } from './automaton.ts';
import { SATISFIED } from './need-scale.ts';
import type { NeedScale } from './need-scale.ts';
import type { StateTable } from './state-table.ts';

/** Running patterns told by one field. */
export const PATTERN_BITS = 30;

/** How states look between two layers: parties' needs, sets of running patterns, needed flags, in that order of fields. */
export interface Boundary {
  readonly at: number;
  /** How the need of each party is told. */
  readonly needs: readonly NeedScale[];
  /** Patterns with clauses on both sides, `PATTERN_BITS` of them to a field. */
  readonly running: readonly number[];
  /** Bits per field. */
  readonly widths: readonly number[];
}

/** Transition tables of need fields are kept up to this many entries, and where they have no more fields than states. */
const TABLE_LIMIT = 1 << 16;

/** A pattern with a clause in this layer. */
interface Touched {
  readonly pattern: number;
  readonly effect: Effect;
  readonly clause: Uint8Array;
  readonly begins: boolean;
  readonly ends: boolean;
}

/** Fields that tell the running patterns. */
export function fieldsOf(running: readonly number[]): number {
  return Math.ceil(running.length / PATTERN_BITS);
}

export class LayerStep {
  readonly #options: number;
  /** The state to leave, and the state reached by `#take`. */
  readonly #fields: Int32Array;
  readonly #made: Int32Array;

  readonly #automaton: Automaton;
  readonly #layer: number;
  readonly #before: Boundary;
  readonly #ahead: Boundary;
  readonly #parties: number;
  readonly #lostBefore: Int32Array;
  readonly #lostAhead: Int32Array;
  /** By party the field ahead at which no deal is left whatever the others do; -1 where there is none. */
  readonly #dead: Int32Array;
  readonly #touched: readonly Touched[];
  /** New need field by old field and option, without adjustments; null where the table would be too large. */
  readonly #tables: readonly (Int32Array | null)[];
  readonly #alive: Uint8Array;
  readonly #bonus: Units[];
  readonly #crossed: Uint8Array;
  readonly #plain: boolean;

  /** `states`: how many states before the layer there are. */
  constructor(automaton: Automaton, layer: number, before: Boundary, ahead: Boundary, states: number) {
    const { parties, patterns, options, conditional } = automaton;
    this.#automaton = automaton;
    this.#layer = layer;
    this.#before = before;
    this.#ahead = ahead;
    this.#parties = parties.length;
    this.#lostBefore = Int32Array.from(before.needs, ({ lost }) => lost);
    this.#lostAhead = Int32Array.from(ahead.needs, ({ lost }) => lost);
    this.#options = options[layer]!.length;
    this.#fields = new Int32Array(before.widths.length);
    this.#made = new Int32Array(ahead.widths.length);
    this.#touched = patterns.flatMap(({ effect, first, last, member }, pattern) => {
      const clause = member[layer];
      if (clause === null || clause === undefined) return [];
      return [{ pattern, effect, clause, begins: first === layer, ends: last === layer }];
    });
    this.#alive = new Uint8Array(patterns.length);
    this.#bonus = parties.map(() => 0);
    this.#crossed = new Uint8Array(parties.length);
    // Under plain unanimity nobody may be lost, and nothing is settled before everybody is satisfied.
    this.#plain = parties.every(({ required }) => required) && !conditional.includes(true);
    this.#dead = Int32Array.from(parties, ({ below }, party) =>
      below ? SATISFIED : this.#plain ? ahead.needs[party]!.lost : -1,
    );
    this.#tables = parties.map((_, party) => {
      const fields = before.needs[party]!.lost;
      if (fields > states || fields * this.#options > TABLE_LIMIT) return null;
      const table = new Int32Array(fields * this.#options);
      for (let field = 1; field < fields; field++) {
        for (let option = 0; option < this.#options; option++) {
          table[field * this.#options + option] = this.#reduced(party, field, option, 0);
        }
      }
      return table;
    });
  }

  /** The fields before the first layer, or null when the parties that can be satisfied at all are not enough. */
  static root({ parties, quorum }: Automaton, boundary: Boundary): Int32Array | null {
    const fields = new Int32Array(boundary.widths.length);
    let standing = 0;
    for (const [party, { need, required, below }] of parties.entries()) {
      fields[party] = boundary.needs[party]!.field(need);
      if (below) {
        if (fields[party] === SATISFIED) return null;
      } else if (fields[party] !== boundary.needs[party]!.lost) standing++;
      else if (required) return null;
    }
    return standing >= quorum ? fields : null;
  }

  /** Adds all successors of the states to `reached`; null when they are more than the limit. */
  expand(
    states: StateTable,
    reached: StateTable,
    limit: number,
  ): { readonly next: Int32Array; readonly states: StateTable } | null {
    const next = new Int32Array(states.size * this.#options);
    for (let state = 0; state < states.size; state++) {
      states.read(state, this.#fields);
      for (let option = 0; option < this.#options; option++) {
        next[state * this.#options + option] = this.#take(option) ? reached.add(this.#made) : -1;
        if (reached.size > limit) return null;
      }
    }
    return { next, states: reached };
  }

  /** Fills `made` with the successor of the state in `fields`; false when no deal is left. */
  #take(option: number): boolean {
    const fields = this.#fields;
    const made = this.#made;
    const count = this.#parties;
    const lost = this.#lostBefore;
    const patterned = this.#touched.length > 0 || this.#before.running.length > 0 || !this.#plain;
    if (patterned && !this.#runPatterns(option)) return false;
    for (let party = 0; party < count; party++) {
      const field = fields[party]!;
      if (field === SATISFIED) {
        made[party] = this.#crossed[party] === 1 ? this.#lostAhead[party]! : SATISFIED;
      } else if (field === lost[party]! || this.#crossed[party] === 1) {
        made[party] = this.#lostAhead[party]!;
      } else {
        const table = this.#tables[party]!;
        made[party] =
          table !== null && this.#bonus[party] === 0
            ? table[field * this.#options + option]!
            : this.#reduced(party, field, option, this.#bonus[party]!);
      }
      if (made[party] === this.#dead[party]!) return false;
    }
    if (!this.#plain && !this.#canStillWin()) return false;
    if (patterned) this.#forgetSettled();
    return true;
  }

  /** The field after the layer of a party that stood at a need before it. */
  #reduced(party: number, field: number, option: number, bonus: Units): number {
    const gain = this.#automaton.parties[party]!.gains[this.#layer]![option]!;
    return this.#ahead.needs[party]!.field(minus(minus(this.#before.needs[party]!.need(field), gain), bonus));
  }

  /** Moves every pattern on by one layer; false when a forbidden one is complete. */
  #runPatterns(option: number): boolean {
    const fields = this.#fields;
    const made = this.#made;
    const count = this.#parties;
    const { running } = this.#before;
    const neededFrom = count + fieldsOf(running);
    const neededTo = count + fieldsOf(this.#ahead.running);
    for (let index = 0; index < running.length; index++) {
      this.#alive[running[index]!] = (fields[count + Math.floor(index / PATTERN_BITS)]! >> (index % PATTERN_BITS)) & 1;
    }
    for (let party = 0; party < count; party++) {
      made[neededTo + party] = fields[neededFrom + party]!;
      this.#bonus[party] = 0;
      this.#crossed[party] = 0;
    }
    for (let index = 0; index < this.#touched.length; index++) {
      const { pattern, effect, clause, begins, ends } = this.#touched[index]!;
      const alive = (begins || this.#alive[pattern] === 1) && clause[option] === 1;
      this.#alive[pattern] = alive ? 1 : 0;
      if (!alive || !ends) continue;
      if (effect.kind === 'forbid') return false;
      if (effect.kind === 'redLine') this.#crossed[effect.party] = 1;
      else if (effect.kind === 'needed') made[neededTo + effect.party] = 1;
      else this.#bonus[effect.party] = plus(this.#bonus[effect.party]!, effect.units);
    }
    return true;
  }

  /** True when nobody who must sign is lost and the others can still reach the quorum. */
  #canStillWin(): boolean {
    const { parties, quorum } = this.#automaton;
    const neededTo = this.#parties + fieldsOf(this.#ahead.running);
    let standing = 0;
    for (let party = 0; party < this.#parties; party++) {
      if (this.#made[party] !== this.#lostAhead[party]!) standing++;
      else if (parties[party]!.required || this.#made[neededTo + party] === 1) return false;
    }
    return standing >= quorum;
  }

  /** Writes the running patterns, erasing what no longer matters so that more states become equal. */
  #forgetSettled(): void {
    const made = this.#made;
    const { running } = this.#ahead;
    const { patterns } = this.#automaton;
    const neededTo = this.#parties + fieldsOf(running);
    const won = !this.#plain && this.#settleParties(neededTo);
    made.fill(0, this.#parties, neededTo);
    for (let index = 0; index < running.length; index++) {
      const pattern = running[index]!;
      const { effect } = patterns[pattern]!;
      let matters = true;
      if (effect.kind === 'needed') {
        matters = !won && !this.#isSafe(effect.party) && made[neededTo + effect.party] === 0;
      } else if (effect.kind !== 'forbid') {
        const field = made[effect.party]!;
        matters = field !== this.#lostAhead[effect.party]! && (effect.kind === 'redLine' || field !== SATISFIED);
      }
      if (matters && this.#alive[pattern] === 1) {
        made[this.#parties + Math.floor(index / PATTERN_BITS)]! |= 1 << (index % PATTERN_BITS);
      }
    }
  }

  /** Erases needs and flags of parties whose consent no longer matters; true when the signatures are already enough. */
  #settleParties(neededTo: number): boolean {
    const { parties, conditional, quorum } = this.#automaton;
    let safe = 0;
    let won = true;
    for (let party = 0; party < this.#parties; party++) {
      if (this.#isSafe(party)) safe++;
      else if (parties[party]!.required || conditional[party]!) won = false;
    }
    won = won && safe >= quorum;
    for (let party = 0; party < this.#parties; party++) {
      const isSafe = this.#isSafe(party);
      if (won && !isSafe) this.#made[party] = this.#lostAhead[party]!;
      if (won || isSafe) this.#made[neededTo + party] = 0;
    }
    return won;
  }

  /** True when the party signs whatever the remaining layers bring. */
  #isSafe(party: number): boolean {
    return this.#made[party] === SATISFIED && this.#automaton.parties[party]!.lastRedLine <= this.#layer;
  }
}
