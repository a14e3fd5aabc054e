/** Scenarios to begin with in an editor: who, what and which options are examples, and no number is made up. */
import type { Scenario } from '../scenario/scenario.ts';
import type { Template } from './template-names.ts';
import {
  startedScenario,
  withIssue,
  withIssuesNamed,
  withNumbers,
  withOption,
  withOptionsNamed,
  withPartiesNamed,
  withParty,
} from './sketch.ts';

interface Outline {
  readonly title: string;
  readonly parties: readonly string[];
  /** With their options, or from, to, step and unit; the first option stands without a deal where it is a list. */
  readonly issues: readonly (readonly [string, readonly string[] | Numbers])[];
}

interface Numbers {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly unit: string;
}

const OUTLINES: Readonly<Record<Template, Outline>> = {
  'two-party': {
    title: 'A sale between two',
    parties: ['The seller', 'The buyer'],
    issues: [
      ['Price', { from: 1000, to: 2000, step: 100, unit: 'euros' }],
      ['Delivery', ['collected by the buyer', 'delivered within a month', 'delivered within a week']],
      ['Warranty', ['none', 'one year', 'two years']],
    ],
  },
  'multi-party': {
    title: 'A shared facility',
    parties: ['The town', 'The operator', 'The neighbours', 'The bank'],
    issues: [
      ['Where', ['nowhere', 'at the station', 'at the river']],
      ['Who pays', ['nobody yet', 'the town', 'the operator', 'both, half each']],
      ['Opening hours', ['as today', 'until eight', 'until midnight']],
      ['Contribution of the bank', { from: 0, to: 500, step: 50, unit: 'thousand' }],
    ],
  },
  treaty: {
    title: 'A treaty',
    parties: ['The first state', 'The second state', 'The guarantor'],
    issues: [
      ['Border', ['as today', 'as before', 'left to a commission']],
      ['Troops near the border', ['as today', 'withdrawn on both sides', 'withdrawn and watched']],
      ['Guarantee', ['none', 'consultation', 'assistance']],
      ['Trade', ['as today', 'some goods', 'all goods']],
    ],
  },
};

export function templateScenario(template: Template): Scenario {
  const { title, parties, issues } = OUTLINES[template];
  const people = withPartiesNamed(parties.reduce(withParty, startedScenario(title)));
  const points = withIssuesNamed(issues.reduce((all, [name]) => withIssue(all, name), people));
  const whole = issues.reduce((all, [, options], issue) => withOptions(all, issue, options), points);
  return template === 'treaty' ? asTreaty(whole) : template === 'multi-party' ? withQuorum(whole) : whole;
}

function withOptions(scenario: Scenario, issue: number, options: readonly string[] | Numbers): Scenario {
  if ('from' in options) {
    const { from, to, step, unit } = options;
    const range = { from: { value: from }, to: { value: to }, step: { value: step } };
    const numbers = withNumbers(scenario, issue, range, unit);
    if (typeof numbers === 'string') throw new RangeError(numbers);
    return withOptionsNamed(numbers, issue, null);
  }
  const listed = options.reduce((all, label) => withOption(all, issue, label), scenario);
  return withOptionsNamed(listed, issue, listed.issues[issue]!.named[0]!.id);
}

/** Three of four sign, the first among them. */
function withQuorum(scenario: Scenario): Scenario {
  const [first] = scenario.parties;
  return { ...scenario, consent: { needs: { quorum: 3, veto: [first!.id] }, conditional: [] } };
}

/** The guarantor signs only what it guarantees, and nobody withdraws without that. */
function asTreaty(scenario: Scenario): Scenario {
  const [, troops, guarantee] = scenario.issues;
  const given = guarantee!.named.slice(1).map(({ id }) => id);
  return {
    ...scenario,
    rules: [
      {
        kind: 'implies',
        id: 'watched-needs-guarantee',
        if: [{ issue: troops!.id, options: [troops!.named[2]!.id] }],
        // oxlint-disable-next-line unicorn/no-thenable -- a key of the format, never awaited
        then: [{ issue: guarantee!.id, options: given }],
        why: 'Whoever watches is the guarantor.',
      },
    ],
    consent: {
      needs: 'all',
      conditional: [
        {
          party: scenario.parties[2]!.id,
          when: [{ issue: guarantee!.id, options: given }],
          why: 'It signs only what it guarantees.',
        },
      ],
    },
  };
}
