/** What can be done on the sensitivity screen. */
import { SOLUTION_NAMES } from '../../../engine/answer.ts';
import type { Context } from '../../model/context.ts';
import type { Command, Hint, Step } from '../../model/screen.ts';
import { around, movingCommands, within } from '../../parts/moving.ts';
import { paneCommands } from '../../parts/panes.ts';
import { solutionTitle } from '../../parts/recommended.ts';
import { drawsOf, optionUnder } from './draws.ts';
import { numbersOf, rowOf } from './numbers.ts';
import { NOTHING_LISTED, openUnder, openFault } from './open.ts';
import type { Pane, SensitivityState } from './state.ts';
import { idOf, PANES } from './state.ts';

const MOST_DRAWS = 1_000_000;
/** A few seconds for most scenarios; shares are then within some two percentage points. */
const USUAL_DRAWS = 2000;

type SensitivityCommand = Command<SensitivityState>;

export const COMMANDS: readonly SensitivityCommand[] = [
  ...movingCommands<SensitivityState>({
    over: 'row',
    order: 0,
    unavailable: (context, state) => (rowsOf(context, state) > 0 ? null : NOTHING_LISTED),
    move: moved,
  }),
  {
    id: 'open',
    label: 'open what is under the cursor: the number among the weights, the beliefs of the option, the draft',
    keys: ['enter'],
    hint: { text: 'open', order: 1 },
    unavailable: openFault,
    run: openUnder,
  },
  {
    id: 'draws',
    label: 'draw all numbers at once from their ranges, or stop that',
    keys: ['m'],
    hint: { text: 'draw all', order: 2 },
    run: (context, state) => (isDrawing(context, state) ? stopped(state) : asked(state)),
  },
  {
    id: 'stop-draws',
    label: 'stop drawing',
    keys: ['escape'],
    run: (context, state) => (isDrawing(context, state) ? stopped(state) : {}),
  },
  solutionCommand('solution-next', 'take the next solution', 'o', 1, { text: 'solution', order: 4 }),
  solutionCommand('solution-previous', 'take the solution before', 'O', -1),
  ...paneCommands<Pane, SensitivityState>({ names: 'numbers, options, beliefs, drafts', order: 3, panes: panesOf }),
];

/** Draws are wanted and not there yet. */
function isDrawing({ findings: { smaa } }: Context, { draws }: SensitivityState): boolean {
  return draws !== null && !smaa.current && smaa.failed === null;
}

/** The question goes, and its work with it; what was drawn before stays to be read. */
function stopped(state: SensitivityState): Step<SensitivityState> {
  return { state: { ...state, draws: null }, effects: [{ kind: 'say', text: 'Stopped; nothing more is drawn.' }] };
}

function asked(state: SensitivityState): Step<SensitivityState> {
  return {
    prompt: {
      label: 'How many draws',
      text: String(state.draws ?? USUAL_DRAWS),
      onDone: (text) => {
        const draws = Number(text.replaceAll(/[,\s]/gu, ''));
        if (!Number.isInteger(draws) || draws < 1 || draws > MOST_DRAWS) {
          return { message: 'Type a whole number from 1 to 1,000,000, such as 2000.' };
        }
        return { state: { ...state, draws, pane: state.pane === 'numbers' ? 'options' : state.pane } };
      },
    },
  };
}

/** Rows of the list with the focus. */
function rowsOf(context: Context, state: SensitivityState): number {
  if (state.pane === 'numbers') return numbersOf(context)?.rows.length ?? 0;
  const draws = drawsOf(context);
  if (draws === null) return 0;
  if (state.pane === 'options') return draws.options.length;
  return state.pane === 'beliefs' ? (optionUnder(draws, state)?.beliefs.length ?? 0) : draws.answer.drafts.length;
}

function moved(context: Context, state: SensitivityState, rows: number): SensitivityState {
  const count = rowsOf(context, state);
  const step = (at: number): number => within(within(at, count) + rows, count);
  switch (state.pane) {
    case 'numbers': {
      const listed = numbersOf(context)?.rows ?? [];
      const row = listed[step(rowOf(listed, state.number))];
      return row === undefined ? state : { ...state, number: idOf(row.number) };
    }
    case 'options':
      return { ...state, option: step(state.option), belief: 0 };
    case 'beliefs':
      return { ...state, belief: step(state.belief) };
    case 'drafts':
      return { ...state, draft: step(state.draft) };
  }
}

function solutionCommand(id: string, label: string, key: string, by: 1 | -1, hint?: Hint): SensitivityCommand {
  return {
    id,
    label,
    keys: [key],
    ...(hint === undefined ? {} : { hint }),
    run: (_, state) => {
      const at = SOLUTION_NAMES.indexOf(state.solution);
      const solution = SOLUTION_NAMES[around(at, by, SOLUTION_NAMES.length)]!;
      const text = `What the numbers do to the ${solutionTitle(solution)}.`;
      return { state: { ...state, solution }, effects: [{ kind: 'say', text }] };
    },
  };
}

/** Lists that have something to go through; the draws have one in any case, to say how to make them. */
function panesOf(context: Context): readonly Pane[] {
  const draws = drawsOf(context);
  if (draws === null) return ['numbers', 'options'];
  const empty: readonly Pane[] = [
    ...(draws.options.length > 0 ? [] : (['beliefs'] as const)),
    ...(draws.answer.drafts.length > 0 ? [] : (['drafts'] as const)),
  ];
  return PANES.filter((pane) => !empty.includes(pane));
}
