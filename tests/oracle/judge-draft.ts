/** What is said of a draft against all its completions. */
import type { Complaints } from './complaints.ts';
import { dealOf } from './complaints.ts';
import type { DraftDocument } from './documents.ts';
import { least, minus, most, ZERO } from './fraction.ts';
import type { Scenario } from './scenario.ts';
import { breaks, matches } from './scenario.ts';
import type { Row, Table } from './table.ts';
import { allDeals, beats, rowMaker } from './table.ts';

export function judgeDraft(say: Complaints, table: Table, draft: number, found: DraftDocument, isWhole: boolean): void {
  const { scenario } = table;
  const { id, options } = scenario.drafts[draft]!;
  if (options === null) return;
  const all = allDeals(scenario).filter((deal) => options.every((option, k) => option === null || option === deal[k]));
  const lawful: readonly (readonly number[])[] = all.filter(
    (deal) => !scenario.rules.some((rule) => breaks(deal, rule)),
  );
  const rows = (lawful.length > 0 ? lawful : all).map(rowMaker(scenario));
  const complete = options.every((option) => option !== null);
  say.same(`draft ${id} is complete`, found.complete, complete);
  const refused: number[] = [];
  for (const [p, party] of scenario.parties.entries()) {
    const what = `draft ${id}, ${party.id}`;
    const utilities = rows.map(({ utility }) => utility[p]!);
    const said = found.utility[party.id]!;
    const { min, max } = typeof said === 'number' ? { min: said, max: said } : said;
    if (isWhole || complete) {
      say.near(`${what}: least utility`, min, least(utilities));
      say.near(`${what}: most utility`, max, most(utilities));
      const short = least(rows.map(({ room }) => minus(ZERO, room[p]!)));
      say.near(`${what}: points short`, found.shortfall[party.id], short.num > 0n ? short : ZERO);
    }
    const signing = rows.filter(({ signs }) => signs[p]).length;
    const accepts = signing === 0 ? false : signing === rows.length ? true : 'open';
    const verdict = found.accepts[party.id]!;
    if (isWhole || verdict !== 'unknown') say.same(`${what}: accepts`, verdict, accepts);
    if (verdict === false) refused.push(p);
    const lines = party.redLines.filter(({ when }) => all.every((deal) => matches(deal, when)));
    if (complete)
      say.same(
        `${what}: red lines`,
        found.redLines[party.id],
        lines.map((line) => line.id),
      );
  }
  say.same(`draft ${id}: refused by`, found.blockedBy, byIds(scenario, refused));
  const inside = rows.filter((row) => row.inZone && lawful.includes(row.deal)).length;
  if (found.inZone === true) say.same(`draft ${id}: completions in the zone`, inside, rows.length);
  if (found.inZone === false) say.same(`draft ${id}: completions in the zone`, inside, 0);
  if (found.inZone === 'open') say.true(`draft ${id}: no completion is in the zone`, inside > 0);
  if (isWhole) say.true(`draft ${id}: not decided`, found.inZone !== 'unknown');
  if (complete) judgeEfficiency(say, table, id, rows[0]!, lawful.length > 0, found, isWhole);
}

function judgeEfficiency(
  say: Complaints,
  { scenario, rows }: Table,
  id: string,
  row: Row,
  isLawful: boolean,
  { efficient, dominatedBy }: DraftDocument,
  isWhole: boolean,
): void {
  const beaten = rows.some((other) => beats(other, row));
  if (isWhole || efficient !== null) say.same(`draft ${id} is efficient`, efficient, isLawful && !beaten);
  if (isWhole && beaten) say.true(`draft ${id}: nothing named that beats it`, dominatedBy !== null);
  if (dominatedBy === null) return;
  const better = dealOf(scenario, dominatedBy).join();
  const other = rows.find(({ deal }) => deal.join() === better);
  say.true(`draft ${id} is not beaten by ${JSON.stringify(dominatedBy)}`, other !== undefined && beats(other, row));
}

export function byIds({ parties }: Scenario, numbers: readonly number[]): string[] {
  return numbers.map((party) => parties[party]!.id);
}

/** No deal among the drafts: everybody's disagreement value, and whether a lawful combination beats it. */
export function judgeNoDeal(say: Complaints, table: Table, found: DraftDocument, isWhole: boolean): void {
  const { scenario, rows } = table;
  for (const { id, disagreement } of scenario.parties) {
    say.near(`no deal: utility of ${id}`, utilityOf(found, id), disagreement);
    say.true(`no deal: ${id} has a say`, found.accepts[id] === undefined);
  }
  const beaten = rows.some(({ gain }) => gain.every(({ num }) => num >= 0n) && gain.some(({ num }) => num > 0n));
  if (isWhole || found.efficient !== null) say.same('no deal is efficient', found.efficient, !beaten);
  if (isWhole) say.same('no deal: something beats it', found.dominatedBy !== null, beaten);
}

function utilityOf({ utility }: DraftDocument, id: string): number {
  const own = utility[id];
  if (typeof own !== 'number') throw new TypeError('no deal has one utility for each party');
  return own;
}
