/** The draws one by one as a table: what its rows add up to is what the document of the same run says. */
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runHere } from '../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../src/jobs/job.ts';
import { openedCase } from '../../src/questions/opened.ts';
import type { Given } from '../../src/questions/option.ts';
import type { Asker, OpenCase } from '../../src/questions/question.ts';
import { drawColumns } from '../../src/questions/sensitivity/csv.ts';
import { sensitivity } from '../../src/questions/sensitivity/question.ts';
import type { LoadResult } from '../../src/scenario/read/load.ts';
import { loadScenario, parseScenarioText } from '../../src/scenario/read/load.ts';

/** Works on so many jobs in all; on all it is given where nothing is said. */
function asker(most = Infinity): Asker {
  let left = most;
  return {
    patience: 'command',
    crewFor: () => ({
      run: <K extends Kind>(jobs: readonly JobOf<K>[]) => {
        const taken = jobs.slice(0, left);
        left -= taken.length;
        return Promise.resolve(taken.map((job) => runHere(job)));
      },
    }),
  };
}

function opened(loaded: LoadResult): OpenCase {
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  return openedCase(loaded, {}, '1.2.3');
}

function shipped(name: string): OpenCase {
  return opened(loadScenario(join(import.meta.dirname, '../../scenarios', name)));
}

const shareSchema = z.object({ share: z.number() });
const documentSchema = z.object({
  smaa: z.object({
    draws: z.number(),
    unproven: z.number(),
    zone: shareSchema,
    options: z.record(z.string(), z.record(z.string(), z.number())),
    redLines: z.array(
      z.object({
        party: z.string(),
        redLine: z.string(),
        holds: shareSchema,
        zoneWhereHolds: shareSchema.nullable(),
        zoneWhereNot: shareSchema.nullable(),
      }),
    ),
  }),
});

async function drawn(of: OpenCase, given: Given, by: Asker = asker()) {
  const answered = await sensitivity.ask(of, { smaa: true, csv: true, ...given }, by);
  const text = await answered.text({ width: 80, all: false, command: 'it' });
  const rows = z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true }));
  const { smaa } = documentSchema.parse(JSON.parse(JSON.stringify(await answered.document())));
  return { text, rows, smaa, aside: await answered.aside() };
}

type Row = Readonly<Record<string, string>>;

function share(rows: readonly Row[], holds: (row: Row) => boolean): number {
  return rows.filter(holds).length / rows.length;
}

/** A price for which two signatures are enough, one of them the buyer's. */
const PRICE = `winset: 1
title: A price
issues:
  - id: price
    title: Price
    options: [{ id: low, label: Low }, { id: middle, label: Middle }, { id: high, label: High }]
consent: { needs: { quorum: 2, veto: [buyer] } }
parties:
  buyer:
    name: Buyer
    disagreement: 20
    reservation: { value: 30, low: 20, high: 60 }
    issues: { price: { scores: { low: 100, middle: 50, high: 0 } } }
    redLines: [{ id: no-middle, when: { price: [middle, high] }, holds: 0.5, why: A habit. }]
  seller:
    name: Seller
    disagreement: 60
    issues: { price: { scores: { low: 0, middle: 70, high: 100 } } }
  '-agent':
    name: =Agent
    disagreement: 60
    reservation: { value: 60, low: 60, high: 70 }
    issues: { price: { scores: { low: 0, middle: 65, high: 100 } } }
`;

/** Red lines alone leave no deal, and all are certain. */
const CLOSED = `winset: 1
title: Closed
issues:
  - id: price
    title: Price
    options: [{ id: low, label: Low }, { id: high, label: High }]
parties:
  buyer:
    name: Buyer
    disagreement: 0
    reservation: { value: 10, low: 5, high: 20 }
    issues: { price: { scores: { low: 100, high: 50 } } }
    redLines: [{ id: no-high, when: { price: high }, why: A habit. }]
  seller:
    name: Seller
    disagreement: 0
    issues: { price: { scores: { low: 50, high: 100 } } }
    redLines: [{ id: no-low, when: { price: low }, why: Bread costs more. }]
`;

function written(text: string): OpenCase {
  return opened(parseScenarioText(text, 'price.yaml'));
}

