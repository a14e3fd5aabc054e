/** The report on every order of an agenda: how each ends, and which order is best and worst for whom. */
import type { Outcome } from '../../engine/bargain/answer.ts';
import { everybody, signedPointsOf } from '../../report/digits.ts';
import { counted } from '../../report/text/number.ts';
import type { Focus } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import { middleHeadline } from '../../report/view/unvalued.ts';
import type { SheetSection, SheetView } from '../../report/view/sheet.ts';
import { issueTitle, listed, partyInside, partyName, partyShort } from '../../report/view/words.ts';
import { gainsOf } from './ask-orders.ts';
import type { AgendaOrder, OrdersCase } from './case.ts';
import { protocolSentence } from './words.ts';

/** Ways to end that are listed unless all are asked for. */
const LISTED = 12;

export function ordersView(of: OrdersCase, focus: Focus): SheetView {
  const ways = waysOf(of);
  return {
    header: headerView(of),
    headline: middleHeadline(of, headline(of, ways)),
    sentences: sentences(of),
    sections: [groupsSection(of), waysSection(of, ways, focus), ...worthSection(of)],
    footer: footerView(of, focus),
  };
}

/** Orders that end alike: in the same round with the same deal, or without one on the same group. That asked for is in the first. */
type Way = readonly [AgendaOrder, ...AgendaOrder[]];

function waysOf({ orders }: OrdersCase): readonly Way[] {
  const ways = new Map<string, [AgendaOrder, ...AgendaOrder[]]>();
  for (const order of orders) {
    const key = JSON.stringify([endCells(order.outcome, order.order), order.outcome.agreement?.deal]);
    const way = ways.get(key);
    if (way === undefined) ways.set(key, [order]);
    else way.push(order);
  }
  return [...ways.values()];
}

function headline({ orders }: OrdersCase, ways: readonly Way[]): string {
  if (orders.length < 2) return 'The work was stopped before two orders were done.';
  const deals = orders.filter(({ outcome }) => outcome.agreement !== null).length;
  const ended =
    deals === 0 ? 'none with a deal' : deals === orders.length ? 'each with a deal' : `${deals} of them with a deal`;
  return ways.length === 1
    ? `All ${counted(orders.length, 'order')} of the agenda end alike${deals === 0 ? ', without a deal' : ''}.`
    : `${counted(orders.length, 'order')} of the agenda end in ${ways.length} ways, ${ended}.`;
}

function sentences(of: OrdersCase): readonly string[] {
  const { scenario, setup, orders, asked, atOnce } = of;
  return [
    protocolSentence(scenario, setup),
    `${counted(setup.rounds, 'round')}, split evenly over the groups; protocol, strategies and seed are the same in every order.`,
    ...(orders.length < asked ? [`The work was stopped before all ${asked} orders were done.`] : []),
    `With all issues at once: ${endWords(atOnce)}${atOnce.agreement === null ? '' : `, worth ${gainsWords(of, atOnce)} over no deal`}.`,
    ...(orders.length < 2 ? [] : [sequencingSentence(of)]),
  ];
}

function gainsWords(of: OrdersCase, outcome: Outcome): string {
  const gains = gainsOf(of, outcome);
  return listed(
    everybody(of).map((party) => `${partyInside(of.scenario, party)} ${signedPointsOf(of, party, gains[party]!)}`),
  );
}

/** "a deal in round 12". */
function endWords({ ended, round }: Outcome): string {
  switch (ended) {
    case 'deal':
      return `a deal in round ${round}`;
    case 'walk-out':
      return `no deal, somebody left in round ${round}`;
    case 'deadline':
      return round === 0 ? 'no deal, nobody made an offer' : `no deal, last offer in round ${round}`;
    case 'stopped':
      return `stopped after round ${round}`;
  }
}

/** How it ends, in which round, and on which group where there is no deal. */
function endCells(outcome: Outcome, order: readonly number[] | null): readonly string[] {
  const { ended, round, agreement, group } = outcome;
  const at = agreement !== null || order === null || group === null ? '' : letter(order[group]!);
  return [ended, round === 0 ? '-' : String(round), at];
}

interface Extremes {
  readonly party: number;
  readonly best: AgendaOrder;
  readonly worst: AgendaOrder;
  readonly most: number;
  readonly least: number;
}

/** What the order is worth to the party; of several orders worth the same the first. */
function extremesOf(of: OrdersCase, party: number): Extremes {
  const worth = (order: AgendaOrder): number => gainsOf(of, order.outcome)[party]!;
  const best = of.orders.reduce((known, order) => (worth(order) > worth(known) ? order : known));
  const worst = of.orders.reduce((known, order) => (worth(order) < worth(known) ? order : known));
  return { party, best, worst, most: worth(best), least: worth(worst) };
}

