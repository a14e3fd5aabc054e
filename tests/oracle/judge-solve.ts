/** The document of `solve` against every deal looked at. */
import { byIds, judgeDraft, judgeNoDeal } from './judge-draft.ts';
import { Complaints, dealDocument, demandKey, documentKey, partyOf } from './complaints.ts';
import type { SolutionDocument, SolveDocument } from './documents.ts';
import { canMeet, demandsOf, recommendedSigners, uniformSlack } from './explain.ts';
import { fraction, most } from './fraction.ts';
import { reservationOf } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import { solutionOf } from './solutions.ts';
import type { Row, Table } from './table.ts';
import { coalitionsOf, isEnough, signedBy } from './table.ts';

/** `isWhole`: nothing may be left open, since no budget was set. */
export function judgeSolve(table: Table, document: SolveDocument, isWhole: boolean): string[] {
  const say = new Complaints();
  const { scenario, zone } = table;
  const { parties } = scenario;
  if (isWhole) say.same('unproven', document.unproven ?? [], []);
  say.same('combinations', document.space.deals, table.space.toString());
  parties.forEach((party, p) => {
    const found = document.parties[p]!;
    say.near(`disagreement of ${party.id}`, found.disagreement, party.disagreement);
    say.near(`reservation of ${party.id}`, found.reservation, reservationOf(party));
    const ideal = zone.length === 0 ? null : most(zone.map(({ utility }) => utility[p]!));
    if (isWhole ? document.coalitionsComplete : found.ideal !== null)
      say.near(`ideal of ${party.id}`, found.ideal, ideal);
  });
  judgeZone(say, table, document, isWhole);
  judgeCoalitions(say, table, document, isWhole);
  judgeCollision(say, table, document, isWhole);
  for (const [k, { id, options }] of scenario.drafts.entries()) {
    if (options === null) judgeNoDeal(say, table, document.drafts[id]!, isWhole);
    else judgeDraft(say, table, k, document.drafts[id]!, isWhole);
  }
  if (isWhole) {
    const slack = uniformSlack(table);
    say.near('uniform slack', document.uniformSlack, slack);
  }
  return say.all;
}

function judgeZone(
  say: Complaints,
  { scenario, rows, zone }: Table,
  { zone: found }: SolveDocument,
  isWhole: boolean,
): void {
  if (isWhole || found.empty !== null) say.same('the zone is empty', found.empty, zone.length === 0);
  say.count('deals in the zone', found.count, zone.length, isWhole);
  scenario.issues.forEach(({ id, options }, issue) =>
    options.forEach((option, o) => {
      const own = zone.filter(({ deal }) => deal[issue] === o).length;
      const status = zone.length === 0 || own === 0 ? 'dead' : own === zone.length ? 'settled' : 'open';
      const said = found.status[id]![option]!;
      if (isWhole || said !== 'unknown') say.same(`standing of ${id}: ${option}`, said, status);
      const share = zone.length === 0 ? fraction(0n) : fraction(BigInt(own), BigInt(zone.length));
      if ('exact' in found.count && found.options[id]![option] !== null) {
        say.near(`share of ${id}: ${option}`, found.options[id]![option], share);
      }
    }),
  );
  scenario.parties.forEach(({ id }, party) => {
    const blocked = rows.filter(({ deal, signs, inZone }) => {
      return !inZone && !signs[party] && isEnough(scenario, deal, (other) => other === party || signs[other]!);
    });
    say.count(`deals that only ${id} blocks`, found.soleBlocker[id]!, blocked.length, isWhole);
  });
}

