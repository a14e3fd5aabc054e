/** Holds the headline scenario to what the parties said of the drafts, and the tables of VALIDITY.md to the program. */
import { describe, expect, it } from 'vitest';
import { documentTable, fileText, judge, KNOWN_ON_THE_DAY, modelCell, ukraine2025 } from './headline.ts';
import { countsAs, foretold, holds, LATER, REACTIONS, stageBefore } from './reactions.ts';

/** Where the model and a reaction differ; the numbers stay as the evidence and the rule give them. */
const KNOWN_DISAGREEMENTS = ['us28 geneva Russia', 'geneva abu-dhabi E3/EU', 'ua20 twenty-points United States'];

describe('drafts held against what the parties said of them', () => {
  it('has a row for every draft and party', () => {
    const pairs = ukraine2025.drafts.flatMap(({ id }) => ukraine2025.parties.map(({ name }) => `${id} ${name}`));
    expect([...new Set(REACTIONS.map(({ draft, party }) => `${draft} ${party}`))].toSorted()).toEqual(pairs.toSorted());
  });

  it.each(REACTIONS)('$draft at $stage: $party asks to $asks', ({ draft, stage, party, model }) => {
    expect(model).toBe(modelCell(judge(stage, draft, party)));
  });

  it('disagrees with a reaction only where that is known, and says so', () => {
    const disagreeing = REACTIONS.filter((reaction) => !holds(reaction)).map(({ key }) => key);
    expect(disagreeing.toSorted()).toEqual(KNOWN_DISAGREEMENTS.toSorted());
    const told = documentTable('disagreement', 'stage').map(([draft, stage, party]) => `${draft} ${stage} ${party}`);
    expect(told.toSorted()).toEqual(KNOWN_DISAGREEMENTS.toSorted());
  });

  it('marks what cannot fail, and counts only the rest as support', () => {
    expect(REACTIONS.map(({ key, counts }) => [key, counts])).toEqual(
      REACTIONS.map((reaction) => [reaction.key, countsAs(reaction)]),
    );
    const number = (counts: string) => REACTIONS.filter((reaction) => reaction.counts === counts).length;
    const right = REACTIONS.filter((reaction) => reaction.counts === 'tests' && holds(reaction)).length;
    expect(fileText('VALIDITY.md')).toContain(
      `Of ${REACTIONS.length} rows ${number('asks nothing')} ask nothing, ${number('open anyway')} stay open anyway, ` +
        `${number('own text')} are a party's own text and ${number('same source')} rest on the same source; ` +
        `${number('tests')} test the model, and it answers ${right} of them as it should.`,
    );
  });

  it('gives sources that exist, and says of nothing found that it asks nothing', () => {
    const ids = new Set(ukraine2025.sources.map(({ id }) => id));
    for (const { known, sources, asks } of REACTIONS) {
      expect(['stated', 'reported', 'none found']).toContain(known);
      expect(sources.filter((id) => !ids.has(id))).toEqual([]);
      if (known === 'none found') expect([asks, sources]).toEqual(['nothing', []]);
    }
  });
});

describe('predictions from the first day', () => {
  it('have the hits that VALIDITY.md counts, stage by stage', () => {
    const rows = ukraine2025.stages.flatMap(({ id }) => {
      const reactions = LATER.filter(({ stage }) => stage === id);
      return reactions.length === 0 ? [] : [[id, ...hits(reactions)]];
    });
    expect(documentTable('stage', 'reactions')).toEqual([...rows, ['all', ...hits(LATER)]]);
  });
});

/** The number of reactions, of those foretold from the base, and of those foretold from the stage before. */
function hits(reactions: typeof LATER): string[] {
  const fromBase = reactions.filter((reaction) => foretold(reaction, KNOWN_ON_THE_DAY));
  const fromBefore = reactions.filter((reaction) => foretold(reaction, stageBefore(reaction.stage)));
  return [reactions, fromBase, fromBefore].map(({ length }) => String(length));
}