describe('the table of draws', () => {
  it.each([
    ['first-five-minutes', { draws: 90 }],
    ['lease', { draws: 45, solution: 'utilitarian', seed: 'x' }],
    ['ukraine-2025-short', { draws: 40 }],
    ['a price', { draws: 200 }],
  ])('adds up to the document of the same run: %s', async (name, given) => {
    const of = name === 'a price' ? written(PRICE) : shipped(name);
    const { rows, smaa } = await drawn(of, given);
    expect(rows.map(({ draw }) => Number(draw))).toEqual(Array.from({ length: smaa.draws }, (_, k) => k + 1));
    expect(smaa.draws).toBe(given.draws);
    expect(share(rows, ({ deal }) => deal === '1')).toBe(smaa.zone.share);
    expect(rows.filter(({ proven }) => proven === '0')).toHaveLength(smaa.unproven);
    for (const [issue, options] of Object.entries(smaa.options)) {
      for (const [id, known] of Object.entries(options)) {
        expect({ issue, id, share: share(rows, (row) => row[`deal_${issue}`] === id) }).toEqual({
          issue,
          id,
          share: known,
        });
      }
    }
    const lines = Object.keys(rows[0]!).filter((column) => column.startsWith('holds_'));
    for (const line of smaa.redLines) {
      const column = `holds_${line.party}.${line.redLine}`;
      const [held, not] = ['1', '0'].map((cell) => rows.filter((row) => row[column] === cell));
      expect(lines).toContain(column);
      expect(held!.length / rows.length).toBe(line.holds.share);
      if (held!.length > 0) expect(share(held!, ({ deal }) => deal === '1')).toBe(line.zoneWhereHolds?.share);
      expect(share(not!, ({ deal }) => deal === '1')).toBe(line.zoneWhereNot?.share);
    }
    const uncertain = new Set(smaa.redLines.map(({ party, redLine }) => `holds_${party}.${redLine}`));
    for (const column of lines.filter((each) => !uncertain.has(each))) {
      expect(rows.every((row) => row[column] === '1')).toBe(true);
    }
  });

  it('says who signs, what it is worth and how much more than no deal, and nothing of these without a deal', async () => {
    const { text, rows } = await drawn(written(PRICE), { draws: 200 });
    expect(text.slice(0, text.indexOf('\r\n'))).toBe(
      'draw,deal,coalition,proven,utility_buyer,utility_seller,utility_-agent,gain_buyer,gain_seller,gain_-agent,' +
        'deal_price,holds_buyer.no-middle',
    );
    const kinds = new Set(rows.map((row) => Object.values(row).slice(1).join(',')));
    expect([...kinds].toSorted()).toEqual([
      '0,,,,,,,,,,0',
      '0,,,,,,,,,,1',
      '1,buyer+seller+-agent,1,50,70,65,30,10,5,middle,0',
      '1,buyer+seller,1,50,70,65,30,10,5,middle,0',
    ]);
  });

  it('is of the first draws where it was stopped, and says so beside it', async () => {
    const of = shipped('first-five-minutes');
    const whole = await drawn(of, { draws: 60 });
    const stopped = await drawn(of, { draws: 60 }, asker(3));
    expect(stopped.rows).toEqual(whole.rows.slice(0, 40));
    expect([whole.aside, stopped.aside]).toEqual([
      [],
      ['Stopped after the first 40 draws of 60 draws: asked for 40 draws it answers the same.'],
    ]);
  });

  it('says beside it what is supposed, and has no column for a line that is certain', async () => {
    const { rows, aside } = await drawn(written(CLOSED), { draws: 20 });
    expect(aside).toHaveLength(3);
    expect(aside[0]).toMatch(/^As if Buyer .*red lines alone leave no deal/);
    expect(rows.some(({ deal }) => deal === '1')).toBe(true);
    expect(Object.keys(rows[0]!).filter((column) => column.startsWith('holds_'))).toEqual([]);
    const asItIs = await drawn(written(CLOSED), { draws: 20, asIf: 'none' });
    expect([asItIs.aside, asItIs.rows.some(({ deal }) => deal === '1')]).toEqual([[], false]);
  });

  it('has a meaning for each column', async () => {
    const of = shipped('ukraine-2025-short');
    const { rows } = await drawn(of, { draws: 1 });
    const columns = drawColumns(of.scenario);
    expect(columns.map(({ name }) => name)).toEqual(Object.keys(rows[0]!));
    for (const { meaning } of columns) expect(meaning).toMatch(/\w{3}/);
  });

  it('is refused without draws, and where it would be too long', () => {
    expect(() => sensitivity.check({ csv: true })).toThrow(/--smaa/);
    expect(() => sensitivity.check({ csv: true, smaa: true, draws: 100_001 })).toThrow(/at most 100000 draws/);
    expect(() => sensitivity.check({ smaa: true, draws: 100_001 })).not.toThrow();
  });
});
