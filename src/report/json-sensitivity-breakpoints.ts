/** The part `breakpoints` of the document of `winset sensitivity --json`. */
import type { Reach } from '../engine/sensitivity/breakpoints.ts';
import type { Json } from './json.ts';
import { numberDocument } from './json-sensitivity-tornado.ts';
import type { BreakpointRow, TornadoCase } from './sensitivity-case.ts';

/**
 * For each number how far it can go down and up: `holds` is the last value up to which nothing changes, `changes` the
 * next value looked at, at which it does; null where it does not up to the end of what the format allows (`end`), or
 * where nothing further is proven.
 */
export function breakpointsDocument(of: TornadoCase): Json {
  return of.breakpoints.map((row) => ({
    ...numberDocument(of, row.number),
    verdict: { down: reachDocument(row, row.found.verdict.down, -1), up: reachDocument(row, row.found.verdict.up, 1) },
    deal:
      row.found.deal === null
        ? null
        : { down: reachDocument(row, row.found.deal.down, -1), up: reachDocument(row, row.found.deal.up, 1) },
  }));
}

function reachDocument({ line, valueAt }: BreakpointRow, { until, changes }: Reach, step: number): Json {
  return {
    holds: finite(valueAt(until)),
    changes: changes ? finite(valueAt(until + step)) : null,
    end: !changes && (until === line.least || until === line.most),
  };
}

/** A weight that leaves nothing for the others has no finite value. */
function finite(value: number): Json {
  return Number.isFinite(value) ? value : null;
}
