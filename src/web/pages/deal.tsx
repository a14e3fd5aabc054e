/** @jsxImportSource preact */
/** A text clause by clause, and what it is worth to the one who looks. */
import type { DealText } from '../../class/event.ts';
import { pointsText } from '../sheet.ts';
import type { Sheet } from '../sheet.ts';
import type { IssueView, OwnWorth } from '../wire.ts';

interface Shown {
  readonly issues: readonly IssueView[];
  readonly deal: DealText | null;
  /** With the own points of each clause, where there is a sheet. */
  readonly sheet: Sheet | null;
}

export function Deal({ issues, deal, sheet }: Shown) {
  if (deal === null) return <p class="no-deal">No deal: the talks end without one.</p>;
  return (
    <dl class="deal">
      {issues.map(({ id, title, options }) => {
        const option = deal[id];
        const label = options.find((one) => one.id === option)?.label;
        if (option === undefined || label === undefined) return null;
        const points = sheet?.issues.find(({ issue }) => issue === id)?.points[option];
        return (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              {label} {points === undefined ? null : <span class="points">{pointsText(points)}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

export function Worth({ worth }: { readonly worth: OwnWorth }) {
  const { points, least, belowLeast, crosses } = worth;
  return (
    <p class={belowLeast || crosses.length > 0 ? 'worth low' : 'worth'}>
      <strong>{pointsText(points)} points</strong> for you. {againstLeast(points, least, belowLeast)}
      {crosses.map((why) => ` It crosses your line: ${why}`)}
    </p>
  );
}

/** "5 above your least, 55." */
export function againstLeast(points: number, least: number, belowLeast: boolean): string {
  const apart = pointsText(Math.abs(points - least));
  if (belowLeast)
    return apart === '0'
      ? `No more than your least, ${pointsText(least)}.`
      : `${apart} below your least, ${pointsText(least)}.`;
  return apart === '0'
    ? `Exactly your least, ${pointsText(least)}.`
    : `${apart} above your least, ${pointsText(least)}.`;
}
