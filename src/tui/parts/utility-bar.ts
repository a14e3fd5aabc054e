/** What a deal is worth to a party as a bar with a mark at the least it signs for. */
import type { Named } from '../../report/case.ts';
import { reservationOf } from '../../report/case.ts';
import { utilityScale } from '../../report/view/scale.ts';
import type { Glyphs } from '../draw/glyphs.ts';
import type { Line } from '../draw/line.ts';
import { satisfaction } from '../draw/meter.ts';

/** `value` in points, drawn in exactly `size` columns in the party's colour. */
export function utilityBar(of: Named, party: number, value: number, size: number, glyphs: Glyphs): Line {
  const stated = of.scenario.parties[party]!;
  const { from, to } = utilityScale(of, party);
  return satisfaction({
    value,
    threshold: reservationOf(of, party),
    scale: { low: from, high: to },
    size,
    color: stated.color,
    glyphs,
  });
}
