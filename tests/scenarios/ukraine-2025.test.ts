/** Holds the headline scenario to what the parties said of the drafts, and the README's table of it to the program. */
import { describe, expect, it } from 'vitest';
import type { Judgement } from './headline.ts';
import { judge, modelCell, partyNamed, readmeTable, ukraine2025, valueOfClause } from './headline.ts';

/** What a reaction asks of the model; see the mapping of words to answers in the README. */
type Asks = 'sign' | 'refuse' | 'not as it stands' | 'nothing';

/** At most this much: the party resists the clause (RES+), argues against it (RES) or excludes it (RED). */
const RESISTED = 30;

/** Officially stated: draft, stage, party, what it asks of the model, and the red lines or points it names. */
const STATED: readonly (readonly [string, string, string, Asks, readonly string[]])[] = [
  ['us28', 'base', 'us', 'sign', []],
  ['us28', 'base', 'ukraine', 'refuse', ['no-recognition', 'no-withdrawal', 'no-membership-bar', 'no-force-limit']],
  ['us28', 'peak-pressure', 'ukraine', 'not as it stands', []],
  ['us28', 'abu-dhabi', 'ukraine', 'refuse', ['no-amnesty']],
  ['us28', 'geneva', 'russia', 'not as it stands', []],
  ['us28', 'peak-pressure', 'e3', 'not as it stands', ['nato-decides']],
  ['us28', 'not-final', 'e3', 'not as it stands', ['no-border-by-force', 'nato-decides', 'force-cap']],
  ['us28', 'geneva', 'e3', 'not as it stands', ['g8']],
  ['us28', 'moscow', 'e3', 'refuse', ['no-impunity']],
  ['us28', 'us-package', 'e3', 'not as it stands', ['no-early-fund', 'us-profit']],
  ['e3', 'geneva', 'russia', 'refuse', []],
  ['geneva', 'abu-dhabi', 'us', 'not as it stands', []],
  ['geneva', 'geneva', 'ukraine', 'not as it stands', []],
  ['geneva', 'moscow', 'russia', 'not as it stands', []],
  ['geneva', 'abu-dhabi', 'e3', 'not as it stands', ['force-cap']],
  ['us20', 'us-package', 'ukraine', 'refuse', ['no-withdrawal']],
  ['ua20', 'twenty-points', 'ukraine', 'sign', []],
  ['ua20', 'twenty-points', 'russia', 'not as it stands', ['force-cap']],
  ['rus', 'base', 'ukraine', 'refuse', ['no-recognition', 'no-withdrawal', 'no-withdrawal-for-truce']],
  ['rus', 'base', 'ukraine', 'refuse', ['no-membership-bar', 'no-force-limit', 'no-identity-terms']],
  ['rus', 'handed-over', 'russia', 'sign', []],
  ['rus', 'base', 'e3', 'refuse', ['no-border-by-force', 'assets-by-european-decision']],
  ['ukr', 'base', 'ukraine', 'sign', []],
  ['ukr', 'handed-over', 'russia', 'refuse', ['all-donbas', 'recognition-required']],
];

/** Where the model and a reaction differ; the numbers stay as the evidence and the rule give them. */
const KNOWN_DISAGREEMENTS = new Map([
  [
    'us28 geneva Russia',
    'Moscow called some points unacceptable without naming one; nothing in the draft crosses a line it had stated',
  ],
  [
    'geneva abu-dhabi E3/EU',
    'Paris alone wanted no ceiling; the European edit of two days before names the same 800,000',
  ],
  [
    'ua20 twenty-points United States',
    'known from Kyiv only; no line of Washington on plant or land is on record, and the rest of the text outweighs them',
  ],
]);

