/** A value that can be moved between two ends, and the track of verdicts along its range. */
import type { Glyphs } from './glyphs.ts';
import { joined, type Line, type Span, span, type Tone } from './line.ts';
import { cellOf, fraction, stopOf } from './scale.ts';

export interface SliderMark {
  readonly at: number;
  /** `baseline`: where the value stood before; `breakpoint`: where the answer changes. */
  readonly kind: 'baseline' | 'breakpoint';
}

export interface SliderOptions {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Columns, the two for the arrows of an active slider included. */
  readonly size: number;
  readonly marks?: readonly SliderMark[];
  /** Under the cursor: arrows at both ends. */
  readonly active?: boolean;
  readonly glyphs: Glyphs;
}

/** `━━━━●┈┈┈` in exactly `size` columns, with a space or an arrow at both ends. The knob covers a mark in its place. */
export function slider({ value, low, high, size, marks = [], active = false, glyphs }: SliderOptions): Line {
  const inner = Math.max(0, size - 2);
  const { line, knob, rest, baseline, breakpoint } = glyphs.slider;
  const at = stopOf(fraction(value, { low, high }), inner);
  const cells = Array.from({ length: inner }, (_, k): Span => (k < at ? span(line, 'accent') : span(rest, 'dim')));
  for (const mark of marks) {
    if (inner === 0) break;
    const place = stopOf(fraction(mark.at, { low, high }), inner);
    cells[place] = mark.kind === 'baseline' ? span(baseline) : span(breakpoint, 'warn');
  }
  if (inner > 0) cells[at] = span(knob, 'strong');
  const ends = active ? [span(glyphs.left, 'strong'), span(glyphs.right, 'strong')] : [span(' '), span(' ')];
  return joined([...ends.slice(0, 1), ...cells, ...ends.slice(1)].slice(0, Math.max(0, size)));
}

/** A part of the range, as fractions 0..1 with both ends included; `from` = `to` is a single point. */
export interface TrackSegment {
  readonly from: number;
  readonly to: number;
  readonly state: 'holds' | 'fails' | 'unknown';
}

export interface TrackOptions {
  readonly segments: readonly TrackSegment[];
  /** Where the value stands, 0..1. */
  readonly cursor?: number | undefined;
  readonly size: number;
  readonly glyphs: Glyphs;
}

const TRACK_TONES: Readonly<Record<'holds' | 'fails' | 'mixed' | 'unknown', Tone>> = {
  holds: 'good',
  fails: 'dim',
  mixed: 'warn',
  unknown: 'dim',
};

/**
 * Where along the range the verdict holds: `░░░███▓`, one sign per column, exactly `size` columns. A column in which the
 * verdict both holds and fails is mixed, however short the parts, so no change is lost; what no segment covers is unknown.
 */
export function track({ segments, cursor, size, glyphs }: TrackOptions): Line {
  const at = cursor === undefined ? undefined : cellOf(cursor, size);
  const cells = Array.from({ length: Math.max(0, size) }, (_, k): Span => {
    if (k === at) return span(glyphs.slider.knob, 'strong');
    const state = stateOf(segments, k, size);
    return span(glyphs.track[state], TRACK_TONES[state]);
  });
  return joined(cells);
}

export interface RulerMark {
  /** 0..1. */
  readonly at: number;
  /** One column. */
  readonly sign: string;
  readonly tone?: Tone;
}

/** A line of marks to stand above or below a track of the same size; of two in one column the later one shows. */
export function ruler(marks: readonly RulerMark[], size: number): Line {
  const cells = Array.from({ length: Math.max(0, size) }, () => span(' '));
  for (const { at, sign, tone = 'plain' } of marks) {
    if (size > 0) cells[cellOf(at, size)] = span(sign, tone);
  }
  return joined(cells);
}

function stateOf(segments: readonly TrackSegment[], cell: number, size: number): keyof Glyphs['track'] {
  const states = new Set(segments.filter((segment) => reaches(segment, cell, size)).map(({ state }) => state));
  if (states.has('holds') && states.has('fails')) return 'mixed';
  if (states.has('holds')) return 'holds';
  return states.has('fails') ? 'fails' : 'unknown';
}

/** Whether a segment has a share of the column; a single point belongs to one column only. */
function reaches({ from, to }: TrackSegment, cell: number, size: number): boolean {
  if (from === to) return cellOf(from, size) === cell;
  return from * size < cell + 1 && to * size > cell;
}
