/** Options let in and shut out, as edits of the scenario. Numbers of a number line are spans, however many there are. */
import type { OptionSet } from '../../../engine/option-set.ts';
import { complement, hasOption, setSize, unionOf } from '../../../engine/option-set.ts';
import { choicesOf, choiceSpan } from '../../../scenario/format/choice.ts';
import { optionCount } from '../../../scenario/format/options.ts';
import type { ScenarioEdit } from '../../../scenario/edit/edit.ts';
import type { Choice } from '../../../scenario/scenario.ts';
import type { Context } from '../../model/context.ts';
import type { Prompt, Step } from '../../model/screen.ts';
import { choiceSaid, typedChoices } from '../../parts/typed-choice.ts';
import { allowedOptions } from './stakes.ts';
import type { PointsState } from './state.ts';
import { optionsAt } from './state.ts';

/** A lock leaves this option alone. */
export function isOnlyOne({ now }: Context, issue: number, option: number): boolean {
  const allowed = allowedOptions(now.scenario, issue);
  return allowed !== null && setSize(allowed) === 1 && hasOption(allowed, option);
}

/** The options allowed once this one is turned round: shut out, or let in again. */
export function optionsWithout(context: Context, issue: number, option: number): OptionSet {
  const own = context.now.scenario.issues[issue]!;
  const allowed = allowedSet(context, issue);
  const one = { first: option, last: option };
  if (!hasOption(allowed, option)) return unionOf([...allowed, one]);
  const shut = complement(allowed, optionCount(own));
  return complement(unionOf([...shut, one]), optionCount(own));
}

/** All of them where the issue is not locked. */
function allowedSet({ now }: Context, issue: number): OptionSet {
  return allowedOptions(now.scenario, issue) ?? [{ first: 0, last: optionCount(now.scenario.issues[issue]!) - 1 }];
}

/** Leaves only these options allowed; null or all of them: no lock. The option looked at stays under the cursor. */
export function lockTo(
  context: Context,
  state: PointsState,
  issue: number,
  options: OptionSet | null,
): Step<PointsState> {
  const own = context.now.scenario.issues[issue]!;
  const edit: ScenarioEdit =
    options === null || setSize(options) === optionCount(own)
      ? { kind: 'unlock', issue: own.id }
      : { kind: 'lock', issue: own.id, options: choicesOf(own, options) };
  const kept = new Map(state.options).set(issue, optionsAt(context, state)[issue]!);
  return { state: { ...state, issue, options: kept }, effects: [{ kind: 'edit', edit }] };
}

/** The options that stay allowed, as they are typed: "100..250 | none". */
export function lockPrompt(context: Context, state: PointsState, issue: number): Prompt<PointsState> {
  const own = context.now.scenario.issues[issue]!;
  const allowed = allowedOptions(context.now.scenario, issue);
  return {
    label: `Only these of ${own.title}, such as ${exampleOf(choicesOf(own, allowedSet(context, issue)))}`,
    text: allowed === null ? '' : choicesOf(own, allowed).map(choiceSaid).join(' | '),
    onDone: (text) => {
      const typed = typedChoices(text, own);
      if (!typed.ok) return { message: typed.message };
      const spans = typed.value.flatMap((choice) => choiceSpan(own, choice) ?? []);
      if (spans.length < typed.value.length) return { message: `${own.title} has no such number.` };
      const options = unionOf(spans);
      const isOpen = setSize(options) === optionCount(own);
      return isOpen && allowed === null ? {} : lockTo(context, state, issue, options);
    },
  };
}

function exampleOf([first]: readonly Choice[]): string {
  return first === undefined ? '' : choiceSaid(first);
}
