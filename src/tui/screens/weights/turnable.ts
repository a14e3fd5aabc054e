/** A number that can be turned: what it is now and in the file, how far it may go, and the edit that sets it. */
import type { ScenarioEdit } from '../../../scenario/edit/edit.ts';
import type { Figure } from '../../../questions/sensitivity/breakpoints.ts';
import type { StatedNumber } from '../../../scenario/scenario.ts';
import type { SliderMark } from '../../draw/slider.ts';

export interface Turnable {
  /** "Weight of Force cap" */
  readonly label: string;
  readonly now: number;
  /** In the file, at the same stage. */
  readonly file: number;
  /** As it stands, with where it comes from. */
  readonly stated: StatedNumber;
  /** What may be set. */
  readonly least: number;
  readonly most: number;
  /** Why it may not go further, in a sentence. */
  readonly limit: string;
  /** Ends of its slider. */
  readonly from: number;
  readonly to: number;
  /** True where `to` is only as far as the numbers beside it go. */
  readonly unbounded: boolean;
  readonly step: number;
  readonly figure: Figure;
  readonly edit: (value: number) => ScenarioEdit;
  /** To the file's number. */
  readonly reset: ScenarioEdit;
}

/** It differs from the file. */
export function isChanged({ now, file }: Turnable): boolean {
  return now !== file;
}

/** A number stands in for one that nobody has said; turning it values it. */
export function isUnvalued({ stated }: Turnable): boolean {
  return stated.unknown !== undefined;
}

/** "*5": what the file says, beside a number that differs from it; "not yet valued" beside one that stands in. */
export function fileNote(turnable: Turnable): string {
  if (isUnvalued(turnable)) return 'not yet valued';
  return isChanged(turnable) ? `*${turnable.figure(turnable.file)}` : '';
}

/** The file's number as a mark on the slider. */
export function fileMarks(turnable: Turnable): readonly SliderMark[] {
  return isChanged(turnable) ? [{ at: turnable.file, kind: 'baseline' }] : [];
}
