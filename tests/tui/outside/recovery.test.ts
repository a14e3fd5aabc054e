/** Unsaved work outlives the session that lost it, and is offered once. */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { record, startHistory } from '../../../src/scenario/edit/history.ts';
import { startKeeper } from '../../../src/tui/outside/keeper.ts';
import { forget, leftBehind, startRecovery } from '../../../src/tui/outside/recovery.ts';
import { stateFolder } from '../../../src/tui/outside/state-folder.ts';
import type { Model } from '../../../src/tui/model/model.ts';
import { startModel, subjects } from '../../../src/tui/model/model.ts';
import { mountScreens } from '../../../src/tui/screens/table.ts';
import { contextOf } from '../support.ts';

const PATH = '/somewhere/scenario.yaml';
const FILE = contextOf('lease').now.file;
const SOURCE = { path: PATH, files: [], under: null, foreign: null, warnings: [], argument: 'lease' };

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'winset-state-'));
}

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

function changed(): Model {
  const edit = { kind: 'weight', party: 'owner', issue: 'rent', value: 7 } as const;
  const recorded = record(startHistory(FILE), edit);
  if (!recorded.ok) throw new Error(recorded.message);
  const subjectOf = subjects();
  const start = startModel(startHistory(FILE), subjectOf, mountScreens());
  return { ...start, history: recorded.history, subject: subjectOf(recorded.history) };
}

test('a file of a session that runs is left alone; one of a session that ended is found', () => {
  const state = folder();
  startRecovery(state, PATH, process.ppid).keep('of another that runs');
  expect(leftBehind(state, PATH)).toEqual([]);
  startRecovery(state, PATH, endedProcess()).keep('left');
  expect(leftBehind(state, PATH).map(({ text }) => text)).toEqual(['left']);
  expect(leftBehind(state, '/elsewhere/scenario.yaml')).toEqual([]);
});

test('what is forgotten is gone', () => {
  const state = folder();
  startRecovery(state, PATH, endedProcess()).keep('left');
  leftBehind(state, PATH).forEach(forget);
  expect(leftBehind(state, PATH)).toEqual([]);
  expect(readdirSync(state)).toEqual([]);
});

test('nothing is written where nothing was changed, and nothing stays after an orderly end', async () => {
  const state = folder();
  const keeper = await startKeeper(SOURCE, state);
  expect(keeper.keepNow(startModel(startHistory(FILE), subjects(), mountScreens()))).toBeUndefined();
  expect(readdirSync(state)).toEqual([]);
  expect(keeper.keepNow(changed())).toContain('winset open lease');
  expect(readdirSync(state)).toHaveLength(1);
  keeper.clear();
  expect(readdirSync(state)).toEqual([]);
});

test('changes of an earlier session are offered, and can be taken up', async () => {
  const state = folder();
  (await startKeeper(SOURCE, state)).keepNow(changed());
  const [name] = readdirSync(state);
  const subjectOf = subjects();
  const keeper = await startKeeper(SOURCE, state);
  const model = keeper.offer(startModel(startHistory(FILE), subjectOf, mountScreens()));
  expect(model.layer).toMatchObject({ kind: 'choice' });
  const taken = keeper.recover(true, { ...model, layer: null }, subjectOf);
  expect(taken.history.past.map(({ edit }) => edit)).toEqual(changed().history.past.map(({ edit }) => edit));
  expect(taken.status.text).toContain('1 change');
  expect(readdirSync(state)).not.toContain(name);
  expect(readdirSync(state)).toHaveLength(1);
});

test('thrown away means gone, and the file as it is stays open', async () => {
  const state = folder();
  (await startKeeper(SOURCE, state)).keepNow(changed());
  const [name] = readdirSync(state);
  const subjectOf = subjects();
  const keeper = await startKeeper(SOURCE, state);
  const model = keeper.offer(startModel(startHistory(FILE), subjectOf, mountScreens()));
  expect(model.layer).toMatchObject({ kind: 'choice' });
  expect(keeper.recover(false, model, subjectOf).history).toBe(model.history);
  expect(readdirSync(state)).not.toContain(name);
});

test('a record that cannot be read stays, and hides no other', async () => {
  const state = folder();
  startRecovery(state, PATH, endedProcess()).keep('not even JSON');
  const model = startModel(startHistory(FILE), subjects(), mountScreens());
  expect((await startKeeper(SOURCE, state)).offer(model).layer).toBeNull();
  (await startKeeper(SOURCE, state)).keepNow(changed());
  expect((await startKeeper(SOURCE, state)).offer(model).layer).not.toBeNull();
});

test('what cannot be kept is said, and a folder that cannot be used stops nothing', async () => {
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  const keeper = await startKeeper(SOURCE, file);
  expect(keeper.keepNow(changed())).toContain('could not be kept');
  keeper.clear();
});

test('the folder of the state is the one the system has for it', () => {
  expect(stateFolder({ XDG_STATE_HOME: '/state' }, 'linux')).toBe('/state/winset');
  expect(stateFolder({ XDG_STATE_HOME: 'relative' }, 'linux')).toMatch(/\.local\/state\/winset$/);
  expect(stateFolder({ LOCALAPPDATA: 'C:\\local' }, 'win32')).toContain('winset');
});
