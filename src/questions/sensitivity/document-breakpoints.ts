/** The part `breakpoints` of the document of `winset sensitivity --json`. */
import type { Reach } from '../../engine/sensitivity/breakpoints.ts';
import { compare, fractionOf } from '../../exact/fraction.ts';
import type { Json } from '../../report/json.ts';
import { criticalChange, numberAt } from './breakpoints.ts';
import { numberDocument } from './document-tornado.ts';
import type { BreakpointRow, TornadoCase } from './case.ts';

/**
 * For each number how far it can go down and up: `holds` is the last value up to which nothing changes, at any value,
 * null where no decimal lies between it and the number itself; `changes` the next value, at which it does. `proven` says
 * how far that goes: "exact", the change is proven between the two; "end", nothing changes up to the end of what the
 * format allows; "bracketed", nothing changes up to `holds`, it has changed by `changedBy`, and what lies between is not
 * known; "open", nothing is known beyond `holds`.
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

/** The smallest single change, in proportion to the number, of the verdict and of the recommended deal; null: none. */
export function criticalDocument(of: TornadoCase): Json {
  const change = (what: 'verdict' | 'deal'): Json => {
    const critical = criticalChange(of, what);
    if (critical === null) return null;
    const { row, reach, towards } = critical;
    return {
      ...numberDocument(of, row.number),
      direction: towards < 0 ? 'down' : 'up',
      ...reachDocument(row, reach, towards),
    };
  };
  return { verdict: change('verdict'), deal: change('deal') };
}

function reachDocument(row: BreakpointRow, reach: Reach, step: number): { readonly [key: string]: Json } {
  const { until, changes, changedBy } = reach;
  const [inwards, outwards] = step < 0 ? (['up', 'down'] as const) : (['down', 'up'] as const);
  return {
    holds: lastValue(row, until, inwards),
    changes: changes ? finite(numberAt(row, until + step, outwards)) : null,
    end: isEnd(row, reach),
    proven: changes ? 'exact' : isEnd(row, reach) ? 'end' : changedBy === null ? 'open' : 'bracketed',
    changedBy: changedBy === null ? null : finite(numberAt(row, changedBy, outwards)),
  };
}

/** Rounded towards the number as it stands; null where no decimal lies between the two. */
function lastValue(row: BreakpointRow, until: number, inwards: 'down' | 'up'): Json {
  const value = numberAt(row, until, inwards);
  const stands = row.exactAt(row.line.at);
  if (!Number.isFinite(value) || stands === null) return null;
  const passed = compare(fractionOf(value), stands);
  return (inwards === 'up' ? passed > 0 : passed < 0) ? null : value;
}

function isEnd({ line }: BreakpointRow, { until, changes }: Reach): boolean {
  return !changes && (until === line.least || until === line.most);
}

/** A weight that leaves nothing for the others has no finite value. */
function finite(value: number): Json {
  return Number.isFinite(value) ? value : null;
}
