/** The documents of `explain`, `frontier` and `power` against every deal looked at. */
import { Complaints, dealOf, demandKey, documentKey, partyOf, sortedSets } from './complaints.ts';
import type { ExplainDocument, FrontierDocument, OpeningDocument, PowerDocument } from './documents.ts';
import { closes, costOf, demandsOf, headroom, obstaclesOf, openingsOf, signersFor, uniformSlack } from './explain.ts';
import { byIds, judgeDraft } from './judge-draft.ts';
import type { Fraction } from './fraction.ts';
import { compare, fraction, fromNumber, minus } from './fraction.ts';
import { powerOf } from './power.ts';
import type { Row, Table } from './table.ts';
import { beats, isEnough, signedBy } from './table.ts';

/** Sets of demands double with each; past so many they are not all looked at. */
const MOST_DEMANDS = 11;

export function judgeExplain(table: Table, document: ExplainDocument, isWhole: boolean): string[] {
  const say = new Complaints();
  const { scenario, zone } = table;
  if (isWhole) say.same('unproven', document.unproven ?? [], []);
  if (isWhole || document.empty !== null) say.same('the zone is empty', document.empty, zone.length === 0);
  if (demandsOf(scenario).length <= MOST_DEMANDS) judgeObstacles(say, table, document, isWhole);
  judgeOpenings(say, table, document, isWhole);
  if (isWhole) say.near('uniform slack', document.slack.uniform, uniformSlack(table));
  scenario.parties.forEach(({ id }, party) => {
    const kind = document.slack.headroomIs[id]!;
    if (!isWhole && kind === 'unknown') return;
    const right = headroom(table, party);
    say.same(`kind of headroom of ${id}`, kind, typeof right === 'string' ? right : 'points');
    if (kind === 'points' && typeof right !== 'string')
      say.near(`headroom of ${id}`, document.slack.headroom[id], right);
  });
  judgeRefusals(say, table, document, isWhole);
  for (const [k, { id }] of scenario.drafts.entries()) {
    const found = document.drafts[id];
    if (found === undefined) continue;
    judgeDraft(say, table, k, found, isWhole);
    judgeEdits(say, table, k, found, isWhole);
  }
  return say.all;
}

function judgeObstacles(say: Complaints, table: Table, document: ExplainDocument, isWhole: boolean): void {
  const { scenario, zone, rows } = table;
  if (zone.length > 0 || rows.length === 0) {
    say.same('conflicts', document.conflicts, []);
    return;
  }
  if (document.empty !== true) return;
  const { conflicts, repairs } = obstaclesOf(table);
  const keys = (sets: typeof conflicts): string[] =>
    sortedSets(sets.map((set) => set.map((demand) => demandKey(scenario, demand))));
  const said = (sets: typeof document.conflicts): string[] =>
    sortedSets(sets.map((set) => set.map((demand) => documentKey(scenario, demand))));
  if (isWhole || document.complete) {
    say.same('conflicts', said(document.conflicts), keys(conflicts));
    say.same('repairs', said(document.repairs), keys(repairs));
  } else {
    for (const set of said(document.conflicts)) say.true(`no conflict: ${set}`, keys(conflicts).includes(set));
    for (const set of said(document.repairs)) say.true(`no repair: ${set}`, keys(repairs).includes(set));
  }
}

function judgeOpenings(say: Complaints, table: Table, { openings, empty }: ExplainDocument, isWhole: boolean): void {
  if (empty !== true) return;
  const right = openingsOf(table);
  if (right === null) return;
  const measures: [string, OpeningDocument | null | undefined, Fraction][] = [
    ['total', openings.total, right.total],
    ['largest', openings.largest, right.largest],
    ['parties', openings.parties, fraction(BigInt(right.parties))],
    ['redLines', openings.redLines, fraction(BigInt(right.redLines))],
  ];
  for (const [name, opening, value] of measures) {
    if (isWhole || opening) say.near(`opening by ${name}`, opening?.value, value);
    for (const way of opening?.ways ?? []) judgeWay(say, table, `opening by ${name}`, way);
  }
  const { total } = openings;
  if (!total?.complete || right.total.num === 0n) return;
  const dealsOf = (deals: readonly (readonly number[])[]): string[] =>
    [...new Set(deals.map((deal) => deal.join()))].sort();
  say.same(
    'deals of the opening by total',
    dealsOf(total.ways.map(({ deal }) => dealOf(table.scenario, deal))),
    dealsOf(right.byTotal.map(({ row }) => row.deal)),
  );
}

