/** The price of clauses in a scenario that is solved by hand, and what cannot be asked. */
import { describe, expect, it } from 'vitest';
import { runHere } from '../../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../../src/jobs/job.ts';
import { schema } from '../../../src/questions/price/schema.ts';
import { openedCase } from '../../../src/questions/opened.ts';
import type { Given } from '../../../src/questions/option.ts';
import type { Asker, OpenCase } from '../../../src/questions/question.ts';
import { price } from '../../../src/questions/price/question.ts';
import { score } from '../../../src/questions/score/question.ts';
import { solve } from '../../../src/questions/solve/question.ts';
import { loadedShipped } from '../../shipped.ts';

const HERE: Asker = {
  patience: 'command',
  crewFor: () => ({
    run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job) => runHere(job))),
  }),
};

function opened(name: string, set: readonly string[] = []): OpenCase {
  return openedCase(loadedShipped(name), { set }, '1.2.3');
}

async function answered(name: string, given: Given, set: readonly string[] = []) {
  const answer = await price.ask(opened(name, set), given, HERE);
  const document = schema.parse(JSON.parse(JSON.stringify(await answer.document())));
  return { document, text: await answer.text({ width: 100, all: false, command: 'winset price it' }) };
}

describe('the price of clauses', () => {
  it('lists what each party swallows in the Nash deal', async () => {
    const { document, text } = await answered('job-offer', {});
    expect(document.about).toBe('Nash deal');
    expect(document.followed).toBeNull();
    expect(document.swallowed.length).toBeGreaterThan(0);
    for (const { party, issue } of document.swallowed) expect(text).toContain(`${party}.${issue}`);
  });

  it('says what a party has in the deal beyond the one that is left where it refuses', async () => {
    const { document: all } = await answered('job-offer', {});
    const { party, issue, option } = all.swallowed[0]!;
    const { document, text } = await answered('job-offer', { clause: `${party}.${issue}` });
    const refused = document.followed!.refused!;
    expect(refused.empty).toBe(false);
    expect(refused.nash!.deal[issue]).not.toBe(option);
    const { byIssue, adjustments, total } = refused.nash!.paid;
    expect(Object.values(byIssue).reduce((sum, points) => sum + points, adjustments)).toBeCloseTo(total, 9);
    expect(byIssue[issue]).toBeLessThan(0);
    expect(text).toContain('What it was paid with');
    expect(text).toContain('What is left if it refuses');
  });

  it('says that a refusal leaves no deal, and what carries the party then', async () => {
    const given = { clause: 'band.fee' };
    const { document, text } = await answered('first-five-minutes', given, [
      'cafe.reservation=60',
      'band.reservation=70',
    ]);
    expect(document.followed!.refused).toEqual({ empty: true, nash: null });
    expect(Object.values(document.followed!.carried).every((points) => points > 0)).toBe(true);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('no deal is left. Proven.');
    expect(text).toContain('What carries it');
  });

  it('has none where nothing on the issue is worth more to the party', async () => {
    const { document, text } = await answered('first-five-minutes', { clause: 'cafe.recording' });
    expect(document.followed).toMatchObject({ cost: 0, refused: null });
    expect(text).toContain('it has no price');
  });

  it.each<[string, Given, RegExp]>([
    ['ukraine-2025-short', { clause: 'russia' }, /expected a party and an issue/],
    ['ukraine-2025-short', { clause: 'russia.donestk', nodes: 2000 }, /did you mean 'donetsk'/],
    ['quarry-dispute', { deal: { hours: 'long' } }, /leaves .* open/],
    ['ukraine-2025-short', { nodes: 2000 }, /there is no deal to ask about/],
  ])('refuses what has no price: %s %j', async (name, given, message) => {
    await expect(price.ask(opened(name), given, HERE)).rejects.toThrow(message);
  });
});

describe('the reports on deals', () => {
  const shape = { width: 200, all: false, command: 'again' };
  const scored = async (draft: string) => (await score.ask(opened('job-offer'), { draft }, HERE)).text(shape);

  it('point to the price of a clause where somebody swallows one, and only there', async () => {
    const { drafts } = opened('job-offer').scenario;
    const texts = await Promise.all(drafts.map(({ id }) => scored(id)));
    const prices = await Promise.all(drafts.map(({ id }) => answered('job-offer', { draft: id }).catch(() => null)));
    for (const [k, text] of texts.entries()) {
      const swallowed = prices[k]?.document.swallowed ?? [];
      expect(text.includes(`winset price --draft ${drafts[k]!.id} says`)).toBe(swallowed.length > 0);
    }
    expect(texts.some((text) => text.includes('winset price'))).toBe(true);
    const solved = await (await solve.ask(opened('job-offer'), {}, HERE)).text(shape);
    expect(solved).toContain('winset price says what a party was paid with');
  });
});
