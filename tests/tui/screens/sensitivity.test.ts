/** The sensitivity screen: what it says against the engine's answers, what its keys do, and that it fits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variedNumbers } from '../../../src/compile/vary.ts';
import { SOLUTION_NAMES } from '../../../src/engine/answer.ts';
import { percent } from '../../../src/report/text/number.ts';
import { numberWords } from '../../../src/questions/sensitivity/tornado.ts';
import { signedPoints, slack as slackOf } from '../../report/tenths.ts';
import { issueTitle, optionLabel, partyShort } from '../../../src/report/view/words.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { plainText } from '../../../src/tui/draw/line.ts';
import type { Question } from '../../../src/tui/live/question.ts';
import type { Context } from '../../../src/tui/model/context.ts';
import { sensitivityScreen } from '../../../src/tui/screens/sensitivity/index.ts';
import type { SensitivityState } from '../../../src/tui/screens/sensitivity/state.ts';
import { idOf, INITIAL, PANES } from '../../../src/tui/screens/sensitivity/state.ts';
import { after, AREAS, contextOf, expectFilled, flat, NOTHING_KNOWN, outdated, run, screenText } from '../support.ts';
import { optionList } from '../../../src/scenario/format/options.ts';

const LARGE = { width: 120, height: 35 };
const SMALL = { width: 80, height: 19 };
const SMAA: Question = { kind: 'smaa', draws: 300, solution: 'nash' };

const LEASE = contextOf('lease', { kinds: ['glance', 'tornado', SMAA] });
const BAND = contextOf('first-five-minutes', { kinds: ['glance', 'tornado', SMAA] });
/** The band asks for so much that its own number decides whether there is a deal. */
const DEAR = contextOf('first-five-minutes', {
  edits: [{ kind: 'reservation', party: BAND.now.scenario.parties[0]!.id, value: 80 }],
  kinds: ['glance', 'tornado'],
});
const EMPTY = contextOf('quarry-dispute', { kinds: ['glance', 'tornado', SMAA] });

function tornadoOf({ findings }: Context) {
  if (findings.tornado.last === null) throw new Error('no effects were asked for');
  return findings.tornado.last.answer;
}

function drawsOf({ findings }: Context) {
  if (findings.smaa.last === null) throw new Error('no draws were asked for');
  return findings.smaa.last.answer;
}

/** The context with the breakpoints that the screen asks for in this state. */
function withLine(context: Context, state: SensitivityState): Context {
  const line = sensitivityScreen.questions(context, state).find(({ kind }) => kind === 'line');
  if (line === undefined) throw new Error('the screen asks for no breakpoints');
  const { line: finding } = contextOf(context.now.file, { edits: context.now.edits, kinds: [line] }).findings;
  return { ...context, findings: { ...context.findings, line: finding } };
}

function drawing(context: Context, running: string): Context {
  const smaa = { last: null, current: false, late: false, running, failed: null };
  return { ...context, findings: { ...context.findings, smaa } };
}

