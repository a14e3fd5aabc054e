/** `winset new` in a terminal, as a person has it: from an empty folder to an answer, left and taken up. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IS_SOAK } from '../../runs.ts';
import { desk } from './built.ts';
import type { Program } from './program.ts';
import { NARROW } from './program.ts';

const { folder, run, winset } = desk();

const ENTER = '\r';
const ESCAPE = '\u001b';
const CTRL_C = '\u0003';
const DOWN = '\u001b[B';

/** What is on the screen, and what a person answers. */
type Exchange = readonly [asked: string, answer: string];

const STRUCTURE: readonly Exchange[] = [
  ['What is it about?', `A stall at the market${ENTER}`],
  ['Who is at the table?', `The baker${ENTER}`],
  ['✓ The baker', `The town${ENTER}`],
  ['✓ The town', ENTER],
  ['What has to be settled?', `Rent${ENTER}`],
  ['✓ Rent', `Days${ENTER}`],
  ['✓ Days', ENTER],
  ['What could be agreed on "Rent"?', `100 to 300 step 50 euros${ENTER}`],
  ['✓ 100 to 300 euros', ENTER],
  ['How do things stand on "Rent"', `5`],
  ['What could be agreed on "Days"?', `Saturday${ENTER}`],
  ['✓ Saturday', `Saturday and Tuesday${ENTER}`],
  ['✓ Saturday and Tuesday', `every day${ENTER}`],
  ['✓ every day', ENTER],
  ['How do things stand on "Days"', `1`],
];

const BAKER: readonly Exchange[] = [
  ['Who is asked next?', '1'],
  ['Which option of "Rent" is best for The baker?', '1'],
  ['Which option of "Rent" is worst for The baker?', '5'],
  ['Which option of "Days" is best', '3'],
  ['Which option of "Days" is worst', '1'],
  ['lifted to its best first?', '1'],
  ['what is the other worth?', `60${ENTER}`],
  ['how good is "150 euros"', `80${ENTER}`],
  ['how good is "200 euros"', `50${ENTER}`],
  ['how good is "250 euros"', `20${ENTER}`],
  ['how good is "Saturday and Tuesday"', `70${ENTER}`],
];

/** What is answered between one start and the next: in a soak a single answer, as the wizard without a terminal always is left. */
const PARTS: readonly (readonly Exchange[])[] = IS_SOAK
  ? [...STRUCTURE, ...BAKER.slice(1)].map((exchange) => [exchange])
  : [STRUCTURE.slice(0, 5), STRUCTURE.slice(5, 14), [...STRUCTURE.slice(14), ...BAKER.slice(0, 4)], BAKER.slice(4)];

async function answer(program: Program, [asked, typed]: Exchange): Promise<void> {
  await program.see(asked);
  program.type(typed);
}

/** A sound scenario, whatever is still unknown. */
async function expectSound(): Promise<string> {
  const { status, stdout, stderr } = await winset(['check', 'stall']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('error') });
  return stdout.replaceAll(/\s+/gu, ' ');
}

