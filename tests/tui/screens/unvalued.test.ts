/** Numbers that are not yet valued, on every screen that shows them: marked alike, turned, and made unknown again. */
import { describe, expect, it } from 'vitest';
import type { ScenarioEdit } from '../../../src/scenario/edit/edit.ts';
import { unvaluedIn } from '../../../src/scenario/unvalued.ts';
import { STAND_IN_NOTE, WITH_MIDDLE } from '../../../src/report/view/unvalued.ts';
import { changeWords } from '../../../src/tui/model/change.ts';
import type { Moment } from '../../../src/tui/model/context.ts';
import { overviewScreen } from '../../../src/tui/screens/overview/index.ts';
import { pointsScreen } from '../../../src/tui/screens/points/index.ts';
import { weightsScreen } from '../../../src/tui/screens/weights/index.ts';
import type { WeightsState } from '../../../src/tui/screens/weights/state.ts';
import { scenarioOf } from '../../scenario/support.ts';
import { contextOf, editsOf, flat, momentOf, run, screenText } from '../support.ts';

const LARGE = { width: 120, height: 35 };

const STALL = scenarioOf(`winset: 1
title: A stall
issues:
  - { id: rent, title: Rent, range: { from: 0, to: 100, step: 50 } }
  - { id: days, title: Days, options: [one, two, three] }
  - { id: tax, title: Tax, range: { from: 0, to: 1000, step: 1 } }
parties:
  baker:
    name: The baker
    disagreement: unknown
    issues:
      rent: { weight: unknown, values: { 0: 100, 50: 50, 100: 0 } }
      days: { weight: 2, values: { one: 0, two: unknown, three: 100 } }
      tax: { weight: 2, value: { 0: 100, 1000: unknown } }
  town:
    name: The town
    disagreement: 4
    issues:
      rent: { scores: { 0: 0, 50: 2, 100: 9 } }
      days: { scores: { one: 6, two: unknown, three: 0 } }
drafts:
  d: { title: Draft, clauses: { rent: 50, days: two, tax: 0 } }
  none: { title: As it stands, noDeal: true }
`);

const CONTEXT = contextOf(STALL, { kinds: ['glance', 'zone'] });

function at(party: number, row: WeightsState['row'], option: number | null = null): WeightsState {
  const { initial } = weightsScreen;
  return { ...initial, party, row, option, focus: option === null ? 'list' : 'ladder' };
}

/** Of the first party its thresholds, a weight, a value, a point of a curve; a score of the other. */
const PLACES: readonly WeightsState[] = [
  at(0, { kind: 'disagreement' }),
  at(0, { kind: 'reservation' }),
  at(0, { kind: 'issue', issue: 0 }),
  at(0, { kind: 'issue', issue: 1 }, 1),
  at(0, { kind: 'issue', issue: 2 }, 1000),
  at(1, { kind: 'issue', issue: 1 }, 1),
];

function textAt(state: WeightsState, edits: readonly ScenarioEdit[]): string {
  return screenText(weightsScreen, contextOf(STALL, { kinds: [], edits }), state, LARGE);
}

describe('a number that is not yet valued on the weights screen', () => {
  it.each(PLACES)('is turned, set to what stood in for it, and made unknown again: %j', (state) => {
    const open = textAt(state, []);
    expect(open).toMatch(/not yet valued, \S+ stands in; step/);
    const context = contextOf(STALL, { kinds: [] });
    const [turned] = editsOf(run(weightsScreen, 'more', context, state).effects);
    const standsIn = /not yet valued, (\S+) stands in/.exec(open)![1]!;
    const typed = run(weightsScreen, 'set', context, state).prompt!.onDone(standsIn);
    const [same] = 'effects' in typed ? editsOf(typed.effects) : [];
    for (const edit of [turned!, same!]) {
      const text = textAt(state, [edit]);
      expect(text).toContain('*not yet valued');
      expect(text).toMatch(/now \S+, file not yet valued; step/);
      const after = contextOf(STALL, { kinds: [], edits: [edit] });
      const [reset] = editsOf(run(weightsScreen, 'reset', after, state).effects);
      const back = contextOf(STALL, { kinds: [], edits: [edit, reset!] });
      expect(unvaluedIn(back.now.scenario)).toEqual(unvaluedIn(STALL));
      expect(back.now.scenario.parties).toEqual(STALL.parties);
    }
  });
});

describe('numbers that stand in', () => {
  it('are marked on the heat map and beside all options, with what the mark means', () => {
    const text = screenText(pointsScreen, CONTEXT, pointsScreen.initial, LARGE);
    expect(text).toContain(STAND_IN_NOTE);
    expect(text).toContain(WITH_MIDDLE);
    const days = screenText(pointsScreen, CONTEXT, { ...pointsScreen.initial, issue: 1 }, LARGE);
    const detail = days.split('\n').filter((line) => line.startsWith('│'));
    expect(detail.find((line) => line.includes('two'))).toMatch(/\?50 .*\?3 /);
    expect(detail.find((line) => line.includes('three'))).not.toContain('?0 ');
  });

  it('are marked on the overview, in the least, the points of deals, drafts and what no deal is worth', () => {
    const text = screenText(overviewScreen, CONTEXT, overviewScreen.initial, LARGE);
    expect(text).toContain(STAND_IN_NOTE);
    expect(text).toMatch(/The baker +\?50.0/);
    expect(flat(text)).toMatch(/no deal: baker \?50.0, town 4/);
    expect(flat(text)).toMatch(/baker \?\d+\.\d yes, town \?5/);
  });

  it('have no mark where everything is known', () => {
    const known = contextOf('first-five-minutes', { kinds: ['glance', 'zone'] });
    expect(screenText(overviewScreen, known, overviewScreen.initial, LARGE)).not.toContain('?');
  });
});

describe('a change where numbers are not yet valued', () => {
  const moment = momentOf(CONTEXT);
  const told = (verdict: 'always' | 'depends' | 'never'): Moment => ({
    ...moment,
    glance: { ...moment.glance, unvalued: { numbers: [], beyond: null, verdict, taken: 'best' } },
  });
  const known: Moment = { ...moment, glance: { ...moment.glance, empty: true } };

  it('is told by the verdict for whatever they are', () => {
    expect(changeWords(known, told('depends'))[0]).toBe('it depends now on numbers that are not yet valued');
    expect(changeWords(told('depends'), told('always'))).toEqual([
      'a deal is possible now, whatever the numbers not yet valued are',
    ]);
    expect(changeWords(told('always'), told('never'))[0]).toBe(
      'no deal any more, whatever the numbers not yet valued are',
    );
    expect(changeWords(told('never'), known)).toEqual([]);
  });

  it('says before what follows from single numbers that it takes the middle', () => {
    const moved = momentOf(
      contextOf(STALL, {
        kinds: ['glance', 'zone'],
        edits: [{ kind: 'value', party: 'town', issue: 'rent', option: '50', value: 9 }],
      }),
    );
    const words = changeWords(told('depends'), {
      ...moved,
      glance: { ...moved.glance, unvalued: told('depends').glance.unvalued! },
    });
    expect(words[0]).toMatch(/^With the middle of what is not yet valued: \S/);
    expect(words.filter((text) => text.startsWith(WITH_MIDDLE))).toHaveLength(1);
  });
});
