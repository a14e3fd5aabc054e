/** Practising alone, key by key: what the screen says, and what it never says. */
import { describe, expect, it } from 'vitest';
import { resultOf, roundOf, startPractice } from '../../../src/class/practice.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { shipped } from '../../shipped.ts';
import { UNICODE } from '../../../src/tui/draw/glyphs.ts';
import { lineWidth, plainText } from '../../../src/tui/draw/line.ts';
import { picture } from '../../../src/tui/play/picture.ts';
import type { Play } from '../../../src/tui/play/state.ts';
import { handText, press, startPlay } from '../../../src/tui/play/state.ts';
import { leavingWords } from '../../../src/tui/play/words.ts';
import type { NamedKey } from '../../../src/tui/terminal/keys.ts';
import { charKey, keyOf } from '../../../src/tui/terminal/keys.ts';
import { CLASSES, othersChanged } from '../../class/others-changed.ts';

function starting(scenario: Scenario, role: string, strategy = 'linear', rounds = 10): Play {
  const others = scenario.parties.map(({ id }) => id).filter((id) => id !== role);
  const strategies = new Map(others.map((id) => [id, strategy]));
  return startPlay(startPractice({ scenario, stage: null, role, strategies, rounds, seed: '1' }));
}

const NAMED: readonly NamedKey[] = ['up', 'down', 'left', 'right', 'enter', 'escape', 'home', 'end', 'tab'];

/** Keys by name, single letters as they are: "right down p". */
function keyed(play: Play, keys: string): Play {
  return keys.split(' ').reduce((now, word) => {
    const named = NAMED.find((name) => name === word);
    return press(now, named === undefined ? charKey(word) : keyOf(named));
  }, play);
}

/** What is on the screen. */
function shown(play: Play, width = 80, height = 24): string {
  const rows = picture(play, { glyphs: UNICODE, hasHandouts: false }, { width, height });
  expect(rows.length).toBe(height);
  for (const row of rows) expect(lineWidth(row)).toBe(width);
  return rows.map((row) => plainText(row).trimEnd()).join('\n');
}

const bakery = (strategy?: string, rounds?: number): Play => starting(shipped('lease'), 'bakery', strategy, rounds);

