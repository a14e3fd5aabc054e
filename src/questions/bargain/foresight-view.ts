/** The report on perfect foresight: what is agreed and when, and what time, speaking first and patience are worth. */
import { ratioText } from '../../exact/fraction.ts';
import type { Equilibrium } from '../../engine/bargain/answer.ts';
import { everybody, signedPointsOf } from '../../report/digits.ts';
import { counted } from '../../report/text/number.ts';
import type { Focus } from '../../report/view/focus.ts';
import { bothEnds } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import { middleHeadline } from '../../report/view/unvalued.ts';
import type { SheetSection, SheetView } from '../../report/view/sheet.ts';
import {
  beginning,
  listed,
  issueTitle,
  optionLabel,
  partyInside,
  partyName,
  partyShort,
} from '../../report/view/words.ts';
import { agreedIn } from './ask-foresight.ts';
import { besideStandards } from './beside-standards.ts';
import type { ForesightCase } from './case.ts';

const MOST_ROUNDS = 12;
/** All orders of four parties. */
const MOST_ORDERS = 24;

export function foresightView(of: ForesightCase, focus: Focus): SheetView {
  return {
    header: headerView(of),
    headline: middleHeadline(of, headline(of)),
    sentences: sentences(of),
    sections: [
      roundsSection(of, focus),
      ...horizonSection(of),
      ...orderSection(of, focus),
      ...patienceSection(of),
      standardsSection(of),
      ...clausesSection(of, focus),
    ],
    footer: footerView(of, focus),
  };
}

function headline({ scenario, setup, equilibrium }: ForesightCase): string {
  if (equilibrium.rounds[0]!.proposals.length > 1) return `With ${counted(setup.rounds, 'round')} and drawn proposers:`;
  const agreed = agreedIn(equilibrium);
  if (agreed === null)
    return `With ${counted(setup.rounds, 'round')} of foresight nothing is agreed: every round passes.`;
  return `With perfect foresight ${partyInside(scenario, agreed.proposer)} proposes in round ${agreed.round} of ${setup.rounds}, and it is accepted.`;
}

function sentences(of: ForesightCase): string[] {
  const { scenario, setup, equilibrium, glance } = of;
  const [now] = equilibrium.rounds;
  const gains = everybody(of).map(
    (party) => `${partyInside(scenario, party)} ${signedPointsOf(of, party, now!.gain[party]!)}`,
  );
  const impatient = setup.patience.flatMap(({ num, den }, party) =>
    num === den ? [] : [`${partyInside(scenario, party)} ${ratioText({ num, den })}`],
  );
  return [
    'Everybody knows all numbers and looks ahead to the last round; whoever would get more by waiting refuses. It says what these rules reward, not what people do.',
    `Counted in round 1 it gains, over no deal: ${listed(gains)}.`,
    impatient.length === 0
      ? 'Nobody minds waiting (patience 1), so that whoever proposes last has the last word.'
      : `What a gain of the next round is worth in this one: ${listed(impatient)}; of the others all of it.`,
    ...(glance.empty === true
      ? ['No deal is signed by everybody whose signature it needs (proven), so that there is nothing to agree on.']
      : []),
    ...(equilibrium.proven ? [] : [unprovenSentence(of)]),
    ...(of.leftOut === 0
      ? []
      : [`${counted(of.leftOut, 'variation')} of order, patience or deadline would take too long and are left out.`]),
  ];
}

/** From which round on, counted from the last, everything is proven. */
function unprovenSentence({ equilibrium: { rounds } }: ForesightCase): string {
  const last = rounds.findLast(({ proposals }) => proposals.some(({ proven }) => !proven))?.round ?? 0;
  const kept = last === rounds.length ? 'that of the last round is not, either' : `those after round ${last} are`;
  return `Not proven: a search was given up, and the best it found stands for the best there is; ${kept}. --nodes allows more.`;
}

/** What each party gains, "US +3.2, UA 0.0". */
function everyGain(of: ForesightCase, { rounds }: Equilibrium): string {
  const { gain } = rounds[0]!;
  return everybody(of)
    .map((party) => `${partyShort(of.scenario, party)} ${signedPointsOf(of, party, gain[party]!)}`)
    .join(', ');
}

function roundsSection(of: ForesightCase, { all }: Focus): SheetSection {
  const { scenario, equilibrium } = of;
  const { rounds } = equilibrium;
  const shown = all ? rounds : bothEnds(rounds, MOST_ROUNDS);
  return {
    title: 'Round by round',
    intro:
      'Who would propose if a round were reached, whether it is accepted, and what each party would gain from then on.',
    columns: [
      { heading: 'round', kind: 'figure' },
      { heading: 'proposer', kind: 'words' },
      { heading: 'outcome', kind: 'words' },
      ...everybody(of).map((party) => ({
        heading: partyShort(scenario, party),
        kind: 'figure' as const,
        optional: true,
      })),
    ],
    rows: shown.map(({ round, proposals, gain }) => ({
      color: undefined,
      cells: [
        String(round),
        proposals.length > 1 ? 'drawn' : beginning(partyName(scenario, proposals[0]!.proposer)),
        proposals.some(({ offer }) => offer !== null) ? 'accepted' : 'passes',
        ...everybody(of).map((party) => signedPointsOf(of, party, gain[party]!)),
      ],
    })),
    notes:
      shown.length < rounds.length
        ? [`${rounds.length - shown.length} rounds in the middle are left out; --all shows them.`]
        : [],
  };
}

