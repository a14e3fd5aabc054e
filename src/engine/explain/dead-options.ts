/** What takes an option out of every deal: the rules, or parties that sign no combination with it. */
import type { OptionStatus } from '../answer.ts';
import type { Problem } from '../problem.ts';
import { choiceAt, issueCount, leastSigned } from '../problem.ts';
import { keepWithin } from '../region.ts';
import type { Region } from '../region.ts';
import type { DeadOption } from './answer.ts';

/** Of so many dead options it is asked what kills them; more are a range that no list of reasons helps to read. */
const MOST = 2000;

/**
 * The options that are in no deal of the zone, with what is enough for that by itself: neither rules nor parties where
 * it takes several demands together.
 *
 * `isEmpty` proves that a region has no deal, or that it has one; undefined where it was given up, and what that could
 * have named is left out.
 */
export function deadOptions(
  problem: Problem,
  status: readonly OptionStatus[],
  isEmpty: (region: Region) => boolean | undefined,
): readonly DeadOption[] {
  const rules: Region = {
    floors: problem.parties.map(() => -Infinity),
    forbidden: problem.forbidden,
    sums: problem.sums,
  };
  const parties = problem.parties.map((party, index) => {
    const kept: Region = { ...rules, forbidden: [...problem.forbidden, ...party.redLines] };
    const floors = kept.floors.map((floor, other) => (other === index ? leastSigned(party) : floor));
    return { kept, signed: { ...kept, floors } };
  });
  const dead = [...status.keys()].filter((row) => status[row] === 'dead').slice(0, MOST);
  return dead.map((row): DeadOption => {
    const { issue, option } = choiceAt(problem, row);
    const alone = { first: option, last: option };
    const closes = (region: Region): boolean => isEmpty(keepWithin(region, issue, alone, issueCount(problem))) === true;
    if (closes(rules)) return { row, ruledOut: true, refusedBy: [] };
    const refusedBy = parties.flatMap(({ kept, signed }, party) =>
      closes(signed) ? [{ party, byRedLines: closes(kept) }] : [],
    );
    return { row, ruledOut: false, refusedBy };
  });
}
