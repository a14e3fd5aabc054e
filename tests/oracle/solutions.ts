/** The six bargaining solutions by looking at every deal; each with all its ties. */
import { compareLists, compare, fraction, minus, most, over, sum, times } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { Scenario } from './scenario.ts';
import type { Row } from './table.ts';

/** The best of the rows that the coalition can sign, by the standard's name, in option order. */
export function solutionOf(
  name: string,
  scenario: Scenario,
  coalition: readonly number[],
  rows: readonly Row[],
): readonly Row[] {
  const ideal = coalition.map((party) => most(rows.map(({ gain }) => gain[party]!)));
  const gains = ({ gain }: Row): Fraction[] => coalition.map((party) => gain[party]!);
  const losses = (row: Row): Fraction[] => gains(row).map((gain, k) => minus(gain, ideal[k]!));
  const shares = (row: Row): Fraction[] =>
    gains(row).flatMap((gain, k) => (ideal[k]!.num > 0n ? [over(gain, ideal[k]!)] : []));
  switch (name) {
    case 'egalitarian':
      return best(rows, (row) => ascending(gains(row)));
    case 'kalai-smorodinsky':
      return best(rows, (row) => ascending(shares(row)));
    case 'equal-loss':
      return best(rows, (row) => ascending(losses(row)));
    case 'utilitarian':
      return best(rows, (row) => [sum(gains(row))]);
    case 'relative-utilitarian':
      return best(rows, (row) => [sum(shares(row))]);
    case 'nash':
      return nash(scenario, coalition, rows, gains);
    default:
      throw new RangeError(`no solution ${name}`);
  }
}

/**
 * The greatest product of gains to the powers. Where not all can gain at once: of the largest sets that can, each its
 * greatest products, and of those the leximin of all gains.
 */
function nash(
  { parties }: Scenario,
  coalition: readonly number[],
  rows: readonly Row[],
  gains: (row: Row) => Fraction[],
): readonly Row[] {
  const gainers = ({ gain }: Row): number[] => coalition.filter((party) => gain[party]!.num > 0n);
  const size = Math.max(...rows.map((row) => gainers(row).length));
  const able = rows.filter((row) => gainers(row).length === size);
  const sets = [...new Set(able.map((row) => gainers(row).join()))];
  const product = (row: Row): Fraction =>
    gainers(row).reduce((value, party) => {
      const { num, den } = row.gain[party]!;
      const { power } = parties[party]!;
      return times(value, fraction(num ** power, den ** power));
    }, fraction(1n));
  const winners = sets.flatMap((set) =>
    best(
      able.filter((row) => gainers(row).join() === set),
      (row) => [product(row)],
    ),
  );
  const chosen = size === coalition.length ? winners : best(winners, (row) => ascending(gains(row)));
  return rows.filter((row) => chosen.includes(row));
}

/** The rows with the lexicographically greatest key. */
function best(rows: readonly Row[], key: (row: Row) => readonly Fraction[]): Row[] {
  let winners: Row[] = [];
  let top: readonly Fraction[] | null = null;
  for (const row of rows) {
    const value = key(row);
    const order = top === null ? 1 : compareLists(value, top);
    if (order > 0) top = value;
    if (order > 0) winners = [row];
    else if (order === 0) winners.push(row);
  }
  return winners;
}

function ascending(values: Fraction[]): Fraction[] {
  return values.sort(compare);
}
