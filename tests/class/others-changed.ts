/** A scenario in which all that is private to the other roles is another: what a role sees must not change with it. */
import type { Party, Scenario, StatedNumber, Worths } from '../../src/scenario/scenario.ts';

const MARK = 'ZZZ-SECRET';

/** Everything private of every party but one is changed, and its texts carry a mark. */
export function othersChanged(scenario: Scenario, role: string): Scenario {
  return {
    ...scenario,
    instructor: MARK,
    parties: scenario.parties.map((party) => (party.id === role ? party : changed(party))),
    drafts: scenario.drafts.map((draft) => ({ ...draft, note: MARK })),
    stages: scenario.stages.map((stage) => ({ ...stage, change: stage.change.filter(({ party }) => party === role) })),
  };
}

function changed(party: Party): Party {
  const { preferences } = party;
  const other = <T extends Worths>(own: T): T => ({ ...own, why: MARK, listed: own.listed.map(halved) });
  return {
    ...party,
    brief: MARK,
    instructor: MARK,
    disagreement: { value: 1.25, why: MARK },
    reservation: { value: 2.25, why: MARK },
    redLines: [],
    adjustments: [],
    preferences:
      preferences.form === 'weights'
        ? {
            form: 'weights',
            issues: preferences.issues.map((own) => ({ ...other(own), weight: { value: 7.5, why: MARK } })),
          }
        : { form: 'scores', issues: preferences.issues.map(other) },
  };
}

function halved({ value }: StatedNumber): StatedNumber {
  return { value: value / 2, why: MARK };
}

/** Scenarios that come with winset and are classes: whoever may open them in front of people. */
export const CLASSES = [
  'cargo-bike',
  'faulty-roof',
  'ferry-strike',
  'festival',
  'harbour-licence',
  'job-offer',
  'lease',
  'quarry-dispute',
  'three-villages',
  'ukraine-2025-short',
];
