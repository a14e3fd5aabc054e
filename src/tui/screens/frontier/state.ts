/** What the frontier screen remembers: whose deals, which parties the axes show, and what is under the cursor. */
import type { Deal } from '../../../engine/problem.ts';
import type { Context } from '../../model/context.ts';
import { around } from '../../parts/moving.ts';

/** Lists beside the plot; tab goes from one to the next. */
export const PANES = ['points', 'parties', 'marks'] as const;

export type Pane = (typeof PANES)[number];

export interface FrontierState {
  /** Only deals of the zone; null while the person has not chosen: the zone where there is one. */
  readonly zone: boolean | null;
  /** Numbers of the parties along the axes. */
  readonly x: number;
  readonly y: number;
  /** The deal under the cursor, so that the cursor stays with it when points come and go; null: the first. */
  readonly deal: Deal | null;
  readonly pane: Pane;
  /** Numbers of the party and of the mark under the cursor of their lists. */
  readonly party: number;
  readonly mark: number;
}

export const INITIAL: FrontierState = { zone: null, x: 0, y: 1, deal: null, pane: 'points', party: 0, mark: 0 };

/** Whose deals are asked for: those of the zone, unless it is known to be empty or the person wants the whole space. */
export function asksZone({ zone }: FrontierState, { findings }: Context): boolean {
  return zone ?? !(findings.glance.last?.answer.empty ?? false);
}

export interface Axes {
  readonly x: number;
  readonly y: number;
}

/** The parties of the axes among so many: two different ones where there are two. */
export function axesOf({ x, y }: Axes, parties: number): Axes {
  const first = Math.min(x, parties - 1);
  const second = Math.min(y, parties - 1);
  return { x: first, y: first === second && parties > 1 ? (first + 1) % parties : second };
}

/** The next party for an axis, `step` 1 or -1, passing over the one of the other axis. */
export function turned(axes: Axes, axis: keyof Axes, step: number, parties: number): Axes {
  const other = axis === 'x' ? axes.y : axes.x;
  const next = around(axes[axis], step, parties);
  return { ...axes, [axis]: next === other && parties > 1 ? around(next, step, parties) : next };
}
