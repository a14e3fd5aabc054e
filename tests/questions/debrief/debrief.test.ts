import { describe, expect, it } from 'vitest';
import { completed, dealFault, worthTo } from '../../../src/class/game.ts';
import { teamOf } from '../../../src/class/state.ts';
import { runHere } from '../../../src/jobs/job.ts';
import { debriefHtml } from '../../../src/page/debrief/html.tsx';
import { askDebrief } from '../../../src/questions/debrief/ask.ts';
import { debriefCsv } from '../../../src/questions/debrief/csv.ts';
import { document } from '../../../src/questions/debrief/document.ts';
import { findingsOf } from '../../../src/questions/debrief/findings.ts';
import { schema } from '../../../src/questions/debrief/schema.ts';
import { debriefView } from '../../../src/questions/debrief/view.ts';
import { oneTeamView } from '../../../src/questions/debrief/one-view.ts';
import { openedCase } from '../../../src/questions/opened.ts';
import type { Asker } from '../../../src/questions/question.ts';
import { askScore } from '../../../src/questions/score/ask.ts';
import { optionId } from '../../../src/scenario/format/options.ts';
import { jsonText } from '../../../src/report/json-text.ts';
import type { Room } from '../../class/support.ts';
import { MIDDLE, NINE, running, shippedGame, sure, TRADE } from '../../class/support.ts';

const here: Asker = {
  patience: 'command',
  crewFor: () => ({ run: (jobs) => Promise.resolve(jobs.map((job) => runHere(job))) }),
};

const anonymous = (): string => '';

async function debriefed(room: Room, nameOf: (team: string, role: string) => string = anonymous) {
  const now = NINE + room.minute * 60_000;
  return askDebrief({ game: room.game, state: room.state(), now, nameOf, version: '0' }, here);
}

/** Signed by all in minute 12, the middle from paper, no deal, and a fourth team that is left out. */
function tuesday(): Room {
  const room = running(shippedGame('quarry-dispute'), ['1', '2', '3', '4']);
  room.play('1-company', { kind: 'propose', deal: MIDDLE });
  room.play('1-residents', { kind: 'propose', deal: TRADE });
  room.minute = 12;
  for (const role of room.game.roles) room.play(`1-${role}`, sure(2));
  room.teach({ kind: 'enter', team: '2', deal: MIDDLE, minute: 40 });
  room.teach({ kind: 'leaveOut', team: '4', reason: 'The alarm rang.' });
  room.minute = 61;
  return room;
}

