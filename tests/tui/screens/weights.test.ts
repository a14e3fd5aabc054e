/** The weights screen: its numbers against scenario and answers, what its keys do, and that it fits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variedNumbers } from '../../../src/compile/vary.ts';
import { applyEdit } from '../../../src/scenario/edit/edit.ts';
import type { ScenarioEdit } from '../../../src/scenario/edit/edit.ts';
import { atLeast, points, stated, signedPoints, slack } from '../../report/tenths.ts';
import { plainText } from '../../../src/tui/draw/line.ts';
import type { Context } from '../../../src/tui/model/context.ts';
import type { Effect, Step } from '../../../src/tui/model/screen.ts';
import { charKey, namedKey } from '../../../src/tui/terminal/keys.ts';
import { weightsScreen } from '../../../src/tui/screens/weights/index.ts';
import { ladderOf, worthTo } from '../../../src/tui/screens/weights/place.ts';
import type { WeightsState } from '../../../src/tui/screens/weights/state.ts';
import { pointsStep, weightStep } from '../../../src/tui/screens/weights/step-size.ts';
import { figure as plainFigure } from '../../../src/questions/sensitivity/breakpoints.ts';
import {
  after,
  AREAS,
  commandOf,
  contextOf,
  editsOf,
  expectFilled,
  flat,
  momentOf,
  NOTHING_KNOWN,
  outdated,
  renamed,
  run,
  screenText,
} from '../support.ts';
import { runs } from '../../runs.ts';
import { labelOf, optionId, optionIds } from '../../../src/scenario/format/options.ts';

const { initial } = weightsScreen;
const LARGE = { width: 120, height: 35 };
const SMALL = { width: 80, height: 19 };

/** With the answers that the screen itself asks for in this state. */
function answered(name: string, state: WeightsState, edits: readonly ScenarioEdit[] = []): Context {
  const first = contextOf(name, { kinds: ['glance', 'zone'], edits });
  return contextOf(name, { kinds: ['glance', ...weightsScreen.questions(first, state)], edits });
}

const BAND = answered('first-five-minutes', initial);
/** Four parties and 46 issues, before anything is answered. */
const UKRAINE = contextOf('ukraine-2025', { kinds: [] });
const QUARRY = answered('quarry-dispute', initial);
const FEE: ScenarioEdit = { kind: 'weight', party: 'band', issue: 'fee', value: 9 };
const MOVED = answered('first-five-minutes', initial, [FEE]);

function press(id: string, context: Context, state: WeightsState): Step<WeightsState> {
  return run(weightsScreen, id, context, state);
}

const RESERVATION: WeightsState = { ...initial, row: { kind: 'reservation' } };
const DISAGREEMENT: WeightsState = { ...initial, row: { kind: 'disagreement' } };
const LADDER: WeightsState = { ...initial, focus: 'ladder' };

describe('numbers that are not yet valued', () => {
  const added: ScenarioEdit = {
    kind: 'addIssue',
    issue: { id: 'sign', title: 'The sign', options: [{ id: 'big', label: 'big' }] },
  };
  const context = contextOf('first-five-minutes', { kinds: [], edits: [added] });
  const issue = context.now.scenario.issues.length - 1;
  const state: WeightsState = { ...initial, row: { kind: 'issue', issue } };

  it('are marked until they are turned', () => {
    const text = screenText(weightsScreen, context, state, LARGE);
    expect(text).toMatch(/The sign .*not yet valued/);
    expect(text).toContain('stands in; step');
    const edits = [added, ...editsOf(press('more', context, state).effects)];
    expect(edits).toHaveLength(2);
    const turned = contextOf('first-five-minutes', { kinds: [], edits });
    expect(screenText(weightsScreen, turned, state, LARGE)).not.toContain('stands in; step');
  });
});

