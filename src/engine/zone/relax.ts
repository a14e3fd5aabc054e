/**
 * An automaton that follows fewer patterns: with only so many running at once, no diagram is large for their sake.
 *
 * What is not followed is taken for the best that it could do, and the deals counted are a superset; or for the worst,
 * and they are a subset.
 */
import type { Automaton, LayeredParty, LayeredPattern } from './automaton.ts';
import { prospects } from './automaton.ts';
import { minus } from '../units.ts';

/** `down`: a superset is counted; `up`: a subset. As needs are rounded. */
export type Side = 'down' | 'up';

/** The automaton with at most so many patterns running between two layers. */
export function relaxed(automaton: Automaton, side: Side, most: number): Automaton {
  const dropped = crowding(automaton.patterns, most);
  const patterns = automaton.patterns.flatMap((pattern) => {
    if (!dropped.has(pattern)) return [pattern];
    return side === 'down' || pattern.effect.kind === 'adjust' ? [] : [narrowed(pattern)];
  });
  const parties = automaton.parties.map((party, index): LayeredParty => ({
    ...party,
    need: needWithout(party, index, dropped, side),
    ...prospects(party.gains, patterns, index),
  }));
  return { ...automaton, parties, patterns };
}

/** The patterns to leave out so that few run at once, as few as can be: of too many, the one that runs longest. */
function crowding(patterns: readonly LayeredPattern[], most: number): ReadonlySet<LayeredPattern> {
  const dropped = new Set<LayeredPattern>();
  let running: LayeredPattern[] = [];
  for (const pattern of [...patterns].sort((a, b) => a.first - b.first)) {
    if (pattern.first === pattern.last) continue;
    running = [...running.filter(({ last }) => last > pattern.first), pattern];
    if (running.length <= most) continue;
    const longest = running.reduce((latest, other) => (other.last > latest.last ? other : latest));
    dropped.add(longest);
    running = running.filter((other) => other !== longest);
  }
  return dropped;
}

/** What the party needs besides, where adjustments that are left out are all won that help it, or all that hurt it. */
function needWithout(
  { need, below }: LayeredParty,
  index: number,
  dropped: ReadonlySet<LayeredPattern>,
  side: Side,
): LayeredParty['need'] {
  const helping = (side === 'down') !== below;
  let left = need;
  for (const { effect } of dropped) {
    if (effect.kind !== 'adjust' || effect.party !== index) continue;
    if (helping === effect.units > 0) left = minus(left, effect.units);
  }
  return left;
}

/** The pattern with its clause that fewest options meet, and no other: what it stands for comes no less often. */
function narrowed(pattern: LayeredPattern): LayeredPattern {
  const shares = pattern.member.map((clause) =>
    clause === null ? Infinity : clause.reduce((sum, one) => sum + one, 0) / clause.length,
  );
  const layer = shares.indexOf(Math.min(...shares));
  return {
    effect: pattern.effect,
    first: layer,
    last: layer,
    member: pattern.member.map((clause, at) => (at === layer ? clause : null)),
  };
}
