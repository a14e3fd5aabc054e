/**
 * A growing set of utility vectors that can tell whether one of them is at least as good everywhere as a given vector.
 *
 * A k-d tree whose nodes know the box around their vectors (after the ND-tree of Jaszkiewicz and Lust 2018): a box that
 * falls short in one party is skipped whole, one that is everywhere high enough answers at once. Hot code: vectors are
 * rows of one table, nodes are numbers.
 */
const LEAF_SIZE = 16;

interface Node {
  /** Plain lists: there are many nodes, and typed arrays of a few numbers each would take far more memory. */
  readonly most: number[];
  readonly least: number[];
  /** Rows of a leaf; null once it was split. */
  rows: number[] | null;
  /** Where rows go: those with at least `value` in the column to `high`. */
  column: number;
  value: number;
  high: Node | null;
  low: Node | null;
}

export class Archive {
  /** Boxes and vectors that were looked at. */
  looks = 0;
  readonly #table: Float64Array;
  readonly #columns: number;
  readonly #root: Node;

  /** `table`: vectors as rows of so many columns. */
  constructor(table: Float64Array, columns: number) {
    this.#table = table;
    this.#columns = columns;
    this.#root = this.#leaf([]);
  }

  /** True when some vector of the archive is at least the row's in every column. */
  covers(row: number): boolean {
    return this.#covers(this.#root, row * this.#columns);
  }

  add(row: number): void {
    let node = this.#root;
    for (let depth = 0; ; depth++) {
      this.#widen(node, row);
      if (node.rows !== null) {
        node.rows.push(row);
        if (node.rows.length > LEAF_SIZE) this.#split(node, node.rows, depth);
        return;
      }
      node = this.#table[row * this.#columns + node.column]! >= node.value ? node.high! : node.low!;
    }
  }

  #covers(node: Node, from: number): boolean {
    const { most, least, rows } = node;
    this.looks++;
    let within = true;
    for (let column = 0; column < this.#columns; column++) {
      const wanted = this.#table[from + column]!;
      if (most[column]! < wanted) return false;
      if (least[column]! < wanted) within = false;
    }
    if (within) return true;
    if (rows === null) return this.#covers(node.high!, from) || this.#covers(node.low!, from);
    this.looks += rows.length;
    for (const row of rows) if (this.#reaches(row * this.#columns, from)) return true;
    return false;
  }

  #reaches(other: number, from: number): boolean {
    for (let column = 0; column < this.#columns; column++) {
      if (this.#table[other + column]! < this.#table[from + column]!) return false;
    }
    return true;
  }

  #leaf(rows: readonly number[]): Node {
    const node: Node = {
      most: Array.from<number>({ length: this.#columns }).fill(-Infinity),
      least: Array.from<number>({ length: this.#columns }).fill(Infinity),
      rows: [...rows],
      column: 0,
      value: 0,
      high: null,
      low: null,
    };
    for (const row of rows) this.#widen(node, row);
    return node;
  }

  #widen({ most, least }: Node, row: number): void {
    for (let column = 0; column < this.#columns; column++) {
      const value = this.#table[row * this.#columns + column]!;
      if (value > most[column]!) most[column] = value;
      if (value < least[column]!) least[column] = value;
    }
  }

  /** Splits a leaf at the middle of a column, the columns taking turns; vectors are distinct, so some column differs. */
  #split(node: Node, rows: readonly number[], depth: number): void {
    let column = depth % this.#columns;
    while (node.most[column] === node.least[column]) column = (column + 1) % this.#columns;
    const valueOf = (row: number): number => this.#table[row * this.#columns + column]!;
    const sorted = rows.map(valueOf).sort((a, b) => a - b);
    const middle = sorted[sorted.length >> 1]!;
    const value = middle > sorted[0]! ? middle : sorted.find((candidate) => candidate > middle)!;
    node.column = column;
    node.value = value;
    node.high = this.#leaf(rows.filter((row) => valueOf(row) >= value));
    node.low = this.#leaf(rows.filter((row) => valueOf(row) < value));
    node.rows = null;
  }
}
