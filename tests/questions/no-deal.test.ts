/** No deal, where the file gives it a name, stands among the drafts of every question, by the positions of its own date. */
import { describe, expect, it } from 'vitest';
import { runHere } from '../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../src/jobs/job.ts';
import { schema as frontierSchema } from '../../src/questions/frontier/schema.ts';
import { openedCase } from '../../src/questions/opened.ts';
import type { Given } from '../../src/questions/option.ts';
import type { Answered, Asker } from '../../src/questions/question.ts';
import { QUESTIONS } from '../../src/questions/table.ts';
import { SCENARIO, scenarioOf } from '../scenario/support.ts';

/** From its date on no deal is worth 25 to one party, and 20 before. */
const DATED = SCENARIO.replace(
  'drafts:\n',
  'drafts:\n  home: { title: Each goes home, noDeal: true, date: 2025-01-01 }\n',
).replace('us: { reservation: 35 }', 'us: { disagreement: 25, reservation: 35 }');
const file = scenarioOf(DATED);

const HERE: Asker = {
  patience: 'command',
  crewFor: () => ({
    run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job) => runHere(job))),
  }),
};

async function asked(id: string, given: Given): Promise<Answered> {
  const question = QUESTIONS.find((each) => each.id === id)!;
  return question.ask(openedCase({ scenario: file, warnings: [] }, {}, '1.2.3'), given, HERE);
}

/** The document as it is printed, held to its schema. */
async function documentOf(id: string, given: Given): Promise<unknown> {
  const schema = await QUESTIONS.find((each) => each.id === id)!.schema();
  const found: unknown = JSON.parse(JSON.stringify(await (await asked(id, given)).document()));
  return schema.parse(found);
}

async function textOf(id: string, given: Given): Promise<string> {
  const text = await (await asked(id, given)).text({ width: 100, all: true, command: `winset ${id}` });
  return text.replace(/\s+/g, ' ');
}

describe('no deal with a name', () => {
  it.each(['solve', 'explain', 'score'])('is held against the positions of its own date by %s', async (id) => {
    const given = { draft: id === 'score' ? 'home' : ['home'] };
    const text = await textOf(id, given);
    expect(text).toContain('Each goes home, 2025-01-01');
    expect(text).toContain('Needs no signature; beaten.');
    const found = await documentOf(id, given);
    const said = { noDeal: true, utility: { us: 25, ua: 10 }, inZone: false, efficient: false };
    expect(found).toMatchObject(id === 'score' ? said : { drafts: { home: { stage: 's1', ...said } } });
  });

  it.each(['solve', 'explain'])('is held against the base by %s on request', async (id) => {
    expect(await documentOf(id, { draft: ['home'], draftsAt: 'base' })).toMatchObject({
      drafts: { home: { stage: null, utility: { us: 20, ua: 10 } } },
    });
  });

  it('has nothing to change, and says what a deal has to be worth', async () => {
    const text = await textOf('explain', { draft: ['home'] });
    expect(text).toContain('No deal, home: what a deal has to be worth');
    expect(text).toContain('United States A deal has to be worth 10.0 points more to it than no deal.');
    expect(text).toContain('Ukraine A deal has to be worth as much to it as no deal.');
    expect(await documentOf('explain', { draft: ['home'] })).toMatchObject({
      drafts: { home: { edits: [], pleasing: [], exchanges: null } },
    });
  });

  it('is not among the drafts that were not named', async () => {
    expect(await documentOf('explain', { draft: ['d1'] })).toHaveProperty('drafts', {
      d1: expect.objectContaining({ stage: null }),
    });
    await expect(asked('explain', { draft: ['nobody'] })).rejects.toThrow(/'d1', 'home'/);
  });

  it('stands beside the frontier, with the points at which everybody has as much', async () => {
    const { points, landmarks } = frontierSchema.parse(await documentOf('frontier', { epsilon: '0' }));
    expect(landmarks.at(-1)).toMatchObject({ kind: 'noDeal', id: 'home', utility: { us: 20, ua: 10 } });
    const better = points.filter(({ utility }) => utility['us']! >= 20 && utility['ua']! >= 10).length;
    expect(await textOf('frontier', { epsilon: '0' })).toContain(
      `home: no deal: us 20.0, ua 10.0. At ${better} of ${points.length} points everybody has as much or more.`,
    );
  });

  it('is a conclusion of a comparison', async () => {
    expect(await textOf('compare', { others: ['@s1'] })).toContain('No deal, home beaten');
    expect(await documentOf('compare', { others: ['@s1'] })).toMatchObject({
      columns: [{ drafts: { home: { noDeal: true, efficient: false } } }, {}],
      conclusions: expect.arrayContaining([
        expect.objectContaining({
          kind: 'noDeal',
          id: 'home',
          values: { A: 'beaten', B: 'beaten' },
          standing: 'shared',
        }),
      ]),
    });
  });
});
