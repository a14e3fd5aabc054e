/**
 * The JSON document of `winset power --json`, schema "winset/power@1".
 */
import type { DealCount } from '../../engine/answer.ts';
import { nearest, ratioText } from '../../exact/fraction.ts';
import type { PowerIndices } from '../../engine/power/indices.ts';
import { documentHead, byParty, countDocument, partyIds } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import type { PowerCase } from './case.ts';

/** Swings are decimal strings, indices exact fractions as text ("421/2145") with their value beside them. */
export function document(of: PowerCase): Json {
  const { scenario, answer } = of;
  return {
    ...documentHead('power', of, of.seed),
    space: { deals: answer.space.toString(), issues: scenario.issues.length },
    unconditional: indicesDocument(of, answer.unconditional),
    triggered: answer.triggered === null ? null : indicesDocument(of, answer.triggered),
    zone: countDocument(answer.zone),
    soleBlocker: byParty(of, (party) => {
      const count = answer.soleBlocker[party]!;
      return { count: countDocument(count), share: shareOf(count, answer.space) };
    }),
    warnings: of.warnings,
  };
}

function indicesDocument(of: PowerCase, { rule, swings, banzhaf, shapleyShubik }: PowerIndices): Json {
  return {
    required: partyIds(of, rule.required),
    quorum: rule.quorum,
    parties: byParty(of, (party) => ({
      swings: swings[party]!.toString(),
      banzhaf: { exact: ratioText(banzhaf[party]!), value: nearest(banzhaf[party]!) },
      shapleyShubik: { exact: ratioText(shapleyShubik[party]!), value: nearest(shapleyShubik[party]!) },
    })),
  };
}

/** Of all combinations, by the estimate where the count is not exact. */
function shareOf(count: DealCount, space: bigint): number {
  return (count.kind === 'exact' ? Number(count.count) : count.estimate) / Number(space);
}
