/** No deal among the drafts of a file: read, written again, scored. */
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { placesAt } from '../../src/questions/paths.ts';
import { askScore } from '../../src/questions/score/ask.ts';
import { document } from '../../src/questions/score/document.ts';
import { schema } from '../../src/questions/score/schema.ts';
import { scoreView } from '../../src/questions/score/view.ts';
import { loadTexts } from '../../src/scenario/read/load.ts';
import { scenarioTexts } from '../../src/scenario/save/scenario-texts.ts';
import { verdict, SCENARIO, scenarioOf } from './support.ts';

const NO_DEAL = 'none: { title: Each goes home, date: 2025-01-01, noDeal: true, note: As it was. }';
const withDraft = (entry: string): string => SCENARIO.replace('drafts:\n', `drafts:\n  ${entry}\n`);
const scenario = scenarioOf(withDraft(NO_DEAL));

function scored(options: { readonly draft?: string; readonly deal?: string }, of = scenario) {
  const compiled = compileProblem(of);
  return askScore(
    { file: of, scenario: of, compiled, assumptions: [], changed: (at) => at, warnings: [], version: '0' },
    { without: [], set: [], width: 80, ...options },
  );
}

describe('no deal among the drafts', () => {
  it('stands beside them and is none of them', () => {
    expect(scenario.statusQuo).toEqual({ id: 'none', title: 'Each goes home', date: '2025-01-01', note: 'As it was.' });
    expect(scenario.drafts.map(({ id }) => id)).toEqual(['d1']);
    expect(placesAt(scenario, 'none')).toEqual([{ kind: 'statusQuo' }]);
  });

  it('is written as it was read', () => {
    const again = loadTexts(scenarioTexts(scenario, 'inline'));
    expect(again.ok && again.scenario.statusQuo).toEqual(scenario.statusQuo);
  });

  it.each([
    ['with clauses', 'none: { title: T, noDeal: true, clauses: { cap: low } }', "'clauses' and 'composed'"],
    ['as composed', 'none: { title: T, noDeal: true, composed: true }', "'clauses' and 'composed'"],
    ['and not', 'none: { title: T, noDeal: false }', "expected 'true'"],
    ['without clauses', 'none: { title: T }', "expected 'clauses', or 'noDeal: true'"],
    ['twice', `${NO_DEAL}\n  other: { title: T, noDeal: true }`, 'another draft does already'],
  ])('is refused %s', (_, entry, words) => {
    expect(verdict(withDraft(entry))).toContain(words);
  });

  it('is worth to everybody what no deal is worth, whoever names it', async () => {
    const unnamed = scenarioOf(SCENARIO);
    for (const of of [
      await scored({ draft: 'none' }),
      await scored({ deal: 'none' }),
      await scored({ deal: 'none' }, unnamed),
    ]) {
      const said = schema.parse(JSON.parse(JSON.stringify(document(of))));
      expect(said).toMatchObject({ deal: null, noDeal: true, utility: { us: 20, ua: 10 }, accepts: {}, inZone: false });
      expect(scoreView(of, 'winset').deal.rows[0]!.cells.map(({ utility }) => utility)).toEqual(['20.0', '10.0']);
    }
  });
});
