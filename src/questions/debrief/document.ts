/**
 * The JSON document of `winset class debrief --json`, schema "winset/debrief@1".
 */
import type { Json } from '../../report/json.ts';
import { byParty, dealDocument } from '../../report/json.ts';
import type { DebriefCase } from './case.ts';
import type { TeamFinding } from './findings.ts';
import { findingsOf } from './findings.ts';
import { betterWords, missedWords } from './words.ts';

export function document(of: DebriefCase): Json {
  const { teams, spread } = findingsOf(of);
  const { file, plan } = of.game;
  const [day] = of.days;
  return {
    schema: 'winset/debrief@1',
    version: day?.of.version ?? '',
    scenario: { title: file.title, hash: file.hash },
    class: { title: plan.title ?? null, minutes: of.state.clock.minutes },
    teams: teams.map(teamDocument),
    roles: spread.map(({ best, ...role }) => ({ ...role, best: [...best] })),
    leftOut: of.leftOut.map(({ id, leftOut }) => ({ team: id, reason: leftOut ?? '' })),
    warnings: of.warnings,
  };
}

function teamDocument(found: TeamFinding): Json {
  const { of, team, kind, deal, minute, roles, cause, efficient, left, leftProven, product, nearest, firstOffer } =
    found;
  const { of: day, stage } = of.day;
  const better = of.kind === 'deal' ? of.hindsight.better : null;
  const draft = of.kind === 'deal' ? day.answer.drafts[of.draft]! : null;
  return {
    team,
    result: kind,
    stage,
    deal: deal === null ? null : dealDocument(day, deal),
    minute,
    roles: roles.map(({ crosses, ...role }) => ({ ...role, crosses: [...crosses] })),
    inZone: draft?.inZone ?? null,
    efficient,
    cause,
    better:
      better === null
        ? null
        : {
            deal: dealDocument(day, better.deal),
            utility: byParty(day, (party) => better.utility[party]!),
            words: betterWords(found),
          },
    commonGainLeft: left,
    proven: leftProven,
    productShare: product,
    nearestSolutions:
      nearest.solutions === null ? null : { names: [...nearest.solutions.names], apart: nearest.solutions.apart },
    nearestDrafts: nearest.draft === null ? null : { names: [...nearest.draft.names], apart: nearest.draft.apart },
    missedTrades: [...missedWords(found)],
    firstOffer:
      firstOffer === null
        ? null
        : {
            role: firstOffer.role,
            minute: firstOffer.minute,
            points: firstOffer.points === null ? null : [...firstOffer.points],
          },
  };
}
