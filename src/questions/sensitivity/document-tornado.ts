/** The part `tornado` of the document of `winset sensitivity --json`. */
import type { VariedNumber } from '../../compile/vary.ts';
import type { Outcome } from '../../engine/sensitivity/outcome.ts';
import type { Effect } from '../../engine/sensitivity/effect.ts';
import type { Named } from '../../report/case.ts';
import { byParty, countDocument, dealDocument, partyIds } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import type { TornadoCase } from './case.ts';
import { optionId } from '../../scenario/format/options.ts';

/** The number that matters most first; `range` says whether the scenario gives the range or it is 20 % either way. */
export function tornadoDocument(of: TornadoCase): Json {
  const { answer, numbers, order } = of;
  return {
    solution: of.solution,
    base: outcomeDocument(of, answer.base),
    numbers: order.map((k) => ({
      ...numberDocument(of, numbers[k]!),
      low: { at: numbers[k]!.low, ...effectDocument(of, answer.swings[k]!.low) },
      high: { at: numbers[k]!.high, ...effectDocument(of, answer.swings[k]!.high) },
    })),
  };
}

export function numberDocument(
  { scenario }: TornadoCase,
  { party, kind, issue, option, adjustment, value, stated }: VariedNumber,
): { readonly [key: string]: Json } {
  return {
    party: scenario.parties[party]!.id,
    kind,
    ...(issue === null ? {} : { issue: scenario.issues[issue]!.id }),
    ...(issue === null || option === null ? {} : { option: optionId(scenario.issues[issue]!, option) }),
    ...(adjustment === null ? {} : { adjustment: adjustment + 1 }),
    value,
    range: stated ? 'stated' : 'assumed',
  };
}

function effectDocument(of: TornadoCase, effect: Effect): { readonly [key: string]: Json } {
  return { ...outcomeDocument(of, effect), changed: effect.changed };
}

export function outcomeDocument(of: Named, outcome: Outcome): { readonly [key: string]: Json } {
  const { coalition, uniformSlack, deal, proven, gains, count } = outcome;
  return {
    empty: outcome.known ? coalition === null : null,
    coalition: coalition === null ? [] : partyIds(of, coalition),
    uniformSlack,
    proven,
    deal: deal === null ? null : dealDocument(of, deal),
    gain: gains === null ? null : byParty(of, (party) => gains[party]!),
    count: count === null ? null : countDocument(count),
  };
}
