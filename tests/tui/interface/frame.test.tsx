import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { startHistory } from '../../../src/scenario/edit/history.ts';
import { UNICODE } from '../../../src/tui/draw/glyphs.ts';
import { lineWidth, plainText } from '../../../src/tui/draw/line.ts';
import { frame } from '../../../src/tui/frame/frame.ts';
import type { Findings } from '../../../src/tui/live/question.ts';
import { WaysOut } from '../../../src/tui/model/as-if.ts';
import { GLOBAL_COMMANDS } from '../../../src/tui/model/global-commands.ts';
import type { Scene } from '../../../src/tui/model/global-commands.ts';
import type { Model, SubjectOf } from '../../../src/tui/model/model.ts';
import { contextOf as contextOfModel, screenOf, startModel } from '../../../src/tui/model/model.ts';
import { mountScreens } from '../../../src/tui/screens/table.ts';
import type { Request } from '../../../src/tui/model/request.ts';
import type { Area } from '../../../src/tui/model/screen.ts';
import { SCREEN_NAMES, screenKeys } from '../../../src/tui/model/screen.ts';
import { press } from '../../../src/tui/model/update.ts';
import { Frame } from '../../../src/tui/terminal/frame.tsx';
import { charKey, keyOf } from '../../../src/tui/terminal/keys.ts';
import type { Key } from '../../../src/tui/terminal/keys.ts';
import { runs } from '../../runs.ts';
import { contextOf, NOTHING_KNOWN } from '../support.ts';

afterEach(cleanup);

const SCENARIO = 'lease';
const SIZE: Area = { width: 80, height: 24 };

/** The same object for the same edits, and the one that the answers of these tests are about. */
const subjectOf: SubjectOf = ({ past }) => contextOf(SCENARIO, { edits: past.map(({ edit }) => edit), kinds: [] }).now;

const ways = new WaysOut();
const start = startModel(startHistory(contextOf(SCENARIO, { kinds: [] }).now.file), subjectOf, mountScreens());

/** As after the first answers. */
function answered({ history }: Model): Findings {
  return contextOf(SCENARIO, { edits: history.past.map(({ edit }) => edit), kinds: ['glance', 'zone'] }).findings;
}

function sceneOf(model: Model, findings: Findings = answered(model)): Scene {
  return { model, context: contextOfModel(model, findings, UNICODE, ways), subjectOf, ways };
}

/** What Ink makes of the frame, row by row. */
function shown(model: Model, findings?: Findings, size = SIZE): string {
  const lines = frame(sceneOf(model, findings), size);
  const { lastFrame, unmount } = render(<Frame lines={lines} columns={size.width} rows={size.height} />);
  const text = stripVTControlCharacters(lastFrame() ?? '');
  unmount();
  expect(text.split('\n').map((row) => row.trimEnd())).toEqual(lines.map((line) => plainText(line).trimEnd()));
  return text;
}

/** The model after these keys, and what was asked of the outside. */
function after(model: Model, ...keys: readonly (string | Key)[]): { model: Model; requests: readonly Request[] } {
  let requests: readonly Request[] = [];
  let current = model;
  for (const key of keys) {
    const turn = press(sceneOf(current), typeof key === 'string' ? keyOf(key) : key);
    current = turn.model;
    requests = [...requests, ...turn.requests];
  }
  return { model: current, requests };
}

const typed = (text: string): readonly Key[] => text.split('').map((char) => charKey(char));

/** A weight turned up. */
const changed = after(start, '2', 'down', 'right').model;