describe('turning numbers', () => {
  it('moves a weight by one step or five, as one undo step', () => {
    const step = weightStep(BAND.now.scenario.parties[0]!);
    const to = (value: number): Effect[] => [
      { kind: 'edit', edit: { kind: 'weight', party: 'band', issue: 'fee', value }, merge: true },
    ];
    expect(step).toBe(0.1);
    expect(press('more', BAND, initial).effects).toEqual(to(5.1));
    expect(press('less', BAND, initial).effects).toEqual(to(4.9));
    expect(press('much-more', BAND, initial).effects).toEqual(to(5.5));
    expect(press('much-less', BAND, initial).effects).toEqual(to(4.5));
  });

  it('takes steps of 1 for weights that sum to about a hundred, and keeps them while they are turned', () => {
    const { parties } = UKRAINE.now.scenario;
    for (const party of parties) expect(weightStep(party)).toBe(1);
    const moved = contextOf('ukraine-2025', {
      kinds: [],
      edits: [{ kind: 'weight', party: 'us', issue: 'sovereignty', value: 900 }],
    });
    expect(editsOf(press('more', moved, initial).effects)).toEqual([
      { kind: 'weight', party: 'us', issue: 'sovereignty', value: 901 },
    ]);
  });

  it('moves thresholds in points and says where they end', () => {
    expect(pointsStep(BAND.now.scenario, BAND.now.scenario.parties[0]!)).toBe(1);
    expect(editsOf(press('more', BAND, RESERVATION).effects)).toEqual([
      { kind: 'reservation', party: 'band', value: 41 },
    ]);
    const shut = contextOf('first-five-minutes', { edits: [{ kind: 'reservation', party: 'band', value: 30 }] });
    expect(press('less', shut, RESERVATION).effects).toEqual([
      { kind: 'say', text: 'No party signs for less than no deal is worth to it (30.0).' },
    ]);
    expect(press('more', shut, DISAGREEMENT).effects![0]!.kind).toBe('say');
  });

  it('never leaves what an edit may set, from whatever number', () => {
    const places: WeightsState[] = [initial, RESERVATION, DISAGREEMENT, LADDER];
    const moves = fc.array(fc.constantFrom('more', 'less', 'much-more', 'much-less'), {
      maxLength: 12,
    });
    const names = fc.constantFrom('first-five-minutes', 'quarry-dispute', 'lease');
    fc.assert(
      fc.property(names, fc.constantFrom(...places), fc.nat(1), moves, (name, place, party, ids) => {
        let context = contextOf(name);
        for (const id of ids) {
          for (const edit of editsOf(press(id, context, { ...place, party }).effects)) {
            const result = applyEdit(context.now.scenario, edit, context.now.file);
            expect(result).toMatchObject({ ok: true });
            if (result.ok) context = { ...context, now: { ...context.now, scenario: result.scenario } };
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('scales the scores of a sheet, so that every score is multiplied', () => {
    const [edit] = editsOf(press('more', QUARRY, initial).effects);
    expect(edit).toEqual({ kind: 'scale', party: 'council', issue: QUARRY.now.scenario.issues[0]!.id, factor: 1.1 });
    const scaled = answered('quarry-dispute', initial, [edit!]);
    const text = flat(screenText(weightsScreen, scaled, initial, LARGE));
    expect(text).toContain('×1.1 *×1');
    const [before, now] = [QUARRY, scaled].map(({ now: { scenario } }) =>
      optionIds(scenario.issues[0]!).map((_, option) => worthTo(scenario, scenario.parties[0]!, 0, option).value),
    );
    now!.forEach((value, k) => expect(value).toBeCloseTo(before![k]! * 1.1, 9));
    const back = editsOf(press('less', scaled, initial).effects);
    expect(contextOf('quarry-dispute', { edits: [edit!, ...back] }).now.scenario.parties).toEqual(
      QUARRY.now.file.parties,
    );
  });

  it('sets a number that is typed, and keeps asking until it is one', () => {
    const { prompt } = press('set', BAND, initial);
    expect(prompt).toMatchObject({ label: 'Weight of Fee', text: '5' });
    expect(prompt!.onDone('7.25')).toEqual({
      effects: [{ kind: 'edit', edit: { kind: 'weight', party: 'band', issue: 'fee', value: 7.25 } }],
    });
    for (const wrong of ['', 'x', '1e3', '0x10', '-1', 'Infinity']) {
      expect(prompt!.onDone(wrong)).toHaveProperty('message');
    }
    const command = commandOf(weightsScreen, 'set');
    expect(command.run(BAND, initial, charKey('9')).prompt!.text).toBe('9');
    expect(command.run(BAND, initial, namedKey('enter')).prompt!.text).toBe('5');
  });

  it('sets a number back to what the file says, and only one that differs', () => {
    expect(commandOf(weightsScreen, 'reset').unavailable!(BAND, initial)).toBe('It is the number of the file.');
    const back = editsOf(press('reset', MOVED, initial).effects);
    expect(contextOf('first-five-minutes', { edits: [FEE, ...back] }).now.scenario).toEqual(BAND.now.file);
    const scale: ScenarioEdit = {
      kind: 'scale',
      party: 'council',
      issue: QUARRY.now.scenario.issues[0]!.id,
      factor: 3,
    };
    const scaled = contextOf('quarry-dispute', { edits: [scale] });
    const sheet = editsOf(press('reset', scaled, initial).effects);
    expect(contextOf('quarry-dispute', { edits: [scale, ...sheet] }).now.scenario).toEqual(QUARRY.now.file);
  });

  it('changes the value of one option on the ladder, the best option first', () => {
    const party = BAND.now.scenario.parties[0]!;
    const ladder = ladderOf(BAND.now.scenario, party, 0);
    const values = ladder.map((option) => worthTo(BAND.now.scenario, party, 0, option).value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const second = after(weightsScreen, BAND, LADDER, ['down']);
    const id = optionId(BAND.now.scenario.issues[0]!, ladder[1]!);
    expect(editsOf(press('more', BAND, second).effects)).toEqual([
      { kind: 'value', party: 'band', issue: 'fee', option: id, value: Number((values[1]! + 1).toPrecision(12)) },
    ]);
    expect(press('more', BAND, LADDER).effects).toEqual([{ kind: 'say', text: 'A value lies between 0 and 100.' }]);
  });
});

describe('moving about', () => {
  it('goes through the parties in a circle', () => {
    const around = UKRAINE.now.scenario.parties.map(() => 'next-party');
    expect(after(weightsScreen, UKRAINE, initial, around).party).toBe(0);
    expect(after(weightsScreen, UKRAINE, initial, ['previous-party']).party).toBe(3);
  });

  it('starts with the thresholds and ends with the last issue', () => {
    expect(after(weightsScreen, UKRAINE, initial, ['first']).row).toEqual({ kind: 'reservation' });
    expect(after(weightsScreen, UKRAINE, initial, ['last']).row).toEqual({ kind: 'issue', issue: 45 });
    expect(commandOf(weightsScreen, 'ladder').unavailable!(UKRAINE, RESERVATION)).toContain('no options');
  });

  it('narrows the issues while a filter is typed', () => {
    const { prompt } = press('filter', UKRAINE, initial);
    const state = prompt!.onChange!('sanctions').state!;
    const text = screenText(weightsScreen, UKRAINE, state, LARGE);
    const found = UKRAINE.now.scenario.issues.filter(({ title, id, group }) =>
      [title, id, group ?? ''].join(' ').toLowerCase().includes('sanctions'),
    );
    expect(text).toContain(`filter: sanctions  ${found.length} of 46`);
    expect(text).toContain('Weight of Sanctions on Russia');
    expect(text).not.toContain('Sovereignty');
    expect(prompt!.onCancel!().state).toMatchObject({ filter: '' });
    const none = prompt!.onChange!('nothing like this').state!;
    expect(screenText(weightsScreen, UKRAINE, none, LARGE)).toContain('0 of 46');
  });

  it('has no key twice, and takes digits as numbers', () => {
    const keys = weightsScreen.commands.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => /^\d$/u.test(key))).toHaveLength(10);
    const step = run(weightsScreen, 'set', BAND, initial, '7');
    expect(step.prompt?.text).toBe('7');
  });
});

describe('what the weights screen says', () => {
  it('has every number of the party with its title', () => {
    const text = screenText(weightsScreen, BAND, initial, SMALL);
    const { parties, issues } = BAND.now.scenario;
    const { preferences, reservation, disagreement } = parties[0]!;
    if (preferences.form !== 'weights') throw new Error('the band gives weights');
    const row = (word: string): string => text.split('\n').find((line) => line.slice(1).trimStart().startsWith(word))!;
    preferences.issues.forEach(({ weight }, k) => {
      const words = issues[k]!.title.split(' ')[0]!;
      expect(row(k === 0 ? `›${words}` : words).slice(0, 43)).toMatch(new RegExp(` ${weight.value} +┃`, 'u'));
    });
    expect(row('least')).toContain(points(reservation.value));
    expect(row('no deal')).toContain(points(disagreement.value));
  });

  it('marks numbers that differ from the file, with what the file says', () => {
    expect(screenText(weightsScreen, BAND, initial, LARGE)).not.toContain('*');
    expect(screenText(weightsScreen, MOVED, initial, LARGE)).toMatch(/ 9 +\*5 /u);
    expect(flat(screenText(weightsScreen, MOVED, initial, LARGE))).toContain('now 9, file 5');
  });

  it('shows the answer of the engine beside the numbers, with the difference to what was before', () => {
    const context = { ...MOVED, before: momentOf(BAND) };
    const text = screenText(weightsScreen, context, initial, SMALL);
    const [was, now] = [BAND, MOVED].map(({ findings }) => findings.glance.last!.answer);
    expect(text).toContain('✓ A deal is possible.');
    expect(text).toContain(`uniform slack ${slack(now!.uniformSlack!)}`);
    now!.solutions!.nash.deals[0]!.utility.forEach((utility, party) => {
      const { short } = MOVED.now.scenario.parties[party]!;
      const row = text
        .split('\n')
        .find((line) => line.slice(43).includes(` ${short} `) || line.includes(`›${short} `))!;
      expect(row).toContain(` ${points(utility)} `);
      const since = utility - was!.solutions!.nash.deals[0]!.utility[party]!;
      expect(row).toContain(since === 0 ? '=' : signedPoints(since));
    });
    expect(flat(screenText(weightsScreen, context, initial, LARGE))).toContain('Band to spare');
  });

  it('marks the option of the Nash deal on the ladder', () => {
    const { deal } = BAND.findings.glance.last!.answer.solutions!.nash.deals[0]!;
    const label = labelOf(BAND.now.scenario.issues[0]!, deal[0]!);
    const marked = screenText(weightsScreen, BAND, LADDER, LARGE)
      .split('\n')
      .filter((line) => /✓\d/u.test(line));
    expect(marked).toHaveLength(1);
    expect(marked[0]).toContain(`✓${label} euros`);
  });

  it('gives where a number comes from', () => {
    const text = flat(screenText(weightsScreen, BAND, initial, LARGE));
    expect(text).toContain("Range 4 to 6. From 400 to 1000 is half a month's rent for the rehearsal room.");
    expect(flat(screenText(weightsScreen, UKRAINE, initial, LARGE))).toContain(
      'Stated, 2025-11-23, range 0.158 to 0.263.',
    );
  });
});

describe('the breakpoints of the number under the cursor', () => {
  it('are asked for weights and thresholds, of the recommended deal as it is now', () => {
    const { coalition, solutions } = BAND.findings.glance.last!.answer;
    const expected = variedNumbers(BAND.now.scenario, false);
    const asked = (state: WeightsState) => weightsScreen.questions(BAND, state).filter(({ kind }) => kind === 'line');
    const recommended = { solution: 'nash', coalition, deal: solutions!.nash.deals[0]!.deal };
    const find = (kind: string) => expected.find((number) => number.party === 0 && number.kind === kind);
    expect(asked(initial)).toEqual([{ kind: 'line', number: find('weight'), recommended }]);
    expect(asked(RESERVATION)).toMatchObject([{ number: { kind: 'reservation', value: 40 } }]);
    expect(asked(DISAGREEMENT)).toMatchObject([{ number: { kind: 'disagreement', value: 30 } }]);
    expect(asked(LADDER)).toEqual([]);
    expect(weightsScreen.questions(QUARRY, initial)).toEqual([{ kind: 'zone' }]);
    expect(weightsScreen.questions(outdated(BAND, FEE), initial)).toEqual([{ kind: 'zone' }]);
  });

  it.each([initial, RESERVATION, DISAGREEMENT])('are said as the engine found them', (state) => {
    const context = answered('first-five-minutes', state);
    const { found, valueAt, line } = context.findings.line.last!.answer!;
    const figure = state.row.kind === 'issue' ? plainFigure : stated;
    const { down, up } = found.verdict;
    const text = flat(screenText(weightsScreen, context, state, LARGE));
    const from = down.until === line.least ? [] : [`from ${figure(valueAt(down.until), 'up')}`];
    const to = up.until === line.most ? [] : [`${from.length > 0 ? '' : 'up '}to ${figure(valueAt(up.until), 'down')}`];
    const range = [...from, ...to].join(' ') || 'for any value';
    expect(text).toContain(`Verdict holds ${range};`);
    for (const { changes, until } of [found.deal!.down, found.deal!.up]) {
      if (changes) expect(text).toMatch(/deal changes at ([\d.]+ and )?[\d.]+\./u);
      if (changes) expect(text.split('deal changes at ')[1]).toContain(figure(valueAt(until)));
    }
  });

  it('are drawn as a track with the present value, the value of the file and both changes', () => {
    const lines = weightsScreen.view(MOVED, initial, LARGE).map(plainText);
    const at = lines.findIndex((line) => line.includes('Weight of Fee'));
    expect(lines[at + 1]).toContain('●');
    expect(lines[at + 2]).toContain('○');
    expect(lines[at + 2]!.indexOf('○')).toBeLessThan(lines[at + 1]!.indexOf('●'));
    const band = weightsScreen.view(BAND, initial, LARGE).map(plainText);
    expect(band[band.findIndex((line) => line.includes('Weight of Fee')) + 2]).toContain('╎');
  });

  it('show where there is a deal and where there is none, from either side', () => {
    const trackOf = (context: Context): string => {
      const lines = weightsScreen.view(context, RESERVATION, LARGE).map(plainText);
      return lines[lines.findIndex((line) => line.includes('Least that')) + 1]!;
    };
    const open = trackOf(answered('first-five-minutes', RESERVATION));
    expect(open).toMatch(/█●█+▓?░+ 100\.0/u);
    const high: ScenarioEdit = { kind: 'reservation', party: 'band', value: 99 };
    const shut = answered('first-five-minutes', RESERVATION, [high]);
    expect(shut.findings.glance.last!.answer.empty).toBe(true);
    expect(trackOf(shut)).toMatch(/█+▓?░+●/u);
    const { found, valueAt } = shut.findings.line.last!.answer!;
    expect(found.verdict.down.changes).toBe(true);
    const from = atLeast(valueAt(found.verdict.down.until));
    expect(flat(screenText(weightsScreen, shut, RESERVATION, LARGE))).toContain(`No deal from ${from}.`);
  });

  it('are those of the number under the cursor or none', () => {
    const other: WeightsState = { ...initial, row: { kind: 'issue', issue: 1 } };
    const text = flat(screenText(weightsScreen, BAND, other, LARGE));
    expect(text).toContain('Weight of Day of the concert');
    expect(text).toContain('computing...');
    expect(text).not.toContain('Verdict holds');
  });
});

describe('the size of the weights screen', () => {
  const contexts = [
    BAND,
    UKRAINE,
    QUARRY,
    { ...MOVED, before: momentOf(BAND), pinned: momentOf(BAND) },
    outdated(BAND, FEE),
    { ...BAND, findings: NOTHING_KNOWN },
  ];

  it('fills it with names of any script', () => {
    const odd = contextOf(renamed(BAND.now.file), { kinds: ['glance', 'zone'] });
    const changed = { ...odd, before: momentOf(odd), pinned: momentOf(odd) };
    fc.assert(
      fc.property(fc.constantFrom(odd, changed), AREAS, (context, area) => {
        const lines = weightsScreen.view(context, initial, area);
        expect(lines).toHaveLength(area.height);
        expectFilled(lines, area);
      }),
      { numRuns: runs(300) },
    );
  });

  it('fills every area', () => {
    const rows = fc.oneof(
      fc.constantFrom<WeightsState['row']>({ kind: 'reservation' }, { kind: 'disagreement' }),
      fc.nat(1).map((issue): WeightsState['row'] => ({ kind: 'issue', issue })),
    );
    const states = fc.record({
      party: fc.nat(1),
      focus: fc.constantFrom<WeightsState['focus']>('list', 'ladder'),
      row: rows,
      option: fc.option(fc.nat(9)),
      filter: fc.constantFrom('', 'a', 'no such issue'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...contexts), states, AREAS, (context, state, area) => {
        const lines = weightsScreen.view(context, state, area);
        expect(lines).toHaveLength(area.height);
        expectFilled(lines, area);
      }),
      { numRuns: runs(300) },
    );
  });

  it('shows list, ladder, answer and number at 80 x 19', () => {
    const text = screenText(weightsScreen, UKRAINE, initial, SMALL);
    for (const word of ['United States', 'Answer', '1 Sovereignty', 'Weight of Sovereignty', 'step 1, large 5']) {
      expect(text).toContain(word);
    }
  });
});