function judgeCoalitions(say: Complaints, table: Table, document: SolveDocument, isWhole: boolean): void {
  const { scenario } = table;
  for (const { parties, empty, count } of document.coalitions) {
    const rows = signedBy(
      table,
      parties.map((id) => partyOf(scenario, id)),
    );
    const name = `the coalition ${parties.join()}`;
    if (isWhole || empty !== null) say.same(`${name} is empty`, empty, rows.length === 0);
    say.count(`deals of ${name}`, count, rows.length, isWhole);
  }
  const right = recommendedSigners(table, coalitionsOf(scenario));
  if (right === null) {
    say.same('signers', document.coalition, []);
    say.same('solutions', Object.keys(document.solutions), []);
    return;
  }
  const named = document.coalition.map((id) => partyOf(scenario, id));
  if (isWhole) {
    say.same('signers', document.coalition, byIds(scenario, right.coalition));
    say.same('solutions', Object.keys(document.solutions).length, 6);
  }
  const rows = signedBy(table, named);
  for (const [name, solution] of Object.entries(document.solutions)) {
    judgeSolution(say, scenario, name, named, rows, solution, isWhole);
  }
}

function judgeSolution(
  say: Complaints,
  scenario: Scenario,
  name: string,
  coalition: readonly number[],
  rows: readonly Row[],
  { proven, total, complete, deals }: SolutionDocument,
  isWhole: boolean,
): void {
  const byDeal = new Map(rows.map((row) => [JSON.stringify(dealDocument(scenario, row.deal)), row]));
  for (const { deal, utility, gain } of deals) {
    const row = byDeal.get(JSON.stringify(deal));
    say.true(`${name}: ${JSON.stringify(deal)} is not a deal of the signers`, row !== undefined);
    if (row !== undefined) judgeNumbers(say, scenario, `${name} ${JSON.stringify(deal)}`, row, { utility, gain });
  }
  if (isWhole) say.true(`${name}: not proven`, proven);
  if (!proven || rows.length === 0) return;
  const right = solutionOf(name, scenario, coalition, rows);
  const names = right.map(({ deal }) => JSON.stringify(dealDocument(scenario, deal)));
  if (isWhole || total !== null) say.same(`${name}: equally good deals`, total, String(right.length));
  const found = deals.map(({ deal }) => JSON.stringify(deal));
  if (complete || isWhole) say.same(name, found, names.slice(0, found.length));
  else for (const deal of found) say.true(`${name}: ${deal} is not among the best`, names.includes(deal));
}

export function judgeNumbers(
  say: Complaints,
  { parties }: Scenario,
  what: string,
  row: Row,
  found: Readonly<Record<'utility' | 'gain', Readonly<Record<string, number>>>>,
): void {
  for (const [p, { id }] of parties.entries()) {
    say.near(`${what}: utility of ${id}`, found.utility[id], row.utility[p]!);
    say.near(`${what}: gain of ${id}`, found.gain[id], row.gain[p]!);
  }
}

/** The conflict excludes itself and no part of it does; each way out opens the zone and no part of it does. */
function judgeCollision(
  say: Complaints,
  table: Table,
  { collision, unproven = [] }: SolveDocument,
  isWhole: boolean,
): void {
  const { scenario, zone } = table;
  const demands = demandsOf(scenario);
  if (isWhole && zone.length === 0) say.true('no collision', collision !== null || !canMeet(table, []));
  if (collision === null) return;
  const read = (documents: readonly Parameters<typeof documentKey>[1][]): typeof demands => {
    const keys = documents.map((demand) => documentKey(scenario, demand));
    return demands.filter((demand) => keys.includes(demandKey(scenario, demand)));
  };
  const conflict = read(collision.conflict);
  say.true('the conflict can be met', !canMeet(table, conflict));
  const isMinimal = isWhole || unproven.length === 0;
  for (const demand of isMinimal ? conflict : []) {
    const others = conflict.filter((other) => other !== demand);
    say.true(`the conflict does not need ${demandKey(scenario, demand)}`, canMeet(table, others));
  }
  for (const { drop } of collision.openings) {
    const dropped = read(drop);
    const left = demands.filter((demand) => !dropped.includes(demand));
    const name = dropped.map((demand) => demandKey(scenario, demand)).join(' + ');
    say.true(`no zone opens without ${name}`, canMeet(table, left));
    for (const demand of isMinimal ? dropped : []) {
      say.true(`a zone opens without all of ${name}`, !canMeet(table, [...left, demand]));
    }
  }
}
