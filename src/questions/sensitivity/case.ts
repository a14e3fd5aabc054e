/** What the reports on single numbers, on drawn numbers and on stages are made from. */
import type { VariedNumber } from '../../compile/vary.ts';
import type { ScenarioLine } from '../../compile/lines.ts';
import type { SolutionName } from '../../engine/answer.ts';
import type { Breakpoints } from '../../engine/sensitivity/breakpoints.ts';
import type { DrawRows } from '../../engine/sensitivity/draw-rows.ts';
import type { StageStep } from '../../engine/sensitivity/stage-step.ts';
import type { SmaaAnswer } from '../../engine/sensitivity/smaa-answer.ts';
import type { TornadoAnswer } from '../../engine/sensitivity/effect.ts';
import type { Outcome } from '../../engine/sensitivity/outcome.ts';
import type { Case, Named } from '../../report/case.ts';

export interface TornadoCase extends Omit<Case, 'answer'> {
  readonly answer: TornadoAnswer & { readonly space: bigint };
  /** One for each swing of the answer. */
  readonly numbers: readonly VariedNumber[];
  /** Numbers of the swings, the one that matters most first. */
  readonly order: readonly number[];
  readonly solution: SolutionName;
  /** Weights and thresholds, in the order of the scenario. */
  readonly breakpoints: readonly BreakpointRow[];
}

export interface BreakpointRow extends ScenarioLine {
  readonly found: Breakpoints;
}

export interface StageOutcome extends Named {
  readonly outcome: Outcome;
  /** Null for positions of the file without a date. */
  readonly date: string | null;
  readonly title: string;
}

/** What made a stage differ from the one it builds on. */
export interface StageMove {
  /** Number of the stage that it builds on. */
  readonly since: number;
  readonly step: StageStep;
}

export interface StagesCase extends Omit<Case, 'answer'> {
  readonly answer: { readonly space: bigint };
  /** The positions of the file first, then the stages in the order of the scenario. */
  readonly stages: readonly StageOutcome[];
  /** By stage, null for the positions of the file; absent where it was not asked whose change moved the window. */
  readonly moves?: {
    /** Whose deals the outcomes have. */
    readonly solution: SolutionName;
    readonly byStage: readonly (StageMove | null)[];
  };
}

export interface SmaaCase extends Omit<Case, 'answer'> {
  readonly answer: SmaaAnswer & { readonly space: bigint };
  readonly solution: SolutionName;
  readonly simplex: boolean;
  /** Draws asked for, where the person stopped before or nodes were granted for fewer; the answer is then of the first ones. */
  readonly stoppedBefore?: number;
  readonly outOfNodes?: boolean;
  /** What each draw gave, in the order of the draws; absent where it was not asked for. */
  readonly rows?: readonly DrawRows[];
}

/** Exactly one of them was asked for. */
export type SensitivityParts =
  | { readonly tornado: TornadoCase; readonly smaa: null; readonly stages: null }
  | { readonly tornado: null; readonly smaa: SmaaCase; readonly stages: null }
  | { readonly tornado: null; readonly smaa: null; readonly stages: StagesCase };

export type SensitivityCase = Omit<Case, 'answer'> & SensitivityParts;
