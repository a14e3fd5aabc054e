import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { explain } from '../../src/engine/explain/explain.ts';
import type { ExplainCase } from '../../src/questions/explain/case.ts';
import { document as explainDocument } from '../../src/questions/explain/document.ts';
import { textExplain } from '../../src/questions/explain/layout.tsx';
import { columns } from '../../src/report/text/width.ts';
import { exchangesList } from '../../src/questions/explain/drafts.ts';
import { explainView } from '../../src/questions/explain/view.ts';
import type { ExplainView } from '../../src/questions/explain/view.ts';
import type { ListView } from '../../src/questions/explain/words.ts';
import { parseScenarioText } from '../../src/scenario/read/load.ts';

/** Two parties, two issues; the red lines exclude each other, and with `least` the thresholds do too. */
function text(least: number, lines = true): string {
  const line = (id: string, option: string): string =>
    lines ? `\n    redLines:\n      - { id: ${id}, when: { border: ${option} } }` : '';
  return `
winset: 1
title: Two farms
issues:
  - id: border
    title: Border
    point: 7
    options: [{ id: river, label: river }, { id: road, label: road }]
  - id: water
    title: Water
    options: [{ id: shared, label: shared }, { id: metered, label: metered }, { id: none, label: none }]
parties:
  north:
    name: Norths
    disagreement: 10
    reservation: ${least}
    issues:
      border: { weight: 60, values: { river: 100, road: 0 } }
      water: { weight: 40, values: { shared: 100, metered: 50, none: 0 } }${line('keep-river', 'road')}
  south:
    name: South
    disagreement: 10
    reservation: ${least}
    issues:
      border: { weight: 60, values: { river: 0, road: 100 } }
      water: { weight: 40, values: { shared: 0, metered: 50, none: 100 } }${line('keep-road', 'river')}
drafts:
  plan: { title: First plan, clauses: { border: river, water: shared } }
  half: { title: Half a plan, clauses: { border: road } }
`;
}

function caseOf(source: string): ExplainCase {
  const loaded = parseScenarioText(source, 'test.yaml');
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  const { scenario } = loaded;
  const compiled = compileProblem(scenario);
  const drafts = scenario.drafts.map(({ id }) => compileDraft(scenario, id));
  const answer = explain(compiled.problem, { drafts, most: 50, ways: 20, states: 10_000, seed: '1' });
  return { scenario, compiled, answer, assumptions: [], warnings: [], seed: '1', version: '1.2.3' };
}

function viewOf(of: ExplainCase): ExplainView {
  return explainView(of, { parties: [0, 1], drafts: [0, 1], all: false, command: 'winset explain it' });
}

function list({ lists, further }: ExplainView, title: string): ListView {
  const found = [...lists, ...further].find((entry) => entry.title === title);
  if (found === undefined) throw new Error(`no list ${title}`);
  return found;
}

function texts(view: ListView, label?: string): string[] {
  return view.rows.filter((row) => label === undefined || row.label === label).map((row) => row.text);
}

const REFUSALS = caseOf(text(20));
const THRESHOLDS = caseOf(text(55, false));
const OPEN = caseOf(text(40, false));

describe('the report on red lines that exclude each other', () => {
  const view = viewOf(REFUSALS);

  it('names the conflict, its demands and the ways out in sentences', () => {
    expect(view.headline).toBe('No deal.');
    expect(texts(list(view, 'Demands that exclude each other'))).toEqual([
      'Norths\' refusal of "road" (point 7, Border) and South\'s refusal of "river" (point 7, Border) cannot both hold; ' +
        'each can without the other.',
    ]);
    expect(list(view, 'Demands that exclude each other').notes).toEqual(['Proven: these are all there are.']);
    expect(texts(list(view, 'Ways out'))).toEqual([
      'Without South\'s refusal of "river" (point 7, Border) there is a deal.',
      'Without Norths\' refusal of "road" (point 7, Border) there is a deal.',
    ]);
    expect(texts(list(view, 'What these demands say'))).toHaveLength(2);
  });

  it('names who gives way by each measure and shows the deals', () => {
    const opening = list(view, 'The smallest opening');
    expect(texts(opening, 'points in total')[0]).toMatch(/^0\.0\. .*North.* drops north\.keep-river \(deal [AB]\)/);
    expect(texts(opening, 'red lines')).toEqual(['1 red line. As above.']);
    expect(view.deals!.columns.map(({ heading }) => heading).sort()).toEqual([
      'Norths drops north.keep-river',
      'South drops south.keep-road',
    ]);
    expect(view.deals!.commands.map(({ text: command }) => command).sort()).toEqual([
      'winset explain it --without north.keep-river',
      'winset explain it --without south.keep-road',
    ]);
  });

  it('says how far drafts are from the zones that would open', () => {
    const [without, other] = texts(list(view, 'Draft plan: what would have to change'), 'to a deal');
    expect(without).toBe('Without north.keep-river: 1 clause at least has to change, proven; in one way.');
    expect(other).toBe('Without south.keep-road: 1 clause at least has to change, proven; in 2 ways.');
    expect(texts(list(view, 'Draft plan: what would have to change'), 'way 1')).toEqual([
      'Water: metered instead of shared.',
    ]);
    expect(list(view, 'Draft half: what would have to change').notes).toContain(
      'A draft that leaves points open has no exchanges: its other clauses are not known.',
    );
  });
});