describe('one number at a time', () => {
  it.each([LEASE, BAND, EMPTY, DEAR])('lists every number by its effect with what its ends change', (context) => {
    const { answer, numbers, order } = tornadoOf(context);
    const { base } = answer;
    const rows = screenText(sensitivityScreen, context, INITIAL, { width: 120, height: 50 }).split('\n');
    const places = order.map((k) => {
      const number = numbers[k]!;
      const { low, high } = answer.swings[k]!;
      const slack = (value: number | null) => (value === null ? 'none' : slackOf(value));
      const place = rows.findIndex(
        (row) => row.includes(`${numberWords(context.now, number)} `) && row.includes(' / '),
      );
      const words = [low, high].map(({ changed, coalition }) => {
        if ((coalition === null) !== (base.coalition === null)) return coalition === null ? 'no deal' : 'a deal';
        return changed === null ? '-' : String(changed);
      });
      expect(rows[place]).toContain(` ${number.low} - ${number.high}${number.stated ? ' ' : ' *'}`);
      expect(rows[place]).toContain(` ${slack(low.uniformSlack)} / ${slack(high.uniformSlack)} `);
      expect(rows[place]).toContain(`${words.join(' / ')}┃`);
      return place;
    });
    expect(places).toStrictEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(numbers.length);
  });

  it('draws a bar to the side to which the slack goes', () => {
    const { answer, numbers, order } = tornadoOf(BAND);
    const rows = screenText(sensitivityScreen, BAND, INITIAL, { width: 120, height: 50 }).split('\n');
    for (const k of order) {
      const { low, high } = answer.swings[k]!;
      const row = rows.find((line) => line.includes(`${numberWords(BAND.now, numbers[k]!)} `) && line.includes(' / '))!;
      const [left = '', right = ''] = row.slice(1, -1).split('│');
      const sides = [low, high].map(({ uniformSlack }) => Math.sign(uniformSlack! - answer.base.uniformSlack!));
      ['▒', '█'].forEach((sign, end) => {
        if (Math.abs([low, high][end]!.uniformSlack! - answer.base.uniformSlack!) < 1) return;
        expect((sides[end]! < 0 ? left : right).includes(sign)).toBe(true);
        expect((sides[end]! < 0 ? right : left).includes(sign)).toBe(sides[0] === sides[1]);
      });
    }
  });

  it('marks a number that can change the verdict, with a sign and in words', () => {
    const text = screenText(sensitivityScreen, withLine(DEAR, INITIAL), INITIAL, LARGE);
    expect(text).toMatch(/Band: the least it signs for .* ! 1 \/ no deal┃/u);
    expect(flat(text)).toMatch(/at 96 ! no deal; uniform slack -\d/u);
    expect(flat(text)).toContain('critical no deal above 84.73; now 80.');
  });

  it('tells range, source and effects of the number under the cursor', () => {
    const { answer, numbers, order } = tornadoOf(LEASE);
    order.forEach((k, place) => {
      const number = numbers[k]!;
      const state = after(sensitivityScreen, LEASE, INITIAL, Array<string>(place).fill('down'));
      expect(state.number ?? idOf(number)).toStrictEqual(idOf(number));
      const text = flat(screenText(sensitivityScreen, LEASE, state, LARGE));
      const source = number.stated
        ? 'as the scenario states'
        : '20 % either way as far as other numbers allow, as no range is stated';
      expect(text).toContain(`range now ${number.value}, from ${number.low} to ${number.high}: ${source}.`);
      const { low, high } = answer.swings[k]!;
      for (const [at, { uniformSlack, changed }] of [
        [number.low, low],
        [number.high, high],
      ] as const) {
        const move = signedPoints(uniformSlack! - answer.base.uniformSlack!);
        const deal = changed === 0 ? 'the Nash deal stays' : `${changed} clause of the Nash deal differs`;
        expect(text).toContain(
          `at ${at} uniform slack ${slackOf(uniformSlack!)}${move === '0.0' ? ' (as now)' : ` (${move})`}; ${deal}`,
        );
      }
    });
  });

  it('gives the exact values between which verdict and deal hold', () => {
    const text = flat(screenText(sensitivityScreen, withLine(LEASE, INITIAL), INITIAL, LARGE));
    // The bakery could get 90 points at most; its Nash deal changes at 40 and at 60.
    expect(text).toContain('critical no deal above 90; now 55.');
    expect(text).toContain('holds a deal while any - 90; this deal while 40 - 60');
    expect(flat(screenText(sensitivityScreen, LEASE, INITIAL, LARGE))).toContain('holds computing...');
  });

  it('does not show the breakpoints of another number', () => {
    const context = withLine(LEASE, INITIAL);
    const moved = after(sensitivityScreen, LEASE, INITIAL, ['down']);
    expect(flat(screenText(sensitivityScreen, context, moved, LARGE))).not.toContain('above 90');
  });

  it('asks about the number under the cursor as it is now, and the deal that is recommended', () => {
    const state = after(sensitivityScreen, LEASE, INITIAL, ['last']);
    const { numbers, order } = tornadoOf(LEASE);
    const glance = LEASE.findings.glance.last!.answer;
    expect(sensitivityScreen.questions(LEASE, state)).toStrictEqual([
      { kind: 'tornado', solution: 'nash' },
      {
        kind: 'line',
        number: numbers[order.at(-1)!],
        recommended: { solution: 'nash', coalition: glance.coalition, deal: glance.solutions!.nash.deals[0]!.deal },
      },
    ]);
    const bakery = LEASE.now.scenario.parties[0]!.id;
    const later = outdated(LEASE, { kind: 'disagreement', party: bakery, value: 50 });
    expect(sensitivityScreen.questions(later, INITIAL)).toStrictEqual([{ kind: 'tornado', solution: 'nash' }]);
    const caught = { ...later, findings: { ...later.findings, glance: LEASE.findings.glance } };
    expect(sensitivityScreen.questions(caught, INITIAL)[1]).toMatchObject({ number: { value: 50, low: 40, high: 60 } });
    expect(sensitivityScreen.questions({ ...LEASE, findings: NOTHING_KNOWN }, INITIAL)).toHaveLength(1);
  });

  it('keeps the cursor on its number when the order changes', () => {
    const state = after(sensitivityScreen, BAND, INITIAL, ['down', 'down', 'down']);
    const text = screenText(sensitivityScreen, DEAR, state, LARGE);
    const number = variedNumbers(DEAR.now.scenario, false).find(
      ({ party, kind, issue }) =>
        party === state.number!.party && kind === state.number!.kind && issue === state.number!.issue,
    )!;
    expect(text).toMatch(new RegExp(`┃› ${numberWords(DEAR.now, number)} `, 'u'));
  });

  it('opens the number among the weights', () => {
    const { numbers, order } = tornadoOf(LEASE);
    order.forEach((k, place) => {
      const { party, kind, issue } = numbers[k]!;
      const state = after(sensitivityScreen, LEASE, INITIAL, Array<string>(place).fill('down'));
      const at = { party, kind, issue };
      expect(run(sensitivityScreen, 'open', LEASE, state).effects).toStrictEqual([
        { kind: 'go', screen: 'weights', at },
      ]);
    });
  });

  it('goes through the six solutions', () => {
    let state = INITIAL;
    for (const name of SOLUTION_NAMES) {
      expect(sensitivityScreen.questions(LEASE, state)[0]).toStrictEqual({ kind: 'tornado', solution: name });
      state = after(sensitivityScreen, LEASE, state, ['solution-next']);
    }
    expect(state).toStrictEqual(INITIAL);
    expect(after(sensitivityScreen, LEASE, state, ['solution-previous']).solution).toBe(SOLUTION_NAMES.at(-1));
  });

  it('dims effects on other numbers, and says that they are being computed', () => {
    const stale = outdated(LEASE, { kind: 'disagreement', party: LEASE.now.scenario.parties[0]!.id, value: 50 });
    const lines = sensitivityScreen.view(stale, INITIAL, LARGE);
    expect(plainText(lines[0]!)).toContain('computing...');
    expect(lines.slice(1).every((line) => line.every(({ tone, text }) => tone === 'dim' || text.trim() === ''))).toBe(
      true,
    );
    expect(lines.map(plainText).join('\n')).toContain('now 55'); // what the effects are about
  });
});

