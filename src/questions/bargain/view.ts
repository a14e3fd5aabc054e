/** The report on one session: what happened in plain words, the curve of each party, who gave up what. */
import type { ScoredDeal } from '../../engine/answer.ts';
import { acceptingParties, matches } from '../../engine/deal.ts';
import type { Deal } from '../../engine/problem.ts';
import { mostOfferNodes } from '../../engine/bargain/offer-nodes.ts';
import { takesStrategies } from '../../engine/bargain/protocol.ts';
import type { Glance } from '../../engine/glance.ts';
import { gainOf, reservationOf } from '../../report/case.ts';
import { everybody, pointsOf, signedPointsOf } from '../../report/digits.ts';
import { counted } from '../../report/text/number.ts';
import type { Focus } from '../../report/view/focus.ts';
import { bothEnds } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import { plainRow } from '../../report/view/sheet.ts';
import type { SheetRow, SheetSection, SheetView } from '../../report/view/sheet.ts';
import { gainWords, listed, issueTitle, partyInside, partyName, partyShort } from '../../report/view/words.ts';
import { periodOf } from './period.ts';
import { besideStandards } from './beside-standards.ts';
import type { Band } from './chart.ts';
import { chartOf } from './chart.ts';
import type { Period, SessionCase } from './case.ts';
import { clauseHistories, concessionsOf, movesOf } from './moves.ts';
import type { OfferMove } from './moves.ts';
import {
  clauseMoveWords,
  mannerWords,
  noOffersWords,
  optionMoveWords,
  proposerName,
  proposerShort,
  protocolSentence,
  strategyWord,
} from './words.ts';

export interface SessionView extends SheetView {
  /** Null where nobody made an offer. */
  readonly chart: ChartView | null;
}

export interface ChartView {
  readonly title: string;
  readonly intro: string;
  readonly bands: readonly Band[];
  /** What stands under the first and the last round. */
  readonly ends: readonly [string, string];
}

const MOST_OFFERS = 24;
const MOST_CLAUSES = 12;
const MOST_MOVES = 3;

export function sessionView(of: SessionCase, focus: Focus): SessionView {
  return {
    header: headerView(of),
    headline: headline(of),
    sentences: sentences(of),
    chart: of.session.offers.length === 0 ? null : chartView(of),
    sections: [
      partiesSection(of),
      ...(of.session.offers.length === 0
        ? []
        : [concessionsSection(of), clausesSection(of, focus), offersSection(of, focus)]),
      standardsSection(of),
    ],
    footer: footerView(of, focus),
  };
}

