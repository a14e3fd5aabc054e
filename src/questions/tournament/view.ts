/** A tournament in words and tables: which strategy pays whom, where nobody would change, and every profile. */
import { counted, percent } from '../../report/text/number.ts';
import { pointsOf } from '../../report/digits.ts';
import { footerView } from '../../report/view/footer.ts';
import type { Focus } from '../../report/view/focus.ts';
import { headerView } from '../../report/view/header.ts';
import { middleHeadline } from '../../report/view/unvalued.ts';
import type { SheetSection, SheetView } from '../../report/view/sheet.ts';
import { listed, partyName, partyShort } from '../../report/view/words.ts';
import { strategyText } from '../../scenario/format/strategy.ts';
import { protocolSentence } from '../bargain/words.ts';
import type { TournamentCase } from './case.ts';
import { strategyNames } from './table-names.ts';

/** Profiles that are listed unless all are asked for. */
const LISTED = 20;

export function tournamentView(of: TournamentCase, focus: Focus): SheetView {
  return {
    header: headerView(of),
    headline: middleHeadline(of, headline(of)),
    sentences: sentences(of),
    sections: [strategiesSection(of, focus), ...equilibriaSection(of, focus), profilesSection(of, focus)],
    footer: footerView(of, focus),
  };
}

function headline({ tournament, all }: TournamentCase): string {
  const { profiles, game } = tournament;
  if (game === null) return `${counted(profiles.length, 'profile')} of ${all} played.`;
  const { equilibria } = game;
  if (profiles.every(({ agreements }) => agreements === 0)) return 'No profile comes to a deal.';
  if (equilibria.length === 0) return 'In every profile somebody would rather do something else.';
  return equilibria.length === 1
    ? 'In one profile nobody would rather do something else.'
    : `In ${equilibria.length} of ${counted(all, 'profile')} nobody would rather do something else.`;
}

function sentences(of: TournamentCase): readonly string[] {
  const { scenario, setup, runs, tournament, asked, all } = of;
  const { profiles, game } = tournament;
  const begins = runs > 1 ? '; who begins is drawn, the same for every profile' : '';
  const stopped = profiles.length < asked ? ` The work was stopped before all ${asked} were done.` : '';
  const missing = `Played are ${profiles.length} of ${counted(all, 'profile')}.${stopped} Best replies need all of them, so there are none here.`;
  return [
    protocolSentence(scenario, setup),
    `A profile is one strategy for each party. ${counted(runs, 'session')} of ${counted(setup.rounds, 'round')} for each${begins}. A session without a deal gains nobody anything.`,
    ...(game === null ? [missing] : neverBestSentences(of, game.neverBest)),
  ];
}

function neverBestSentences(of: TournamentCase, neverBest: readonly (readonly number[])[]): readonly string[] {
  return neverBest.flatMap((places, party) =>
    places.length === 0
      ? []
      : [
          `Whatever the others do, ${partyName(of.scenario, party)} has something better than ${listed(
            places.map((place) => strategyText(of.menus[party]![place]!)),
            'or',
          )}.`,
        ],
  );
}

/** Each strategy of each party: its mean over what the others may do, and how often it is the best reply. */
function strategiesSection(of: TournamentCase, { parties }: Focus): SheetSection {
  const { profiles, game } = of.tournament;
  return {
    title: 'Strategies',
    intro:
      'Mean gain over the profiles played, in points above no deal' +
      (game === null
        ? '.'
        : `; in how many of them it is a best reply; and its share after ${game.replicator.steps} steps in which what does better than the party's average grows, from equal shares. That is one path, no theorem.`),
    columns: [
      { heading: 'party', kind: 'words' },
      { heading: 'strategy', kind: 'words' },
      { heading: 'gain', kind: 'figure' },
      ...(game === null
        ? []
        : ([
            { heading: 'best reply', kind: 'figure' },
            { heading: 'share', kind: 'figure' },
            { heading: '', kind: 'bar' },
          ] as const)),
    ],
    rows: parties.flatMap((party) =>
      of.menus[party]!.map((strategy, place) => {
        const own = profiles.flatMap((profile, k) => (profile.strategies[party] === place ? [{ profile, k }] : []));
        const mean = own.reduce((sum, { profile }) => sum + profile.gain[party]!, 0) / own.length;
        const share = game?.replicator.shares[party]![place] ?? 0;
        return {
          color: of.scenario.parties[party]!.color,
          cells: [
            place === 0 ? partyShort(of.scenario, party) : '',
            strategyText(strategy),
            own.length === 0 ? '' : pointsOf(of, party, mean),
            ...(game === null
              ? []
              : [
                  `${own.filter(({ k }) => game.regret[k]![party] === 0).length} of ${own.length}`,
                  percent(share),
                  { from: 0, to: share, mark: null },
                ]),
          ],
        };
      }),
    ),
    notes: [],
  };
}

function equilibriaSection(of: TournamentCase, focus: Focus): readonly SheetSection[] {
  const { profiles, game } = of.tournament;
  if (game === null || game.equilibria.length === 0 || game.equilibria.length === profiles.length) return [];
  return [
    profileTable(of, focus, {
      title: 'Equilibria',
      intro: "Each party's strategy is a best reply to those of the others. Strategies, then mean gains in points.",
      ...shortened(bestFirst(game.equilibria.map((profile) => profiles[profile]!)), focus),
    }),
  ];
}

function profilesSection(of: TournamentCase, focus: Focus): SheetSection {
  return profileTable(of, focus, {
    title: 'Profiles',
    intro: 'By the sum of gains, the largest first. Strategies, then mean gains in points.',
    ...shortened(bestFirst(of.tournament.profiles), focus),
  });
}

type Profiles = TournamentCase['tournament']['profiles'];

/** Those with the largest sum of gains first. */
function bestFirst(profiles: Profiles): Profiles {
  const sumOf = ({ gain }: Profiles[number]): number => gain.reduce((sum, own) => sum + own, 0);
  return profiles.toSorted((a, b) => sumOf(b) - sumOf(a) || a.profile - b.profile);
}

function shortened(
  profiles: Profiles,
  { all }: Focus,
): { readonly shown: Profiles; readonly notes: readonly string[] } {
  const shown = all ? profiles : profiles.slice(0, LISTED);
  return { shown, notes: shown.length < profiles.length ? [`${profiles.length - shown.length} more with --all.`] : [] };
}

function profileTable(
  of: TournamentCase,
  { parties }: Focus,
  { shown, ...rest }: Pick<SheetSection, 'title' | 'intro' | 'notes'> & { readonly shown: Profiles },
): SheetSection {
  return {
    ...rest,
    columns: [
      ...parties.map((party) => ({ heading: partyShort(of.scenario, party), kind: 'words' as const })),
      { heading: 'deals', kind: 'figure' },
      ...parties.map((party) => ({ heading: partyShort(of.scenario, party), kind: 'figure' as const })),
    ],
    rows: shown.map(({ strategies, runs, agreements, gain }) => {
      const names = strategyNames(of, strategies);
      return {
        color: undefined,
        cells: [
          ...parties.map((party) => names[party]!),
          percent(agreements / runs),
          ...parties.map((party) => pointsOf(of, party, gain[party]!)),
        ],
      };
    }),
  };
}
