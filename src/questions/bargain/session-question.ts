/** The question that a setup asks of the engine. */
import type { SessionQuestion } from '../../engine/bargain/question.ts';
import type { Setup } from './case.ts';

export function sessionQuestion({
  protocol,
  rounds,
  order,
  moves,
  periods,
  publicLines,
  seed,
}: Setup): SessionQuestion {
  const later = periods
    .slice(1)
    .map(({ fromRound, compiled }) => ({ fromRound: fromRound - 1, problem: compiled.problem }));
  return { later, protocol, rounds, order, strategies: moves, publicLines, seed };
}