describe.skipIf(process.platform === 'win32')('winset new', () => {
  it('leads from an empty folder to an answer, left and taken up where it was after each kind of question', async () => {
    for (const exchanges of PARTS) {
      const program = run(['new', 'stall'], { size: NARROW });
      const first = await program.see(/\?$/mu);
      // The question after a finished list is asked again once the list is finished again.
      if (exchanges[0]![0].startsWith('How do things stand')) {
        await program.see('What else could be agreed on');
        program.type(ENTER);
      }
      if (first.includes('Who is asked next?')) program.type('1');
      for (const exchange of exchanges.slice(0, -1)) await answer(program, exchange);
      const last = exchanges.at(-1)!;
      const before = await program.see(last[0]);
      program.type(last[1]);
      await program.see((shown) => shown !== before && !/\S█/u.test(shown));
      program.type(CTRL_C);
      await program.see(/written: /u);
      expect((await program.ended).code).toBe(0);
      await expectSound();
    }
    expect(await expectSound()).toContain(
      'Not yet valued: The baker: what no deal is worth; The town: what no deal is worth',
    );
  }, 300_000);

  it('asks both parties, shows what contradicts, and ends with a scenario that is solved', async () => {
    const program = run(['new', 'stall'], { size: NARROW });
    for (const exchange of [...STRUCTURE, ...BAKER]) await answer(program, exchange);
    // The order was rent, then days; with 100 to 60 a full swing of rent is worth more.
    const check = await program.see('which of these two packages is better?');
    expect(check).toMatch(/A: .+\n.*B: /u);
    program.type('3');
    const note = await program.see('you said otherwise');
    expect(note).toContain('wider ranges');
    for (let k = 0; k < 2 && program.shown().includes('which of these two'); k++) {
      program.type('1');
      await program.see((shown) => !shown.includes(`(${k + 2} of 3)`));
    }
    await program.see('would never sign');
    program.type(`${DOWN.repeat(4)} `);
    await program.see('[x] Rent: 300 euros');
    program.type(ENTER);
    const first = await program.see('or rather have no deal?');
    program.type('1');
    await program.see((shown) => shown !== first);
    // One step back, and the same question is there again.
    program.type(ESCAPE);
    await program.see((shown) => shown === first);
    for (let k = 0; k < 6 && !program.shown().includes('That is all that The baker'); k++) {
      const before = program.shown();
      program.type('1');
      await program.see((shown) => shown !== before);
    }
    await program.see('That is all that The baker is asked.');
    program.type(ENTER);
    await program.see('Who is asked next?');
    program.type('3');
    await program.see('stays "not yet valued"');
    program.type(ENTER);
    await program.see('answer:  winset solve stall');
    expect((await program.ended).code).toBe(0);

    await expectSound();
    const baker = readFileSync(join(folder(), 'stall/parties/the-baker.yaml'), 'utf8');
    expect(baker).toContain('# What one party wants.');
    expect(baker).toContain('Two answers disagree here, so the range is wider.');
    expect(baker).toContain('no-rent-300');
    expect(existsSync(join(folder(), 'stall/parties/not-yet-named.yaml'))).toBe(false);
    const { stdout } = await winset(['solve', 'stall', '--json']);
    const solved: { unvalued: { verdict: string; numbers: { party: string }[] } } = JSON.parse(stdout);
    expect(new Set(solved.unvalued.numbers.map(({ party }) => party))).toEqual(new Set(['the-town']));
    expect(solved.unvalued.verdict).toBe('depends');
  }, 120_000);

  it('keeps what somebody wrote by hand beside the files it goes on with', async () => {
    await winset(['new', 'sale', '--template', 'two-party']);
    const path = join(folder(), 'sale/scenario.yaml');
    const mine = readFileSync(path, 'utf8').replace('title: A sale', '# my own word\ntitle: A sale');
    writeFileSync(path, mine);
    const program = run(['new', 'sale'], { size: NARROW });
    for (const exchange of [
      ['Who is asked next?', '1'],
      ['is best for The seller', '3'],
      ['is worst for The seller', '1'],
    ] as const) {
      await answer(program, exchange);
    }
    await program.see('Which option of "Delivery" is best');
    program.type(CTRL_C);
    await program.ended;
    expect(readFileSync(`${path}.before`, 'utf8')).toBe(mine);
    expect(readFileSync(join(folder(), 'sale/parties/the-seller.yaml'), 'utf8')).toContain('2000: 100');
  }, 120_000);

  it('goes on from a table with what that leaves open, left and taken up again', async () => {
    writeFileSync(
      join(folder(), 'scores.csv'),
      'issue,option,union,firm\nWage,2 %,10,60\nWage,4 %,40,20\nDays,25,0,30\nDays,28,30,10\n',
    );
    const program = run(['new', 'stall', '--from', 'scores.csv'], { size: NARROW });
    for (const exchange of [
      ['What is it about?', `The wages of 2026${ENTER}`],
      ['has a party "union". What is it called?', `The union${ENTER}`],
      ['has a party "firm"', ENTER],
      ['Who is asked next?', '1'],
    ] as const) {
      await answer(program, exchange);
    }
    await program.see(/To check|never sign/u);
    program.type(CTRL_C);
    await program.see('go on:   winset new stall');
    await program.ended;
    await expectSound();
    expect(readFileSync(join(folder(), 'stall/scenario.yaml'), 'utf8')).toContain('title: The wages of 2026');

    const again = run(['new', 'stall'], { size: NARROW });
    for (const party of ['The union', 'firm']) {
      await answer(again, ['Who is asked next?', party === 'The union' ? '1' : '2']);
      for (let k = 0; k < 12 && !again.shown().includes(`That is all that ${party}`); k++) {
        const before = await again.see(/To check|never sign|or rather have no deal|no deal worth|That is all that/u);
        again.type(/never sign/u.test(before) ? ENTER : /no deal worth/u.test(before) ? `20${ENTER}` : '1');
        await again.see((shown) => shown !== before);
      }
      await answer(again, [`That is all that ${party} is asked.`, ENTER]);
    }
    await answer(again, ['Is that all?', ENTER]);
    await answer(again, ['Everything is said.', ENTER]);
    await again.see('answer:  winset solve stall');
    await again.ended;
    await expectSound();
    const { stdout } = await winset(['solve', 'stall', '--json']);
    const solved: { unvalued?: unknown; zone: { empty: boolean } } = JSON.parse(stdout);
    expect(solved.unvalued).toBeUndefined();
    expect(solved.zone.empty).not.toBeNull();
  }, 120_000);
});