describe('all numbers at once', () => {
  const shown: SensitivityState = { ...INITIAL, pane: 'options', draws: 300 };

  it('asks how many draws, and takes whole numbers only', () => {
    const step = run(sensitivityScreen, 'draws', BAND, INITIAL);
    expect(step.prompt?.text).toBe('2000');
    for (const wrong of ['', 'many', '0', '-5', '2.5', '1000001']) {
      expect(step.prompt?.onDone(wrong)).toHaveProperty('message');
    }
    expect(step.prompt?.onDone('5,000')).toStrictEqual({ state: { ...INITIAL, pane: 'options', draws: 5000 } });
    expect(sensitivityScreen.questions(BAND, { ...INITIAL, draws: 5000 })).toContainEqual({
      kind: 'smaa',
      draws: 5000,
      solution: 'nash',
    });
    expect(sensitivityScreen.questions(BAND, INITIAL).some(({ kind }) => kind === 'smaa')).toBe(false);
  });

  it('shows how far the draws are on both halves, and stops them on m and escape', () => {
    const context = drawing(BAND, '1,200 of 2,000 draws');
    for (const pane of PANES) {
      expect(screenText(sensitivityScreen, context, { ...shown, pane }, SMALL)).toContain('1,200 of 2,000 draws');
    }
    const bar = /computing\.\.\. (█*)(░*) /u.exec(screenText(sensitivityScreen, context, shown, SMALL))!;
    expect(bar[1]!.length / (bar[1]!.length + bar[2]!.length)).toBeCloseTo(0.6, 1);
    for (const id of ['draws', 'stop-draws']) {
      expect(run(sensitivityScreen, id, context, shown).state).toStrictEqual({ ...shown, draws: null });
    }
    expect(run(sensitivityScreen, 'stop-draws', BAND, shown)).toStrictEqual({});
    expect(run(sensitivityScreen, 'draws', BAND, shown).prompt?.text).toBe('300');
  });

  it.each([LEASE, BAND])('gives the probability of a zone with its interval, and every option', (context) => {
    const answer = drawsOf(context);
    const { scenario, compiled } = context.now;
    const rows = screenText(sensitivityScreen, context, shown, { width: 120, height: 50 }).split('\n');
    const [from, to] = answer.zone.interval;
    expect(rows.join('\n')).toContain(`(95 % interval ${percent(from)} to ${percent(to)})`);
    let place = 0;
    const issues = scenario.issues.map((own, issue) =>
      optionList(own)
        .map((_, option) => ({ issue, option, share: answer.options[compiled.problem.offsets[issue]! + option]! }))
        .filter(({ share }) => share > 0),
    );
    for (const options of issues) {
      for (const { issue, option, share } of options) {
        const label = `${optionLabel(scenario, issue, option)} `;
        const row = rows.findIndex((line) => line.includes(` ${label}`) && line.includes(` ${percent(share)} `));
        expect(row).toBeGreaterThan(0);
        if (options.length > 1) place = Math.max(place, row);
      }
    }
    // Issues that all draws decide alike stand below the others.
    for (const options of issues.filter(({ length }) => length === 1)) {
      const title = issueTitle(scenario, options[0]!.issue);
      expect(rows.findIndex((line) => line.includes(`  ${title} `) && line.includes('100 %'))).toBeGreaterThan(place);
    }
  });

  it('tells what one would have to believe for the option under the cursor', () => {
    const answer = drawsOf(BAND);
    const { scenario, compiled } = BAND.now;
    let state = shown;
    let told = 0;
    for (let row = 0; row < 8; row++) {
      const text = screenText(sensitivityScreen, BAND, state, { width: 160, height: 50 });
      const options = scenario.issues.flatMap((_, issue) =>
        optionList(scenario.issues[issue]!).map((__, option) => ({
          words: `${issueTitle(scenario, issue)}: ${optionLabel(scenario, issue, option)}`,
          beliefs: answer.beliefs[compiled.problem.offsets[issue]! + option]!,
        })),
      );
      const { beliefs } = options.find(({ words }) => text.includes(`for ${words}:`) || text.includes(` ${words} `))!;
      for (const { party, issue, central, mean } of beliefs) {
        const words = `${partyShort(scenario, party)} +${issueTitle(scenario, issue)} +[+-] ${(central * 100).toFixed(1)} % +${(mean * 100).toFixed(1)} %`;
        expect(text).toMatch(new RegExp(words, 'u'));
        told++;
      }
      state = after(sensitivityScreen, BAND, state, ['down']);
    }
    expect(told).toBeGreaterThan(0);
  });

  it('gives the share of draws with each draft in the zone, and opens the draft', () => {
    const answer = drawsOf(BAND);
    const state = { ...shown, pane: 'drafts' } as const;
    const text = screenText(sensitivityScreen, BAND, state, LARGE);
    BAND.now.scenario.drafts.forEach(({ id }, draft) => {
      expect(text).toMatch(new RegExp(`${id} +${percent(answer.drafts[draft]!.inZone.share)} `, 'u'));
      const at = { ...state, draft };
      const effects = run(sensitivityScreen, 'open', BAND, at).effects;
      expect(effects).toMatchObject([
        { kind: 'show', shown: { title: `draft ${id}` } },
        { kind: 'go', screen: 'deal' },
      ]);
    });
  });

  it('leads from an option to its beliefs, and from a belief to the weight', () => {
    const { scenario } = BAND.now;
    const telling = Array.from({ length: 8 }, (_, option) => ({ ...shown, option })).find((state) =>
      screenText(sensitivityScreen, BAND, state, LARGE).includes('mean shares of'),
    )!;
    const beliefs = after(sensitivityScreen, BAND, telling, ['open']);
    expect(beliefs.pane).toBe('beliefs');
    const [effect] = run(sensitivityScreen, 'open', BAND, beliefs).effects!;
    expect(effect).toMatchObject({ kind: 'go', screen: 'weights', at: { kind: 'weight' } });
    const text = screenText(sensitivityScreen, BAND, beliefs, LARGE);
    const named = /┃› (\S+) +(.+?) +[+-] \d/u.exec(text)!;
    const party = scenario.parties.findIndex(({ short }) => short === named[1]);
    const issue = scenario.issues.findIndex(({ title }) => title === named[2]);
    expect(effect).toMatchObject({ at: { party, issue } });
  });

  it('says where no draw has a deal', () => {
    const text = screenText(sensitivityScreen, EMPTY, shown, SMALL);
    expect(text).toContain('No reading drawn has a deal');
    expect(text).toContain('mediator');
  });

  it('goes through the lists that have something to show', () => {
    const panes = (context: Context): string[] => {
      const met = [INITIAL];
      for (let k = 0; k < 4; k++) met.push(after(sensitivityScreen, context, met.at(-1)!, ['pane']));
      return met.map(({ pane }) => pane);
    };
    expect(panes(BAND)).toStrictEqual(['numbers', 'options', 'beliefs', 'drafts', 'numbers']);
    expect(panes(DEAR)).toStrictEqual(['numbers', 'options', 'numbers', 'options', 'numbers']);
    const back = after(sensitivityScreen, BAND, INITIAL, ['pane-back']);
    expect(back.pane).toBe('drafts');
  });
});

