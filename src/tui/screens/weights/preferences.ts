/** Weights, values and scores of a party as numbers that can be turned. */
import { figure as plainFigure } from '../../../questions/sensitivity/breakpoints.ts';
import { issueTitle, optionLabel } from '../../../report/view/words.ts';
import type { NumberEdit } from '../../../scenario/format/schema-edit.ts';
import { hasNoValues } from '../../../scenario/format/not-yet-valued.ts';
import { listedOptions, optionId } from '../../../scenario/format/options.ts';
import { worthRange } from '../../../scenario/format/worth.ts';
import { once } from '../../../scenario/once.ts';
import type { Party, Provenance, Scenario, StatedNumber } from '../../../scenario/scenario.ts';
import { withIssue } from '../../parts/provenance.ts';
import { swingOf, worthTo } from './place.ts';
import { FACTOR_STEP, plain, pointsStep, weightStep } from './step-size.ts';
import type { Turnable } from './turnable.ts';
import { fileOf, resetTo } from './turnable.ts';

/** The weight of an issue. */
export function weightOf(scenario: Scenario, now: Party, file: Party, issue: number): Turnable {
  const { id } = scenario.issues[issue]!;
  const [mine, old] = [weightsOf(now), weightsOf(file)];
  const edit = (value: number): NumberEdit => ({ kind: 'weight', party: now.id, issue: id, value });
  const entry = mine[issue]!;
  return {
    label: `Weight of ${issueTitle(scenario, issue)}`,
    now: entry.weight.value,
    ...fileOf(old[issue]!.weight),
    stated: statedAs(entry.weight, old[issue]!.weight, entry),
    least: 0,
    most: Infinity,
    limit: 'A weight is never below 0.',
    from: 0,
    unbounded: true,
    ...weightScale(now, file),
    figure: plainFigure,
    edit,
    reset: resetTo(edit, old[issue]!.weight),
  };
}

/** The same for all weights of a party. */
const weightScale = once((now: Party, file: Party): Pick<Turnable, 'to' | 'step'> => ({
  to: Math.max(
    ...weightsOf(now).map(({ weight }) => weight.value),
    ...weightsOf(file).map(({ weight }) => weight.value * 1.5),
  ),
  step: weightStep(file),
}));

function weightsOf({ preferences }: Party): readonly (Provenance & { readonly weight: StatedNumber })[] {
  return preferences.form === 'weights' ? preferences.issues : [];
}

/** The scores of an issue together, as the factor between them and those of the file. */
export function factorOf(scenario: Scenario, now: Party, file: Party, issue: number): Turnable {
  const own = scenario.issues[issue]!;
  const { id } = own;
  const swing = swingOf(scenario, file, issue);
  const entry = now.preferences.issues[issue]!;
  const isOpen = hasNoValues(entry);
  const factor = swing === 0 ? 1 : plain(swingOf(scenario, now, issue) / swing);
  return {
    label: `Factor on all scores of ${issueTitle(scenario, issue)}`,
    now: factor,
    file: 1,
    fileUnvalued: hasNoValues(file.preferences.issues[issue]!),
    stated: statedAs({ value: factor, ...(isOpen && { unknown: true }) }, { value: 1 }, entry),
    least: swing === 0 ? 1 : FACTOR_STEP,
    most: swing === 0 ? 1 : Infinity,
    limit: isOpen
      ? 'Its scores are not yet valued: give its options points.'
      : swing === 0
        ? 'All its scores are equal, so a factor has no effect.'
        : `The factor is at least ${FACTOR_STEP}.`,
    from: 0,
    to: Math.max(2, factor),
    unbounded: true,
    step: FACTOR_STEP,
    figure: (value, rounding) => `×${plainFigure(value, rounding)}`,
    edit: (value) => ({ kind: 'scale', party: now.id, issue: id, factor: value / factor }),
    reset: {
      kind: 'several',
      edits: listedOptions(own).map((option) => {
        const old = worthTo(scenario, file, issue, option);
        return resetTo(
          (value) => ({ kind: 'value', party: now.id, issue: id, option: optionId(own, option), value }),
          old,
        );
      }),
    },
  };
}

/** The value, or on a score sheet the score, of one option. */
export function worthOf(scenario: Scenario, now: Party, file: Party, issue: number, option: number): Turnable {
  const own = scenario.issues[issue]!;
  const [mine, old] = [now, file].map((party) => worthTo(scenario, party, issue, option));
  const sheet = now.preferences.form === 'scores';
  const ends = [now, file].map((party) => worthRange(own, party.preferences.issues[issue]!));
  const edit = (value: number): NumberEdit => ({
    kind: 'value',
    party: now.id,
    issue: own.id,
    option: optionId(own, option),
    value,
  });
  return {
    label: `${sheet ? 'Score' : 'Value'} of ${issueTitle(scenario, issue)}: ${optionLabel(scenario, issue, option)}`,
    now: mine!.value,
    ...fileOf(old!),
    stated: statedAs(mine!, old!, now.preferences.issues[issue]!),
    least: sheet ? -Infinity : 0,
    most: sheet ? Infinity : 100,
    limit: 'A value lies between 0 and 100.',
    from: sheet ? Math.min(0, ...ends.map(({ least }) => least)) : 0,
    to: sheet ? Math.max(1, ...ends.map(({ most }) => most)) : 100,
    unbounded: sheet,
    step: sheet ? pointsStep(scenario, file) : 1,
    figure: plainFigure,
    edit,
    reset: resetTo(edit, old!),
  };
}

/** What is said of its whole issue goes for a number too, unless it was set by hand. */
function statedAs(number: StatedNumber, file: StatedNumber, issue: Provenance): StatedNumber {
  return number.value === file.value && number.unknown === file.unknown ? withIssue(number, issue) : number;
}
