/**
 * Who signs a row of deals, 32 at a time: which of them are in the zone, and which a single party keeps out of it.
 *
 * Hot code. Every row of bits is a set of deals; a party at a time is taken in, and what is asked of their number is
 * counted in planes of binary digits.
 */
import type { Consent } from '../problem.ts';
import { bitCount, rowCount } from './bits.ts';
import type { Joint } from './joint.ts';
import type { Reach } from './reach.ts';

/** What patterns say about a row of deals; null: nothing. */
export interface Marks {
  /** Deals that break a rule. */
  readonly barred: Int32Array | null;
  /** By party, deals that cross one of its red lines, and deals that need its signature. */
  readonly refused: readonly (Int32Array | null)[];
  readonly needed: readonly (Int32Array | null)[];
}

export class Signing {
  /** The row's deals of the zone. */
  readonly zone: Int32Array;
  /** Deals that each party alone keeps out, over all rows looked at. */
  readonly soleBlockers: Float64Array;
  readonly #required: readonly boolean[];
  readonly #quorum: number;
  /** True when those who must sign are not enough by number. */
  readonly #counts: boolean;
  readonly #full: Int32Array;
  readonly #words: number;
  /** By party, the deals it accepts and those it would have to sign. */
  readonly #accepts: Int32Array[];
  readonly #from: Int32Array;
  readonly #cleaned: readonly Int32Array[];
  /** Deals that lack no signature, and those that lack one; the latter are followed only where blame is asked for. */
  readonly #none: Int32Array;
  readonly #one: Int32Array;
  readonly #blames: boolean;
  /** Number of accepting parties in binary digits. */
  readonly #digits: readonly Int32Array[];

  constructor(parties: number, { required, quorum }: Consent, full: Int32Array, blames: boolean) {
    const words = full.length;
    const row = (): Int32Array => new Int32Array(words);
    this.#required = Array.from({ length: parties }, (_, party) => required.includes(party));
    this.#quorum = quorum;
    this.#counts = quorum > required.length;
    this.#full = full;
    this.#words = words;
    this.zone = row();
    this.soleBlockers = new Float64Array(parties);
    this.#accepts = Array.from({ length: parties }, row);
    this.#from = new Int32Array(parties);
    this.#cleaned = Array.from({ length: parties }, row);
    this.#none = row();
    this.#one = row();
    this.#blames = blames;
    this.#digits = this.#counts ? Array.from({ length: 32 - Math.clz32(parties) }, row) : [];
  }

  /** Looks at a row; the number of its deals in the zone. */
  look(reaches: readonly Reach[], marks: Marks): number {
    this.#gather(reaches, marks);
    this.#startWith(marks.barred);
    for (let party = 0; party < reaches.length; party++) {
      const needed = marks.needed[party]!;
      if (this.#required[party] === true) this.#require(party);
      else if (needed !== null) this.#requireWhere(party, needed);
    }
    if (!this.#counts) {
      this.zone.set(this.#none);
      return rowCount(this.zone);
    }
    this.#countAccepting();
    for (let word = 0; word < this.#words; word++)
      this.zone[word] = this.#none[word]! & this.#atLeast(word, this.#quorum);
    return rowCount(this.zone);
  }

  /** Adds the deals of the row just looked at that coalitions can sign: of parties by number, then of those not needed. */
  join(joint: Joint, { barred, needed }: Marks): void {
    const parties = this.#accepts.length;
    const lawful = this.#cleared(barred);
    const rows = [...this.#accepts, ...needed.map((row) => (row === null ? this.#full : this.#cleared(row)))];
    const from = new Int32Array(2 * parties);
    from.set(this.#from);
    joint.add(lawful, rows, from);
  }

  /** All deals but those. */
  #cleared(row: Int32Array | null): Int32Array {
    return row === null ? this.#full : this.#full.map((word, index) => word & ~row[index]!);
  }

  /** Adds up whom each deal of the row just looked at lacks alone; only where that was to be found out. */
  blame(marks: Marks): void {
    for (let party = 0; party < this.#required.length; party++) {
      const accepts = this.#accepts[party]!;
      const from = this.#from[party]!;
      const required = this.#required[party] === true;
      const needed = marks.needed[party]!;
      // Without a number to reach, only those who must sign keep anything out.
      if (!required && needed === null && !this.#counts) continue;
      let alone = 0;
      for (let word = 0; word < this.#words; word++) {
        const refuses = ~accepts[from + word]!;
        const lacking = required ? refuses : needed === null ? 0 : refuses & needed[word]!;
        let only = refuses & ((lacking & this.#one[word]!) | (~lacking & this.#none[word]!)) & ~this.zone[word]!;
        if (only !== 0 && this.#counts) only &= this.#atLeast(word, this.#quorum - 1);
        if (only !== 0) alone += bitCount(only);
      }
      this.soleBlockers[party]! += alone;
    }
  }

  #gather(reaches: readonly Reach[], { refused }: Marks): void {
    for (let party = 0; party < reaches.length; party++) {
      const { rows, from } = reaches[party]!;
      const crossing = refused[party]!;
      if (crossing === null) {
        this.#accepts[party] = rows;
        this.#from[party] = from;
      } else {
        const cleaned = this.#cleaned[party]!;
        for (let word = 0; word < this.#words; word++) cleaned[word] = rows[from + word]! & ~crossing[word]!;
        this.#accepts[party] = cleaned;
        this.#from[party] = 0;
      }
    }
  }

  #startWith(barred: Int32Array | null): void {
    this.#none.set(this.#full);
    this.#one.fill(0);
    if (barred !== null) for (let word = 0; word < this.#words; word++) this.#none[word]! &= ~barred[word]!;
  }

  #require(party: number): void {
    const accepts = this.#accepts[party]!;
    const none = this.#none;
    const one = this.#one;
    const from = this.#from[party]!;
    if (!this.#blames) {
      for (let word = 0; word < none.length; word++) none[word]! &= accepts[from + word]!;
      return;
    }
    for (let word = 0; word < none.length; word++) {
      const signs = accepts[from + word]!;
      const before = none[word]!;
      one[word] = (one[word]! & signs) | (before & ~signs);
      none[word] = before & signs;
    }
  }

  #requireWhere(party: number, needed: Int32Array): void {
    const accepts = this.#accepts[party]!;
    const none = this.#none;
    const one = this.#one;
    const from = this.#from[party]!;
    for (let word = 0; word < none.length; word++) {
      const signs = accepts[from + word]! | ~needed[word]!;
      const before = none[word]!;
      one[word] = (one[word]! & signs) | (before & ~signs);
      none[word] = before & signs;
    }
  }

  #countAccepting(): void {
    const digits = this.#digits;
    for (const digit of digits) digit.fill(0);
    for (let party = 0; party < this.#accepts.length; party++) {
      const accepts = this.#accepts[party]!;
      const from = this.#from[party]!;
      for (let word = 0; word < this.#words; word++) {
        let carry = accepts[from + word]!;
        for (let place = 0; carry !== 0; place++) {
          const digit = digits[place]!;
          const before = digit[word]!;
          digit[word] = before ^ carry;
          carry &= before;
        }
      }
    }
  }

  /** Deals of a word that at least so many accept. */
  #atLeast(word: number, number: number): number {
    if (number <= 0) return -1;
    let more = 0;
    let equal = -1;
    for (let place = this.#digits.length - 1; place >= 0; place--) {
      const digit = this.#digits[place]![word]!;
      if (((number >> place) & 1) === 1) equal &= digit;
      else {
        more |= equal & digit;
        equal &= ~digit;
      }
    }
    return more | equal;
  }
}
