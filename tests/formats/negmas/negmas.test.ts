/** NegMAS scenario folders: outcome spaces, weighted sums of functions, what is code, round trips. */
import { expect, it } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { fraction } from '../../../src/exact/fraction.ts';
import { pointsOf } from '../../../src/formats/from-scenario.ts';
import { runs } from '../../runs.ts';
import { SHIPPED } from '../../scenario/edit/random-edits.ts';
import { loadedShipped } from '../../shipped.ts';
import { expectRoundTrips, placed, readAt, readFiles, refusalOf, roundTrip, utilities } from '../support.ts';

const SPACE = `name: Sale
type: negmas.outcomes.outcome_space.DiscreteCartesianOutcomeSpace
issues:
  - { name: quantity, type: ContiguousIssue, values: [1, 3] }
  - { name: price, type: DiscreteCardinalIssue, values: [100, 110, 200] }
  - { name: colour, type: CategoricalIssue, values: [red, blue] }
`;
const BUYER = `name: buyer
type: LinearAdditiveUtilityFunction
reserved_value: 0.25
weights: [0.5, 0.25, 0.25]
values:
  - { type: AffineFun, slope: 0.5, bias: -0.5 }
  - type: TableFun
    mapping: { 100: 1, 110: 0.5, 200: 0 }
  - { type: TableFun, mapping: { red: 0, blue: 1 } }
`;
const SELLER = `type: LinearAdditiveUtilityFunction
name: seller
values:
  colour: { type: ConstFun, bias: 0.5 }
  price: { type: LinearFun, slope: 0.005 }
  quantity: { type: QuadraticFun, a1: 0.1, a2: 0.1 }
weights: { colour: 1, price: 0.5, quantity: 1 }
bias: -0.5
`;
const FILES = { 'sale.yml': SPACE, 'buyer.yml': BUYER, 'seller.yml': SELLER, '_info.yaml': 'title: a sale\n' };

it('reads weights, tables, polynomials, a bias and reserved values', async () => {
  const { scenario, notes, format } = await readFiles(FILES);
  expect(format).toBe('negmas');
  expect(scenario.title).toBe('Sale');
  expect(
    scenario.parties.map(({ name, preferences, reservation }) => [name, preferences.form, reservation.value]),
  ).toEqual([
    ['buyer', 'scores', 25],
    ['seller', 'scores', 45],
  ]);
  // quantity 3, price 110, blue
  expect(utilities(scenario).map((sums) => sums[2 * 6 + 1 * 2 + 1])).toEqual([fraction(175n, 2n), fraction(295n, 2n)]);
  expect(notes.map(({ text }) => text)).toEqual([
    '_info.yaml: no domain and no profile',
    'seller: the weights add up to 2.5, not to 1, so each option has the points it gives',
    'seller: no reserved value, so it signs any deal; read as the least that a deal gives it',
  ]);
});

it('takes an outcome space alone with what lies beside it', async () => {
  const { scenario } = await readAt(`${placed(FILES)}/sale.yml`);
  expect(scenario.parties).toHaveLength(2);
});

it('a utility function may bring its outcome space along, the same for each', async () => {
  const own = (name: string, colour: string) =>
    `outcome_space:\n  type: DiscreteCartesianOutcomeSpace\n  name: Paint\n  issues:\n  - { name: colour, type: CategoricalIssue, values: [red, ${colour}] }\n` +
    `type: LinearAdditiveUtilityFunction\nname: ${name}\nweights: [1]\nreserved_value: 0\nvalues: [{ type: TableFun, mapping: { red: 0, ${colour}: 1 } }]\n`;
  const { scenario } = await readFiles({ 'ann.yml': own('ann', 'blue'), 'bob.yml': own('bob', 'blue') });
  expect(scenario.issues.map(({ title }) => title)).toEqual(['colour']);
  expect(scenario.parties.map(({ name }) => name)).toEqual(['ann', 'bob']);
  expect(await refusalOf({ 'ann.yml': own('ann', 'blue'), 'bob.yml': own('bob', 'green') })).toBe(
    'bob.yml:1:1 has not the outcome space of ann.yml; one negotiation is read at a time',
  );
  const center = 'type: some.CenterUFun\noutcome_spaces:\n- type: DiscreteCartesianOutcomeSpace\n  issues: []\n';
  expect(await refusalOf({ 'center.yml': center })).toBe(
    'center.yml:1:1 is a utility function over several negotiations; one is read at a time',
  );
  expect(await refusalOf({ 'center.yml': center, 'space.yml': SPACE })).toContain(
    "center.yml:1:1 is a utility function of type 'CenterUFun'",
  );
});

