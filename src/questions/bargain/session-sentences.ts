/** One session in plain words: how it ended, who moved, and what was left on the table. */
import type { ScoredDeal } from '../../engine/answer.ts';
import { mostOfferNodes } from '../../engine/bargain/offer/offer-nodes.ts';
import { gainOf } from '../../report/case.ts';
import { everybody, pointsOf, signedPointsOf } from '../../report/digits.ts';
import { counted } from '../../report/text/number.ts';
import { issueTitle, listed, partyInside } from '../../report/view/words.ts';
import type { Period, SessionCase } from './case.ts';
import { failureSentences } from './failure-sentences.ts';
import { clauseHistories, concessionsOf } from './moves.ts';
import { glanceOf, periodOf } from './period.ts';
import { noOffersWords, proposerName, protocolSentence } from './words.ts';

/** How many clauses the words on movement name. */
const MOST_NAMED = 3;

export function headline({ scenario, setup, session }: SessionCase): string {
  const { agreement, ended, left } = session;
  if (agreement !== null) {
    const made = `on an offer of ${proposerName(scenario, agreement.proposer)}`;
    return `A deal in round ${agreement.round} of ${setup.rounds}${dayWords(setup.days, agreement.round)}, ${made}.`;
  }
  if (ended === 'stopped')
    return `Stopped in round ${(session.offers.at(-1)?.round ?? 0) + 1} of ${setup.rounds}: no deal by then.`;
  if (ended === 'deadline') return `No deal: ${counted(setup.rounds, 'round')} pass without one.`;
  const gone = listed(left.map(({ party, round }) => `${partyInside(scenario, party)} in round ${round}`));
  return `No deal: ${gone} left, and the others cannot make one.`;
}

/** The day of a round, in brackets, where rounds have days. */
export function dayWords(days: readonly string[] | null, round: number): string {
  return days === null ? '' : ` (${days[round - 1]})`;
}

/** The opening paragraph. */
export function sentences(of: SessionCase): string[] {
  const { scenario, setup } = of;
  return [
    protocolSentence(scenario, setup),
    ...movementSentences(of),
    ...(of.session.agreement === null ? failureSentences(of) : agreementSentences(of, of.session.agreement)),
    ...periodSentences(of),
    ...unprovenSentences(of),
  ];
}

function movementSentences(of: SessionCase): string[] {
  const { scenario, session } = of;
  const concessions = concessionsOf(session);
  if (concessions.length === 0) {
    return session.offers.length > 0 ? [] : [noOffersWords(of.setup)];
  }
  const gave = concessions.map(({ party, gain }) =>
    gain[party] === 0
      ? `${partyInside(scenario, party)} stayed where it was`
      : `${partyInside(scenario, party)} gave up ${pointsOf(of, party, -gain[party]!)} points`,
  );
  const most = clauseHistories(session, scenario.parties.length).slice(0, MOST_NAMED);
  const moved = most.map(({ issue, round }) => `${issueTitle(scenario, issue)} (last in round ${round})`);
  return [
    `From its first to its last offer ${listed(gave)}.`,
    ...(moved.length === 0 ? [] : [`The clauses that moved most: ${listed(moved)}.`]),
  ];
}

function agreementSentences(of: SessionCase, agreement: ScoredDeal & { readonly round: number }): string[] {
  const at = periodOf(of.setup, agreement.round);
  const gains = everybody(of).map(
    (party) => `${partyInside(of.scenario, party)} ${signedPointsOf(at, party, gainOf(at, party, agreement.deal))}`,
  );
  return [
    `Against no deal it is worth, in each party's own points, ${listed(gains)}.`,
    leftSentence(of, at),
    ...nashSentences(of, agreement),
  ];
}

/** What was left on the table. */
function leftSentence({ scenario, comparison, session }: SessionCase, at: Period): string {
  const answer = comparison.agreement;
  const better = answer?.dominatedBy ?? null;
  if (answer === null || better === null || session.agreement === null) {
    return answer?.efficient === true
      ? 'Nothing was left on the table: no other deal is better for somebody and worse for nobody (proven).'
      : 'No deal that is better for somebody and worse for nobody was found within the search budget, which proves nothing.';
  }
  const { utility } = session.agreement;
  const more = scenario.parties.flatMap((_, party) => {
    const gain = better.utility[party]! - utility[party]!;
    return gain > 0 ? [`${partyInside(scenario, party)} ${signedPointsOf(at, party, gain)}`] : [];
  });
  return `Left on the table: another deal would be worth more to ${listed(more)}, and less to nobody.`;
}

function nashSentences(of: SessionCase, agreement: ScoredDeal & { readonly round: number }): string[] {
  const nash = glanceOf(of, agreement.round).solutions?.nash.deals[0];
  if (nash === undefined) return [];
  const apart = nash.deal.filter((option, issue) => option !== agreement.deal[issue]).length;
  const issues = of.scenario.issues.length;
  return [
    apart === 0 ? 'It is the Nash deal.' : `It differs from the Nash deal in ${apart} of ${counted(issues, 'clause')}.`,
  ];
}

/** In which round the window opened or closed. */
function periodSentences({ setup, comparison }: SessionCase): string[] {
  if (setup.days === null) return [];
  const texts = setup.periods.map(({ fromRound, date, scenario }, k) => {
    const { empty } = comparison.glances[k]!;
    const state =
      empty === null
        ? 'whether a deal is possible is not decided'
        : empty
          ? 'no deal is possible'
          : 'a deal is possible';
    return `from round ${fromRound} (${date}${scenario.stage === null ? '' : `, ${scenario.stage}`}) ${state}`;
  });
  return [`The rounds run from ${setup.days[0]} to ${setup.days.at(-1)}: ${texts.join('; ')}.`];
}

/** A search that was given up is a bound: what it missed may change all that follows. */
function unprovenSentences({ setup, compiled, session: { agreement, offers } }: SessionCase): string[] {
  const open = offers.filter(({ proven }) => !proven).length;
  if (open === 0) return [];
  const nodes = counted(mostOfferNodes(compiled.problem, setup.protocol), 'node');
  return [
    `${open} of ${counted(offers.length, 'offer')} are the best found within at most ${nodes} a search. That is a bound: ` +
      `an offer that fits its rule better may have been missed${agreement === null ? ', and with it a deal' : ''}.`,
  ];
}
