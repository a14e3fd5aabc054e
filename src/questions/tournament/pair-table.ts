/** What each strategy of one party gains it against each of another, as a heat map shows it. */
import type { TournamentCase } from './case.ts';
import { strategyText } from '../../scenario/format/strategy.ts';

export interface PairTable {
  /** Strategies of the party whose gains they are. */
  readonly rows: readonly string[];
  /** Strategies of the other. */
  readonly columns: readonly string[];
  readonly cells: readonly (readonly PairCell[])[];
}

export interface PairCell {
  /** Of the party of the rows, in points: mean over all that the rest may do. */
  readonly gain: number;
  /** No strategy gains it more against the one of the column; the rest do anything equally often. */
  readonly best: boolean;
  /** Profiles with these two strategies in which nobody would rather do something else. */
  readonly equilibria: number;
}

/** Means of so many points' difference are one: sums of many fractions are no more exact. */
const SAME = 1e-9;

/** `row` and `column` are two parties; null where not every profile was played. */
export function pairTable(
  { tournament, menus }: Pick<TournamentCase, 'tournament' | 'menus'>,
  row: number,
  column: number,
): PairTable | null {
  const { profiles, game } = tournament;
  if (game === null) return null;
  const equilibria = new Set(game.equilibria);
  const cells = menus[row]!.map((_, own) =>
    menus[column]!.map((__, others) => {
      const met = profiles.filter(({ strategies }) => strategies[row] === own && strategies[column] === others);
      return {
        gain: met.reduce((sum, { gain }) => sum + gain[row]!, 0) / met.length,
        equilibria: met.filter(({ profile }) => equilibria.has(profile)).length,
      };
    }),
  );
  const most = menus[column]!.map((_, others) => Math.max(...cells.map((across) => across[others]!.gain)));
  return {
    rows: menus[row]!.map(strategyText),
    columns: menus[column]!.map(strategyText),
    cells: cells.map((across) => across.map((cell, others) => ({ ...cell, best: cell.gain >= most[others]! - SAME }))),
  };
}
