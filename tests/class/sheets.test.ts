import { describe, expect, it } from 'vitest';
import { gameOf } from '../../src/class/game.ts';
import { materialOf } from '../../src/class/folder.ts';
import { newClass } from '../../src/class/new-class.ts';
import { readPlan, checkPlan } from '../../src/class/plan.ts';
import { readSeats } from '../../src/class/seats.ts';
import { sheetFiles } from '../../src/class/sheets/files.tsx';
import { markdownHtml } from '../../src/class/public-brief.ts';
import { talkMinutes, TIME_PLANS } from '../../src/class/sheets/time-plan.ts';
import type { Game } from '../../src/class/game.ts';
import { CLASSES, othersChanged } from './others-changed.ts';
import { shippedGame } from './support.ts';

const material = { public: null, teaching: 'The hedge is a bluff.' };

function htmlOf(game: Game, name: string): string {
  const found = sheetFiles({ game, seats: [], material, paper: 'a4' }).find((file) => file.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found.html;
}

describe.each(CLASSES)('the sheets of %s', (name) => {
  const game = shippedGame(name);

  it('for a role are the same, whatever the other roles want', () => {
    for (const role of game.roles) {
      const file = `role-${role}.html`;
      const own = htmlOf(game, file);
      expect(htmlOf(gameOf(game.plan, othersChanged(game.file, role)), file)).toBe(own);
      expect(own).toContain('Confidential');
    }
  });

  it('for everybody say nothing that is one role\u2019s', () => {
    const other = gameOf(game.plan, othersChanged(othersChanged(game.file, ''), 'nobody'));
    for (const file of ['public.html', 'preparation.html', 'observer.html', 'result.html']) {
      expect(htmlOf(other, file)).toBe(htmlOf(game, file));
    }
  });

  it('to hand out have nothing of the instructor\u2019s notes', () => {
    expect(htmlOf(game, 'all.html')).not.toContain('The hedge is a bluff.');
    expect(htmlOf(game, 'instructor.html')).toContain('The hedge is a bluff.');
  });
});

it('what a case keeps for the instructor stands on the instructor\u2019s sheet alone', () => {
  const { plan, file } = shippedGame('quarry-dispute');
  const told = gameOf(plan, {
    ...file,
    instructor: 'TOLD-OF-ALL',
    parties: file.parties.map((party) => ({ ...party, instructor: 'TOLD-OF-ONE' })),
  });
  for (const { name, html } of sheetFiles({ game: told, seats: [], material, paper: 'a4' })) {
    expect([name, /TOLD-OF|is a bluff/.test(html)]).toEqual([name, name === 'instructor.html']);
  }
});

describe('a sheet', () => {
  it('shows every option with its points, and breaks the page between two', () => {
    const game = shippedGame('quarry-dispute');
    const html = htmlOf(game, 'role-residents.html');
    expect(html).toContain('The least you sign for: 55 points.');
    expect(html.match(/<td class="points">\d+<\/td>/g)).toHaveLength(15);
    expect(htmlOf(game, 'all.html').match(/<section class="sheet">/g)).toHaveLength(7);
  });

  it('takes HTML in a text for text', () => {
    const html = markdownHtml(
      '# A <script>alert(1)</script>\n\n<img src=x onerror=alert(1)> [go](javascript:alert(1))',
    );
    expect(html).not.toMatch(/<script|<img|href/);
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('the plans for time', () => {
  it('add up', () => {
    for (const { total, steps } of TIME_PLANS) expect(steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(total);
    expect(TIME_PLANS.map(({ total }) => total)).toEqual([60, 90, 180]);
    expect(talkMinutes(TIME_PLANS[1]!)).toBe(40);
  });
});

describe('a new class', () => {
  it.each(CLASSES)('of %s is read back as it was made', (name) => {
    const { file: scenario } = shippedGame(name);
    const asked = {
      scenario,
      scenarioName: name,
      material: materialOf(`scenarios/${name}`),
      people: null,
      handouts: null,
      teams: 3,
      random: false,
      leftovers: 'double',
      minutes: 40,
      talk: 'face',
      paper: 'letter',
      seed: 'x',
    } as const;
    const { files, seats } = newClass(asked);
    expect(newClass(asked).files).toEqual(files);
    const text = (path: string) => files.find((own) => own.path === path)?.text ?? '';
    const read = readPlan(text('class.yaml'), 'class.yaml');
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    expect(checkPlan(read.plan, read.document, scenario)).toEqual([]);
    expect(read.plan.minutes).toBe(40);
    expect(
      readSeats(
        text('codes.csv'),
        'codes.csv',
        scenario.parties.map(({ id }) => id),
      ),
    ).toEqual({ ok: true, seats });
    expect(text('results.csv').trim().split('\r\n')).toHaveLength(4);
    expect(text('sheets/instructor.html')).toContain(seats[0]!.code.replaceAll('-', ' '));
    expect(text('sheets/all.html')).not.toContain(seats[0]!.code.replaceAll('-', ' '));
  });
});
