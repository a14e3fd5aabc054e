/** What can be said of an answer about more deals than can be looked at: every deal it names, and that bounds are bounds. */
import { Complaints, dealOf, partyOf } from './complaints.ts';
import type { CountDocument, SolveDocument } from './documents.ts';
import { judgeNumbers } from './judge-solve.ts';
import type { Scenario } from './scenario.ts';
import { breaks } from './scenario.ts';
import { isEnough, rowMaker } from './table.ts';

export function judgeLarge(scenario: Scenario, document: SolveDocument): string[] {
  const say = new Complaints();
  const rowOf = rowMaker(scenario);
  const { zone, solutions, coalition } = document;
  let isOpen = false;
  for (const [name, { deals }] of Object.entries(solutions)) {
    for (const { deal, utility, gain } of deals) {
      const options = dealOf(scenario, deal);
      const row = rowOf(options);
      const what = `${name} ${options.join()}`;
      isOpen = true;
      judgeNumbers(say, scenario, what, row, { utility, gain });
      say.true(`${what} breaks a rule`, !scenario.rules.some((rule) => breaks(options, rule)));
      const signers = coalition.map((id) => partyOf(scenario, id));
      say.true(
        `${what}: a signer refuses`,
        signers.every((party) => row.signs[party]),
      );
      say.true(
        `${what}: the signers are not enough`,
        isEnough(scenario, options, (party) => signers.includes(party)),
      );
    }
  }
  if (isOpen) say.same('the zone is empty', zone.empty, false);
  judgeCount(say, 'deals in the zone', zone.count, isOpen ? 1n : 0n);
  for (const { parties, count } of document.coalitions) judgeCount(say, `deals of ${parties.join()}`, count, 0n);
  return say.all;
}

function judgeCount(say: Complaints, what: string, count: CountDocument, least: bigint): void {
  if ('exact' in count) {
    say.true(`${what}: ${count.exact} are fewer than are named`, BigInt(count.exact) >= least);
    return;
  }
  const [low, high] = [BigInt(count.low), BigInt(count.high)];
  say.true(`${what}: ${low} to ${high}`, low <= high && high >= least);
  say.true(`${what}: estimate ${count.estimate} outside ${low} to ${high}`, isWithin(count.estimate, low, high));
}

function isWithin(estimate: number, low: bigint, high: bigint): boolean {
  return estimate >= Number(low) * (1 - 1e-9) && estimate <= Number(high) * (1 + 1e-9);
}
