/** The curves of a session, the offers below them, and at the side who does what. */
import { chartOf } from '../../../questions/bargain/chart.ts';
import { clauseMoveWords, noOffersWords, proposerShort } from '../../../questions/bargain/words.ts';
import { orderOf } from '../../../questions/bargain/setup.ts';
import { pointsOf } from '../../../report/digits.ts';
import { curveRows } from '../../../report/text/curve.ts';
import { columns, padEnd, padStart } from '../../../report/text/width.ts';
import { ofTheMiddle } from '../../../report/view/unvalued.ts';
import { partyInside, partyShort } from '../../../report/view/words.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Block } from '../../draw/box.ts';
import { beside, block, box, ends, inside } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, line, safe, span } from '../../draw/line.ts';
import { columnsOf } from '../../draw/list.ts';
import type { TableTalk } from '../../live/question.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { agedBelowHead, statusLine } from '../../parts/computing.ts';
import { listPane } from '../../parts/list-pane.ts';
import type { BargainState } from './state.ts';
import { offerAt, offersOf, partyAt, talkOf } from './state.ts';
import { sessionsPane } from './sessions-pane.ts';
import { tournamentPane } from './tournament-pane.ts';
import { patienceOf, protocolOf, roundsOf, strategyOf } from './turn.ts';

/** From this width on the parties stand at the side. */
const BESIDE = 90;
const SIDE = 40;

/** The whole screen. */
export function view(context: Context, state: BargainState, area: Area): readonly Line[] {
  const talk = talkOf(context);
  const { session } = context.findings;
  const head = ends(
    line(span(` ${agendaWord(state)}${headline(context, talk)}`, 'strong')),
    statusLine(session),
    area.width,
  );
  const rest = { width: area.width, height: Math.max(0, area.height - 1) };
  return agedBelowHead(block([head, ...panes(context, state, talk, rest)], area), session.current || talk === null);
}

function headline({ now: { scenario } }: Context, talk: TableTalk | null): string {
  return talk === null ? 'Bargaining, round by round' : ofTheMiddle(talk.about.scenario, outcomeOf(scenario, talk));
}

function outcomeOf(scenario: Scenario, talk: TableTalk): string {
  const { agreement, ended } = talk.session;
  if (agreement !== null) {
    const by = agreement.proposer === null ? 'the mediator' : safe(partyInside(scenario, agreement.proposer));
    return `A deal in round ${agreement.round} of ${talk.setup.rounds}, on an offer of ${by}.`;
  }
  return ended !== 'walk-out'
    ? `No deal: ${talk.setup.rounds} rounds pass without one.`
    : 'No deal: somebody left, and the others cannot make one.';
}

function panes(context: Context, state: BargainState, talk: TableTalk | null, area: Area): Block {
  const { width, height } = area;
  const parties = context.now.scenario.parties.length;
  const upper = Math.min(height, Math.max(Math.min(height, parties + 3), Math.floor(height / 2)));
  const lower = { width, height: height - upper };
  if (width >= BESIDE) {
    const left = { width: width - SIDE, height: upper };
    const top = beside(curvesPane(context, talk, left), partiesPane(context, state, { width: SIDE, height: upper }));
    return [...top, ...lowerPane(context, state, talk, lower)];
  }
  const shown = state.pane === 'parties' ? partiesPane(context, state, lower) : lowerPane(context, state, talk, lower);
  return [...curvesPane(context, talk, { width, height: upper }), ...shown];
}