/** What the order changes, for whom. */
function sequencingSentence(of: OrdersCase): string {
  const [touched, rest] = split(of);
  if (of.orders.every(({ outcome }) => outcome.agreement === null)) {
    return `Whatever the order, there is no deal${of.atOnce.agreement === null ? '' : ': it takes all issues at once'}.`;
  }
  if (touched.length === 0) return 'The order changes nothing in what anybody gains.';
  const words = touched.map(
    ({ party, best, worst, most, least }) =>
      `${partyInside(of.scenario, party)} gains from ${signedPointsOf(of, party, least)} (${orderWords(worst)}) to ${signedPointsOf(of, party, most)} (${orderWords(best)})`,
  );
  const others = listed(rest.map(({ party }) => partyInside(of.scenario, party)));
  return `What the order changes: ${words.join('; ')}${rest.length === 0 ? '' : `; to ${others} it makes no difference`}.`;
}

/** Those to whom the order makes a difference, and the others. */
function split(of: OrdersCase): readonly [readonly Extremes[], readonly Extremes[]] {
  const all = of.orders.length < 2 ? [] : everybody(of).map((party) => extremesOf(of, party));
  return [all.filter(({ most, least }) => most > least), all.filter(({ most, least }) => most === least)];
}

/** "B, A, C". */
function orderWords({ order }: AgendaOrder): string {
  return order.map(letter).join(', ');
}

function letter(group: number): string {
  return String.fromCodePoint('A'.codePointAt(0)! + group);
}

function groupsSection({ scenario, agenda }: OrdersCase): SheetSection {
  return {
    title: 'Groups of issues',
    intro: 'By letter, in the order asked for.',
    columns: [
      { heading: '', kind: 'words' },
      { heading: 'issues', kind: 'words' },
    ],
    rows: agenda.groups.map((group, k) => ({
      color: undefined,
      cells: [letter(k), group.map((issue) => issueTitle(scenario, issue)).join('; ')],
    })),
    notes: [],
  };
}

function waysSection(of: OrdersCase, ways: readonly Way[], { all }: Focus): SheetSection {
  const most = ways.toSorted((a, b) => b.length - a.length);
  const told = all ? of.orders.map((order): Way => [order]) : most.slice(0, LISTED);
  const left = ways.length - LISTED;
  return {
    title: 'How they end',
    intro: `${all ? 'Every order, the one asked for first' : 'Orders that end alike are counted together, with the first of them'}. Without a deal: the round of the last offer, and the group it was on. Then what each party gains in points over no deal.`,
    columns: [
      ...(all ? [] : [{ heading: 'orders', kind: 'figure' as const }]),
      { heading: all ? 'order' : 'such as', kind: 'words' },
      { heading: 'ends with', kind: 'words' },
      { heading: 'round', kind: 'figure' },
      { heading: 'on', kind: 'words' },
      ...everybody(of).map((party) => ({
        heading: partyShort(of.scenario, party),
        kind: 'figure' as const,
        optional: true,
      })),
    ],
    rows: [
      row(of, [...(all ? [] : ['']), 'at once', ...endCells(of.atOnce, null)], of.atOnce),
      ...told.map((way) =>
        row(
          of,
          [...(all ? [] : [String(way.length)]), orderWords(way[0]), ...endCells(way[0].outcome, way[0].order)],
          way[0].outcome,
        ),
      ),
    ],
    notes:
      all || (left <= 0 && ways.length === of.orders.length)
        ? []
        : [left > 0 ? `${left} more ways to end, and every order, with --all.` : 'Every order with --all.'],
  };
}

function row(of: OrdersCase, words: readonly string[], outcome: Outcome): SheetSection['rows'][number] {
  const gains = gainsOf(of, outcome);
  return {
    color: undefined,
    cells: [...words, ...everybody(of).map((party) => signedPointsOf(of, party, gains[party]!))],
  };
}

/** Left out where the order makes no difference to anybody. */
function worthSection(of: OrdersCase): readonly SheetSection[] {
  const atOnce = gainsOf(of, of.atOnce);
  const [touched] = split(of);
  if (touched.length === 0) return [];
  return [
    {
      title: 'What the order is worth',
      intro: 'The best and the worst order for each party, the first of several, beside all issues at once.',
      columns: [
        { heading: 'party', kind: 'words' },
        { heading: 'best', kind: 'figure' },
        { heading: 'order', kind: 'words' },
        { heading: 'worst', kind: 'figure' },
        { heading: 'order', kind: 'words' },
        { heading: 'all at once', kind: 'figure' },
      ],
      rows: touched.map(({ party, best, worst, most, least }) => ({
        color: of.scenario.parties[party]!.color,
        cells: [
          partyName(of.scenario, party),
          signedPointsOf(of, party, most),
          orderWords(best),
          signedPointsOf(of, party, least),
          orderWords(worst),
          signedPointsOf(of, party, atOnce[party]!),
        ],
      })),
      notes: [],
    },
  ];
}
