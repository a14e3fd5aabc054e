/** What the parties said of the drafts, as VALIDITY.md lists it: what each word asks of the model and whether that tests it. */
import { atStage, documentTable, judge, partyNamed, ukraine2025, valueOfClause } from './headline.ts';
import type { Judgement } from './headline.ts';

/** What a reaction asks of the model; see the mapping of words to answers in VALIDITY.md. */
export type Asks = 'sign' | 'refuse' | 'not as it stands' | 'nothing';

/** At most this much: the party resists the clause (RES+), argues against it (RES) or excludes it (RED). */
const RESISTED = 30;

export interface Reaction {
  readonly key: string;
  readonly draft: string;
  readonly stage: string;
  readonly party: string;
  readonly known: string;
  readonly sources: readonly string[];
  readonly asks: Asks;
  readonly named: readonly string[];
  readonly counts: string;
  readonly model: string;
}

export const REACTIONS: readonly Reaction[] = documentTable('draft', 'date', 'stage', 'party').map((cells) => {
  const [draft = '', , stage = '', party = '', , known = '', sources = '', asked = '', counts = '', model = ''] = cells;
  const [asks = '', named = ''] = asked.split(': ');
  if (!isAsks(asks)) throw new Error(`unknown: ${asked}`);
  const key = `${draft} ${stage} ${party}`;
  return { key, draft, stage, party, known, sources: listOf(sources), asks, named: listOf(named), counts, model };
});

function isAsks(text: string): text is Asks {
  return ['sign', 'refuse', 'not as it stands', 'nothing'].includes(text);
}

function listOf(text: string): string[] {
  return text === '' || text === '–' ? [] : text.split(', ');
}

/** Whether the model's answer is what the reaction asks for. A partial draft of one's own can at best stay open. */
export function agrees(asks: Asks, { answer, partial }: Judgement): boolean {
  switch (asks) {
    case 'sign':
      return answer.accepts === true || (partial && answer.accepts === 'open');
    case 'refuse':
      return answer.accepts === false;
    case 'not as it stands':
      return answer.accepts !== true;
    case 'nothing':
      return true;
  }
}

/** Names that are neither a red line the draft crosses nor a clause of the draft that the party resists. */
export function unmet(named: readonly string[], judgement: Judgement, draft: string): string[] {
  return named.filter((name) => !judgement.crossed.includes(name) && !resists(judgement, draft, name));
}

function resists(judgement: Judgement, draft: string, issue: string): boolean {
  const value = valueOfClause(judgement, draft, issue);
  return value !== null && value <= RESISTED;
}

/** Whether the model answers the reaction as it should, in verdict and in what it names. */
export function holds({ stage, draft, party, asks, named }: Reaction): boolean {
  const judgement = judge(stage, draft, party);
  return agrees(asks, judgement) && unmet(named, judgement, draft).length === 0;
}

/** The drafts that a party wrote or that are put together from its words. */
const AUTHORS: Readonly<Record<string, readonly string[]>> = {
  us28: ['United States'],
  us20: ['United States'],
  e3: ['E3/EU'],
  eu24: ['E3/EU', 'Ukraine'],
  ua20: ['Ukraine'],
  ukr: ['Ukraine'],
  rus: ['Russia'],
};

function isOwn(draft: string, party: string): boolean {
  return AUTHORS[draft]?.includes(party) ?? false;
}

/**
 * What an agreement is worth as support. "asks nothing" and "open anyway" (a text known in part stays open whatever the
 * numbers) cannot fail; "own text" holds by construction, since a party's own clauses are its first options; "same
 * source" rests on a red line that was coded from the statement itself; the others "test" the model.
 */
export function countsAs({ draft, stage, party, asks, named, sources }: Reaction): string {
  if (asks === 'nothing') return 'asks nothing';
  if (isOwn(draft, party)) return 'own text';
  const judgement = judge(stage, draft, party);
  if (judgement.partial && asks === 'not as it stands' && named.length === 0) return 'open anyway';
  const crossed = judgement.party.redLines.filter(({ id }) => judgement.crossed.includes(id));
  const about = named.length > 0 ? crossed.filter(({ id }) => named.includes(id)) : crossed;
  const coded = about.some((line) => (line.sources ?? []).some((source) => sources.includes(source)));
  return coded ? 'same source' : 'tests';
}

/** The reactions after the base date that ask something of a draft that is not the party's own. */
export const LATER: readonly Reaction[] = REACTIONS.filter(
  (reaction) => reaction.stage !== 'base' && reaction.asks !== 'nothing' && !isOwn(reaction.draft, reaction.party),
);

/**
 * Whether the positions of another day foretell a reaction: the verdict, and that each line or clause it names is
 * resisted. A line that was drawn only later counts by the clause it is about.
 */
export function foretold(reaction: Reaction, stage: string): boolean {
  const { draft, party, asks, named } = reaction;
  const judgement = judge(stage, draft, party);
  const issues = named.map((name) => issueOf(reaction, name));
  return (
    agrees(asks, judgement) &&
    named.every((name, k) => judgement.crossed.includes(name) || resists(judgement, draft, issues[k]!))
  );
}

function issueOf({ stage, party }: Reaction, name: string): string {
  const line = partyNamed(atStage(stage), party).party.redLines.find(({ id }) => id === name);
  return line?.when[0]!.issue ?? name;
}

/** The stage before each one; the base for the first. */
export function stageBefore(stage: string): string {
  const { stages } = ukraine2025;
  const position = stages.findIndex(({ id }) => id === stage);
  return position <= 0 ? 'base' : stages[position - 1]!.id;
}
