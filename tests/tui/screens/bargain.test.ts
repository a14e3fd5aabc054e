import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MENU } from '../../../src/questions/budgets.ts';
import { bargainScreen } from '../../../src/tui/screens/bargain/index.ts';
import { LADDER } from '../../../src/tui/screens/bargain/turn.ts';
import {
  after,
  AREAS,
  commandOf,
  contextOf,
  editsOf,
  everyStep,
  expectFilled,
  flat,
  NOTHING_KNOWN,
  outdated,
  run,
  screenText,
} from '../support.ts';
import { runs } from '../../runs.ts';

const LEASE = contextOf('lease', { kinds: ['session'] });
const QUARRY = contextOf('quarry-dispute', { kinds: ['session'] });
const { initial } = bargainScreen;
const WIDE = { width: 120, height: 36 };

describe('the screen on bargaining', () => {
  it('fills its area exactly, before and after an answer, with every command done', () => {
    const contexts = [
      LEASE,
      QUARRY,
      { ...LEASE, findings: NOTHING_KNOWN },
      outdated(QUARRY, { kind: 'strategy', party: 'council', strategy: 'boulware:2' }),
    ];
    for (const context of contexts) {
      for (const step of [{ state: initial, context }, ...everyStep(bargainScreen, context, initial)]) {
        fc.assert(
          fc.property(AREAS, (area) => expectFilled(bargainScreen.view(step.context, step.state, area), area)),
          { numRuns: runs(40) },
        );
      }
    }
  });

  it('says what came of it, who does what, and who moved on what', () => {
    const { session, setup } = LEASE.findings.session.last!.answer;
    const text = flat(screenText(bargainScreen, LEASE, initial, WIDE));
    expect(text).toContain(`A deal in round ${session.agreement!.round} of ${setup.rounds}, on an offer of the owner.`);
    expect(text).toContain('1 Bakery linear 0.9');
    expect(text).toContain('Fixed term: 2 years -> 10 years');
    expect(flat(screenText(bargainScreen, QUARRY, initial, WIDE))).toContain('No deal: 20 rounds pass without one.');
  });

  it('runs many sessions on request, and says what they have in common', () => {
    const many = { ...initial, many: 20, pane: 'sessions' as const };
    expect(bargainScreen.questions(LEASE, many)).toContainEqual({ kind: 'runs', runs: 20 });
    expect(bargainScreen.questions(LEASE, initial)).toEqual([{ kind: 'session' }]);
    const known = contextOf('lease', { kinds: ['session', 'runs'] });
    for (const area of [WIDE, { width: 80, height: 24 }]) {
      const text = flat(screenText(bargainScreen, known, many, area));
      expect(text).toContain('A deal in 100 % of 20 sessions');
      expect(text).toMatch(/gains least quarter half 3 quarters most Bakery/);
    }
    expect(flat(screenText(bargainScreen, LEASE, many, WIDE))).toContain('Many sessions');
  });

  it('turns the agenda: all issues at once, in groups, the last group first', () => {
    const turned = (state: typeof initial) => run(bargainScreen, 'agenda', LEASE, state).state!;
    const forwards = turned(initial);
    expect(bargainScreen.questions(LEASE, forwards)).toEqual([{ kind: 'session', agenda: 'rent;years' }]);
    expect(flat(screenText(bargainScreen, LEASE, forwards, WIDE))).toContain('In groups: A deal');
    const backwards = turned(forwards);
    expect(bargainScreen.questions(LEASE, backwards)).toEqual([{ kind: 'session', agenda: 'years;rent' }]);
    expect(bargainScreen.questions(LEASE, turned(backwards))).toEqual([{ kind: 'session' }]);
  });

  it('holds each strategy against each in a table, whose gains and against whom turned by the arrows', () => {
    const { state } = run(bargainScreen, 'tournament', LEASE, initial);
    const question = { kind: 'tournament', menu: MENU, protocol: 'alternating' } as const;
    expect(bargainScreen.questions(LEASE, state!)).toEqual([{ kind: 'session' }, question]);
    expect(flat(screenText(bargainScreen, LEASE, state!, WIDE))).toContain('computing...');
    const known = contextOf('lease', { kinds: ['session', question] });
    const { tournament } = known.findings.tournament.last!.answer;
    for (const area of [WIDE, { width: 80, height: 24 }]) {
      const text = screenText(bargainScreen, known, state!, area);
      expect(flat(text)).toContain('Gain of Bakery by its strategy, against that of Owner, in points');
      expect(flat(text)).toContain('✓ best reply to the column; ● equilibrium');
      const table = text.slice(text.indexOf('Gain of'));
      expect(table.match(/●/gu)).toHaveLength(tournament.game!.equilibria.length + 1);
      expect(text).toMatch(/linear +5\.0██✓● +5\.0██✓● /u);
    }
    const owner = after(bargainScreen, known, state!, ['down']);
    expect(flat(screenText(bargainScreen, known, owner, WIDE))).toContain(
      'Gain of Owner by its strategy, against that of',
    );
    const exports = bargainScreen.exports;
    expect([initial, state!].map((each) => (typeof exports === 'function' ? exports(each) : exports))).toEqual([
      'bargain',
      'tournament',
    ]);
  });

  it('has three parties in a table two by two, with the mean over the third', () => {
    const { state } = run(bargainScreen, 'tournament', QUARRY, initial);
    const known = contextOf('quarry-dispute', {
      kinds: ['session', { kind: 'tournament', menu: 'boulware,conceder', protocol: 'alternating' }],
    });
    const words = (turned: typeof initial) => flat(screenText(bargainScreen, known, turned, WIDE));
    expect(words(state!)).toContain(
      'Gain of Council by its strategy, against that of Company, in points, mean over all that Residents',
    );
    const next = after(bargainScreen, known, state!, ['strategy-next']);
    expect(words(next)).toContain(
      'Gain of Council by its strategy, against that of Residents, in points, mean over all that Company',
    );
    expect(words(after(bargainScreen, known, next, ['strategy-next']))).toBe(words(state!));
  });

  it('gives the table up for many sessions, with the same key, and where strategies have no say', () => {
    const { state } = run(bargainScreen, 'tournament', LEASE, initial);
    for (const id of ['tournament', 'stop-many']) {
      const stopped = run(bargainScreen, id, LEASE, state!);
      expect(stopped.effects).toEqual([{ kind: 'say', text: 'Stopped.' }]);
      expect(bargainScreen.questions(LEASE, stopped.state!)).toEqual([{ kind: 'session' }]);
    }
    const many = run(bargainScreen, 'many', LEASE, state!).prompt!.onDone('7');
    expect('state' in many && bargainScreen.questions(LEASE, many.state ?? initial)).toEqual([
      { kind: 'session' },
      { kind: 'runs', runs: 7 },
    ]);
    const text = contextOf('lease', { edits: [{ kind: 'protocol', protocol: 'single-text' }], kinds: ['session'] });
    expect(bargainScreen.questions(text, state!)).toEqual([{ kind: 'session' }]);
    expect(flat(screenText(bargainScreen, text, state!, WIDE))).toContain('strategies have no say: turn it with p.');
    expect(commandOf(bargainScreen, 'tournament').unavailable?.(text, initial)).toContain('strategies have no say');
  });

  it('turns the protocol to the next one', () => {
    expect(editsOf(run(bargainScreen, 'protocol', LEASE, initial).effects)).toEqual([
      { kind: 'protocol', protocol: 'single-text' },
    ]);
  });

  it('turns the strategy, the patience, the order and the deadline of the party under the cursor', () => {
    const owner = after(bargainScreen, LEASE, initial, ['down']);
    const edits = (id: string) => editsOf(run(bargainScreen, id, LEASE, owner).effects);
    expect(edits('strategy-before')).toEqual([{ kind: 'strategy', party: 'owner', strategy: 'boulware:2' }]);
    expect(edits('strategy-next')).toEqual([{ kind: 'strategy', party: 'owner', strategy: 'conceder:0.5' }]);
    expect(edits('patience-down')).toEqual([{ kind: 'patience', party: 'owner', value: 0.94 }]);
    expect(edits('earlier')).toEqual([{ kind: 'order', order: ['owner', 'bakery'] }]);
    expect(edits('more-rounds')).toEqual([{ kind: 'rounds', value: 11 }]);
  });

  it('says where the ladder of strategies ends', () => {
    const edit = { kind: 'strategy', party: 'bakery', strategy: LADDER[0] } as const;
    const firm = contextOf('lease', { kinds: ['session'], edits: [edit] });
    expect(run(bargainScreen, 'strategy-before', firm, initial).effects).toEqual([
      { kind: 'say', text: 'The list of strategies begins here.' },
    ]);
  });

  it('opens the offer under the cursor', () => {
    const state = after(bargainScreen, LEASE, initial, ['pane', 'first']);
    const first = LEASE.findings.session.last!.answer.session.offers[0]!;
    expect(bargainScreen.dealOf?.(LEASE, state)).toEqual({ deal: first.deal, title: 'offer of Bakery in round 1' });
  });
});