describe('the report on thresholds that exclude each other', () => {
  const view = viewOf(THRESHOLDS);

  it('counts points and says who gives them up', () => {
    const opening = list(view, 'The smallest opening');
    expect(texts(opening, 'points in total')[0]).toMatch(
      /^15\.0\. South gives up 15\.0 points \(deal A\); or Norths gives up 15\.0 points \(deal B\)\./,
    );
    expect(texts(opening, 'largest cut')[0]).toMatch(/^15\.0 points\. /);
    expect(texts(opening, 'parties')[0]).toMatch(/^1 party\. /);
    expect(texts(opening, 'red lines')[0]).toMatch(/^0 red lines\. As above/);
    expect(texts(list(view, 'Slack: how far thresholds can move'), 'All together')).toEqual([
      'Would each have to come down by 15.0 points for a deal.',
    ]);
  });
});

describe('the report on an open zone', () => {
  const view = viewOf(OPEN);

  it('says what is settled, how much room there is and what a draft lacks', () => {
    expect(view.headline).toBe('A deal is possible.');
    expect(view.deals).toBeNull();
    expect(texts(list(view, 'Slack: how far thresholds can move'), 'South')).toEqual([
      'Could ask for up to 20.0 points more.',
    ]);
    expect(texts(list(view, 'Draft plan: what would have to change'), 'to a deal')).toEqual([
      '1 clause at least has to change, proven; in 2 ways.',
    ]);
    expect(view.blockers!.rows).toHaveLength(2);
  });
});

describe('explain as text and JSON', () => {
  it.each([
    ['red lines', REFUSALS],
    ['thresholds', THRESHOLDS],
    ['an open zone', OPEN],
  ])('keeps within the width: %s', (_, of) => {
    for (const width of [60, 80, 160]) {
      const lines = stripVTControlCharacters(textExplain(viewOf(of), width)).split('\n');
      for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width);
    }
  });

  it('has the keys of the document', () => {
    expect(explainDocument(REFUSALS)).toMatchObject({
      schema: 'winset/explain@1',
      empty: true,
      conflicts: [
        [
          { kind: 'redLine', party: 'north', id: 'keep-river' },
          { kind: 'redLine', party: 'south', id: 'keep-road' },
        ],
      ],
      repairs: [
        [{ kind: 'redLine', party: 'north', id: 'keep-river' }],
        [{ kind: 'redLine', party: 'south', id: 'keep-road' }],
      ],
      complete: true,
      openings: { total: { value: 0 }, largest: { value: 0 }, parties: { value: 1 }, redLines: { value: 1 } },
      slack: { uniform: null, headroom: { north: null, south: null }, headroomIs: { north: 'apart', south: 'apart' } },
      zone: null,
      exchanges: null,
      drafts: {
        plan: { complete: true, edits: [{ distance: 1 }, { distance: 1, count: '2' }] },
        half: { exchanges: null },
      },
    });
    expect(explainDocument(THRESHOLDS)).toMatchObject({
      openings: { total: { value: 15, who: { south: 15 } }, largest: { value: 15 }, redLines: { value: 0 } },
      slack: { uniform: -15, headroom: { north: -15, south: -15 } },
    });
    expect(explainDocument(OPEN)).toMatchObject({
      empty: false,
      conflicts: [],
      repairs: [],
      openings: {},
      slack: { uniform: 0, headroom: { north: 20, south: 20 } },
      drafts: { plan: { edits: [{ without: [], distance: 1, count: '2', complete: true }] } },
    });
  });

  it('says of a package who gains, who pays for it, or that it is the same for everybody', () => {
    const of = caseOf(text(20, false));
    const changes = [
      { issue: 0, option: 1 },
      { issue: 1, option: 1 },
    ];
    const told = (gain: readonly number[]): string => {
      const packages = [{ changes, gain, everyone: gain.every((points) => points > 0) }];
      const exchanges = {
        from: { deal: [0, 0], utility: [100, 0] },
        logrolls: [],
        logrollCount: 0,
        packages,
        packageCount: 1,
        triples: true,
        complete: true,
      };
      const view = exchangesList(of, exchanges, { parties: [0, 1], drafts: [], all: false, command: 'winset' });
      return texts(view, 'package').join();
    };
    expect(told([0, 0])).toMatch(/\. The same for everybody\.$/);
    expect(told([-5, 10])).toMatch(/it costs Norths, and the deal would still be signed\.$/);
    expect(told([5, 10])).toMatch(/\. \S.*\.$/);
  });
});
