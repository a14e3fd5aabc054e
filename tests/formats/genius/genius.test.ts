/** Genius XML: what its files say, what breaks other programs, and round trips. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { divide, exactOf, fraction, ONE } from '../../../src/exact/fraction.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { largest, pointsOf, smallest } from '../../../src/formats/from-scenario.ts';
import { add, compare, ZERO } from '../../../src/exact/fraction.ts';
import { ALL_KINDS, randomScenario } from '../../oracle/random-scenario.ts';
import { yamlText } from '../../oracle/yaml.ts';
import { runs } from '../../runs.ts';
import { loadedShipped } from '../../shipped.ts';
import { scenarioOf } from '../../scenario/support.ts';
import {
  expectSameUtilities,
  placed,
  readAt,
  readFiles,
  refusalOf,
  roundTrip,
  utilities,
  written,
} from '../support.ts';

const DOMAIN = `<negotiation_template><utility_space number_of_issues="2"><objective index="0" name="Bike" type="objective">
<issue index="1" name="Colour" type="discrete">
<item index="1" value="red" cost="5" description="as fire"/>
<item index="2" value="blue &amp; white" cost="0"/>
</issue>
<issue index="2" name="Price" type="integer" lowerbound="1" upperbound="5"></issue>
</objective></utility_space></negotiation_template>`;

function profile(changes: Readonly<Record<string, string>> = {}): string {
  const text = `<utility_space><objective index="0" name="Bike">
<weight index="1" value="0.4"/><weight index="2" value="0.6"/>
<issue index="1" name="Colour" type="discrete">
<item index="1" value="red" evaluation="2"/>
<item index="2" value="blue &amp; white" evaluation="3"/>
</issue>
<issue index="2" name="Price" type="integer" lowerbound="1" upperbound="5"><evaluator ftype="linear" offset="1.0" slope="-0.25"/></issue>
</objective><discount_factor value="1.0"/><reservation value="0.3"/></utility_space>`;
  return Object.entries(changes).reduce((made, [piece, other]) => {
    if (!made.includes(piece)) throw new Error(`not in the text: ${piece}`);
    return made.replace(piece, () => other);
  }, text);
}

function textsOf(read: Awaited<ReturnType<typeof readFiles>>): string {
  return read.notes.map(({ kind, text }) => `${kind}: ${text}`).join('\n');
}

it('reads weights, evaluations divided by the largest, whole numbers and reservation values', async () => {
  const { scenario, notes } = await readFiles({ 'bike-domain.xml': DOMAIN, 'bike-seller.xml': profile() });
  expect(scenario.parties.map(({ name }) => name)).toEqual(['seller']);
  expect(scenario.issues.map(({ title }) => title)).toEqual(['Colour', 'Price']);
  expect(utilities(scenario)).toEqual([
    [
      ...[60, 45, 30, 15, 0].map((price) => add(fraction(80n, 3n), fraction(BigInt(price), 1n))),
      ...[100, 85, 70, 55, 40].map((u) => fraction(BigInt(u), 1n)),
    ],
  ]);
  expect(scenario.parties[0]!.reservation.value).toBe(30);
  expect(notes.map(({ text }) => text)).toEqual(['1 `cost` attributes, which Genius does not count either']);
});

it('takes a domain alone with the profiles beside it, and several files named one by one as they are', async () => {
  const folder = placed({
    'bike-A-domain.xml': DOMAIN,
    'bike-A-one.xml': profile(),
    'bike-B-domain.xml': DOMAIN,
    'bike-B-two.xml': profile(),
    'other.xml': '<pareto/>',
  });
  const { scenario } = await readAt(join(folder, 'bike-A-domain.xml'));
  expect(scenario.parties.map(({ name }) => name)).toEqual(['one']);
  expect(await refusalOf({ 'a.xml': DOMAIN, 'b.xml': DOMAIN, 'c.xml': profile() })).toMatch(
    /^b\.xml:1:1 is a second domain beside /,
  );
});

it('keeps every utility where weights do not add up to 1', async () => {
  const read = await readFiles({ 'd.xml': DOMAIN, 'p.xml': profile({ 'value="0.6"': 'value="0.7"' }) });
  expect(read.scenario.parties[0]!.preferences.form).toBe('scores');
  expect(utilities(read.scenario)[0]!.at(0)).toEqual(add(fraction(80n, 3n), fraction(70n, 1n)));
  expect(textsOf(read)).toContain('the weights add up to 1.1, not to 1');
});

describe('what breaks other programs', () => {
  it.each([
    [
      'a number that is none',
      { 'evaluation="2"': 'evaluation="two"' },
      "p.xml:4:1 <item> has evaluation='two', which is no number",
    ],
    [
      'no evaluation',
      { ' evaluation="2"': '' },
      "p.xml:4:1 option 'red' of issue 'Colour' has no evaluation; give it one, 0 if it is worth nothing",
    ],
    [
      'an option too few',
      { '<item index="1" value="red" evaluation="2"/>': '' },
      "p.xml:3:1 issue 'Colour' says nothing of option 'red', which is in the domain",
    ],
    [
      'an option too many',
      { 'value="red"': 'value="green"' },
      "p.xml:4:1 option 'green' of issue 'Colour' is not in the domain",
    ],
    ['a weight below 0', { 'value="0.4"': 'value="-0.4"' }, "p.xml:2:1 the weight of issue 'Colour' is below 0"],
    [
      'no evaluator',
      { '<evaluator ftype="linear" offset="1.0" slope="-0.25"/>': '' },
      "p.xml:7:1 issue 'Price' has no evaluator, which says what its numbers are worth",
    ],
    [
      'constraints',
      { '<utility_space>': '<utility_space type="nonlinear">' },
      'p.xml:1:1 is a profile that is no weighted sum over issues (hyper-rectangles or constraints); only weighted sums are read',
    ],
    ['an element left open', { '</issue>': '' }, 'p.xml:8:12 is not well-formed XML: unexpected close tag.'],
  ])('%s', async (_, changes, message) => {
    expect(await refusalOf({ 'd.xml': DOMAIN, 'p.xml': profile(changes) })).toBe(message);
  });

  it.each([
    [
      'a discount of 0',
      { 'discount_factor value="1.0"': 'discount_factor value="0"' },
      'p: a discount factor of 0 is read as none, as Genius does',
    ],
    [
      'a discount above 1',
      { 'discount_factor value="1.0"': 'discount_factor value="1.5"' },
      'p: a discount factor of 1.5 is read as none',
    ],
    [
      'a reservation above the maximum',
      { 'reservation value="0.3"': 'reservation value="1.2"' },
      'the reservation value, 120 points, is above its best deal, 100; it can sign none',
    ],
    [
      'options nobody values',
      { 'evaluation="2"': 'evaluation="0"', 'evaluation="3"': 'evaluation="0"' },
      "p: no option of issue 'Colour' has an evaluation above 0",
    ],
    [
      'evaluations below 0',
      { 'evaluation="2"': 'evaluation="-1"' },
      "p: issue 'Colour' has evaluations below 0; they count as they are",
    ],
    [
      'an option twice',
      {
        '<item index="1" value="red" evaluation="2"/>':
          '<item value="red" evaluation="9"/><item value="red" evaluation="2"/>',
      },
      "p: issue 'Colour' has two options 'red'; the last of them counts",
    ],
    ['an ampersand alone', { 'blue &amp; white': 'blue & white' }, ''],
  ])('%s is read', async (_, changes, note) => {
    expect(textsOf(await readFiles({ 'd.xml': DOMAIN, 'p.xml': profile(changes) }))).toContain(note);
  });

  it('a real-valued issue becomes numbers in steps', async () => {
    const domain = DOMAIN.replace(
      'type="integer" lowerbound="1" upperbound="5"></issue>',
      'type="real"><range lowerbound="1" upperbound="5"/></issue>',
    );
    const own = profile({
      'type="integer" lowerbound="1" upperbound="5"><evaluator ftype="linear" offset="1.0" slope="-0.25"/>':
        'type="real"><range lowerbound="1" upperbound="5"/><evaluator ftype="triangular" parameter0="1" parameter1="5" parameter2="2"/>',
    });
    const read = await readFiles({ 'd.xml': domain, 'p.xml': own });
    expect(textsOf(read)).toContain("issue 'Price' takes any number from 1 to 5; read as 101 numbers in steps of 0.04");
    const worths = pointsOf(read.scenario.parties[0]!, read.scenario.issues)[1]!;
    expect([worths[0], worths[25], worths[100]].map((worth) => compare(worth!, fraction(60n, 1n)))).toEqual([
      -1, 0, -1,
    ]);
  });

  it('a domain without profiles, and profiles of another domain', async () => {
    expect(await refusalOf({ 'd.xml': DOMAIN })).toContain('d.xml:1:1 is a domain without profiles');
    const other = profile({ 'name="Price"': 'name="Tyres"', 'index="2" name="Tyres"': 'index="7" name="Tyres"' });
    expect(await refusalOf({ 'd.xml': DOMAIN, 'p.xml': other })).toMatch(
      /^p\.xml:1:1 says nothing of issue 'Price' of d\.xml: it is a profile of another domain$/,
    );
  });

  it('letters of Windows and byte order marks', async () => {
    const name = 'Räder';
    const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${DOMAIN.replace('Colour', name)}`, 'latin1');
    const marked = `\uFEFF${profile({ Colour: name })}`;
    const { scenario, notes } = await readFiles({ 'd.xml': latin, 'p.xml': marked });
    expect(scenario.issues[0]!.title).toBe(name);
    expect(notes.some(({ text }) => text.endsWith('d.xml is read as Latin-1'))).toBe(true);
  });
});

describe('hostile files are refused', () => {
  it('entities, document types, depth and size', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>';
    expect(await refusalOf({ 'd.xml': `<!-- -->${DOMAIN.replace('<objective', `${bomb}<objective`)}` })).toContain(
      'd.xml:1:',
    );
    expect(await refusalOf({ 'd.xml': DOMAIN.replace('red', '&secret;') })).toContain(
      'is not well-formed XML: undefined entity',
    );
    expect(await refusalOf({ 'd.xml': `<utility_space>${'<objective>'.repeat(500)}` })).toContain(
      'nests elements more than 60 deep',
    );
    expect(await refusalOf({ 'd.xml': `<utility_space>${'<a/>'.repeat(70_000)}` })).toContain(
      'has more than 60000 elements',
    );
    expect(await refusalOf({ 'd.xml': `<utility_space>${' '.repeat(9 * 1024 * 1024)}` })).toContain(
      'has 9.0 MiB; files of other programs are read up to 8 MiB',
    );
  });

  it('a document type before the first element', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><utility_space>&b;</utility_space>';
    expect(await refusalOf({ 'd.xml': bomb })).toContain(
      'has a DOCTYPE; document types, entities of its own and external references are not read',
    );
    const found = await refusalOf({
      'd.xml': '<utility_space/>',
      'e.xml': `<utility_space/><!DOCTYPE a SYSTEM "file:///etc/passwd">`,
    });
    expect(found).toContain('e.xml:1:');
  });
});

describe('round trips', () => {
  const kinds = { ...ALL_KINDS, fractions: true, curves: true, scoreFormulas: true };

  it('utilities of every deal and the least that parties sign for are the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), async (seed) => {
        const scenario = scenarioOf(yamlText(randomScenario(seed, kinds)));
        const points = scenario.parties.map((party) => pointsOf(party, scenario.issues));
        if (points.some((own) => own.some((issue) => smallest(issue).num < 0n))) {
          await expect(written(scenario, 'genius')).rejects.toThrow('points below 0');
          return;
        }
        const { scenario: again, out } = await roundTrip(scenario, 'genius');
        expectSameUtilities(again, scenario, scalesOf(scenario), roundedIn(out) ? 1e-9 : 0);
      }),
      { numRuns: runs(150) },
    );
  });

  it('what is read, written and read again is the same', async () => {
    const files = {
      'd.xml': DOMAIN,
      '1-a.xml': profile(),
      '2-b.xml': profile({ 'value="0.6"': 'value="0.59"', 'evaluation="2"': 'evaluation="7"' }),
    };
    const { scenario } = await readFiles(files);
    const { scenario: again } = await roundTrip(scenario, 'genius');
    expect(compileProblem(again)).toEqual(compileProblem(scenario));
    expect(again.issues).toEqual(scenario.issues);
    expect(again.parties.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('a discount factor comes back', async () => {
    const { scenario } = await readFiles({
      'd.xml': DOMAIN,
      'a.xml': profile({ 'discount_factor value="1.0"': 'discount_factor value="0.7"' }),
    });
    expect(scenario.bargaining?.patience?.['a']?.value).toBeCloseTo(0.7 ** 0.01, 12);
    const { files } = await written(scenario, 'genius');
    expect(files[1]!.content).toContain('<discount_factor value="0.7"/>');
  });

  it('parties keep their names where a file may have them; else that is said', async () => {
    const scenario = scenarioOf(
      yamlText({
        winset: '1',
        title: 'Yes',
        issues: [{ id: 'i', title: 'I', options: ['a', 'b'] }],
        parties: Object.fromEntries(
          ['yesterday', 'yes men', 'a/b'].map((name, k) => [
            `p${k}`,
            { name, disagreement: '0', issues: { i: { scores: { a: '1', b: `${k}` } } } },
          ]),
        ),
      }),
    );
    const { scenario: again, out } = await roundTrip(scenario, 'genius');
    expect(again.parties.map(({ name }) => name)).toEqual(['yesterday', 'yes men', 'a-b']);
    expect(out.notes.map(({ text }) => text)).toEqual(["a/b: its name is that of a file there, 'a-b'"]);
  });

  it('says what a scenario has and Genius has not', async () => {
    const { scenario } = loadedShipped('quarry-dispute');
    const { notes } = await written(scenario, 'genius');
    expect(notes.map(({ text }) => text).join('\n')).toMatch(/rule|red line|stage|draft/);
  });
});

function roundedIn({ notes }: { readonly notes: readonly { readonly text: string }[] }): boolean {
  return notes.some(({ text }) => text.includes('no decimal that ends'));
}

/** What a point of the file is, for each party: the best deal of one with far more than 100 points is worth 1 there. */
function scalesOf(scenario: Scenario) {
  return scenario.parties.map((party) => {
    const best = pointsOf(party, scenario.issues).map(largest).reduce(add, ZERO);
    return compare(best, fraction(101n, 1n)) >= 0 ? divide(best, fraction(100n, 1n)) : ONE;
  });
}

it('re-encoded published cases keep their utilities', async () => {
  const folder = fileURLToPath(new URL('../../peers', import.meta.url));
  for (const name of ['laptop', 'itex-cypress-2010', 'dinner-2015-3p', 'grocery-B-rv50', 'bank-robbery-2015-first4']) {
    const scenario = scenarioOf(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
    const { scenario: again, out } = await roundTrip(scenario, 'genius');
    expectSameUtilities(again, scenario, scalesOf(scenario), roundedIn(out) ? 1e-12 : 0);
    expect(exactOf(again.parties[0]!.reservation)).toEqual(exactOf(scenario.parties[0]!.reservation));
  }
});
