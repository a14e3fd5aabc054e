/** A number that can be turned: what it is now and in the file, how far it may go, and the edit that sets it. */
import type { ScenarioEdit } from '../../../scenario/edit/edit.ts';
import type { NumberEdit } from '../../../scenario/format/schema-edit.ts';
import type { Figure } from '../../../questions/sensitivity/breakpoints.ts';
import { NOT_YET_VALUED } from '../../../scenario/format/not-yet-valued.ts';
import type { StatedNumber } from '../../../scenario/scenario.ts';
import type { SliderMark } from '../../draw/slider.ts';

export interface Turnable {
  /** "Weight of Force cap" */
  readonly label: string;
  readonly now: number;
  /** In the file, at the same stage; what stands in for it where the file does not know it. */
  readonly file: number;
  readonly fileUnvalued: boolean;
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

/** The file's number. */
export function fileOf({ value, unknown }: StatedNumber): Pick<Turnable, 'file' | 'fileUnvalued'> {
  return { file: value, fileUnvalued: unknown !== undefined };
}

/** The edit that sets the number to the file's, or makes it unknown again. */
export function resetTo(edit: (value: number) => NumberEdit, { value, unknown }: StatedNumber): NumberEdit {
  return { ...edit(value), ...(unknown !== undefined && { unknown }) };
}

/** It differs from the file: a number that the file does not know differs from any, also from the one that stood in for it. */
export function isChanged(turnable: Turnable): boolean {
  const { now, file, fileUnvalued } = turnable;
  return fileUnvalued ? !isUnvalued(turnable) : isUnvalued(turnable) || now !== file;
}

/** A number stands in for one that nobody has said; turning it values it. */
export function isUnvalued({ stated }: Turnable): boolean {
  return stated.unknown !== undefined;
}

/** "*5": what the file says, beside a number that differs from it; "not yet valued" beside one that stands in. */
export function fileNote(turnable: Turnable): string {
  if (isUnvalued(turnable)) return NOT_YET_VALUED;
  return isChanged(turnable) ? `*${fileFigure(turnable)}` : '';
}

/** What the file says. */
export function fileFigure({ file, fileUnvalued, figure }: Turnable): string {
  return fileUnvalued ? NOT_YET_VALUED : figure(file);
}

/** The file's number as a mark on the slider. */
export function fileMarks(turnable: Turnable): readonly SliderMark[] {
  return isChanged(turnable) && !turnable.fileUnvalued ? [{ at: turnable.file, kind: 'baseline' }] : [];
}
