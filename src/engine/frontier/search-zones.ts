/**
 * What the points found so far leave uncovered: a union of search zones, each the deals above a corner in every party
 * (Klamroth, Lacour and Vanderpooten 2015; Daechert, Klamroth, Lacour and Vanderpooten 2017).
 *
 * A deal is not weakly beaten by any point exactly when it lies strictly above at least one corner. A new point splits
 * every corner below it into one per party, and corners whose zone lies inside another's are left out.
 */

import type { Units } from '../units.ts';

/** Units by party that a deal of the zone must exceed; `-Infinity` where nothing has been found yet. */
export type Corner = readonly Units[];

/** The corner below everything: the zone of a frontier of which no point is known. */
export function lowestCorner(parties: number): Corner {
  return Array.from({ length: parties }, () => -Infinity);
}

/** True when the point lies strictly above the corner for every party. */
export function liesAbove(point: ArrayLike<Units>, corner: Corner): boolean {
  for (let party = 0; party < corner.length; party++) if (point[party]! <= corner[party]!) return false;
  return true;
}

/**
 * The corners that replace the split ones (those the point lies above), without redundant ones. `kept` are the corners
 * that stay as they are.
 */
export function splitCorners(split: readonly Corner[], kept: Iterable<Corner>, point: ArrayLike<Units>): Corner[] {
  const parties = point.length;
  const touching: Corner[][] = Array.from({ length: parties }, () => []);
  for (const corner of kept) {
    for (let party = 0; party < parties; party++) {
      if (corner[party] === point[party]) touching[party]!.push(corner);
    }
  }
  const made: Corner[] = [];
  for (let party = 0; party < parties; party++) {
    const raised = split.map((corner) => raise(corner, party, point[party]!));
    // A zone can lie inside another only where both corners agree in the raised party.
    const unique: Corner[] = [];
    for (const corner of raised.sort(bySum)) {
      if (!unique.some((other) => liesInside(corner, other)) && !touching[party]!.some((o) => liesInside(corner, o))) {
        unique.push(corner);
      }
    }
    made.push(...unique);
  }
  return made;
}

/** True when the inner corner's zone is part of the outer's. */
function liesInside(inner: Corner, outer: Corner): boolean {
  for (let party = 0; party < inner.length; party++) if (outer[party]! > inner[party]!) return false;
  return true;
}

function raise(corner: Corner, party: number, units: Units): Corner {
  return corner.with(party, units);
}

/** Lowest corners first, so that a zone is met before those inside it: more open entries, then the smaller sum. */
function bySum(a: Corner, b: Corner): number {
  let [openA, openB, sumA, sumB] = [0, 0, 0, 0];
  for (let party = 0; party < a.length; party++) {
    if (a[party] === -Infinity) openA++;
    else sumA += Number(a[party]!);
    if (b[party] === -Infinity) openB++;
    else sumB += Number(b[party]!);
  }
  return openB - openA || sumA - sumB;
}
