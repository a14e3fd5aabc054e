/** The part `smaa` of the document of `winset sensitivity --json`. */
import type { Share } from '../../engine/sensitivity/smaa-answer.ts';
import { byParty } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { record } from '../../report/json-text.ts';
import { firstListed, listedIds } from '../../scenario/format/options.ts';
import type { SmaaCase } from './case.ts';

/** `stoppedBefore`: draws asked for, where the person or the nodes granted to all of them ended them earlier, else null. `undecided`: draws in which the nodes did not decide something, which then counts as not so. Shares are of all draws; weights are shares of the party's total weight, to nine decimals. */
export function smaaDocument(of: SmaaCase): Json {
  const { scenario, answer, compiled } = of;
  const flat = (issue: number, option: number): number => compiled.problem.offsets[issue]! + option;
  return {
    draws: answer.draws,
    stoppedBefore: of.stoppedBefore ?? null,
    seed: of.seed,
    simplex: of.simplex,
    solution: of.solution,
    unproven: answer.unproven,
    undecided: answer.open,
    error95: answer.error,
    zone: shareDocument(answer.zone),
    options: byOption(of, (issue, option) => answer.options[flat(issue, option)]!),
    drafts: record(
      scenario.drafts.map((draft, k) => {
        const { inZone, accepts } = answer.drafts[k]!;
        const complete = draft.clauses.length === scenario.issues.length;
        return [
          draft.id,
          { complete, inZone: shareDocument(inZone), accepts: byParty(of, (party) => accepts[party]!) },
        ] as const;
      }),
    ),
    redLines: answer.lines.map(({ party, redLine, holds, zoneWhere, zoneWhereNot }) => ({
      party: scenario.parties[party]!.id,
      redLine: scenario.parties[party]!.redLines[redLine]!.id,
      holds: shareDocument(holds),
      zoneWhereHolds: zoneWhere === null ? null : shareDocument(zoneWhere),
      zoneWhereNot: zoneWhereNot === null ? null : shareDocument(zoneWhereNot),
    })),
    meanWeights: weightsDocument(of, answer.meanWeights),
    centralWeights: byOption(of, (issue, option) => {
      const central = answer.centralWeights[flat(issue, option)]!;
      return central === null ? null : weightsDocument(of, central);
    }),
  };
}

function shareDocument({ share, interval }: Share): Json {
  return { share, ci95: [...interval] };
}

/** By party and issue; the issues a party gives no weight, and parties with score sheets, are left out. */
function weightsDocument({ scenario }: SmaaCase, weights: readonly (readonly number[])[]): Json {
  return record(
    scenario.parties.flatMap((party, k) => {
      if (party.preferences.form === 'scores') return [];
      const own = scenario.issues.flatMap((issue, i) => {
        const weight = weights[k]![i]!;
        return weight === 0 ? [] : [[issue.id, Number(weight.toFixed(9))] as const];
      });
      return [[party.id, record(own)] as const];
    }),
  );
}

function byOption({ scenario }: SmaaCase, value: (issue: number, option: number) => Json): Json {
  return record(
    scenario.issues.map((issue, k) => {
      const options = listedIds(issue).map((id, o) => [id, value(k, firstListed(issue) + o)] as const);
      return [issue.id, record(options)] as const;
    }),
  );
}
