/** The tables of one session: how the parties bargain, their concessions, the clauses that moved, the offers, the outcome. */
import { takesStrategies } from '../../engine/bargain/protocol/protocol.ts';
import { pointsOf } from '../../report/digits.ts';
import { counted } from '../../report/text/number.ts';
import type { Focus } from '../../report/view/focus.ts';
import { bothEnds } from '../../report/view/focus.ts';
import { plainRow } from '../../report/view/sheet.ts';
import type { SheetRow, SheetSection } from '../../report/view/sheet.ts';
import { gainWords, issueTitle, partyName, partyShort } from '../../report/view/words.ts';
import { besideStandards } from './beside-standards.ts';
import type { SessionCase } from './case.ts';
import { clauseHistories, concessionsOf, movesOf } from './moves.ts';
import type { OfferMove } from './moves.ts';
import { glanceOf, periodOf } from './period.ts';
import { clauseMoveWords, mannerWords, optionMoveWords, proposerShort, strategyWord } from './words.ts';

const MOST_OFFERS = 24;
const MOST_CLAUSES = 12;
/** How many changes of one offer its row names. */
const MOST_MOVES = 3;

export function partiesSection(of: SessionCase): SheetSection {
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

export function concessionsSection(of: SessionCase): SheetSection {
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

export function clausesSection({ scenario, session }: SessionCase, { all }: Focus): SheetSection {
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
export function offersSection(of: SessionCase, { all }: Focus): SheetSection {
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
export function standardsSection(of: SessionCase): SheetSection {
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
