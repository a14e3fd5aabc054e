import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { document as solveDocument } from '../../src/questions/solve/document.ts';
import { scenarioCase, shippedCase } from '../report/support.ts';
import { shipped } from '../shipped.ts';

const digits = z.string().regex(/^\d+$/);
const count = z.union([
  z.strictObject({ exact: digits }),
  z.strictObject({ low: digits, high: digits, estimate: z.number(), ci95: z.tuple([z.number(), z.number()]) }),
]);
const ids = z.array(z.string());
const deal = z.record(z.string(), z.string());
const byParty = z.record(z.string(), z.number());
const solution = z.strictObject({
  proven: z.boolean(),
  total: digits.nullable(),
  complete: z.boolean(),
  leftOut: ids,
  deals: z.array(z.strictObject({ deal, utility: byParty, gain: byParty })).min(1),
});
const constraint = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reservation'), party: z.string() }),
  z.strictObject({ kind: z.literal('redLine'), party: z.string(), id: z.string() }),
  z.strictObject({ kind: z.literal('consent'), party: z.string(), when: z.record(z.string(), ids) }),
]);
const verdict = z.union([z.boolean(), z.literal('open')]);
const draft = z.strictObject({
  stage: z.string().nullable(),
  complete: z.boolean(),
  utility: z.record(z.string(), z.union([z.number(), z.strictObject({ min: z.number(), max: z.number() })])),
  accepts: z.record(z.string(), verdict),
  blockedBy: ids,
  inZone: verdict,
  efficient: z.boolean().nullable(),
  dominatedBy: deal.nullable(),
  shortfall: byParty,
  costs: z.record(z.string(), z.array(z.strictObject({ issue: z.string(), cost: z.number() }))),
  redLines: z.record(z.string(), ids),
  brokenRules: ids,
});
const solutions = z.strictObject({
  nash: solution,
  'kalai-smorodinsky': solution,
  egalitarian: solution,
  utilitarian: solution,
  'relative-utilitarian': solution,
  'equal-loss': solution,
});
const documentSchema = z.strictObject({
  schema: z.literal('winset/solve@1'),
  version: z.string(),
  scenario: z.strictObject({ title: z.string(), hash: z.string().length(12), stage: z.string().nullable() }),
  seed: z.string(),
  assumptions: z.array(
    z.strictObject({
      kind: z.literal('redLineDropped'),
      party: z.string(),
      id: z.string(),
      why: z.string().nullable(),
    }),
  ),
  space: z.strictObject({ deals: digits, lawful: count.nullable(), issues: z.int() }),
  parties: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      disagreement: z.number(),
      reservation: z.number(),
      ideal: z.number().nullable(),
    }),
  ),
  zone: z.strictObject({
    empty: z.boolean(),
    count,
    options: z.record(z.string(), z.record(z.string(), z.number().nullable())),
    optionsAre: z.enum(['exact', 'estimated']),
    status: z.record(z.string(), z.record(z.string(), z.enum(['settled', 'dead', 'open', 'unknown']))),
    soleBlocker: z.record(z.string(), z.union([digits, count])),
  }),
  uniformSlack: z.number().nullable(),
  coalition: ids,
  coalitions: z.array(z.strictObject({ parties: ids, empty: z.boolean(), count })),
  coalitionsComplete: z.boolean(),
  solutions: z.union([solutions, z.strictObject({})]),
  collision: z
    .strictObject({
      conflict: z.array(constraint).min(1),
      openings: z.array(
        z.strictObject({
          drop: z.array(constraint),
          count,
          coalition: ids,
          rule: z.enum(['nash', 'nearest']),
          solution,
        }),
      ),
    })
    .nullable(),
  knot: z
    .strictObject({
      settled: z.int(),
      proven: z.boolean(),
      open: z.array(z.strictObject({ issues: ids, rest: z.enum(['enough', 'depends', 'short', 'unknown']) })).min(1),
      complete: z.boolean(),
      newOptions: z.array(
        z.strictObject({
          issue: z.string(),
          coalition: ids,
          least: z.array(
            z.strictObject({
              points: z.record(z.string(), z.number().nullable()),
              share: z.record(z.string(), z.number().nullable()),
              proven: z.boolean(),
            }),
          ),
        }),
      ),
      newOptionsComplete: z.boolean(),
    })
    .nullable(),
  drafts: z.record(z.string(), draft),
  warnings: z.array(z.string()),
  unproven: z.array(z.string()).optional(),
});

