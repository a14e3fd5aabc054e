/** Options let in and shut out, as edits of the scenario. */
import type { ScenarioEdit } from '../../../scenario/edit/edit.ts';
import type { Context } from '../../model/context.ts';
import type { Step } from '../../model/screen.ts';
import { allowedOptions } from './stakes.ts';
import type { PointsState } from './state.ts';
import { optionsAt } from './state.ts';
import { optionCount, optionId } from '../../../scenario/format/options.ts';

/** A lock leaves this option alone. */
export function isOnlyOne({ now }: Context, issue: number, option: number): boolean {
  const allowed = allowedOptions(now.scenario, issue);
  return allowed?.length === 1 && allowed[0] === option;
}

/** The options allowed once this one is turned round: shut out, or let in again. */
export function optionsWithout({ now }: Context, issue: number, option: number): readonly number[] {
  const all = Array.from({ length: optionCount(now.scenario.issues[issue]!) }, (_, k) => k);
  const allowed = allowedOptions(now.scenario, issue) ?? all;
  const shut = allowed.includes(option);
  return all.filter((k) => (k === option ? !shut : allowed.includes(k)));
}

/** Leaves only these options allowed; null or all of them: no lock. The option looked at stays under the cursor. */
export function lockTo(
  context: Context,
  state: PointsState,
  issue: number,
  options: readonly number[] | null,
): Step<PointsState> {
  const own = context.now.scenario.issues[issue]!;
  const edit: ScenarioEdit =
    options === null || options.length === optionCount(own)
      ? { kind: 'unlock', issue: own.id }
      : { kind: 'lock', issue: own.id, options: options.map((option) => optionId(own, option)) };
  const kept = new Map(state.options).set(issue, optionsAt(context, state)[issue]!);
  return { state: { ...state, issue, options: kept }, effects: [{ kind: 'edit', edit }] };
}