/** From where on more rounds change nothing in round 1. */
function horizonSection(of: ForesightCase): SheetSection[] {
  const horizons = of.variations.flatMap((variation) => (variation.kind === 'horizon' ? [variation] : []));
  if (horizons.length === 0) return [];
  const rows = [
    ...horizons.map(({ rounds, found }) => ({ rounds, found })),
    { rounds: of.setup.rounds, found: of.equilibrium },
  ];
  return [
    {
      title: 'What the deadline does',
      intro: 'The same with fewer rounds: when it is agreed, on whose proposal, and what each party gains.',
      columns: [
        { heading: 'rounds', kind: 'figure' },
        { heading: 'agreed', kind: 'words' },
        { heading: 'by', kind: 'words' },
        { heading: 'gains', kind: 'words' },
      ],
      rows: rows.map(({ rounds, found }) => {
        const agreed = agreedIn(found);
        return {
          color: undefined,
          cells: [
            String(rounds),
            agreed === null ? '-' : `round ${agreed.round}`,
            agreed === null ? '-' : partyShort(of.scenario, agreed.proposer),
            everyGain(of, found),
          ],
        };
      }),
      notes: [repeatWords(of)],
    },
  ];
}

/**
 * From how many rounds on a full turn of further rounds changes nothing: gains that come back after a turn come back ever
 * after, since a round depends on the next one alone.
 */
function repeatWords({ setup, equilibrium: { rounds } }: ForesightCase): string {
  const turn = setup.protocol.kind === 'random-proposer' ? 1 : setup.order.length;
  const gains = rounds.map(({ exact }) => exact.map(ratioText).join(' '));
  const back = gains.findLastIndex((gain, k) => gain === gains[k + turn]);
  return back === -1
    ? `In ${counted(rounds.length, 'round')} the gains do not come to repeat: more rounds may change them.`
    : `From ${counted(rounds.length - back - turn, 'round')} on, ${turn} more change nothing: the gains repeat, whatever the horizon.`;
}

function orderSection(of: ForesightCase, { all }: Focus): SheetSection[] {
  const orders = of.variations.flatMap((variation) => (variation.kind === 'order' ? [variation] : []));
  if (orders.length === 0) return [];
  const shown = all ? orders : orders.slice(0, MOST_ORDERS);
  const more = orders.length - shown.length;
  return [
    {
      title: 'What speaking first is worth',
      intro: 'Other orders of speaking, with what each party gains.',
      columns: [
        { heading: 'order', kind: 'words' },
        { heading: 'gains', kind: 'words' },
      ],
      rows: shown.map(({ order, found }) => ({
        color: undefined,
        cells: [order.map((party) => partyShort(of.scenario, party)).join(', '), everyGain(of, found)],
      })),
      notes: more === 0 ? [] : [`${more} more with --all.`],
    },
  ];
}

function patienceSection(of: ForesightCase): SheetSection[] {
  const { scenario } = of;
  const varied = of.variations.flatMap((variation) => (variation.kind === 'patience' ? [variation] : []));
  const parties = everybody(of).filter((party) => varied.some((variation) => variation.party === party));
  if (varied.length === 0) return [];
  const levels = [...new Set(varied.map(({ patience }) => ratioText(patience)))];
  const gainAt = (party: number, level: string): string => {
    const own = varied.find((variation) => variation.party === party && ratioText(variation.patience) === level);
    return own === undefined ? '-' : signedPointsOf(of, party, own.found.rounds[0]!.gain[party]!);
  };
  return [
    {
      title: 'What patience is worth',
      intro:
        "A party's own gain if its patience alone were another (a gain of the next round is worth so much in this one).",
      columns: [
        { heading: 'party', kind: 'words' },
        { heading: 'as it is', kind: 'figure' },
        ...levels.map((level) => ({ heading: level, kind: 'figure' as const })),
      ],
      rows: parties.map((party) => ({
        color: scenario.parties[party]!.color,
        cells: [
          partyName(scenario, party),
          signedPointsOf(of, party, of.equilibrium.rounds[0]!.gain[party]!),
          ...levels.map((level) => gainAt(party, level)),
        ],
      })),
      notes: [],
    },
  ];
}

function standardsSection(of: ForesightCase): SheetSection {
  const agreed = agreedIn(of.equilibrium);
  return besideStandards(of, of.glance, 'of what is agreed,', [{ heading: 'foresight', utility: agreed?.utility }]);
}

function clausesSection(of: ForesightCase, { all }: Focus): SheetSection[] {
  const agreed = agreedIn(of.equilibrium);
  const nash = of.glance.solutions?.nash.deals[0]?.deal;
  if (agreed === null) return [];
  const { scenario } = of;
  const issues = [...scenario.issues.keys()].filter(
    (issue) => all || nash === undefined || nash[issue] !== agreed.deal[issue],
  );
  return [
    {
      title: all || nash === undefined ? 'The clauses' : 'Where it differs from the Nash deal',
      intro: 'What is agreed, beside the Nash deal.',
      columns: [
        { heading: 'clause', kind: 'words' },
        { heading: 'foresight', kind: 'words' },
        ...(nash === undefined ? [] : [{ heading: 'Nash', kind: 'words' as const }]),
      ],
      rows: issues.map((issue) => ({
        color: undefined,
        cells: [
          issueTitle(scenario, issue),
          optionLabel(scenario, issue, agreed.deal[issue]!),
          ...(nash === undefined ? [] : [optionLabel(scenario, issue, nash[issue]!)]),
        ],
      })),
      notes: issues.length === 0 ? ['It is the Nash deal.'] : [],
    },
  ];
}
