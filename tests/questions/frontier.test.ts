import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compileDraft } from '../../src/compile/compile.ts';
import { firstWithDeal } from '../../src/engine/coalitions.ts';
import { frontier } from '../../src/engine/frontier/frontier.ts';
import { landmarks } from '../../src/engine/frontier/landmarks.ts';
import { spaceRegion } from '../../src/engine/region.ts';
import type { Case } from '../../src/report/case.ts';
import type { FrontierCase } from '../../src/questions/frontier/case.ts';
import { document as frontierDocument } from '../../src/questions/frontier/document.ts';
import { textFrontier } from '../../src/questions/frontier/layout.tsx';
import { columns } from '../../src/report/text/width.ts';
import { frontierView } from '../../src/questions/frontier/view.ts';
import { shippedCase, wholeFocus } from '../report/support.ts';

interface Asked {
  readonly zone?: boolean;
  readonly epsilon?: number;
  readonly maxPoints?: number;
}

const BAND = shippedCase('first-five-minutes');

function frontierCase(of: Case, { zone = false, epsilon = 0, maxPoints = 1000 }: Asked = {}): FrontierCase {
  const { problem } = of.compiled;
  const signed = firstWithDeal(problem, { nodes: 0 });
  const region = zone ? signed!.region : spaceRegion(problem);
  const found = frontier(problem, region, { epsilon, maxPoints, vectors: 10_000, states: 1000, seed: '1' });
  const drafts = of.scenario.drafts.map(({ id }) => compileDraft(of.scenario, id));
  return {
    ...of,
    answer: {
      space: of.answer.space,
      frontier: found,
      landmarks: landmarks(problem, found.points, signed, { drafts, noDeal: false }, { nodes: 0 }),
    },
    tolerance: { measure: 'points', amount: epsilon },
    scope: zone ? { kind: 'zone', signers: signed!.parties } : { kind: 'space' },
  };
}

describe('frontierView', () => {
  it('says of every point who would sign it, and which solutions are there', () => {
    const of = frontierCase(BAND);
    const { headline, table } = frontierView(of, wholeFocus(BAND));
    expect(headline).toBe('The efficient frontier: 13 points.');
    expect(table!.rows.length).toBe(13);
    expect([table!.refusals, table!.variants, table!.hidden]).toEqual([true, false, null]);
    for (const { cells } of table!.rows) {
      for (const [party, { value, signs }] of cells.entries()) {
        // Nobody refuses an efficient deal of this scenario for a red line alone.
        expect(signs).toBe(value >= table!.parties[party]!.threshold);
      }
    }
    const nash = BAND.answer.solutions!.nash.deals[0]!;
    const row = table!.rows.find(({ near }) => /Nash \(0\.0\)/.test(near))!;
    expect(row.cells.map(({ value }) => value)).toEqual(nash.utility);
  });

  it('names the signers of a zone, all of whose points are signed', () => {
    const { sentences, table } = frontierView(frontierCase(BAND, { zone: true }), wholeFocus(BAND));
    expect(sentences[0]).toContain(`which the Late Trains and the Lantern would sign`);
    expect(table!.refusals).toBe(false);
  });

  it('states what is proven', () => {
    const proven = (asked: Asked): string => frontierView(frontierCase(BAND, asked), wholeFocus(BAND)).sentences[1]!;
    expect(proven({})).toBe('Proven: no other combination of utilities is efficient.');
    expect(proven({ epsilon: 7.5 })).toMatch(/at most 7\.5 points worse for each party\.$/);
    expect(proven({ epsilon: 1, maxPoints: 3 })).toMatch(/each party\. Not proven for less: 1 point was asked for\.$/);
    expect(proven({ epsilon: 0, maxPoints: 3 })).toMatch(/The whole frontier was asked for and does not fit\.$/);
  });

  it('shows the first points and says how many more there are', () => {
    const of = frontierCase(shippedCase('quarry-dispute'));
    const focus = { ...wholeFocus(BAND), parties: [0, 1, 2] };
    const cut = frontierView(of, focus).table!;
    const left = of.answer.frontier.points.length - cut.rows.length;
    expect(left).toBeGreaterThan(0);
    expect(cut.hidden).toBe(`and ${left} more; --all shows them.`);
    expect(frontierView(of, { ...focus, all: true }).table!.rows.length).toBe(of.answer.frontier.points.length);
  });

  it('says that an empty zone has no frontier', () => {
    const of: FrontierCase = {
      ...frontierCase(BAND),
      answer: { space: 1n, frontier: { exact: true, epsilon: 0, points: [], nodes: 0 }, landmarks: [] },
      scope: { kind: 'zone', signers: null },
    };
    const view = frontierView(of, wholeFocus(BAND));
    expect(view.headline).toBe('No deal: the zone is empty, so it has no frontier.');
    expect(view.table).toBeNull();
    expect(frontierDocument(of)).toMatchObject({ empty: true, points: [], guarantee: 'Proven: there is no deal.' });
  });
});