describe('sizes of the sensitivity screen', () => {
  const wide: Scenario = {
    ...BAND.now.scenario,
    hash: 'wide',
    parties: BAND.now.scenario.parties.map((party, k) => ({
      ...party,
      name: `${'委員會'.repeat(9)}${k}`,
      short: `${'居民'.repeat(4)}${k}`,
    })),
    issues: BAND.now.scenario.issues.map((issue) => ({ ...issue, title: `${issue.title}${'水'.repeat(30)}` })),
  };
  const failed = { last: null, current: false, late: false, running: null, failed: 'out of memory' };
  const contexts: readonly Context[] = [
    LEASE,
    withLine(LEASE, INITIAL),
    DEAR,
    EMPTY,
    drawing(BAND, ''),
    drawing(BAND, '1,200 of 2,000 draws'),
    { ...BAND, findings: NOTHING_KNOWN },
    { ...BAND, findings: { ...NOTHING_KNOWN, tornado: failed, line: failed, smaa: failed } },
    outdated(BAND, { kind: 'reservation', party: BAND.now.scenario.parties[0]!.id, value: 60 }),
    contextOf(wide, { kinds: ['glance', 'tornado', SMAA] }),
  ];
  const states = fc.record<SensitivityState>({
    solution: fc.constantFrom(...SOLUTION_NAMES),
    pane: fc.constantFrom(...PANES),
    number: fc.constantFrom(null, { party: 1, kind: 'reservation', issue: null, option: null, adjustment: null }),
    draws: fc.constantFrom(null, 300, 2000),
    option: fc.integer({ min: 0, max: 20 }),
    belief: fc.integer({ min: 0, max: 9 }),
    draft: fc.integer({ min: 0, max: 9 }),
  });

  it('fills every area exactly', () => {
    fc.assert(
      fc.property(fc.constantFrom(...contexts), states, AREAS, (context, state, area) => {
        const lines = sensitivityScreen.view(context, state, area);
        expectFilled(lines, area);
        expect(lines.map(plainText).join('\n')).not.toMatch(/undefined|NaN|Infinity/u);
      }),
    );
  });

  it('offers no key that fails', () => {
    const ids = fc.array(fc.constantFrom(...sensitivityScreen.commands.map(({ id }) => id)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...contexts), states, ids, AREAS, (context, state, keys, area) => {
        let current = state;
        for (const id of keys) {
          const command = sensitivityScreen.commands.find((candidate) => candidate.id === id)!;
          if ((command.unavailable?.(context, current) ?? null) === null) {
            current = run(sensitivityScreen, id, context, current).state ?? current;
          }
        }
        const lines = sensitivityScreen.view(context, current, area);
        expectFilled(lines, area);
        expect(lines.map(plainText).join('\n')).not.toMatch(/undefined|NaN|Infinity/u);
      }),
    );
  });
});