describe('a debrief', () => {
  it('of one team alone says what the whole one says of it', async () => {
    const of = await debriefed(tuesday());
    const { sections, sentences, headline } = oneTeamView(of, { facts: [], command: 'winset play' });
    const [team] = findingsOf(of).teams;
    const [points, missed] = sections;
    expect(headline).toBe('A deal was signed.');
    expect(points!.rows.map(({ cells }) => cells[3])).toEqual(team!.roles.map((role) => String(role.points)));
    expect(points!.rows.map(({ cells }) => cells[5] === 'no')).toEqual(team!.roles.map(({ shouldNot }) => shouldNot));
    expect(sentences.some((words) => words.startsWith('It is efficient'))).toBe(team!.efficient);
    const { better, logrolls } = team!.of.kind === 'deal' ? team!.of.hindsight : { better: null, logrolls: [] };
    expect(missed !== undefined).toBe(better !== null || logrolls.length > 0);
  });

  it('says of each deal what score says of it', async () => {
    const of = await debriefed(tuesday());
    const { teams } = findingsOf(of);
    const opened = openedCase({ scenario: of.game.file, warnings: [] }, { without: ['residents.hedge'] }, '0');
    for (const team of teams.filter(({ kind }) => kind === 'deal')) {
      const deal = teamOf(of.state, team.team)?.result?.deal ?? {};
      const scored = await askScore(opened, { deal });
      const draft = scored.answer.drafts[0]!;
      expect(team.roles.map(({ points }) => points)).toEqual(draft.parties.map(({ utility }) => utility.min));
      expect(team.roles.map(({ shouldNot }) => !shouldNot)).toEqual(draft.parties.map(({ accepts }) => accepts));
      expect(team.efficient).toBe(draft.efficient);
      expect(team.cause === 'outside').toBe(draft.inZone === false);
    }
  });

  it('tells the quarry as its notes do: 70, 71 and 72 are efficient, the middle is below the residents\u2019 least', async () => {
    const of = await debriefed(tuesday());
    const [first, second, third] = findingsOf(of).teams;
    expect(first).toMatchObject({ kind: 'deal', minute: 12, efficient: true, left: 0, product: 1, cause: null });
    expect(first?.roles.map(({ points, gain, rank }) => [points, gain, rank])).toEqual([
      [70, 25, 1],
      [71, 19, 1],
      [72, 27, 1],
    ]);
    expect(first?.nearest.solutions).toMatchObject({ apart: 0 });
    expect(first?.firstOffer).toMatchObject({ role: 'company', minute: 0 });
    expect(second).toMatchObject({
      kind: 'deal',
      cause: 'outside',
      efficient: false,
      nearest: { draft: { names: ['mediator'], apart: 0 } },
    });
    expect(second?.roles[2]).toMatchObject({ points: 50, belowLeast: true, shouldNot: true });
    expect(third).toMatchObject({ kind: 'no deal', cause: 'missed' });
    // Of the fifteen deals the one with the largest least gain: 19 points above no deal for the company.
    expect(third?.left).toBe(19);
    expect(third?.roles.map(({ gain }) => gain)).toEqual([0, 0, 0]);
  });

  it('names what all would have preferred, with what it changes and gives', async () => {
    const of = await debriefed(tuesday());
    const second = findingsOf(of).teams[1];
    if (second?.of.kind !== 'deal' || second.of.hindsight.better === null) throw new Error('a better deal is there');
    const { gain } = second.of.hindsight.better;
    expect(second.left).toBe(Math.min(...gain));
    expect(second.left).toBeGreaterThan(0);
    const text = JSON.stringify(debriefView(of, 'winset class debrief tuesday'));
    expect(text).toContain('haul road instead of');
    expect(text).toContain('Set aside, for they are a bluff: residents.hedge.');
    expect(text).toContain('Team 4 is left out: The alarm rang.');
    expect(text).toContain('1 of 3 teams signed a deal'.replace('1', '2'));
  });

  it('gives data that fits its schema, and no name unless names are asked for', async () => {
    const name = 'Ann Example';
    const named = await debriefed(tuesday(), (team, role) => (team === '1' && role === 'council' ? name : ''));
    const of = await debriefed(tuesday());
    expect(schema.safeParse(JSON.parse(jsonText(document(of)))).error).toBeUndefined();
    for (const [own, has] of [
      [of, false],
      [named, true],
    ] as const) {
      const texts = [debriefCsv(own), debriefHtml(own), JSON.stringify(debriefView(own, ''))];
      expect(texts.map((text) => text.includes(name))).toEqual([has, has, has]);
    }
  });

  it('is a page without scripts whose steps are closed, the numbers of all sides last', async () => {
    const html = debriefHtml(await debriefed(tuesday()));
    expect(html).not.toMatch(/<script|<details[^>]* open/);
    const steps = [...html.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, title]) => title);
    expect(steps[0]).toBe('How it ended');
    expect(steps.at(-1)).toBe('The score sheets of all sides');
    expect(html.match(/<svg/g)?.length).toBe(4);
  });

  it('waits for teams whose clock still runs', async () => {
    const room = tuesday();
    room.minute = 30;
    const [, , third] = findingsOf(await debriefed(room)).teams;
    expect(third).toMatchObject({ kind: 'open', roles: [], left: null });
  });

  it('judges a deal by what was known when it was signed', async () => {
    const game = shippedGame('faulty-roof', 'handouts:\n  - { id: report, stage: report }\n');
    const text = completed(game, Object.fromEntries(game.file.issues.map((issue) => [issue.id, optionId(issue, 0)])));
    expect(dealFault(game, text)).toBeNull();
    const room = running(game, ['1', '2']);
    const sign = (team: string) => {
      room.play(`${team}-${game.roles[0]!}`, { kind: 'propose', deal: text });
      for (const role of game.roles) room.play(`${team}-${role}`, sure(1));
    };
    sign('1');
    room.minute = 20;
    room.teach({ kind: 'handOut', handout: 'report' });
    room.minute = 25;
    sign('2');
    const { teams } = findingsOf(await debriefed(room));
    expect(teams.map(({ of }) => of.day.stage)).toEqual([null, 'report']);
    const worth = (stage: string | null) => game.roles.map((role) => worthTo(game, stage, role, text).noDeal);
    expect(teams.map(({ roles }) => roles.map(({ noDeal }) => noDeal))).toEqual([worth(null), worth('report')]);
    expect(worth(null)).not.toEqual(worth('report'));
  });
});
