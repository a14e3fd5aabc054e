/** Saving as a person asks for it: nothing is written over unasked, and never the scenario that an overlay needs. */
import {
  existsSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
  chmodSync,
  lstatSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { record, startHistory } from '../../../src/scenario/edit/history.ts';
import { loadScenario } from '../../../src/scenario/read/load.ts';
import type { Model } from '../../../src/tui/model/model.ts';
import { startModel, subjects } from '../../../src/tui/model/model.ts';
import { mountScreens } from '../../../src/tui/screens/table.ts';
import type { OutsideRequest } from '../../../src/tui/model/request.ts';
import { fulfil } from '../../../src/tui/outside/fulfil.ts';
import { writeWhole } from '../../../src/tui/outside/write-file.ts';

interface Desk {
  readonly folder: string;
  readonly model: Model;
  readonly ask: (request: OutsideRequest) => Model;
}

/** A copy of a scenario in a folder of its own, with one weight changed. */
function desk(foreign: string | null = null): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'winset-desk-'));
  cpSync(join(import.meta.dirname, '../../../scenarios/lease'), folder, { recursive: true });
  const loaded = loadScenario(folder);
  if (!loaded.ok) throw new Error('a shipped scenario is sound');
  const edit = { kind: 'weight', party: 'owner', issue: 'rent', value: 7 } as const;
  const recorded = record(startHistory(loaded.scenario), edit);
  if (!recorded.ok) throw new Error(recorded.message);
  const subjectOf = subjects();
  const { history } = recorded;
  const model = {
    ...startModel(startHistory(loaded.scenario), subjectOf, mountScreens()),
    history,
    subject: subjectOf(history),
  };
  const { files, under } = loaded;
  const source = { path: join(folder, 'scenario.yaml'), files, under, foreign, warnings: [], argument: folder };
  const outside = {
    source,
    signal: () => {},
    report: () => Promise.resolve(''),
    saved: () => {},
    recover: () => model,
    quit: () => {},
  };
  return {
    folder,
    model,
    ask: (request) => {
      let after = model;
      fulfil(outside, request, model, (change) => {
        after = change(after);
      });
      return after;
    },
  };
}

function save(path: string, overwrite = false): OutsideRequest {
  return { kind: 'save', form: 'overlay', path, overwrite };
}

test('an overlay is never written over what it stands on', () => {
  const { folder, ask } = desk();
  for (const name of ['scenario.yaml', 'parties/owner.yaml']) {
    const path = join(folder, name);
    const before = readFileSync(path, 'utf8');
    const { status } = ask(save(path, true));
    expect(status).toMatchObject({ kind: 'warn' });
    expect(status.text).toContain('stands on');
    expect(readFileSync(path, 'utf8')).toBe(before);
  }
});

test('an overlay cannot stand on a file of another program; a new scenario can be saved', () => {
  const { folder, ask } = desk('Genius XML');
  const path = join(folder, 'mine.yaml');
  expect(ask(save(path)).status.text).toBe(
    'An overlay stands on a scenario, and this is Genius XML; save it as a new scenario.',
  );
  expect(existsSync(path)).toBe(false);
  const { status } = ask({ kind: 'save', form: 'scenario', path: join(folder, 'new'), overwrite: false });
  expect(status.text).toContain('Saved');
  expect(existsSync(join(folder, 'new', 'scenario.yaml'))).toBe(true);
});

test('what exists is asked about first', () => {
  const { folder, ask } = desk();
  const path = join(folder, 'mine.yaml');
  writeFileSync(path, 'kept');
  expect(ask(save(path)).layer).toMatchObject({ kind: 'choice' });
  expect(readFileSync(path, 'utf8')).toBe('kept');
  expect(ask(save(path, true)).status.text).toContain('Saved');
  expect(readFileSync(path, 'utf8')).toContain('rent');
});

test('a file keeps who may read it, and a link stays a link', () => {
  const { folder } = desk();
  const [file, link] = [join(folder, 'file'), join(folder, 'link')];
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  symlinkSync(file, link);
  writeWhole([{ path: link, text: 'new' }]);
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
});
