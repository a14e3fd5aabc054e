/**
 * Reads a game in extensive form as Gambit's documentation describes the file, and solves it backwards. It knows nothing of
 * how winset writes or solves one, but for the names of rounds and of the actions of a vote.
 */
import type { Fraction } from '../../engine/brute-force.ts';
import { compareFractions } from '../../engine/brute-force.ts';

export interface Efg {
  readonly title: string;
  readonly players: readonly string[];
  readonly comment: string;
  readonly root: EfgNode;
  readonly size: number;
}

export type EfgNode =
  | { readonly kind: 'end'; readonly outcome: string; readonly payoffs: readonly Fraction[] }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly player: number;
      readonly actions: readonly string[];
      readonly after: readonly EfgNode[];
    };

/** @throws Error where the text breaks a rule of the format */
export function readEfg(text: string): Efg {
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]|[^\s{}"]+/g)].map(([token]) => token);
  let at = 0;
  let size = 0;
  const sets = new Set<string>();
  const outcomes = new Map<string, string>();
  const next = (): string => {
    const token = tokens[at++];
    if (token === undefined) throw new Error('the file ends too early');
    return token;
  };
  const expectToken = (...wanted: readonly string[]): void => {
    for (const token of wanted) if (next() !== token) throw new Error(`expected ${token} at token ${at}`);
  };
  const quoted = (): string => {
    const token = next();
    if (!token.startsWith('"')) throw new Error(`expected a text, found ${token}`);
    return token.slice(1, -1).replaceAll(/\\(.)/g, '$1');
  };
  const whole = (): number => {
    const token = next();
    if (!/^\d+$/.test(token)) throw new Error(`expected a number, found ${token}`);
    return Number(token);
  };
  const list = <T>(one: () => T): T[] => {
    expectToken('{');
    const entries: T[] = [];
    while (tokens[at] !== '}') entries.push(one());
    at++;
    return entries;
  };
  const rational = (): Fraction => {
    const match = /^(-?\d+)(?:\/([1-9]\d*))?$/.exec(next());
    if (match === null) throw new Error(`no exact number at token ${at}`);
    return [BigInt(match[1]!), BigInt(match[2] ?? '1')];
  };

  expectToken('EFG', '2', 'R');
  const title = quoted();
  const players = list(quoted);
  const comment = quoted();
  const node = (): EfgNode => {
    size++;
    const kind = next();
    const name = quoted();
    if (kind === 't') {
      const number = String(whole());
      const from = at;
      const outcome = quoted();
      const payoffs = list(rational);
      if (payoffs.length !== players.length) throw new Error(`${payoffs.length} payoffs`);
      const written = tokens.slice(from, at).join(' ');
      if ((outcomes.get(number) ?? written) !== written) throw new Error(`outcome ${number} is declared in two ways`);
      outcomes.set(number, written);
      return { kind: 'end', outcome, payoffs };
    }
    if (kind !== 'p') throw new Error(`unknown kind of node ${kind}`);
    const player = whole() - 1;
    if (!(player in players)) throw new Error(`no player ${player + 1}`);
    const set = `${player} ${whole()}`;
    if (sets.has(set)) throw new Error(`the information set ${set} has two nodes`);
    sets.add(set);
    quoted();
    const actions = list(quoted);
    if (actions.length === 0 || new Set(actions).size < actions.length) throw new Error('actions are not told apart');
    expectToken('0');
    return { kind: 'choice', name, player, actions, after: actions.map(() => node()) };
  };
  const root = node();
  if (at !== tokens.length) throw new Error(`more nodes than the tree has, from token ${at}`);
  if (new Set(outcomes.values()).size < outcomes.size) throw new Error('two outcomes are the same');
  return { title, players, comment, root, size };
}

export interface Solved {
  readonly outcome: string;
  readonly payoffs: readonly Fraction[];
}

/**
 * Backward induction. Whoever is indifferent accepts; of offers that gain the proposer as much it takes one that is
 * accepted, then the best for the next in the order, and so on, then the first.
 */
export function solveEfg(node: EfgNode, order: readonly number[]): Solved {
  if (node.kind === 'end') return node;
  const { player, actions } = node;
  const after = node.after.map((next) => solveEfg(next, order));
  const [best = 0] = [...actions.keys()].sort((a, b) => {
    const [one, other] = [after[a]!, after[b]!];
    const own = compareFractions(other.payoffs[player]!, one.payoffs[player]!);
    if (own !== 0 || !node.name.startsWith('round ')) return own || a - b;
    const agreed = Number(agreesIn(other, node.name)) - Number(agreesIn(one, node.name));
    if (agreed !== 0) return agreed;
    const place = order.indexOf(player);
    const ranking = [...order.slice(place), ...order.slice(0, place)];
    const sign = ranking
      .map((party) => compareFractions(other.payoffs[party]!, one.payoffs[party]!))
      .find((s) => s !== 0);
    return sign ?? a - b;
  });
  return after[best]!;
}

function agreesIn({ outcome }: Solved, round: string): boolean {
  return outcome.startsWith(`${round}: `);
}

/** Every choice of the tree. */
export function* choicesOf(node: EfgNode): Generator<Extract<EfgNode, { kind: 'choice' }>> {
  if (node.kind === 'end') return;
  yield node;
  for (const next of node.after) yield* choicesOf(next);
}