/** Whether the model's answer is what the reaction asks for. A partial draft of one's own can at best stay open. */
function agrees(asks: Asks, { answer, partial }: Judgement): boolean {
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
function unmet(named: readonly string[], judgement: Judgement, draft: string): string[] {
  return named.filter((name) => {
    if (judgement.crossed.includes(name)) return false;
    const value = valueOfClause(judgement, draft, name);
    return value === null || value > RESISTED;
  });
}

interface Row {
  readonly key: string;
  readonly draft: string;
  readonly stage: string;
  readonly party: string;
  readonly reaction: string;
  readonly known: string;
  readonly sources: readonly string[];
  readonly asks: Asks;
  readonly named: readonly string[];
  readonly model: string;
}

const ROWS: readonly Row[] = readmeTable('draft', 'date', 'stage', 'party').map((cells) => {
  const [draft = '', , stage = '', party = '', reaction = '', known = '', sources = '', asked = '', model = ''] = cells;
  const [asks = '', named = ''] = asked.split(': ');
  if (!isAsks(asks)) throw new Error(`unknown: ${asked}`);
  return {
    key: `${draft} ${stage} ${party}`,
    draft,
    stage,
    party,
    reaction,
    known,
    sources: listOf(sources),
    asks,
    named: listOf(named),
    model,
  };
});

function isAsks(text: string): text is Asks {
  return ['sign', 'refuse', 'not as it stands', 'nothing'].includes(text);
}

function listOf(text: string): string[] {
  return text === '' || text === '–' ? [] : text.split(', ');
}

describe('drafts held against what the parties said of them', () => {
  it.each(STATED)('%s, %s: %s, asked to %s', (draft, stage, party, asks, named) => {
    const judgement = judge(stage, draft, party);
    const known = KNOWN_DISAGREEMENTS.has(`${draft} ${stage} ${judgement.party.name}`);
    expect(agrees(asks, judgement) && unmet(named, judgement, draft).length === 0).toBe(!known);
  });

  it('has every stated reaction in the table of the README', () => {
    for (const [draft, stage, party, asks, named] of STATED) {
      const { name } = partyNamed(ukraine2025, party).party;
      const rows = ROWS.filter((row) => row.key === `${draft} ${stage} ${name}` && row.known === 'stated');
      expect(rows.map((row) => row.asks)).toContain(asks);
      expect(rows.flatMap((row) => row.named)).toEqual(expect.arrayContaining([...named]));
    }
  });

  it('has a row for every draft and party', () => {
    const pairs = ukraine2025.drafts.flatMap(({ id }) => ukraine2025.parties.map(({ name }) => `${id} ${name}`));
    expect([...new Set(ROWS.map(({ draft, party }) => `${draft} ${party}`))].toSorted()).toEqual(pairs.toSorted());
  });

  it.each(ROWS)('$draft at $stage: $party ($reaction)', ({ draft, stage, party, model }) => {
    expect(model).toBe(modelCell(judge(stage, draft, party)));
  });

  it('disagrees with a reaction only where that is known, and the README says so', () => {
    const disagreeing = ROWS.filter(({ draft, stage, party, asks, named }) => {
      const judgement = judge(stage, draft, party);
      return !agrees(asks, judgement) || unmet(named, judgement, draft).length > 0;
    });
    expect(disagreeing.map(({ key }) => key).toSorted()).toEqual([...KNOWN_DISAGREEMENTS.keys()].toSorted());
    const told = readmeTable('disagreement', 'stage').map(([draft, stage, party]) => `${draft} ${stage} ${party}`);
    expect(told.toSorted()).toEqual([...KNOWN_DISAGREEMENTS.keys()].toSorted());
  });

  it('gives sources that exist, and says of nothing found that it asks nothing', () => {
    const ids = new Set(ukraine2025.sources.map(({ id }) => id));
    for (const { known, sources, asks } of ROWS) {
      expect(['stated', 'reported', 'none found']).toContain(known);
      expect(sources.filter((id) => !ids.has(id))).toEqual([]);
      if (known === 'none found') expect([asks, sources]).toEqual(['nothing', []]);
    }
  });
});