function headline({ scenario, setup, session }: SessionCase): string {
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

function dayWords(days: readonly string[] | null, round: number): string {
  return days === null ? '' : ` (${days[round - 1]})`;
}

/** The opening paragraph. */
function sentences(of: SessionCase): string[] {
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
  const most = clauseHistories(session, scenario.parties.length).slice(0, MOST_MOVES);
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

function glanceOf({ setup, comparison }: SessionCase, round: number): Glance {
  return comparison.glances[setup.periods.indexOf(periodOf(setup, round))]!;
}

function failureSentences(of: SessionCase): string[] {
  const { scenario, setup, comparison, session } = of;
  const { glances } = comparison;
  const nearest = nearestOffer(of);
  const near =
    nearest === null
      ? []
      : [
          `The offer that came nearest was that of ${proposerName(scenario, nearest.move.offer.party)} in round ${nearest.move.offer.round}: ` +
            (nearest.refusing.length === 0
              ? 'everybody could have signed it, and somebody held out for more.'
              : `${nearest.refusing.map((party) => refusalWords(of, nearest.move, party)).join('; ')}.`),
        ];
  if (glances.every(({ empty }) => empty === true)) {
    return [
      setup.periods.length > 1
        ? 'There was none to be had on any of these days (proven): winset explain says why.'
        : 'There was none to be had: no combination of clauses is signed by everybody whose signature it needs (proven). winset explain says why.',
      ...near,
    ];
  }
  const open = glances.some(({ empty }) => empty === false);
  return [
    open
      ? `There were deals to be had${setup.periods.length > 1 ? ' on some of these days' : ''}: what was missing is ${missingWords(of, nearest)}.`
      : 'Whether there was one to be had is not decided within the search budget.',
    ...near,
    ...(session.ended === 'deadline'
      ? [
          takesStrategies(setup.protocol)
            ? 'More rounds, or a party that comes down sooner, may end otherwise: --rounds, --strategies.'
            : 'More rounds may end otherwise: --rounds.',
        ]
      : []),
  ];
}

/** Why the party would not sign the offer: lines that it crosses, else what it is worth to the party. */
function refusalWords(of: SessionCase, { offer }: OfferMove, party: number): string {
  const at = periodOf(of.setup, offer.round);
  const name = partyInside(at.scenario, party);
  const lines = crossedBy(at, offer.deal, party);
  if (lines.length > 0) return `${name} would not sign it, for it crosses ${listed(lines)}`;
  const worth = pointsOf(at, party, offer.utility[party]!);
  return `${name} would not sign it, for it is worth ${worth} to it, and it signs for ${pointsOf(at, party, reservationOf(at, party))}`;
}

/** The red lines of the party that a deal crosses, as "party.line". */
function crossedBy({ scenario, compiled: { problem } }: Period, deal: Deal, party: number): readonly string[] {
  const { id, redLines } = scenario.parties[party]!;
  const crossed = problem.parties[party]!.redLines.map((line) => matches(deal, line));
  return redLines.flatMap((line, k) => (crossed[k] === true ? [`${id}.${line.id}`] : []));
}

function missingWords({ setup }: SessionCase, nearest: Nearest | null): string {
  if (nearest === null || nearest.refusing.length === 0) return 'a concession in time';
  const { move, refusing } = nearest;
  const at = periodOf(setup, move.offer.round);
  return refusing.every((party) => crossedBy(at, move.offer.deal, party).length > 0)
    ? 'an offer that crosses no red line'
    : 'a concession in time';
}

interface Nearest {
  readonly move: OfferMove;
  readonly refusing: readonly number[];
}

/** The offer that the most parties could sign, the last of several, with those who could not. */
function nearestOffer({ setup, session }: SessionCase): Nearest | null {
  let best: Nearest | null = null;
  for (const move of movesOf(session)) {
    const { problem } = periodOf(setup, move.offer.round).compiled;
    const accepting = acceptingParties(problem, move.offer.deal);
    const refusing = [...problem.parties.keys()].filter((party) => !accepting.has(party));
    if (best === null || refusing.length <= best.refusing.length) best = { move, refusing };
  }
  return best;
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

function chartView(of: SessionCase): ChartView {
  const { setup, session } = of;
  const bands = chartOf(of, setup, session);
  const last = bands[0]!.values.length;
  return {
    title: 'The standing offer, round by round',
    intro: `What the offer on the table is worth to each party; dotted: the least it signs for${session.agreement === null ? '' : '; ●: the agreement'}. Each party has its own scale.`,
    bands,
    ends: [`round 1${dayWords(setup.days, 1)}`, `round ${last}${dayWords(setup.days, last)}`],
  };
}

function partiesSection(of: SessionCase): SheetSection {
  const { scenario, setup } = of;
  if (!takesStrategies(setup.protocol)) {
    return {
      title: 'How they bargain',
      intro: `${counted(setup.rounds, 'round')}. The protocol itself says what is offered: strategies have no say.`,
      columns: [
        { heading: 'speaks', kind: 'figure' },
        { heading: 'party', kind: 'words' },
      ],
      rows: setup.order.map((party, k) => ({
        color: undefined,
        cells: [String(k + 1), partyName(scenario, party)],
      })),
      notes: scenario.bargaining?.why === undefined ? [] : [scenario.bargaining.why],
    };
  }
  const reasons = setup.strategies.some(({ why }) => why !== undefined);
  return {
    title: 'How they bargain',
    intro: `${counted(setup.rounds, 'round')}. Strategies see their own party's numbers and the offers made, never the numbers of others.${setup.publicLines ? ' Red lines are public: nobody offers what another party never signs.' : ''}`,
    columns: [
      { heading: 'speaks', kind: 'figure' },
      { heading: 'party', kind: 'words' },
      { heading: 'strategy', kind: 'words' },
      ...(reasons ? [{ heading: 'why', kind: 'words' as const, optional: true }] : []),
    ],
    rows: setup.order.map((party, k) => {
      const strategy = setup.strategies[party]!;
      const manners = mannerWords(strategy);
      const cells = [
        String(k + 1),
        partyName(scenario, party),
        strategyWord(strategy) + (manners === '' ? '' : `, ${manners}`),
      ];
      return plainRow(...cells, ...(reasons ? [strategy.why ?? ''] : []));
    }),
    notes: scenario.bargaining?.why === undefined ? [] : [scenario.bargaining.why],
  };
}

function concessionsSection(of: SessionCase): SheetSection {
  const { scenario, session } = of;
  return {
    title: 'Concessions',
    intro: "From a party's first offer to its last, in its own points; what that is worth to the others in theirs.",
    columns: [
      { heading: 'party', kind: 'words' },
      { heading: 'first', kind: 'figure' },
      { heading: 'last', kind: 'figure' },
      { heading: 'gave up', kind: 'figure' },
      { heading: 'moves', kind: 'figure' },
      { heading: 'to the others', kind: 'words' },
    ],
    rows: concessionsOf(session).map(({ party, first, last, moves, gain }): SheetRow => {
      const others = gain.map((value, other) => (other === party ? 0 : value));
      return {
        color: scenario.parties[party]!.color,
        cells: [
          partyName(scenario, party),
          pointsOf(of, party, first.utility[party]!),
          pointsOf(of, party, last.utility[party]!),
          pointsOf(of, party, -gain[party]!),
          String(moves),
          gainWords(of, others) || '-',
        ],
      };
    }),
    notes: [],
  };
}

function clausesSection({ scenario, session }: SessionCase, { all }: Focus): SheetSection {
  const histories = clauseHistories(session, scenario.parties.length);
  const shown = all ? histories : histories.slice(0, MOST_CLAUSES);
  const concessions = concessionsOf(session);
  return {
    title: 'Clauses that moved',
    intro:
      'How often each party changed the clause in its own offers, and where it went from its first offer to its last.',
    columns: [
      { heading: 'clause', kind: 'words' },
      { heading: 'changed by', kind: 'words' },
      { heading: 'last', kind: 'figure' },
      { heading: 'from first to last offer', kind: 'words', optional: true },
    ],
    rows: shown.map(({ issue, changes, round }) => ({
      color: undefined,
      cells: [
        issueTitle(scenario, issue),
        changes.flatMap((count, party) => (count === 0 ? [] : [`${partyShort(scenario, party)} ${count}×`])).join(', '),
        `r${round}`,
        concessions
          .flatMap(({ party, clauses }) => {
            const own = clauses.find((clause) => clause.issue === issue);
            return own === undefined ? [] : [`${partyShort(scenario, party)} ${optionMoveWords(scenario, own)}`];
          })
          .join('; '),
      ],
    })),
    notes: [
      ...(histories.length === 0 ? ['No party changed a clause of its offers.'] : []),
      ...(shown.length < histories.length ? [`and ${histories.length - shown.length} more; --all shows them.`] : []),
    ],
  };
}

/** The first offers and the last ones. */
function offersSection(of: SessionCase, { all }: Focus): SheetSection {
  const { scenario, session } = of;
  const moves = movesOf(session);
  const last = session.agreement === null ? undefined : moves.at(-1);
  const told = moves.filter((move) => move.before === null || move.clauses.length > 0 || move === last);
  const shown = all ? told : bothEnds(told, MOST_OFFERS);
  return {
    title: 'Offers',
    intro:
      'Offers that differ from the last one of the same party, with the clauses that differ; own: what it is worth to whoever made it.',
    columns: [
      { heading: 'round', kind: 'figure' },
      { heading: 'by', kind: 'words' },
      { heading: 'own', kind: 'figure' },
      { heading: 'moves', kind: 'words' },
      { heading: 'accepted by', kind: 'words' },
    ],
    rows: shown.map(({ offer, before, clauses }) => ({
      color: undefined,
      cells: [
        String(offer.round),
        proposerShort(scenario, offer.party),
        offer.party === null ? '' : pointsOf(of, offer.party, offer.utility[offer.party]!),
        before === null ? 'first offer' : clauses.length === 0 ? 'as before' : clauseWords(of, clauses, all),
        offer.accepted
          .filter((party) => party !== offer.party)
          .map((party) => partyShort(scenario, party))
          .join(', ') || '-',
      ],
    })),
    notes: [
      ...(told.length < moves.length
        ? [`${counted(moves.length - told.length, 'offer')} repeated what the party had offered before.`]
        : []),
      ...(shown.length < told.length
        ? [`${told.length - shown.length} in the middle are left out; --all shows them.`]
        : []),
    ],
  };
}

function clauseWords({ scenario }: SessionCase, clauses: OfferMove['clauses'], all: boolean): string {
  const shown = all ? clauses : clauses.slice(0, MOST_MOVES);
  const more = clauses.length > shown.length ? `, and ${clauses.length - shown.length} more` : '';
  return shown.map((clause) => clauseMoveWords(scenario, clause)).join('; ') + more;
}

/** The outcome beside the standards of fairness, party by party. */
function standardsSection(of: SessionCase): SheetSection {
  const { session, setup, comparison } = of;
  const round = session.agreement?.round ?? 1;
  const glance = glanceOf(of, round);
  return besideStandards(
    periodOf(setup, round),
    glance,
    'of the deal, of a deal that is better for somebody and worse for nobody,',
    [
      { heading: 'deal', utility: session.agreement?.utility },
      { heading: 'beats it', utility: comparison.agreement?.dominatedBy?.utility },
    ],
  );
}
