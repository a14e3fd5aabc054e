/** The document of `sensitivity`: every number that is moved is moved in the oracle too. */
import { Complaints, dealDocument } from './complaints.ts';
import type { NumberDocument, OutcomeDocument, ReachDocument, SensitivityDocument } from './documents.ts';
import { recommendedSigners, uniformSlack } from './explain.ts';
import type { Fraction } from './fraction.ts';
import { compare, fromNumber, most } from './fraction.ts';
import type { Party, Scenario } from './scenario.ts';
import { reservationOf } from './scenario.ts';
import { solutionOf } from './solutions.ts';
import type { Table } from './table.ts';
import { coalitionsOf, signedBy, tableOf } from './table.ts';

export function judgeSensitivity(table: Table, { tornado, breakpoints }: SensitivityDocument): string[] {
  const say = new Complaints();
  judgeOutcome(say, 'as it stands', table, tornado.base);
  for (const number of tornado.numbers) {
    for (const end of [number.low, number.high]) {
      judgeOutcome(say, `${nameOf(number)} at ${end.at}`, moved(table, number, end.at), end);
    }
  }
  for (const number of breakpoints) {
    const { verdict, deal } = number;
    for (const reach of [verdict.down, verdict.up]) judgeVerdict(say, table, number, reach);
    if (deal !== null) for (const reach of [deal.down, deal.up]) judgeDeal(say, table, number, reach);
  }
  return say.all;
}

function judgeOutcome(say: Complaints, what: string, table: Table, found: OutcomeDocument): void {
  const { scenario, zone } = table;
  const right = recommendedSigners(table, coalitionsOf(scenario));
  say.same(`${what}: the zone is empty`, found.empty, right === null);
  const signers = (right?.coalition ?? []).map((party) => scenario.parties[party]!.id);
  say.same(`${what}: signers`, found.coalition, signers);
  say.near(`${what}: uniform slack`, found.uniformSlack, uniformSlack(table));
  if (found.count !== null) say.count(`${what}: deals`, found.count, zone.length, true);
  if (right === null || !found.proven) return;
  const best = solutionOf('nash', scenario, right.coalition, right.rows)[0]!;
  say.same(`${what}: recommended deal`, found.deal, dealDocument(scenario, best.deal));
  scenario.parties.forEach(({ id }, party) => say.near(`${what}: gain of ${id}`, found.gain?.[id], best.gain[party]!));
}

/** The verdict is as it stands up to one value, and another at the next. */
function judgeVerdict(
  say: Complaints,
  table: Table,
  number: NumberDocument,
  { holds, changes, proven }: ReachDocument,
): void {
  const now = table.zone.length === 0;
  const emptyAt = (value: number): boolean => moved(table, number, value).zone.length === 0;
  const what = `${nameOf(number)}: the verdict`;
  if (holds !== null)
    say.same(`${what} at ${holds}`, emptyAt(holds) ? 'no deal' : 'a deal', now ? 'no deal' : 'a deal');
  if (changes !== null && proven === 'exact') {
    say.same(`${what} at ${changes}`, emptyAt(changes) ? 'no deal' : 'a deal', now ? 'a deal' : 'no deal');
  }
}

/** The recommended deal is one of the best of the same signers up to one value. */
function judgeDeal(
  say: Complaints,
  table: Table,
  number: NumberDocument,
  { holds, changes, proven }: ReachDocument,
): void {
  const right = recommendedSigners(table, coalitionsOf(table.scenario));
  if (right === null) return;
  const deal = solutionOf('nash', table.scenario, right.coalition, right.rows)[0]!.deal.join();
  const isBestAt = (value: number): boolean => {
    const there = moved(table, number, value);
    const { coalition } = right;
    const rows = signedBy(there, coalition);
    return (
      rows.some((row) => row.deal.join() === deal) &&
      solutionOf('nash', there.scenario, coalition, rows).some((row) => row.deal.join() === deal)
    );
  };
  const what = `${nameOf(number)}: the recommended deal`;
  if (holds !== null) say.true(`${what} is another at ${holds}`, isBestAt(holds));
  if (changes !== null && proven === 'exact') say.true(`${what} is the same at ${changes}`, !isBestAt(changes));
}

function nameOf({ party, kind, issue, option }: NumberDocument): string {
  return [party, kind, issue, option].filter((part) => part !== undefined).join(' ');
}

/** The scenario with one number at another value. A reservation value never stays below the disagreement value. */
function moved({ scenario }: Table, number: NumberDocument, value: number): Table {
  const to = fromNumber(value);
  const parties = scenario.parties.map((party) =>
    party.id === number.party ? change(party, scenario, number, to) : party,
  );
  return tableOf({ ...scenario, parties });
}

function change(party: Party, { issues }: Scenario, { kind, issue, adjustment }: NumberDocument, to: Fraction): Party {
  switch (kind) {
    case 'disagreement': {
      const least = reservationOf(party);
      const raised = party.reservation !== null && compare(least, to) < 0;
      return { ...party, disagreement: to, reservation: party.reservation === null || raised ? null : least };
    }
    case 'reservation':
      // The document rounds where the number is a fraction, and may so fall below.
      return { ...party, reservation: most([to, party.disagreement]) };
    case 'weight': {
      const sheets = party.sheets.map((sheet, k) => (issues[k]!.id === issue ? { ...sheet, weight: to } : sheet));
      return { ...party, sheets };
    }
    case 'adjustment': {
      const adjustments = party.adjustments.map((old, k) => (k + 1 === adjustment ? { ...old, points: to } : old));
      return { ...party, adjustments };
    }
    default:
      throw new RangeError(`the oracle does not move a ${kind}`);
  }
}