/** The signers are enough for the deal, and give what the deal asks of them. */
function judgeWay(
  say: Complaints,
  { scenario, rows }: Table,
  what: string,
  way: OpeningDocument['ways'][number],
): void {
  const deal = dealOf(scenario, way.deal);
  const row = rows.find((candidate) => candidate.deal.join() === deal.join());
  say.true(`${what}: ${JSON.stringify(way.deal)} breaks a rule`, row !== undefined);
  if (row === undefined) return;
  const signers = way.signers.map((id) => partyOf(scenario, id));
  const isAble = signersFor(scenario, deal).some((set) => set.join() === signers.toSorted((a, b) => a - b).join());
  say.true(`${what}: ${way.signers.join()} are not enough for ${JSON.stringify(way.deal)}`, isAble);
  const cost = costOf(scenario, row, signers);
  for (const [party, { id }] of scenario.parties.entries()) {
    say.near(`${what}: points of ${id}`, way.who[id] ?? 0, cost.cuts[party]!);
  }
}

/** A refusal that is said to close the zone does, and one that is said to leave deals does. */
function judgeRefusals(say: Complaints, table: Table, { zone }: ExplainDocument, isWhole: boolean): void {
  if (zone === null) return;
  const { scenario } = table;
  scenario.parties.forEach(({ id }, party) => {
    const { close, open } = zone.newRedLines[id]!;
    scenario.issues.forEach((issue, i) =>
      issue.options.forEach((option, o) => {
        const closing = closes(table, party, [{ issue: i, options: new Set([o]) }]);
        const what = `${id} refusing ${issue.id}: ${option}`;
        if (close[issue.id]?.includes(option)) say.true(`${what} leaves deals`, closing);
        if (open[issue.id]?.includes(option)) say.true(`${what} leaves no deal`, !closing);
      }),
    );
    if (!isWhole) return;
    const blocked = table.rows.filter(
      ({ deal, signs, inZone }) =>
        !inZone && !signs[party] && isEnough(scenario, deal, (other) => other === party || signs[other]!),
    );
    say.count(`deals that only ${id} blocks`, zone.soleBlocker[id]!, blocked.length, true);
  });
}

/** The fewest clauses of a draft to change for a deal of the zone, and every way to do it. */
function judgeEdits(
  say: Complaints,
  { scenario, zone }: Table,
  draft: number,
  found: ExplainDocument['drafts'][string],
  isWhole: boolean,
): void {
  const { id, options } = scenario.drafts[draft]!;
  if (options === null || zone.length === 0) return;
  const changesTo = ({ deal }: Row): string[] =>
    scenario.issues.flatMap(({ id: issue, options: own }, k) =>
      options[k] === null || options[k] === deal[k] ? [] : [`${issue}: ${own[deal[k]!]}`],
    );
  const all = zone.map(changesTo);
  const distance = Math.min(...all.map((changes) => changes.length));
  const ways = new Set(all.filter((changes) => changes.length === distance).map((changes) => changes.join('; ')));
  const open = found.edits.filter(({ without }) => without.length === 0);
  if (isWhole) say.same(`draft ${id}: edits of the zone`, open.length, 1);
  for (const edits of open) {
    if (!isWhole && edits.distance === null) continue;
    say.same(`draft ${id}: clauses to change`, edits.distance, distance);
    if (edits.count !== null) say.same(`draft ${id}: ways`, edits.count, String(ways.size));
    for (const { changes } of edits.ways) {
      const way = scenario.issues.flatMap((issue) =>
        issue.id in changes ? [`${issue.id}: ${changes[issue.id]}`] : [],
      );
      say.true(`draft ${id}: no way: ${way.join('; ')}`, ways.has(way.join('; ')));
    }
  }
}

