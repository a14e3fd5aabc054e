/** The engine inside a page: what it answers is what the commands answer for the overlay that it gives. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlsOf } from '../../src/page/controls.ts';
import { changesFrom, editsOf, turned, valueOf } from '../../src/page/live/changes.ts';
import type { Changes } from '../../src/page/live/changes.ts';
import { PageEngine } from '../../src/page/live/engine.ts';
import { editsTextIn, fragmentOf } from '../../src/page/live/link.ts';
import { revive, toWire } from '../../src/page/wire.ts';
import { askWhole } from '../../src/page/ask-whole.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { runs } from '../runs.ts';
import { caseOf, HERE, scenarioAt } from './case.ts';

const SHIPPED = join(import.meta.dirname, '../../scenarios');
const COMMAND = 'winset solve here';

const FILES = ['quarry-dispute', 'lease', 'first-five-minutes'].map((name) => join(SHIPPED, name));

function engineFor(path: string): { readonly path: string; readonly file: Scenario; readonly engine: PageEngine } {
  const file = scenarioAt(path);
  const carried = { file, start: [], command: COMMAND, version: '0.0.0' };
  // As a page carries it: through text and back.
  return { path, file, engine: new PageEngine(JSON.parse(toWire(carried), revive)) };
}

/** Some dials and switches of a scenario, turned somewhere. */
function changesOf(file: Scenario): fc.Arbitrary<Changes> {
  const { parties } = controlsOf(file, true);
  const dials = parties.flatMap(({ least, weights }) => [least, ...weights]);
  const lines = parties.flatMap((party) => party.lines);
  const turn = fc.tuple(fc.constantFrom(...dials), fc.double({ min: 0, max: 1, noNaN: true }));
  return fc
    .tuple(fc.array(turn, { maxLength: 4 }), fc.subarray(lines, { maxLength: Math.min(2, lines.length) }))
    .map(([turns, dropped]) => {
      const dialled = turns.reduce<Changes>((changes, [dial, share]) => {
        const steps = Math.round(((dial.to - dial.from) * share) / dial.step);
        return turned(changes, dial, Number((dial.from + steps * dial.step).toFixed(6)));
      }, {});
      const switched = dropped.map(
        ({ key, party, redLine }) => [key, { kind: 'dropRedLine', party, redLine }] as const,
      );
      return { ...dialled, ...Object.fromEntries(switched) };
    });
}

describe('the engine of a page', () => {
  it('answers as the commands do for the overlay that it gives', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'winset-overlay-'));
    const cases = FILES.map(engineFor);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases).chain((each) => changesOf(each.file).map((changes) => ({ ...each, changes }))),
        async ({ path, engine, changes }) => {
          const edits = engine.possible(editsOf(changes));
          const turnedPath = join(folder, 'turned.yaml');
          writeFileSync(turnedPath, engine.overlay(edits, path));
          const overlaid = caseOf(scenarioAt(turnedPath));
          const inPage = await engine.whole(edits);
          const byCommand = await askWhole(overlaid, COMMAND, HERE);
          const told = ({ report, rest, clauses }: typeof inPage) => ({
            verdict: report.verdict,
            conflict: report.conflict,
            openings: report.openings,
            deals: report.deals,
            clauses,
            frontier: rest?.frontier,
            drafts: rest?.report.drafts,
            blockers: rest?.report.blockers,
          });
          expect(told(inPage)).toEqual(told(byCommand));
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('says at a glance what it says later', async () => {
    const cases = FILES.map(engineFor);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases).chain((each) => changesOf(each.file).map((changes) => ({ ...each, changes }))),
        async ({ engine, changes }) => {
          const edits = engine.possible(editsOf(changes));
          const [glance, whole] = [engine.glance(edits), await engine.whole(edits)];
          expect(glance.report.verdict.headline).toBe(whole.report.verdict.headline);
          expect(glance.report.deals?.columns.map(({ cells }) => cells)).toEqual(
            whole.report.deals?.columns.map(({ cells }) => cells),
          );
          expect(glance.report.openings?.deals).toEqual(whole.report.openings?.deals);
          expect(glance.report.header).toEqual(whole.report.header);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('begins where the page was written', async () => {
    const file = scenarioAt(join(SHIPPED, 'quarry-dispute'));
    const start = [{ kind: 'dropRedLine', party: 'residents', redLine: file.parties[2]!.redLines[0]!.id }] as const;
    const carried = { file, start, command: COMMAND, version: '0.0.0' };
    const engine = new PageEngine(carried);
    expect(engine.overlay([], './here')).toContain(start[0].redLine);
    expect((await engine.whole([])).report.header.assumptions).toHaveLength(1);
  });
});

describe('what travels', () => {
  it('is the same after a page, big integers and ends of scripts included', () => {
    const data = fc.jsonValue();
    fc.assert(
      fc.property(data, fc.bigInt(), fc.string(), (value, big, text) => {
        const whole = { value, big, text: `${text}</script><!--` };
        const wire = toWire(whole);
        expect(wire).not.toContain('<');
        expect(JSON.parse(wire, revive)).toEqual(
          JSON.parse(JSON.stringify({ ...whole, big: 0 }), (key: string, v: unknown) =>
            key === 'big' && v === 0 ? big : v,
          ),
        );
      }),
      { numRuns: runs(200) },
    );
  });

  it('is the same after a link', () => {
    const { file, engine } = engineFor(FILES[0]!);
    fc.assert(
      fc.property(changesOf(file), (changes) => {
        const edits = editsOf(changes);
        const text = editsTextIn(fragmentOf(edits));
        expect(text === null ? [] : JSON.parse(text)).toEqual(edits);
        expect(editsOf(changesFrom(engine.possible(edits)))).toEqual(engine.possible(edits));
      }),
      { numRuns: runs(100) },
    );
  });

  it('is nothing where a link holds something else', () => {
    for (const fragment of ['', '#', '#section', '#turned=%%%', '#turned=!']) expect(editsTextIn(fragment)).toBeNull();
  });
});

describe('a dial', () => {
  it('is no change where it stands at the number of the file', () => {
    const { file } = engineFor(FILES[0]!);
    const dial = controlsOf(file, true).parties[0]!.least;
    const before = valueOf(dial, {});
    const moved = turned({}, dial, before + dial.step);
    expect(valueOf(dial, moved)).toBe(before + dial.step);
    expect(turned(moved, dial, before)).toEqual({});
  });
});
