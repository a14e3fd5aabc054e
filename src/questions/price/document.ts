/**
 * The JSON document of `winset price --json`, schema "winset/price@1".
 */
import { byParty, dealDocument, documentHead } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { record } from '../../report/json-text.ts';
import { spareOf } from '../../report/case.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { Followed, LeftDeal, PriceCase, SwallowedClause } from './case.ts';

export function document(of: PriceCase): Json {
  return {
    ...documentHead('price', of),
    about: of.title,
    proven: of.proven,
    deal: dealDocument(of, of.deal),
    spare: byParty(of, (party) => spareOf(of, party, of.deal)),
    swallowed: of.swallowed.map((clause) => clauseDocument(of, clause)),
    followed: of.followed === null ? null : followedDocument(of, of.followed),
    warnings: of.warnings,
  };
}

function clauseDocument({ scenario, deal }: PriceCase, { party, issue, cost }: SwallowedClause) {
  const own = scenario.issues[issue]!;
  return { party: scenario.parties[party]!.id, issue: own.id, option: optionId(own, deal[issue]!), cost };
}

function followedDocument(of: PriceCase, followed: Followed): Json {
  const { refusal } = followed;
  const points = (list: readonly { readonly issue: number; readonly points: number }[]): Json =>
    record(list.map(({ issue, points: value }) => [of.scenario.issues[issue]!.id, value] as const));
  return {
    ...clauseDocument(of, followed),
    carried: points(followed.carried),
    refused: refusal === null ? null : { empty: refusal.empty, nash: leftDocument(of, refusal.left, points) },
  };
}

function leftDocument(of: PriceCase, left: LeftDeal | null, points: (list: LeftDeal['paid']['byIssue']) => Json): Json {
  if (left === null) return null;
  return {
    proven: left.proven,
    deal: dealDocument(of, left.deal),
    utility: byParty(of, (party) => left.utility[party]!),
    paid: { ...left.paid, byIssue: points(left.paid.byIssue) },
    needed: left.needed,
  };
}