describe('practising by keys', () => {
  it('sets a text with the arrows, with the own points beside it', () => {
    let play = bakery();
    expect(shown(play)).toContain('0 so far; 2 issues open');
    expect(shown(keyed(play, 'p'))).toContain('is still open');
    play = keyed(play, 'right right down left');
    expect(handText(play)).toEqual({ rent: '1000', years: 'ten' });
    expect(shown(play)).toMatch(/90 to you, 35 above your least/u);
    play = keyed(play, 'right right up left left left');
    expect(handText(play)).toEqual({ rent: '900', years: 'ten' });
    expect(handText(keyed(play, 'up > >'))).toEqual({ rent: '1100', years: 'ten' });
    expect(handText(keyed(bakery(), 'f'))).toEqual({ rent: '900', years: 'ten' });
    expect(handText(keyed(bakery(), 'right right f'))).toEqual({ rent: '1000', years: 'ten' });
  });

  it('takes an answer over, asks before it counts, and signs', () => {
    let play = keyed(bakery('conceder'), 'right down left p');
    expect(roundOf(play.practice)).toBe(1);
    expect(shown(play)).toContain('9 of 10 rounds left');
    expect(shown(keyed(play, 'a'))).toContain('Which text?');
    play = keyed(play, 'down down');
    expect(shown(play)).toMatch(/› Owner .*to you/u);
    const taken = keyed(play, 't');
    expect(shown(taken)).toMatch(/Owner +as in your hands/u);
    const asked = keyed(play, 'a');
    expect(shown(asked)).toMatch(/Accept this text, worth \d+ to you.*are you sure\?/u);
    expect(keyed(asked, 'n')).toEqual(play);
    expect(resultOf(keyed(asked, 'p').practice)).toBeNull();
    const signed = keyed(asked, 'y');
    expect(resultOf(signed.practice)).not.toBeNull();
    expect(shown(signed)).toMatch(/Signed by the owner and you: \d+ to you/u);
    expect(keyed(signed, 'p').practice).toBe(signed.practice);
    expect(keyed(signed, 'enter').isLeft).toBe(true);
  });

  it('warns below the least, of a text and of nothing else', () => {
    const play = keyed(bakery(), 'down left up left p down down a');
    expect(shown(play)).toContain('Accept this text, worth 60 to you, 5 above your least? are you sure?');
    const low = keyed(bakery(), 'right down right p end up a');
    expect(shown(low)).toContain('Accept this text, worth 40 to you? BELOW YOUR LEAST: are you sure?');
    expect(shown(keyed(low, 'escape w'))).toContain('Leave without a deal, which is worth 55 to you: are you sure?');
    expect(resultOf(keyed(low, 'escape w y').practice)).toMatchObject({ deal: null });
  });

  it('ends with the rounds, and says what stood when left before', () => {
    const play = keyed(bakery('hardliner', 2), 'right down left p p p');
    expect(shown(play)).toContain('The rounds are over.');
    expect(leavingWords(keyed(play, 'q'))[0]).toContain('Left with 0 of 2 rounds to go; nothing was signed.');
    expect(leavingWords(play).join('\n')).toMatch(/Owner: \d+ to you/u);
  });

  it('has the own papers and how to play, and comes back', () => {
    const play = bakery();
    expect(shown(keyed(play, 'b'))).toContain('You are The bakery');
    expect(shown(keyed(play, 'b end'), 80, 60)).toContain('Monthly rent: 900 euros 40');
    expect(keyed(play, 'b b')).toEqual(play);
  });
});

it('fits every size, whatever the case', () => {
  for (const name of CLASSES) {
    const scenario = shipped(name);
    const play = starting(scenario, scenario.parties[0]!.id);
    for (const keys of ['right w', 'b end']) {
      for (const [width, height] of [
        [80, 24],
        [120, 40],
        [30, 8],
      ] as const) {
        expect(shown(keyed(play, keys), width, height).split('\n')).toHaveLength(height);
      }
    }
  }
});

describe('of what the others want the screen', () => {
  const framesOf = (scenario: Scenario, role: string, keys: string): readonly string[] => {
    let play = starting(scenario, role, 'hardliner');
    return keys.split(' ').map((key) => shown((play = keyed(play, key)), 100, 50));
  };

  it('shows nothing before they speak, for every role of every case', () => {
    for (const name of CLASSES) {
      const scenario = shipped(name);
      for (const { id } of scenario.parties) {
        const frames = framesOf(scenario, id, 'right w n b end');
        expect(framesOf(othersChanged(scenario, id), id, 'right w n b end'), `${name} ${id}`).toEqual(frames);
      }
    }
  });

  it('shows the texts that they put up, and not what these are worth to them', () => {
    // Whoever never gives way puts up the same texts whatever is worth what to it without a deal.
    const withLeast = (scenario: Scenario, role: string, value: number): Scenario => ({
      ...scenario,
      parties: scenario.parties.map((party) =>
        party.id === role ? party : { ...party, disagreement: { value }, reservation: { value } },
      ),
    });
    const keys = 'right down right down right down right down right p p home a n end a n t p w n q';
    for (const [name, role] of [
      ['lease', 'bakery'],
      ['quarry-dispute', 'council'],
    ] as const) {
      const scenario = shipped(name);
      const frames = framesOf(withLeast(scenario, role, 11), role, keys);
      expect(frames.join('\n')).toMatch(/\d of 10 rounds left/u);
      expect(frames.some((frame) => / accepts? /u.test(frame))).toBe(true);
      expect(framesOf(withLeast(scenario, role, 37), role, keys)).toEqual(frames);
    }
  });
});
