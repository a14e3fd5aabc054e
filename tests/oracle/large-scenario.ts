/**
 * Scenario files far too large to look at every deal, of the kinds that once took more work than was granted: many
 * parties with goals that overlap, boxes of points over ranges, large bodies with a quorum, hundreds of issues, issues of
 * hundreds of options or of a million numbers.
 */
import { Dice } from './dice.ts';
import type { Entries } from './random-scenario.ts';

export function largeScenario(seed: number): Entries {
  const dice = new Dice(seed);
  const drawn = dice.pick([goals, boxes, assembly, long, wide])(dice);
  return { winset: '1', title: `Seed ${seed}, too large to enumerate`, ...drawn };
}

/** Every party has points of its own to do or leave, and wishes about those of all. */
function goals(dice: Dice): Entries {
  const parties = names(dice.whole(6, 16));
  const points = parties.flatMap((party) => [0, 1, 2, 3].map((k) => ({ party, id: `${party}-${k}` })));
  const wish = (): Entries => ({
    when: Object.fromEntries(dice.some(points, dice.whole(2, 4)).map(({ id }) => [id, 'yes'])),
    add: String(12 * dice.whole(-6, 9)),
  });
  return {
    issues: points.map(({ id }) => ({ id, title: id, options: [{ id: 'no' }, { id: 'yes' }] })),
    parties: Object.fromEntries(
      parties.map((party) => {
        const own = points.filter((point) => point.party === party);
        const scores = (): Entries => ({ scores: { no: '0', yes: String(6 * dice.whole(-4, 3)) } });
        return [
          party,
          {
            name: `Party ${party}`,
            disagreement: '0',
            issues: Object.fromEntries(own.map(({ id }) => [id, scores()])),
            adjustments: Array.from({ length: dice.whole(8, 24) }, wish),
          },
        ];
      }),
    ),
    ...(dice.chance(0.5) ? { consent: { needs: { quorum: String(dice.whole(2, parties.length)) } } } : {}),
  };
}

/** Points for boxes of numbers and for nothing else. */
function boxes(dice: Dice): Entries {
  const ids = Array.from({ length: dice.whole(5, 8) }, (_, k) => `i${k}`);
  const digits = [...Array(10).keys()].map(String);
  const box = (): Entries => ({
    when: Object.fromEntries(
      dice.some(ids, dice.whole(1, 4)).map((id) => {
        const [from, to] = [dice.whole(0, 9), dice.whole(0, 9)].sort((a, b) => a - b);
        return [id, digits.slice(from, to! + 1)];
      }),
    ),
    add: String(dice.whole(1, 30)),
  });
  const party = (name: string, k: number): Entries => ({
    name: `Party ${name}`,
    disagreement: String(dice.whole(50, 250)),
    issues: { i0: { scores: Object.fromEntries(digits.map((digit) => [digit, k === 0 ? digit : '0'])) } },
    adjustments: Array.from({ length: dice.whole(20, 100) }, box),
  });
  return {
    issues: ids.map((id) => ({ id, title: id, range: { from: '0', to: '9', step: '1' } })),
    parties: Object.fromEntries(names(2).map((name, k) => [name, party(name, k)])),
  };
}

/** Many parties with values of many digits, of which some are enough. */
function assembly(dice: Dice): Entries {
  const parties = dice.whole(7, 40);
  const quorum = String(dice.whole(Math.ceil(parties / 2), parties));
  return { ...valued(dice, parties, dice.whole(8, 20), 4), consent: { needs: { quorum } } };
}

/** Hundreds of issues. */
function long(dice: Dice): Entries {
  return valued(dice, dice.whole(2, 3), dice.whole(200, 500), 3);
}

/** Hundreds of options, and beside them, now and then, a million numbers. */
function wide(dice: Dice): Entries {
  const { issues, parties } = valued(dice, 2, dice.whole(1, 3), dice.whole(200, 1000));
  if (dice.chance(0.5)) return { issues, parties };
  const prices = [
    { 0: '0', 300000: '70', 1000000: '100' },
    { 0: '100', 600000: '20', 1000000: '0' },
  ];
  const priced = Object.entries(parties).map(([name, { issues: sheets, ...party }], k) => {
    const price = { weight: '2', value: prices[k]! };
    return [name, { ...party, issues: { ...sheets, price } }] as const;
  });
  return {
    issues: [...issues, { id: 'price', title: 'Price', range: { from: '0', to: '1000000', step: '1' } }],
    parties: Object.fromEntries(priced),
  };
}

interface Valued extends Entries {
  readonly issues: Entries[];
  readonly parties: Record<string, Entries & { readonly issues: Entries }>;
}

/** So many parties, issues and options, with values of many digits. */
function valued(dice: Dice, parties: number, issues: number, options: number): Valued {
  const ids = Array.from({ length: issues }, (_, k) => `i${k}`);
  const choices = Array.from({ length: options }, (_, k) => `o${k}`);
  const sheet = (): Entries => ({
    weight: (0.1 + dice.share()).toFixed(6),
    values: Object.fromEntries(choices.map((option) => [option, (100 * dice.share()).toFixed(6)])),
  });
  const party = (name: string) => ({
    name: `Party ${name}`,
    disagreement: '40',
    reservation: (45 + 20 * dice.share()).toFixed(6),
    issues: Object.fromEntries(ids.map((id) => [id, sheet()])),
  });
  return {
    issues: ids.map((id) => ({ id, title: id, options: choices.map((option) => ({ id: option })) })),
    parties: Object.fromEntries(names(parties).map((name) => [name, party(name)])),
  };
}

function names(count: number): string[] {
  return Array.from({ length: count }, (_, k) => `p${k}`);
}
