/** A strategy of a scenario as the engine plays it. */
import type {
  Acceptance,
  Concession,
  OfferRule,
  Strategy as EngineStrategy,
} from '../engine/bargain/party/strategy.ts';
import { TOLERANCE } from '../engine/bargain/party/strategy.ts';
import { STRATEGY_NUMBERS } from '../scenario/format/strategy.ts';
import type { Strategy } from '../scenario/scenario.ts';

/** What the engine is told of a strategy. */
export function moveOf(strategy: Strategy, offers: OfferRule = strategy.offers ?? 'similar'): EngineStrategy {
  return {
    concession: concessionOf(strategy),
    offers: strategy.kind === 'learning' ? 'learned' : offers,
    acceptance: acceptanceOf(strategy),
    walkOut: strategy.walkOut?.value ?? null,
  };
}

/** From when on anything will do, where nothing is said of it. */
const LATE = 0.9;

function acceptanceOf({ accepts = 'target', from }: Strategy): Acceptance {
  return accepts === 'time' || accepts === 'either' ? { kind: accepts, from: from?.value ?? LATE } : { kind: accepts };
}

function concessionOf(strategy: Strategy): Concession {
  const time = (exponent: number): Concession => ({ kind: 'time', exponent, tolerance: TOLERANCE });
  const window = 1;
  switch (strategy.kind) {
    case 'boulware':
    case 'linear':
    case 'conceder':
    case 'learning':
      return time(numberOf(strategy));
    case 'hardliner':
      return time(Infinity);
    case 'relative-tit-for-tat':
      return { kind: 'tit-for-tat', measure: 'relative', window };
    case 'absolute-tit-for-tat':
      return { kind: 'tit-for-tat', measure: 'absolute', window };
    case 'averaged-tit-for-tat':
      return { kind: 'tit-for-tat', measure: 'averaged', window: numberOf(strategy) };
    case 'micro':
      return { kind: 'micro' };
  }
}

/** Exponent or window of a strategy, the usual one where it has none of its own. */
function numberOf({ kind, number }: Strategy): number {
  return number?.value ?? STRATEGY_NUMBERS[kind]?.usual ?? 1;
}
