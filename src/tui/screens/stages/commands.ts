/** Moving along the dates, and taking a stage over. */
import { applyEdit } from '../../../scenario/edit/edit.ts';
import type { Context, ShownDeal } from '../../model/context.ts';
import type { Command } from '../../model/screen.ts';
import { movingCommands, within } from '../../parts/moving.ts';
import { solutionTitle } from '../../parts/recommended.ts';
import { showCommand } from '../../parts/show-deal.ts';
import type { StagesState } from './state.ts';
import { rowOf, stagesOf } from './state.ts';

export const COMMANDS: readonly Command<StagesState>[] = [
  ...movingCommands<StagesState>({
    over: 'stage',
    order: 0,
    sideways: true,
    move: (context, state, rows) => ({ cursor: within(rowOf(context, state) + rows, stagesOf(context).length) }),
  }),
  {
    id: 'apply',
    label: 'apply the stage under the cursor to the scenario',
    keys: ['enter', 'a'],
    hint: { text: 'apply stage', order: 1 },
    unavailable: cannotApply,
    run: (context, state) => {
      const stage = stagesOf(context)[rowOf(context, state)]?.scenario.stage ?? null;
      return stage === null
        ? {}
        : { state: { cursor: null }, effects: [{ kind: 'edit', edit: { kind: 'stage', stage } }] };
    },
  },
  showCommand<StagesState>({
    keys: ['v'],
    label: `show the ${solutionTitle()} of the stage under the cursor clause by clause`,
    order: 2,
    dealOf,
    missing: (context) => (stagesOf(context).length === 0 ? noStages(context) : 'There is no deal at this stage.'),
  }),
];

/** The recommended deal of the stage under the cursor. */
export function dealOf(context: Context, state: StagesState): ShownDeal | null {
  const stage = stagesOf(context)[rowOf(context, state)];
  const deal = stage?.outcome.deal ?? null;
  if (stage === undefined || deal === null) return null;
  return { deal, title: `${solutionTitle()} at ${stage.scenario.stage ?? 'the positions of the file'}` };
}

function noStages({ now }: Context): string {
  return now.file.stages.length === 0 ? 'This scenario has no stages.' : 'The stages are being computed.';
}

function cannotApply(context: Context, state: StagesState): string | null {
  const stages = stagesOf(context);
  if (stages.length === 0) return noStages(context);
  const stage = stages[rowOf(context, state)]!.scenario.stage;
  const { scenario } = context.now;
  if (stage === scenario.stage) return 'The scenario stands at this stage.';
  if (stage === null) return 'Undo (u) leads back to the positions of the file.';
  const edit = applyEdit(scenario, { kind: 'stage', stage }, context.now.file);
  return edit.ok ? null : `${edit.message}; undo (u) leads back.`;
}