describe('textFrontier', () => {
  it.each([60, 80, 120, 160])('fits %d columns', (width) => {
    for (const name of ['first-five-minutes', 'quarry-dispute']) {
      const of = frontierCase(shippedCase(name));
      const text = stripVTControlCharacters(
        textFrontier(frontierView(of, { ...wholeFocus(BAND), parties: [...of.scenario.parties.keys()] }), width),
      );
      for (const line of text.split('\n')) expect(columns(line)).toBeLessThanOrEqual(width);
      const shown = of.answer.frontier.points.slice(0, 30);
      for (const { utility } of shown) expect(text).toContain(utility[0]!.toFixed(1));
    }
  });

  it('puts many parties into several bands, every number in one of them', () => {
    const of = frontierCase(BAND);
    const view = frontierView(of, wholeFocus(BAND));
    const table = view.table!;
    const twelve = <T>(list: readonly T[]): T[] => Array.from({ length: 6 }, () => list).flat();
    const wide = {
      ...view,
      table: {
        ...table,
        parties: twelve(table.parties).map((party, k) => ({ ...party, short: `P${k}` })),
        rows: table.rows.map((row) => ({ ...row, cells: twelve(row.cells) })),
      },
    };
    const text = stripVTControlCharacters(textFrontier(wide, 60));
    for (const line of text.split('\n')) expect(columns(line)).toBeLessThanOrEqual(60);
    for (let party = 0; party < 12; party++) expect(text).toMatch(new RegExp(`\\bP${party}\\b`));
    expect(text.split(table.rows[0]!.cells[0]!.utility).length - 1).toBeGreaterThanOrEqual(6);
  });
});

describe('frontierDocument', () => {
  it('has every point by the ids of the scenario', () => {
    const of = frontierCase(BAND);
    expect(frontierDocument(of)).toMatchObject({
      schema: 'winset/frontier@1',
      scope: 'space',
      coalition: [],
      exact: true,
      epsilon: 0,
      asked: 0,
      points: of.answer.frontier.points.map(({ utility }) => ({
        utility: { band: utility[0], cafe: utility[1] },
        deal: { fee: expect.any(String), day: expect.any(String) },
        accepts: { band: expect.any(Boolean) },
        variants: '1',
      })),
    });
  });

  it('tells what is proven from what was asked', () => {
    const of = frontierCase(BAND, { zone: true, epsilon: 0.5, maxPoints: 2 });
    const document = frontierDocument(of);
    expect(document).toMatchObject({ exact: false, asked: 0.5, scope: 'zone', coalition: ['band', 'cafe'] });
    expect(document).toHaveProperty('epsilon', of.answer.frontier.epsilon);
    expect(of.answer.frontier.epsilon).toBeGreaterThan(0.5);
  });
});
