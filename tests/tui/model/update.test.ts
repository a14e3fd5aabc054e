/** What keys mean while something lies on top of a screen, and what becomes of work that is not done when one leaves. */
import { describe, expect, it } from 'vitest';
import { startHistory } from '../../../src/scenario/edit/history.ts';
import { UNICODE } from '../../../src/tui/draw/glyphs.ts';
import { frame } from '../../../src/tui/frame/frame.ts';
import { plainText } from '../../../src/tui/draw/line.ts';
import { WaysOut } from '../../../src/tui/model/as-if.ts';
import type { Scene } from '../../../src/tui/model/global-commands.ts';
import type { Model } from '../../../src/tui/model/model.ts';
import { contextOf as contextOfModel, startModel, subjects } from '../../../src/tui/model/model.ts';
import type { OutsideRequest } from '../../../src/tui/model/request.ts';
import { SCREEN_NAMES } from '../../../src/tui/model/screen.ts';
import { press } from '../../../src/tui/model/update.ts';
import { fulfil } from '../../../src/tui/outside/fulfil.ts';
import { mountScreens } from '../../../src/tui/screens/table.ts';
import { charKey, keyOf } from '../../../src/tui/terminal/keys.ts';
import { contextOf } from '../support.ts';

const { now, findings } = contextOf('lease');
const subjectOf = subjects();
const ways = new WaysOut();
const START = startModel(startHistory(now.file), subjectOf, mountScreens());

function sceneOf(model: Model): Scene {
  return { model, context: contextOfModel(model, findings, UNICODE, ways), subjectOf, ways };
}

function after(model: Model, ...keys: readonly string[]): Model {
  return keys.reduce((current, key) => press(sceneOf(current), keyOf(key)).model, model);
}

const ON_TOP: readonly (readonly [string, readonly string[]])[] = [
  ['a number is typed', ['2', '6', '5']],
  ['help is read', ['2', '?']],
  ['the list of changes is read', ['2', 'L']],
  ['a command is sought', ['2', ':', 'p']],
  ['the form of a report is asked', ['2', 'e']],
  ['the name of a file is typed', ['2', 'e', 't']],
];

describe.each(ON_TOP)('while %s', (_, keys) => {
  const model = after(START, ...keys);

  it('every function key opens its screen', () => {
    for (const [k, name] of SCREEN_NAMES.entries()) {
      const next = after(model, `f${k + 1}`);
      expect([next.layer, next.current]).toEqual([null, name]);
    }
  });

  it('the keys that the tabs show open their screens', () => {
    const tabs = plainText(frame(sceneOf(model), { width: 200, height: 40 })[1]!);
    for (const [, key = '', name = ''] of tabs.matchAll(/ (F?\d) (\w+)/gu)) {
      const next = after(model, key.toLowerCase());
      expect(next.screens[next.current].title.toLowerCase()).toContain(name.toLowerCase());
    }
  });

  it('ctrl+p seeks a command', () => {
    expect(after(model, 'ctrl+p').layer?.kind).toBe('palette');
  });
});

it('a number that is left by a function key or by tab is not taken', () => {
  const typed = after(START, '2', '6', '5');
  expect(after(typed, 'enter').history.past).toHaveLength(1);
  for (const key of ['f3', 'tab', 'shift+tab', 'ctrl+p']) expect(after(typed, key).history.past).toHaveLength(0);
  expect(after(typed, 'tab').layer).toBeNull();
});

it('a text has its cursor where keys put it, and takes every sign, those of screens as well', () => {
  const typed = after(
    START,
    '2',
    'e',
    't',
    'ctrl+u',
    'a',
    '|',
    '1',
    ']',
    'left',
    'left',
    'x',
    'home',
    'delete',
    'end',
    'b',
  );
  expect(typed.layer).toMatchObject({ kind: 'prompt', typed: '|x1]b', at: 5 });
  expect(plainText(frame(sceneOf(after(typed, 'left', 'left')), { width: 80, height: 24 })[22]!)).toContain('|x1█]b');
});

it('a text longer than the line is shown around its cursor, and what is wrong with it has rows of its own', () => {
  const words = Array.from({ length: 90 }, (_, k) => String(k % 10));
  const typed = after(START, '2', 'e', 't', 'ctrl+u', ...words, ...words.slice(60).map(() => 'left'));
  const row = plainText(frame(sceneOf(typed), { width: 60, height: 24 })[22]!);
  expect(row).toContain('789█012');
  expect(row.trim().length).toBeLessThanOrEqual(60);
  const wrong = after(START, '2', '6', 'x', 'enter');
  const rows = frame(sceneOf(wrong), { width: 60, height: 24 }).map(plainText);
  expect(rows[21]).toMatch(/^ ! /);
  expect(rows[22]).toContain('6x█');
});

it('the digits of a choice are answers before they are screens', () => {
  const asked: Model = {
    ...START,
    layer: {
      kind: 'choice',
      text: 'How many',
      answers: [{ key: '2', label: 'two', leads: { kind: 'request', request: { kind: 'copy', text: '', what: '' } } }],
    },
  };
  const answered = press(sceneOf(asked), charKey('2'));
  expect(answered.model.current).toBe('overview');
  expect(answered.requests).toHaveLength(1);
});

describe('leaving while a report is being computed', () => {
  /** Runs requests as the interface does; `finish` ends the report. */
  function running() {
    let model: Model = START;
    let isOver = false;
    let finish = (_error: Error): void => {};
    const outside = {
      source: { path: 'lease.yaml', argument: 'lease', files: [], warnings: [], under: null, foreign: null },
      signal: () => {},
      report: () => new Promise<string>((_, reject) => (finish = reject)),
      saved: () => {},
      recover: (_: boolean, before: Model) => before,
      quit: () => {
        isOver = true;
      },
    };
    const run = (request: OutsideRequest): void => fulfil(outside, request, model, (change) => (model = change(model)));
    run({
      kind: 'export',
      what: 'solve',
      about: model.subject,
      questions: [],
      deal: null,
      form: 'text',
      path: 'no-such-folder/report.txt',
      overwrite: true,
    });
    const type = (key: string): void => {
      const next = press(sceneOf(model), keyOf(key));
      model = next.model;
      for (const request of next.requests) if (request.kind !== 'stop') run(request);
    };
    return {
      type,
      fail: async () => {
        finish(new Error('no'));
        await Promise.resolve();
        await Promise.resolve();
      },
      state: () => ({ isOver, layer: model.layer?.kind ?? null, isLeaving: model.isLeaving }),
    };
  }

  it('is asked about, and does not happen by escape', () => {
    const { type, state } = running();
    type('q');
    expect(state()).toEqual({ isOver: false, layer: 'choice', isLeaving: false });
    type('escape');
    expect(state()).toEqual({ isOver: false, layer: null, isLeaving: false });
  });

  it('happens at once by x, and by a second ctrl+c', () => {
    for (const keys of [
      ['q', 'x'],
      ['ctrl+c', 'ctrl+c'],
    ]) {
      const { type, state } = running();
      keys.forEach(type);
      expect(state().isOver).toBe(true);
    }
  });

  it('waits for the report by w, unless a key is pressed or the report cannot be written', async () => {
    const waiting = running();
    waiting.type('q');
    waiting.type('w');
    expect(waiting.state()).toEqual({ isOver: false, layer: null, isLeaving: true });
    await waiting.fail();
    expect(waiting.state()).toEqual({ isOver: false, layer: null, isLeaving: false });
    waiting.type('q');
    expect(waiting.state().isOver).toBe(true);
  });
});