describe('the frame', () => {
  it.each(SCREEN_NAMES.map((name, k) => [name, k + 1] as const))('of the screen %s marks its tab', (name, k) => {
    const { model } = after(start, screenKeys(k - 1)[0]!);
    expect(model.current).toBe(name);
    const rows = shown(model).split('\n');
    expect(rows[0]).toContain(`› ${screenOf(model).title}`);
    expect(rows[1]).toMatch(
      new RegExp(
        `\\[(?:F${k}|[${screenKeys(k - 1)[0]}]) (?:${screenOf(model).short}|${screenOf(model).title})\\]`,
        'u',
      ),
    );
    expect(rows.at(-1)).toMatch(/\? help {2}q quit *$/u);
  });

  it('has the verdict at the top, and says while it is of other numbers', () => {
    expect(shown(start).split('\n')[0]).toMatch(/DEAL POSSIBLE · 6 deals *$/u);
    expect(shown(start, NOTHING_KNOWN).split('\n')[0]).toMatch(/computing *$/u);
    expect(shown(changed, answered(start)).split('\n')[0]).toMatch(/DEAL POSSIBLE · computing *$/u);
  });

  it('says at the bottom what was changed and what that did', () => {
    const status = shown(changed).split('\n').at(-2);
    expect(status).toMatch(/weight of Fixed term 6 -> 6\.1 +· .*to spare \S+ -> \S+/u);
    expect(shown(changed).split('\n')[0]).toContain('*');
  });

  it('keeps every change until it is undone, and takes it up again', () => {
    const undone = after(changed, 'u').model;
    expect(undone.subject).toBe(start.subject);
    expect(shown(undone)).toContain('Undone: ');
    expect(after(undone, 'U').model.subject).toBe(changed.subject);
    expect(shown(after(undone, 'u').model)).toContain('! Nothing to undo.');
  });

  it('has help on top of a screen until a key closes it', () => {
    const { model } = after(start, '?');
    expect(shown(model)).toContain('Overview: help');
    expect(after(model, 'escape').model.layer).toBeNull();
    expect(after(model, 'down').model.layer).toEqual({ kind: 'help', top: 1 });
  });

  it('finds a command by its letters and gives it', () => {
    const { model } = after(start, ':', ...typed('screen why'));
    expect(shown(model)).toContain('open the screen why');
    expect(after(model, 'enter').model.current).toBe('why');
  });
});

describe('what is asked of the outside', () => {
  it('is a file under the name that was typed', () => {
    const { requests } = after(changed, 's', 'o', 'ctrl+u', ...typed('my deal.yaml'), 'enter');
    expect(requests).toEqual([{ kind: 'save', form: 'overlay', path: 'my deal.yaml', overwrite: false }]);
    expect(after(changed, 's', 'o', 'ctrl+u', 'enter').requests).toEqual([]);
    expect(after(changed, 's', 'escape').requests).toEqual([]);
  });

  it('is the end, at once or after a question', () => {
    expect(after(start, 'q').requests).toEqual([{ kind: 'quit', reports: 'ask' }]);
    expect(after(start, 'ctrl+c').requests).toEqual([{ kind: 'quit', reports: 'ask' }]);
    const asked = after(changed, 'q');
    expect(asked.requests).toEqual([]);
    expect(shown(asked.model)).toContain('There are unsaved changes:');
    expect(after(asked.model, 'x').requests).toEqual([{ kind: 'quit', reports: 'ask' }]);
    expect(after(changed, 'ctrl+c', 'ctrl+c').requests).toEqual([{ kind: 'quit', reports: 'drop' }]);
    expect(after(asked.model, 'escape').model.layer).toBeNull();
  });

  it('is the deal under the cursor, to be copied', () => {
    const { requests } = after(start, 'y');
    expect(requests).toMatchObject([{ kind: 'copy', text: expect.stringContaining('rent: "1200"') }]);
  });
});

describe('any keys', () => {
  const names = [
    ...new Set([
      ...GLOBAL_COMMANDS.flatMap(({ keys }) => keys),
      ...SCREEN_NAMES.flatMap((name) => start.screens[name].offers(sceneOf(start).context).flatMap(({ keys }) => keys)),
      'escape',
      'enter',
      'backspace',
      'x',
      '7',
    ]),
  ];
  const area = fc.record({ width: fc.integer({ min: 1, max: 130 }), height: fc.integer({ min: 1, max: 45 }) });

  it('lead to a frame of exactly the size of the terminal', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 30 }), area, (keys, size) => {
        const { model } = after(start, ...keys);
        for (const findings of [answered(model), NOTHING_KNOWN, answered(start)]) {
          const lines = frame(sceneOf(model, findings), size);
          expect(lines).toHaveLength(size.height);
          for (const line of lines) expect(lineWidth(line)).toBe(size.width);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
