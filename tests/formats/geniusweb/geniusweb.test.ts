/** GeniusWeb profiles: weights, discrete and numeric values, reservation bids, round trips. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { add, compare, divide, exactOf, fraction, nearest, subtract, ZERO } from '../../../src/exact/fraction.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { largest, pointsOf, smallest } from '../../../src/formats/from-scenario.ts';
import { ALL_KINDS, randomScenario } from '../../oracle/random-scenario.ts';
import { yamlText } from '../../oracle/yaml.ts';
import { runs } from '../../runs.ts';
import { scenarioOf } from '../../scenario/support.ts';
import { readFiles, refusalOf, roundTrip, utilities, written } from '../support.ts';

const VALUES = { Food: { values: ['chips', 'cake'] }, Guests: { range: { low: 10, high: 30, step: 10 } } };
const DOMAIN = { name: 'party', issuesValues: VALUES };

function profile(changed: Readonly<Record<string, unknown>> = {}) {
  return JSON.stringify({
    LinearAdditiveUtilitySpace: {
      name: 'host',
      issueUtilities: {
        Food: { discreteutils: { valueUtilities: { chips: 0.75, cake: 1 } } },
        Guests: { numberutils: { lowValue: 10, lowUtility: 1, highValue: 30, highUtility: 0.5 } },
      },
      issueWeights: { Food: 0.3, Guests: 0.7 },
      domain: DOMAIN,
      reservationBid: { issuevalues: { Food: 'chips', Guests: 20 } },
      ...changed,
    },
  });
}

it('reads weights, values, numbers between two ends and the reservation bid', async () => {
  const { scenario, notes, format } = await readFiles({ 'party.json': JSON.stringify(DOMAIN), 'host.json': profile() });
  expect(format).toBe('geniusweb');
  expect(scenario.parties[0]!.preferences.form).toBe('weights');
  expect(scenario.issues[1]!.range!.count).toBe(3);
  expect(utilities(scenario)[0]!.map(nearest)).toEqual([92.5, 75, 57.5, 100, 82.5, 65]);
  expect(scenario.parties[0]!.reservation.value).toBe(75);
  expect(notes).toEqual([]);
});

it('files as the programs of today write them, and what lies beside them', async () => {
  const own = profile({
    issueUtilities: {
      Food: { DiscreteValueSetUtilities: { valueUtilities: { chips: 0.75, cake: 1 } } },
      Guests: { NumberValueSetUtilities: { lowValue: 10, lowUtility: 1, highValue: 30, highUtility: 0.5 } },
    },
  });
  const files = { 'party.json': JSON.stringify(DOMAIN), 'host.json': own, 'specials.json': '{"size": 6}' };
  const { scenario, notes } = await readFiles(files);
  expect(utilities(scenario)[0]!.map(nearest)).toEqual([92.5, 75, 57.5, 100, 82.5, 65]);
  expect(notes).toEqual([{ kind: 'left out', text: 'specials.json: no domain and no profile' }]);
  const { files: out } = await written(scenario, 'geniusweb');
  expect(out[1]!.content).toMatch(/"DiscreteValueSetUtilities"[^]*"NumberValueSetUtilities"/);
});

it('issues and options keep their order, whatever their names', async () => {
  const names = ['10', 'b', '2', 'a'];
  const scenario = scenarioOf(
    JSON.stringify({
      winset: 1,
      title: 'T',
      issues: names.map((title, k) => ({
        id: `i${k}`,
        title,
        options: names.map((label, o) => ({ id: `o${o}`, label })),
      })),
      parties: {
        p: {
          name: 'P',
          disagreement: 0,
          issues: Object.fromEntries(
            names.map((_, k) => [`i${k}`, { scores: Object.fromEntries(names.map((_own, o) => [`o${o}`, k * o])) }]),
          ),
        },
      },
    }),
  );
  const { scenario: again } = await roundTrip(scenario, 'geniusweb');
  expect(again.issues.map(({ title }) => title)).toEqual(names);
  const rounded = (of: Scenario) => utilities(of)[0]!.map((sum) => Math.round(nearest(sum) * 1e9));
  expect(rounded(again)).toEqual(rounded(scenario));
});

it('a profile alone has its domain in it', async () => {
  const { scenario } = await readFiles({
    'host.json': profile({ issueWeights: { Food: 0.3, Guests: 0.6 }, reservationBid: undefined }),
  });
  expect(scenario.title).toBe('party');
  expect(scenario.parties[0]!.preferences.form).toBe('scores');
  expect(scenario.parties[0]!.reservation.value).toBe(0);
});

it.each([
  ['a domain alone', { 'party.json': JSON.stringify(DOMAIN) }, 'party.json:1:1 is a domain without profiles'],
  [
    'another domain',
    {
      'party.json': JSON.stringify({ ...DOMAIN, issuesValues: { Music: { values: ['DJ'] } } }),
      'host.json': profile(),
    },
    "host.json:1:288 LinearAdditiveUtilitySpace.domain.issuesValues: has no issue 'Music': this is a profile of another domain",
  ],
  [
    'a utility above 1',
    {
      'host.json': profile({
        issueUtilities: { Food: { discreteutils: { valueUtilities: { chips: 3, cake: 1 } } }, Guests: {} },
      }),
    },
    'host.json:1:118 LinearAdditiveUtilitySpace.issueUtilities.Food.discreteutils.valueUtilities.chips: is no utility from 0 to 1',
  ],
  [
    'no weight',
    { 'host.json': profile({ issueWeights: { Food: 1 } }) },
    "host.json:1:262 LinearAdditiveUtilitySpace.issueWeights: has no weight of issue 'Guests'",
  ],
  [
    'a value that is none',
    { 'host.json': profile({ reservationBid: { issuevalues: { Food: 'soup', Guests: 20 } } }) },
    "host.json:1:448 LinearAdditiveUtilitySpace.reservationBid.issuevalues.Food: issue 'Food' has no such value",
  ],
  [
    'another kind of profile',
    { 'host.json': '{"SumOfGroupsUtilitySpace": {"name": "x"}}' },
    "host.json:1:29 SumOfGroupsUtilitySpace: is a profile of type 'SumOfGroupsUtilitySpace'",
  ],
])('refused with its place: %s', async (_, files, message) => {
  expect((await refusalOf(files)).replace(/:1:\d+ L/, ':1:0 L').slice(0, message.length)).toBe(
    message.replace(/:1:\d+ L/, ':1:0 L'),
  );
});

/** By party: whether it signs each deal, adjustments aside. */
function accepted(scenario: Scenario): boolean[][] {
  return utilities(scenario).map((sums, k) =>
    sums.map((sum) => compare(sum, exactOf(scenario.parties[k]!.reservation)) >= 0),
  );
}