export function judgeFrontier(table: Table, document: FrontierDocument): string[] {
  const say = new Complaints();
  const { scenario } = table;
  const region =
    document.scope === 'space'
      ? table.rows
      : signedBy(
          table,
          document.coalition.map((id) => partyOf(scenario, id)),
        );
  const isInside = document.scope === 'space' || document.coalition.length > 0;
  const efficient = isInside ? region.filter((row) => !region.some((other) => beats(other, row))) : [];
  const vectorOf = ({ utility }: Row): string => utility.map(({ num, den }) => `${num}/${den}`).join();
  const vectors = new Map<string, Row[]>();
  for (const row of efficient) vectors.set(vectorOf(row), [...(vectors.get(vectorOf(row)) ?? []), row]);
  const found = document.points.map(({ deal }) => {
    const options = dealOf(scenario, deal).join();
    return efficient.find((row) => row.deal.join() === options);
  });
  for (const [k, point] of document.points.entries()) {
    const row = found[k];
    say.true(`frontier: ${JSON.stringify(point.deal)} is not efficient`, row !== undefined);
    if (row === undefined) continue;
    const own = vectors.get(vectorOf(row))!;
    say.same(`frontier: the first of equal deals`, row.deal, own[0]!.deal);
    say.count(`frontier: deals like ${JSON.stringify(point.deal)}`, point.variants, own.length, true);
    scenario.parties.forEach(({ id }, party) => {
      say.near(`frontier: utility of ${id}`, point.utility[id], row.utility[party]!);
      say.same(`frontier: ${id} accepts`, point.accepts[id], row.signs[party]);
    });
  }
  if (document.exact) say.same('frontier: points', found.length, vectors.size);
  if (document.epsilon === null) return say.all;
  const slip = fraction(1n, 10n ** 9n);
  const epsilon = fromNumber(document.epsilon);
  const isCovered = (row: Row): boolean =>
    found.some((point) =>
      point?.utility.every((value, p) => compare(minus(minus(row.utility[p]!, value), epsilon), slip) <= 0),
    );
  for (const row of efficient) {
    say.true(`frontier: nothing within ${document.epsilon} of ${row.deal.join()}`, isCovered(row));
  }
  return say.all;
}

export function judgePower(table: Table, document: PowerDocument, isWhole: boolean): string[] {
  const say = new Complaints();
  const { scenario, zone, rows } = table;
  const { parties, consent } = scenario;
  say.count('deals in the zone', document.zone, zone.length, isWhole);
  const all = [...new Set([...consent.always, ...consent.conditions.map(({ party }) => party)])];
  const rules = [
    [document.unconditional, consent.always],
    [document.triggered, all.sort((a, b) => a - b)],
  ] as const;
  for (const [found, always] of rules) {
    if (found === null) continue;
    const right = powerOf({ parties: parties.length, always, quorum: consent.quorum });
    say.same(
      'who always signs',
      found.required,
      byIds(
        scenario,
        [...always].sort((a, b) => a - b),
      ),
    );
    parties.forEach(({ id }, party) => {
      const own = found.parties[id]!;
      say.same(`swings of ${id}`, own.swings, String(right.swings[party]));
      say.same(`Banzhaf index of ${id}`, own.banzhaf.exact, right.banzhaf[party]);
      say.same(`Shapley-Shubik index of ${id}`, own.shapleyShubik.exact, right.shapleyShubik[party]);
    });
  }
  parties.forEach(({ id }, party) => {
    const blocked = rows.filter(
      ({ deal, signs, inZone }) =>
        !inZone && !signs[party] && isEnough(scenario, deal, (other) => other === party || signs[other]!),
    );
    say.count(`deals that only ${id} blocks`, document.soleBlocker[id]!.count, blocked.length, isWhole);
  });
  return say.all;
}
