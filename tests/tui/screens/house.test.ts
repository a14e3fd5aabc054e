/** What holds for every screen: the same keys for the same thing, hints and sentences of one form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startHistory } from '../../../src/scenario/edit/history.ts';
import { ASCII } from '../../../src/tui/draw/glyphs.ts';
import { plainText } from '../../../src/tui/draw/line.ts';
import { footer } from '../../../src/tui/frame/footer.ts';
import { WaysOut } from '../../../src/tui/model/as-if.ts';
import type { Context } from '../../../src/tui/model/context.ts';
import { startModel } from '../../../src/tui/model/model.ts';
import { mountScreens } from '../../../src/tui/screens/table.ts';
import type { Screen, ScreenName } from '../../../src/tui/model/screen.ts';
import { SCREEN_NAMES } from '../../../src/tui/model/screen.ts';
import { around, within } from '../../../src/tui/parts/moving.ts';
import { hasWords } from '../../../src/tui/parts/filter.ts';
import { bargainScreen } from '../../../src/tui/screens/bargain/index.ts';
import { compareScreen } from '../../../src/tui/screens/compare/index.ts';
import { dealScreen } from '../../../src/tui/screens/deal/index.ts';
import { frontierScreen } from '../../../src/tui/screens/frontier/index.ts';
import { overviewScreen } from '../../../src/tui/screens/overview/index.ts';
import { pointsScreen } from '../../../src/tui/screens/points/index.ts';
import { sensitivityScreen } from '../../../src/tui/screens/sensitivity/index.ts';
import { stagesScreen } from '../../../src/tui/screens/stages/index.ts';
import { structureScreen } from '../../../src/tui/screens/structure/index.ts';
import { weightsScreen } from '../../../src/tui/screens/weights/index.ts';
import { whyScreen } from '../../../src/tui/screens/why/index.ts';
import { keyOf } from '../../../src/tui/terminal/keys.ts';
import { commandOf, contextOf, NOTHING_KNOWN, outdated, run } from '../support.ts';

const KINDS = ['glance', 'zone', 'frontier', 'explain', 'tornado', 'smaa', 'stages', 'session'] as const;
const OPEN = contextOf('first-five-minutes', { kinds: KINDS });
const SHUT = contextOf('quarry-dispute', { kinds: KINDS });
const CONTEXTS: readonly Context[] = [
  OPEN,
  SHUT,
  { ...OPEN, findings: NOTHING_KNOWN },
  outdated(OPEN, { kind: 'weight', party: 'band', issue: 'fee', value: 9 }),
];

/** Calls back for each screen, whatever its state is. */
function eachScreen(check: <S>(screen: Screen<S>) => void): void {
  check(overviewScreen);
  check(weightsScreen);
  check(pointsScreen);
  check(dealScreen);
  check(frontierScreen);
  check(whyScreen);
  check(sensitivityScreen);
  check(stagesScreen);
  check(bargainScreen);
  check(structureScreen);
  check(compareScreen);
}

/** Everything a command says to the person, where it cannot be done and where it can. */
function saidBy<S>(screen: Screen<S>, context: Context): string[] {
  return screen.commands.flatMap(({ unavailable, run: act, keys }) => {
    const reason = unavailable?.(context, screen.initial) ?? null;
    if (reason !== null) return [reason];
    const { effects = [] } = act(context, screen.initial, keyOf(keys[0]!));
    return effects.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));
  });
}