function curvesPane(context: Context, talk: TableTalk | null, size: Area): Block {
  const { glyphs } = context;
  const { width, height } = inside(size);
  const title = 'The standing offer';
  if (talk === null || talk.session.offers.length === 0) {
    const text = talk === null ? 'The session is being run.' : noOffersWords(talk.setup);
    return box({ title, ...size, focused: false, body: [line(span(` ${text}`, 'dim'))], glyphs });
  }
  const bands = chartOf(talk.about, talk.setup, talk.session);
  const rows = Math.max(1, Math.floor(height / bands.length));
  const names = bands.map(({ name }) => safe(name));
  const name = Math.min(12, Math.max(...names.map(columns)));
  const figure = Math.max(...bands.flatMap(({ lowText, highText }) => [columns(lowText), columns(highText)]));
  const room = width - name - figure - 3;
  const signs = { dots: glyphs.plot.dots, line: glyphs.plot.horizontal, moment: glyphs.slider.knob };
  const body = bands.flatMap((band, k) =>
    curveRows({ ...band, columns: Math.max(1, room), rows, signs }).map((pieces, row): Line => {
      const end = row === 0 ? band.highText : row === rows - 1 ? band.lowText : '';
      return [
        span(` ${padEnd(row === 0 ? names[k]! : '', name)}`, 'strong', band.color),
        span(` ${padStart(end, figure)} `, 'dim'),
        ...pieces.map(({ kind, text }) =>
          kind === 'curve' ? span(text, 'plain', band.color) : span(text, kind === 'line' ? 'dim' : 'strong'),
        ),
      ];
    }),
  );
  return box({ title, right: `round 1 to ${bands[0]!.values.length}`, ...size, focused: false, body, glyphs });
}

function partiesPane(context: Context, state: BargainState, size: Area): Block {
  const { glyphs } = context;
  const { scenario } = context.now;
  const order = orderOf(scenario, scenario.bargaining?.order);
  return listPane(
    {
      title: 'Who does what',
      right: `${protocolOf(scenario)}, ${roundsOf(scenario)} rounds`,
      count: scenario.parties.length,
      cursor: partyAt(context, state),
      focused: state.pane === 'parties',
      leads: true,
      table: ({ start, end }, width) =>
        columnsOf({
          columns: [
            { title: '', width: 2, align: 'right' },
            { title: 'party', grow: true, least: 4 },
            { title: 'strategy', least: 8 },
            { title: 'patience', align: 'right' },
          ],
          rows: scenario.parties.slice(start, end).map((_, k) => {
            const party = start + k;
            return [
              String(order.indexOf(party) + 1),
              safe(partyShort(scenario, party)),
              strategyOf(scenario, party),
              String(patienceOf(scenario, party)),
            ];
          }),
          width,
          gap: 1,
        }),
      glyphs,
    },
    size,
  );
}

function agendaWord({ agenda }: BargainState): string {
  return agenda === null ? '' : agenda === 'forwards' ? 'In groups: ' : 'In groups, last first: ';
}

function lowerPane(context: Context, state: BargainState, talk: TableTalk | null, size: Area): Block {
  if (state.pane === 'sessions' && state.many !== null) return sessionsPane(context, size);
  if (state.pane === 'table' && state.tournament) return tournamentPane(context, state, size);
  return offersPane(context, state, talk, size);
}

function offersPane(context: Context, state: BargainState, talk: TableTalk | null, size: Area): Block {
  const { glyphs } = context;
  const offers = talk === null ? [] : offersOf(talk);
  if (talk === null || offers.length === 0) {
    return box({ title: 'Offers', ...size, focused: state.pane === 'offers', body: [EMPTY], glyphs });
  }
  const { about } = talk;
  const { scenario } = about;
  return listPane(
    {
      title: 'Offers',
      count: offers.length,
      cursor: offerAt(offers, state),
      focused: state.pane === 'offers',
      table: ({ start, end }, width) =>
        columnsOf({
          columns: [
            { title: 'round', align: 'right' },
            { title: 'by', least: 4 },
            { title: 'own', align: 'right' },
            { title: 'moves', grow: true, least: 8 },
          ],
          rows: offers
            .slice(start, end)
            .map(({ offer, before, clauses }) => [
              String(offer.round),
              safe(proposerShort(scenario, offer.party)),
              offer.party === null ? '' : pointsOf(about, offer.party, offer.utility[offer.party]!),
              before === null
                ? 'first offer'
                : safe(clauses.map((clause) => clauseMoveWords(scenario, clause)).join('; ')),
            ]),
          width,
        }),
      glyphs,
    },
    size,
  );
}
