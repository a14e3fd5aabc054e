/** What an edit does to the model: one step for a slider that is turned, and back to the start where it began. */
import { expect, test } from 'vitest';
import { UNICODE } from '../../../src/tui/draw/glyphs.ts';
import { startHistory } from '../../../src/scenario/edit/history.ts';
import { WaysOut } from '../../../src/tui/model/as-if.ts';
import type { Model } from '../../../src/tui/model/model.ts';
import { contextOf as contextOfModel, screenOf, startModel, subjects } from '../../../src/tui/model/model.ts';
import { mountScreens } from '../../../src/tui/screens/table.ts';
import type { Effect } from '../../../src/tui/model/screen.ts';
import { follow } from '../../../src/tui/model/turn.ts';
import { contextOf, NOTHING_KNOWN } from '../support.ts';

const FILE = contextOf('first-five-minutes').now.file;
const subjectOf = subjects();

function turned(model: Model, ...values: readonly number[]): Model {
  return values.reduce((current, value) => {
    const edit = { kind: 'weight', party: 'band', issue: 'fee', value } as const;
    const effects: readonly Effect[] = [{ kind: 'edit', edit, merge: true }];
    const outcome = { screen: screenOf(current), effects, prompt: null };
    return follow(current, outcome, contextOfModel(current, NOTHING_KNOWN, UNICODE, new WaysOut()), subjectOf).model;
  }, model);
}

const START = startModel(startHistory(FILE), subjectOf, mountScreens());
const { preferences } = START.subject.scenario.parties[0]!;
const WAS = preferences.form === 'weights' ? preferences.issues.find(({ issue }) => issue === 'fee') : undefined;
const weight = WAS?.weight.value ?? 0;

test('a slider that is turned several times is one step, told from where it began', () => {
  const model = turned(START, weight + 1, weight + 2);
  expect(model.history.past).toHaveLength(1);
  expect(model.status.text).toContain(`${weight} -> ${weight + 2}`);
});

test('a slider turned back to where it began leaves no step, and can go on past it', () => {
  const back = turned(START, weight + 1, weight);
  expect(back.history.past).toHaveLength(0);
  expect(back.subject.scenario.parties[0]).toEqual(START.subject.scenario.parties[0]);
  expect(turned(back, weight - 1).history.past).toHaveLength(1);
});