describe('every screen', () => {
  it('moves by the same keys', () => {
    eachScreen((screen) => {
      for (const [id, first, second] of [
        ['up', 'up', 'k'],
        ['down', 'down', 'j'],
        ['page-up', 'pageup'],
        ['page-down', 'pagedown'],
        ['first', 'home', 'g'],
        ['last', 'end', 'G'],
      ]) {
        const { keys } = commandOf(screen, id!);
        expect(keys[0]).toBe(first);
        if (second !== undefined) expect(keys[1]).toBe(second);
      }
      expect(commandOf(screen, 'down').hint).toMatchObject({ text: 'move', keys: ['up', 'down'] });
    });
  });

  it('has no command, key or place in the footer twice', () => {
    eachScreen(({ commands }) => {
      const lists: readonly (readonly (string | number)[])[] = [
        commands.map(({ id }) => id),
        commands.flatMap(({ keys }) => keys),
        commands.flatMap(({ hint }) => (hint === undefined ? [] : [hint.order])),
        commands.flatMap(({ hint }) => (hint === undefined ? [] : [hint.text])),
      ];
      for (const list of lists) expect(new Set(list).size).toBe(list.length);
    });
  });

  it('names in hints only keys that some command has', () => {
    eachScreen(({ commands }) => {
      const keys = new Set([...commands.flatMap((command) => command.keys), '0-9']);
      for (const { hint } of commands) for (const key of hint?.keys ?? []) expect(keys).toContain(key);
    });
  });

  it('speaks in sentences', () => {
    for (const context of CONTEXTS) {
      eachScreen((screen) => {
        for (const said of saidBy(screen, context)) expect(said).toMatch(/^[\p{Lu}\d].*[.!?]$/su);
        for (const text of screen.about) expect(text).toMatch(/^\p{Lu}.*\.$/su);
      });
    }
  });

  it('labels commands as what they do', () => {
    eachScreen(({ commands }) => {
      for (const { label } of commands) expect(label).toMatch(/^\p{Ll}[^.]*$/u);
    });
  });

  it('opens a deal by the same two steps', () => {
    const shown: unknown[] = [];
    eachScreen((screen) => {
      const command = screen.commands.find(({ id }) => id === 'show');
      if (command === undefined || (command.unavailable?.(OPEN, screen.initial) ?? null) !== null) return;
      const { effects = [] } = run(screen, 'show', OPEN, screen.initial);
      expect(effects).toEqual([
        { kind: 'show', shown: screen.dealOf?.(OPEN, screen.initial) },
        { kind: 'go', screen: 'deal' },
      ]);
      shown.push(screen.name);
    });
    expect(shown).toEqual(['overview', 'points', 'frontier', 'stages', 'bargain']);
  });
});

describe('the footer', () => {
  const model = startModel(startHistory(OPEN.now.file), () => OPEN.now, mountScreens());
  const shown = (name: ScreenName, width: number, context = OPEN): string =>
    plainText(
      footer({ model: { ...model, current: name }, context, subjectOf: () => OPEN.now, ways: new WaysOut() }, width),
    );

  it.each(SCREEN_NAMES)('has the most useful keys of %s first, arrows as a pair', (name) => {
    const hints = model.screens[name]
      .offers(OPEN)
      .flatMap(({ hint }) => hint ?? [])
      .toSorted((a, b) => a.order - b.order);
    for (const { text } of hints.slice(0, 4)) expect(shown(name, 80)).toContain(` ${text} `);
    expect(shown(name, 80)).toContain('↑↓ move');
    expect(shown(name, 80)).toMatch(/\? help {2}q quit {2}$/u);
    expect(shown(name, 80, { ...OPEN, glyphs: ASCII })).not.toContain('↑');
  });
});

describe('cursors', () => {
  it('stay among the places, and go round in circles', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(8), fc.integer({ min: -20, max: 20 }), (count, from, by) => {
        const at = from % count;
        expect(within(at + by, count)).toBe([...Array(count).keys()].toSorted(nearTo(at + by))[0]);
        expect(around(around(at, 1, count), -1, count)).toBe(at);
        expect(around(at, 1, count)).toBe(at === count - 1 ? 0 : at + 1);
      }),
    );
    expect([within(-Infinity, 5), within(Infinity, 5), within(Infinity, 0)]).toEqual([0, 4, 0]);
  });
});

function nearTo(place: number): (a: number, b: number) => number {
  return (a, b) => Math.abs(a - place) - Math.abs(b - place);
}

describe('a filter', () => {
  it('finds words in any order and whatever their case', () => {
    expect(hasWords('Sanctions on Russia', 'russia SANC')).toBe(true);
    expect(hasWords('Sanctions on Russia', ' ')).toBe(true);
    expect(hasWords('Sanctions on Russia', 'russia ukraine')).toBe(false);
  });
});