/** As a reader of the output gets it. */
function documentOf(name: string, without: readonly string[] = []) {
  return documentSchema.parse(JSON.parse(JSON.stringify(solveDocument(shippedCase(name, without)))));
}

describe('the JSON document', () => {
  it('tells the small scenario by ids', () => {
    const document = documentOf('first-five-minutes');
    expect(document.space).toEqual({ deals: '189', lawful: null, issues: 4 });
    expect(document.zone).toMatchObject({
      empty: false,
      count: { exact: '50' },
      soleBlocker: { band: '74', cafe: '39' },
    });
    expect(document.zone.options['day']).toEqual({
      friday: expect.closeTo(24 / 50, 12),
      saturday: expect.closeTo(26 / 50, 12),
      sunday: 0,
    });
    expect(document.zone.status['day']).toEqual({ friday: 'open', saturday: 'open', sunday: 'dead' });
    expect(document.coalition).toEqual(['band', 'cafe']);
    expect(document.collision).toBeNull();
    expect(document.knot).toBeNull();
    expect(document.drafts['first-offer']).toMatchObject({
      complete: true,
      accepts: { band: false, cafe: true },
      blockedBy: ['band'],
      inZone: false,
      efficient: false,
    });
  });

  it('gives gains against the disagreement value', () => {
    const document = documentOf('first-five-minutes');
    const disagreement = Object.fromEntries(document.parties.map((party) => [party.id, party.disagreement]));
    const { nash } = solutions.parse(document.solutions);
    const [first] = nash.deals;
    expect(nash.complete).toBe(nash.total === String(nash.deals.length));
    for (const id of ['band', 'cafe']) {
      expect(first!.gain[id]).toBeCloseTo(first!.utility[id]! - disagreement[id]!, 10);
      expect(first!.gain[id]).toBeGreaterThan(0);
    }
    expect(first!.deal).toMatchObject({ recording: 'video', hospitality: 'meal-and-beds' });
  });

  it('tells an empty zone as an answer', () => {
    const document = documentOf('ukraine-2025');
    expect(document.zone).toMatchObject({ empty: true, count: { exact: '0' } });
    expect([document.coalition, document.solutions]).toEqual([[], {}]);
    expect(document.collision?.conflict).toContainEqual({ kind: 'redLine', party: 'russia', id: 'all-donbas' });
    expect(document.collision?.openings.map(({ drop }) => drop)).toContainEqual([
      { kind: 'redLine', party: 'russia', id: 'all-donbas' },
    ]);
    expect(document.knot).toMatchObject({
      settled: 45,
      proven: true,
      open: [{ issues: ['donetsk'], rest: 'enough' }],
    });
    expect(document.space.deals).toMatch(/^\d{27}$/);
    expect(document.drafts['us28']?.redLines['ukraine']).toEqual([
      'no-recognition',
      'no-withdrawal',
      'no-land-without-vote',
      'no-membership-bar',
      'no-force-limit',
    ]);
    expect(document.drafts['geneva']).toMatchObject({ complete: false, efficient: null, dominatedBy: null });
  });

  it('labels dropped red lines', () => {
    const document = documentOf('quarry-dispute', ['residents.hedge']);
    expect(document.assumptions).toMatchObject([{ kind: 'redLineDropped', party: 'residents', id: 'hedge' }]);
    expect(document.zone.empty).toBe(false);
    expect(document.collision).toBeNull();
  });

  it('is the same text for the same input', () => {
    const again = scenarioCase(shipped('quarry-dispute'));
    expect(JSON.stringify(solveDocument(again))).toBe(JSON.stringify(solveDocument(shippedCase('quarry-dispute'))));
  });
});
