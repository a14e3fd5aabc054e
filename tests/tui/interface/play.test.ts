/** `winset play` in a terminal: a short play of the lease, from the first text to the debrief. */
import { describe, expect, it } from 'vitest';
import { desk } from './built.ts';
import { NARROW } from './program.ts';

const { run, winset } = desk();

const RIGHT = '\u001b[C';
const DOWN = '\u001b[B';
const LEFT = '\u001b[D';
const CTRL_C = '\u0003';
const END = '\u001b[F';

describe.skipIf(process.platform === 'win32')('winset play', () => {
  it('goes from a text to a signed deal and its debrief', async () => {
    const play = run(['play', 'lease', '--as', 'bakery', '--strategy', 'conceder'], { size: NARROW });
    await play.see('10 of 10 rounds left');
    play.type(RIGHT + DOWN + LEFT);
    await play.see('100 to you, 45 above your least');
    play.type('p');
    await play.see('9 of 10 rounds left');
    play.type(`${END}a`);
    await play.see('are you sure?');
    play.type('y');
    const signed = await play.see('Signed by the owner and you');
    expect(signed).toContain('Enter shows the debrief.');
    play.type('\r');
    await play.see('Again: winset play lease --as bakery --strategy conceder');
    expect((await play.ended).code).toBe(0);
    const debrief = play.raw().slice(play.raw().lastIndexOf('you were the bakery'));
    expect(debrief).toContain('1 of 10 rounds');
    expect(debrief).toContain('A deal was signed.');
    expect(debrief).toMatch(/efficient/u);
    expect(debrief).toMatch(/The owner +\d/u);
    expect(debrief).toContain('Nearest by the number of clauses that differ');
  }, 120_000);

  it('leaves with ctrl-c, and says what stood', async () => {
    const play = run(['play', 'lease', '--as', 'owner', '--rounds', '5'], { size: NARROW });
    await play.see('5 of 5 rounds left');
    play.type(CTRL_C);
    await play.see('Left with 5 of 5 rounds to go; nothing was signed.');
    expect((await play.ended).code).toBe(0);
  }, 120_000);

  it('says what is needed in a pipe, and who can be played', async () => {
    const refused = async (...words: readonly string[]): Promise<string> => {
      const { status, stderr } = await winset(['play', 'lease', ...words]);
      expect(status).toBe(2);
      return stderr;
    };
    expect(await refused()).toMatch(/bakery +The bakery\n +owner +The owner/u);
    expect(await refused('--as', 'bakery')).toContain('winset bargain lease');
    expect(await refused('--as', 'baker')).toContain("did you mean 'bakery'");
    expect(await refused('--as', 'bakery', '--strategy', 'bakery=linear')).toContain('you play bakery yourself');
    expect(await refused('--as', 'bakery', '--strategy', 'lineer')).toContain("there is no strategy 'lineer'");
    expect(await refused('--as', 'bakery', '--rounds', '0')).toContain('Expected a whole number');
    expect(await refused('--as', 'bakery', '--stage', 'spring')).toContain('spring');
  });
});
