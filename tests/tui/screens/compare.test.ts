/** The scenario beside readings and dates: what is found, chosen and shown is what `compare` answers. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingsBeside } from '../../../src/cli/readings-beside.ts';
import { runHere } from '../../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../../src/jobs/job.ts';
import { openedCase } from '../../../src/questions/opened.ts';
import { loadScenario } from '../../../src/scenario/read/load.ts';
import { ASK } from '../../../src/tui/live/ask.ts';
import type { OpenBeside } from '../../../src/tui/live/ask.ts';
import type { Context } from '../../../src/tui/model/context.ts';
import { compareScreen } from '../../../src/tui/screens/compare/index.ts';
import type { CompareState } from '../../../src/tui/screens/compare/state.ts';
import { after, AREAS, contextOf, expectFilled, flat, run, screenText } from '../support.ts';
import { runs } from '../../runs.ts';

const FIVE = join(import.meta.dirname, '../../../scenarios/first-five-minutes');
const { initial } = compareScreen;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'winset-beside-'));
  mkdirSync(join(folder, 'readings'));
  const reading = (name: string, change: string) =>
    `winset: 1\nbase: ${FIVE}/scenario.yaml\nreading: { name: ${name}, by: A critic, why: So it seems. }\nchange: ${change}\n`;
  writeFileSync(join(folder, 'readings', 'b-firm.yaml'), reading('The band is firm', '{ band: { reservation: 90 } }'));
  writeFileSync(
    join(folder, 'readings', 'a-sunday.yaml'),
    reading('Sunday works', '{ band: { dropRedLines: [no-sunday] } }'),
  );
  writeFileSync(join(folder, 'readings', 'notes.yaml'), 'nothing: here\n');
  writeFileSync(join(folder, 'readings', 'broken.yaml'), 'reading: [\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function context(): Context {
  const edit = { kind: 'reservation', party: 'band', value: 50 } as const;
  return {
    ...contextOf('first-five-minutes', { edits: [edit] }),
    beside: readingsBeside(join(folder, 'scenario.yaml')),
  };
}

const crew = {
  run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job) => runHere(job))),
};

/** The context with what the screen asks answered. */
async function answered(at: Context, state: CompareState): Promise<Context> {
  const question = compareScreen.questions(at, state).find((each) => each.kind === 'compare');
  if (question?.kind !== 'compare') throw new Error('nothing is compared');
  const open: OpenBeside = (argument) => {
    const loaded = loadScenario(argument);
    if (!loaded.ok) throw new Error(argument);
    return Promise.resolve(openedCase(loaded, {}, '1'));
  };
  const answer = await ASK.compare(at.now, question, crew, open, () => {});
  const finding = {
    last: { question, about: at.now, answer },
    current: true,
    late: false,
    running: null,
    failed: null,
  };
  return { ...at, findings: { ...at.findings, compare: finding } };
}

describe('the compare screen', () => {
  it('finds the readings beside the file, and leaves out what is none', () => {
    expect(readingsBeside(join(folder, 'scenario.yaml')).map(({ name }) => name)).toEqual([
      'Sunday works',
      'The band is firm',
    ]);
    const own = join(folder, 'readings', 'b-firm.yaml');
    expect(readingsBeside(own).map(({ name }) => name)).toEqual(['Sunday works']);
  });

  it('asks for nothing until something is chosen, and for that alone', () => {
    const at = context();
    expect(compareScreen.questions(at, initial)).toEqual([]);
    const one = after(compareScreen, at, initial, ['down', 'choose']);
    expect(compareScreen.questions(at, one)).toEqual([{ kind: 'compare', others: [at.beside[1]!.argument] }]);
    expect(compareScreen.questions(at, after(compareScreen, at, one, ['choose']))).toEqual([]);
    expect(after(compareScreen, at, initial, ['choose-readings']).chosen).toHaveLength(2);
  });

  it('shows the table of the report: the scenario as edited, what differs, what follows', async () => {
    const at = context();
    const state = after(compareScreen, at, initial, ['choose-readings', 'pane']);
    const shown = screenText(compareScreen, await answered(at, state), state, { width: 150, height: 100 });
    expect(shown).toMatch(/deal {2,}possible {2,}possible {2,}none/);
    const text = flat(shown);
    expect(text).toContain('A deal is possible in A and B and there is none in C.');
    expect(text).toContain('the least it signs for 50 -> 90');
    expect(text).toContain('What hangs on one');
    expect(text).not.toContain('About this report');
  });

  it('says how far it is, and stops', async () => {
    const at = context();
    const state = after(compareScreen, at, initial, ['choose-readings']);
    const running = { ...at.findings.compare, running: 'solving, 1 of 3 scenarios begun' };
    const busy = { ...at, findings: { ...at.findings, compare: running } };
    const area = { width: 150, height: 30 };
    expect(flat(screenText(compareScreen, busy, state, area))).toContain(
      'computing... solving, 1 of 3 scenarios begun',
    );
    const { state: left, effects } = run(compareScreen, 'stop', busy, state);
    expect(left!.chosen).toEqual([]);
    expect(effects).toEqual([
      { kind: 'stop', question: 'compare' },
      { kind: 'say', text: 'Stopped; nothing is compared.' },
    ]);
    const told = await answered(at, state);
    const old = { ...told, findings: { ...told.findings, compare: { ...told.findings.compare, current: false } } };
    expect(screenText(compareScreen, old, state, area)).toContain('computing...');
    expect(run(compareScreen, 'stop', told, state).effects).toContainEqual({
      kind: 'say',
      text: 'Nothing stands beside the scenario.',
    });
  });

  it('lists the dates of a file as well', () => {
    const at = contextOf('ukraine-2025-short', { kinds: [] });
    const text = screenText(compareScreen, at, initial, { width: 120, height: 40 });
    for (const { date } of at.now.file.stages) expect(text).toContain(date);
  });

  it('fills the area exactly, before and after the answer', async () => {
    const at = context();
    const state = after(compareScreen, at, initial, ['choose-readings']);
    const told = await answered(at, state);
    fc.assert(
      fc.property(AREAS, fc.nat(200), fc.constantFrom<CompareState['pane']>('list', 'table'), (area, top, pane) => {
        for (const where of [contextOf('lease', { kinds: [] }), at, told]) {
          expectFilled(compareScreen.view(where, { ...state, pane, top }, area), area);
        }
      }),
      { numRuns: runs(25) },
    );
  });
});
