/** Half of the core of a slab, listed: every combination of changes to it that the bound leaves room for. */

/** An option that costs so much of the bound against the best one of its issue. */
export interface Change {
  readonly issue: number;
  readonly row: number;
  readonly cost: number;
}

/** What changes add, and which columns of it are asked for. */
export interface Added {
  /** By row and bounded column: `row * bounded + column`. */
  readonly added: Float64Array;
  readonly bounded: number;
  readonly asked: Int32Array;
}

/** All combinations of changes in half of the core that cost no more than there is room for. */
export class Half {
  size = 1;
  readonly columns: number;
  cost = new Float64Array(64);
  /** By entry and column asked for: `entry * columns + place`. */
  units: Float64Array;
  readonly #of: Added;
  readonly #changes: Change[] = [];
  /** By entry: the entry that it changes, and by which change. */
  #parent = new Int32Array(64);
  #change = new Int32Array(64);

  private constructor(of: Added) {
    this.#of = of;
    this.columns = of.asked.length;
    this.units = new Float64Array(64 * this.columns);
  }

  /** Null where there are more than the most. */
  static of(core: readonly (readonly Change[])[], of: Added, room: number, most: number): Half | null {
    const half = new Half(of);
    for (const own of core) {
      const before = half.size;
      for (const change of own) {
        const place = half.#changes.push(change) - 1;
        for (let entry = 0; entry < before; entry++) {
          if (half.cost[entry]! + change.cost <= room) half.#add(entry, place, change);
        }
        if (half.size > most) return null;
      }
    }
    return half;
  }

  #add(parent: number, place: number, { cost, row }: Change): void {
    const entry = this.size++;
    if (entry === this.cost.length) this.#grow();
    this.cost[entry] = this.cost[parent]! + cost;
    this.#parent[entry] = parent;
    this.#change[entry] = place;
    const [from, to] = [parent * this.columns, entry * this.columns];
    const { added, bounded, asked } = this.#of;
    for (let k = 0; k < this.columns; k++) {
      this.units[to + k] = this.units[from + k]! + added[row * bounded + asked[k]!]!;
    }
  }

  #grow(): void {
    const [cost, units, parent, change] = [this.cost, this.units, this.#parent, this.#change];
    this.cost = new Float64Array(cost.length * 2);
    this.units = new Float64Array(units.length * 2);
    this.#parent = new Int32Array(parent.length * 2);
    this.#change = new Int32Array(change.length * 2);
    this.cost.set(cost);
    this.units.set(units);
    this.#parent.set(parent);
    this.#change.set(change);
  }

  /** Writes the rows of an entry into those of a deal. */
  apply(entry: number, rows: Int32Array): void {
    for (let at = entry; at > 0; at = this.#parent[at]!) {
      const { issue, row } = this.#changes[this.#change[at]!]!;
      rows[issue] = row;
    }
  }
}
