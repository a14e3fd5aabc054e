/** Seeded chance: the same seed throws the same, on any machine. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to 1 (mulberry32, Ettinger 2017). */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from least to most. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.share() < share;
  }

  pick<T>(members: readonly T[]): T {
    const member = members[this.whole(0, members.length - 1)];
    if (member === undefined) throw new RangeError('nothing to pick from');
    return member;
  }

  /** So many different members, in their order. */
  some<T>(members: readonly T[], count: number): T[] {
    const left = [...members.keys()];
    while (left.length > count) left.splice(this.whole(0, left.length - 1), 1);
    return left.map((k) => members[k]!);
  }
}
