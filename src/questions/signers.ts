/** The parties that `--coalition` names. */
import type { Problem } from '../engine/problem.ts';
import { coalitionRegion } from '../engine/region.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { namesIn, numbersOf } from './choose.ts';
import { InputError } from './input-error.ts';

/**
 * Null when the option is not given.
 * @throws InputError when the named parties are not enough to make any deal under the consent rule
 */
export function coalitionOf(scenario: Scenario, problem: Problem, names: string | undefined): readonly number[] | null {
  if (names === undefined) return null;
  const list = namesIn([names]);
  if (list.length === 0) throw new InputError(["error: --coalition names no party; expected ids such as 'a,b,c'"]);
  const coalition = numbersOf('party', scenario.parties, list);
  if (coalitionRegion(problem, coalition) !== null) return coalition;
  const missing = problem.consent.required.filter((party) => !coalition.includes(party));
  const signers = missing.map((party) => `'${scenario.parties[party]!.id}'`).join(', ');
  const need =
    missing.length > 0 ? `${signers} must sign every deal` : `a deal needs ${problem.consent.quorum} parties`;
  throw new InputError([`error: the parties of --coalition cannot make a deal by themselves: ${need}`]);
}