it('round trips keep the utility of every deal, up to 20 digits, and who signs it', async () => {
  const kinds = { ...ALL_KINDS, curves: true, scoreFormulas: true };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), async (seed) => {
      const scenario = scenarioOf(yamlText(randomScenario(seed, kinds)));
      const points = scenario.parties.map((party) => pointsOf(party, scenario.issues));
      if (points.some((own) => own.some((issue) => smallest(issue).num < 0n))) {
        await expect(written(scenario, 'geniusweb')).rejects.toThrow('points below 0');
        return;
      }
      const { scenario: again, out } = await roundTrip(scenario, 'geniusweb');
      for (const [k, sums] of utilities(again).entries()) {
        const best = points[k]!.map(largest).reduce(add, ZERO);
        const scale = compare(best, fraction(100n, 1n)) > 0 ? divide(best, fraction(100n, 1n)) : fraction(1n, 1n);
        const name = scenario.parties[k]!.name;
        const isRounded = out.notes.some(({ text }) => text.startsWith(name) && text.includes('no decimal that ends'));
        for (const [deal, sum] of sums.entries()) {
          const apart = subtract(fraction(sum.num * scale.num, sum.den * scale.den), utilities(scenario)[k]![deal]!);
          expect(Math.abs(nearest(apart))).toBeLessThanOrEqual(isRounded ? 1e-9 : 0);
        }
        const isKept = !out.notes.some(
          ({ kind, text }) => kind === 'left out' && text.startsWith(`${name}: the least`),
        );
        if (isKept && !isRounded) expect(accepted(again)[k]).toEqual(accepted(scenario)[k]);
      }
    }),
    { numRuns: runs(100) },
  );
});

it('what is read, written and read again is the same', async () => {
  const { scenario } = await readFiles({
    'party.json': JSON.stringify(DOMAIN),
    '1-host.json': profile(),
    '2-guest.json': profile({ name: 'guest', issueWeights: { Food: 0.55, Guests: 0.45 } }),
  });
  const { scenario: again } = await roundTrip(scenario, 'geniusweb');
  expect({ ...again, hash: '' }).toEqual({ ...scenario, hash: '' });
});
