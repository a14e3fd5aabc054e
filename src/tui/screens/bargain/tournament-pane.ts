/** A tournament as a heat map: what each strategy of a party gains it against those of another. */
import { pointsOf } from '../../../report/digits.ts';
import { counted } from '../../../report/text/number.ts';
import { columns, padStart } from '../../../report/text/width.ts';
import { listed, partyShort } from '../../../report/view/words.ts';
import type { TournamentCase } from '../../../questions/tournament/case.ts';
import type { PairCell, PairTable } from '../../../questions/tournament/pair-table.ts';
import { pairTable } from '../../../questions/tournament/pair-table.ts';
import { strategyNames } from '../../../questions/tournament/table-names.ts';
import type { Block } from '../../draw/box.ts';
import { box } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { line, safe, span } from '../../draw/line.ts';
import { columnsOf } from '../../draw/list.ts';
import { heatCell } from '../../draw/meter.ts';
import { fraction } from '../../draw/scale.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { aged, computingWords } from '../../parts/computing.ts';
import type { BargainState } from './state.ts';
import { partyAt } from './state.ts';
import { againstAt, noTournament } from './tournament.ts';

/** Columns of shade beside the figure of a cell. */
const SHADE = 2;

export function tournamentPane(context: Context, state: BargainState, size: Area): Block {
  const { glyphs, now, findings } = context;
  const { tournament } = findings;
  const title = 'Which strategy pays against which';
  const missing = noTournament(now.scenario);
  const status =
    missing !== null
      ? [line(span(` ${missing}`, 'warn'))]
      : tournament.failed !== null
        ? [line(span(` ! ${safe(tournament.failed)}`, 'warn'))]
        : tournament.current
          ? []
          : [line(span(` ${computingWords(tournament.running)}`, 'accent'))];
  const answer = missing === null ? (tournament.last?.answer ?? null) : null;
  const known = answer === null ? [] : aged(body(context, state, answer, size.width - 4), tournament.current);
  return box({ title, ...size, focused: true, body: [...status, ...known], glyphs });
}

function body(context: Context, state: BargainState, of: TournamentCase, width: number): readonly Line[] {
  const { scenario } = of;
  // A table of other parties is on its way out.
  if (scenario.parties.length !== context.now.scenario.parties.length) return [];
  const row = partyAt(context, state);
  const column = againstAt(context, state);
  const table = pairTable(of, row, column);
  if (table === null) return [];
  const name = (party: number): string => safe(partyShort(scenario, party));
  const rest = [...scenario.parties.keys()].filter((party) => party !== row && party !== column);
  const mean = rest.length === 0 ? '' : `, mean over all that ${listed(rest.map(name))} may do`;
  const { yes, slider } = context.glyphs;
  return [
    line(span(` Gain of ${name(row)} by its strategy, against that of ${name(column)}, in points${mean}`, 'strong')),
    ...heatMap(context, of, row, `${name(row)} / ${name(column)}`, table, width),
    line(
      span(
        ` ${yes} best reply to the column${rest.length === 0 ? '' : ' on average'}; ${slider.knob} ${rest.length === 0 ? 'equilibrium' : 'in an equilibrium'}. ` +
          `${counted(of.runs, 'session')} a profile.`,
        'dim',
      ),
    ),
    ...equilibriaLines(of),
  ];
}

function heatMap(
  { glyphs }: Context,
  of: TournamentCase,
  party: number,
  corner: string,
  { rows, columns: heads, cells }: PairTable,
  width: number,
): readonly Line[] {
  const texts = cells.map((across) => across.map(({ gain }) => pointsOf(of, party, gain)));
  const figure = Math.max(...texts.flat().map(columns));
  const gains = cells.flat().map(({ gain }) => gain);
  const scale = { low: Math.min(0, ...gains), high: Math.max(0, ...gains) };
  const signs = ({ best, equilibria }: PairCell): Line => [
    span(best ? glyphs.yes : ' ', 'good'),
    span(equilibria > 0 ? glyphs.slider.knob : ' ', 'accent'),
  ];
  const table = columnsOf({
    columns: [{ title: corner, least: 8 }, ...heads.map((title) => ({ title, least: figure + SHADE + 2 }))],
    rows: cells.map((across, own) => [
      rows[own]!,
      ...across.map((cell, others) => [
        ...heatCell(padStart(texts[own]![others]!, figure), 100 * fraction(cell.gain, scale), SHADE, glyphs),
        ...signs(cell),
      ]),
    ]),
    width,
  });
  return [table.header, ...table.rows].map((row): Line => [span(' '), ...row]);
}

/** The profiles in which nobody would rather do something else. */
function equilibriaLines(of: TournamentCase): readonly Line[] {
  const { profiles, game } = of.tournament;
  const { scenario } = of;
  if (game === null) return [];
  if (game.equilibria.length === profiles.length)
    return [line(span(' Nobody would rather do something else, whatever all do.'))];
  if (game.equilibria.length === 0) return [line(span(' In every profile somebody would rather do something else.'))];
  const order = listed(scenario.parties.map((_, party) => safe(partyShort(scenario, party))));
  return [
    line(span(` ${counted(game.equilibria.length, 'equilibrium', 'equilibria')} of ${order}, with their gains:`)),
    ...game.equilibria.map((number): Line => {
      const { strategies, gain } = profiles[number]!;
      const gains = gain.map((own, party) => pointsOf(of, party, own));
      return line(span(`   ${strategyNames(of, strategies).join(', ')}: ${gains.join(', ')}`));
    }),
  ];
}
