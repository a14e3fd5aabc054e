/** What the report rests on, what it does not claim, and where to go from here. */
import type { Case } from '../case.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { counted } from '../text/number.ts';
import type { Focus } from './focus.ts';
import { listed } from './words.ts';

export function footerView(of: Pick<Case, 'scenario' | 'warnings' | 'version'>, focus: Focus): string[] {
  const { scenario, version } = of;
  return [
    'Explores the stated assumptions; predicts nothing and takes no side. Change a number and solve again.',
    confidenceSentence(scenario),
    ...of.warnings.map((warning) => `Warning: ${warning}`),
    `Scenario ${scenario.hash}, winset ${version}. ${focus.all ? '' : 'Lists in full: --all. '}Everything as data: ${focus.command} --json`,
  ];
}

/** How the parties' judgements are labelled: disagreement and reservation values, issue by issue, and adjustments. */
export function confidenceSentence({ parties }: Scenario): string {
  const labels = parties.flatMap((party) => [
    party.disagreement.confidence,
    ...(party.reservationIsDisagreement ? [] : [party.reservation.confidence]),
    ...party.preferences.issues.filter((issue) => issue.mentioned).map((issue) => issue.confidence),
    ...party.adjustments.map(() => undefined),
  ]);
  const count = (label: string | undefined) => labels.filter((candidate) => candidate === label).length;
  const words = (['stated', 'reported', 'inferred'] as const)
    .filter((label) => count(label) > 0)
    .map((label) => `${count(label)} ${label}`);
  const bare = count(undefined);
  if (bare > 0) words.push(`${bare} without a label`);
  return `The parties' numbers rest on ${counted(labels.length, 'judgement')}: ${listed(words)}.`;
}