it.each([
  [
    'code',
    { 'seller.yml': SELLER.replace('{ type: ConstFun, bias: 0.5 }', '{ type: LambdaFun, f: "lambda x: 1" }') },
    'seller.yml:4:11 values.colour: is code (LambdaFun), and none is run here; write its values as a TableFun',
  ],
  ['a YAML tag', { 'seller.yml': 'f: !!python/object/apply:os.system ["true"]\n' + SELLER }, 'seller.yml:1:4'],
  [
    'an unknown function',
    { 'seller.yml': SELLER.replace('ConstFun', 'CosFun') },
    "seller.yml:4:11 values.colour: is a function of type 'CosFun'",
  ],
  [
    'a utility function that is no sum',
    { 'seller.yml': 'type: MappingUtilityFunction\nmapping: {}\n' },
    "seller.yml:1:1 is a utility function of type 'MappingUtilityFunction'",
  ],
  [
    'an option without a value',
    { 'buyer.yml': BUYER.replace('red: 0, ', '') },
    "buyer.yml:9:5 values[2]: says nothing of option 'red' of issue 'colour'",
  ],
  [
    'an option that is none',
    { 'buyer.yml': BUYER.replace('red: 0', 'green: 0, red: 0') },
    "buyer.yml:9:41 values[2].mapping.green: issue 'colour' has no option 'green'",
  ],
  [
    'another outcome space',
    { 'buyer.yml': BUYER.replace('weights: [0.5, 0.25, 0.25]', 'weights: [0.5, 0.5]') },
    'buyer.yml:4:10 weights: has 2 entries for 3 issues: it belongs to another outcome space',
  ],
  [
    'numbers of words',
    { 'buyer.yml': BUYER.replace('{ type: TableFun, mapping: { red: 0, blue: 1 } }', '{ type: IdentityFun }') },
    "buyer.yml:9:5 values[2]: is a function of numbers, and option 'red' of issue 'colour' is none",
  ],
  [
    'no functions',
    { 'buyer.yml': 'a: 1\n', 'seller.yml': 'a: 1\n' },
    'sale.yml:1:1 is an outcome space without utility functions; put those of the parties beside it',
  ],
])('refused with its place: %s', async (_, changed, message) => {
  expect((await refusalOf({ ...FILES, ...changed })).slice(0, message.length)).toBe(message);
});

it('a real-valued issue and a discount for each step', async () => {
  const files = {
    'd.json':
      '{"type": "CartesianOutcomeSpace", "issues": [{"name": "p", "type": "ContinuousIssue", "values": [0.0, 1.0]}]}',
    'a.json':
      '{"type": "ExpDiscountedUFun", "discount": 0.9, "factor": "step", "ufun": {"type": "LinearAdditiveUtilityFunction", "weights": [1.0], "values": [{"type": "IdentityFun"}], "reserved_value": 0.5}}',
  };
  const { scenario, notes } = await readFiles(files);
  expect(scenario.issues[0]!.range!.count).toBe(101);
  expect(scenario.bargaining).toEqual({ patience: { a: { value: 0.9 } } });
  expect(notes).toHaveLength(2);
  const { scenario: again } = await roundTrip(scenario, 'negmas');
  expect(again.bargaining).toEqual(scenario.bargaining);
});

it('round trips keep the utility of every deal', async () => {
  await expectRoundTrips('negmas', runs(150));
});

it('what is read, written and read again is the same', async () => {
  const { scenario } = await readFiles(FILES);
  const { scenario: again } = await roundTrip(scenario, 'negmas');
  expect(compileProblem(again)).toEqual(compileProblem(scenario));
  expect(again.issues).toEqual(scenario.issues);
});

it.each(SHIPPED)('a shipped scenario: %s', async (name) => {
  const { scenario } = loadedShipped(name);
  const { scenario: again, out } = await roundTrip(scenario, 'negmas');
  const exact = !out.notes.some(({ text }) => text.includes('no decimal that ends'));
  const points = (of: typeof scenario) =>
    of.parties.map((party) =>
      pointsOf(party, of.issues).map((own) =>
        own.map(({ num, den }) => (exact ? [num, den] : Math.round((Number(num) / Number(den)) * 1e9))),
      ),
    );
  expect(points(again)).toEqual(points(scenario));
});
