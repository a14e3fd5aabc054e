/** The JSON document of `winset tournament --json`, schema "winset/tournament@1". */
import { byParty, documentHead, partyIds } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { strategyText } from '../../scenario/format/strategy.ts';
import type { TournamentCase } from './case.ts';
import { strategyNames } from './table-names.ts';

/** Regret, equilibria and what follows from them are null where not every profile was played. */
export function document(of: TournamentCase): Json {
  const { menus, runs, all, tournament, setup } = of;
  const { profiles, game } = tournament;
  const { protocol, rounds, order } = setup;
  const names = menus.map((menu) => menu.map(strategyText));
  return {
    ...documentHead('tournament', of, of.seed),
    protocol: protocol.kind === 'agenda' ? protocol.each.kind : protocol.kind,
    rounds,
    order: partyIds(of, order),
    menu: byParty(of, (party) => [...names[party]!]),
    runs,
    complete: profiles.length === all,
    profileCount: all,
    profiles: profiles.map(({ strategies, runs: played, agreements, gain }, k) => {
      const words = strategyNames(of, strategies);
      return {
        strategies: byParty(of, (party) => words[party]!),
        runs: played,
        agreements,
        gain: byParty(of, (party) => gain[party]!),
        regret: game === null ? null : byParty(of, (party) => game.regret[k]![party]!),
      };
    }),
    equilibria:
      game === null
        ? null
        : game.equilibria.map((profile) => {
            const words = strategyNames(of, profiles[profile]!.strategies);
            return byParty(of, (party) => words[party]!);
          }),
    neverBest:
      game === null ? null : byParty(of, (party) => game.neverBest[party]!.map((place) => names[party]![place]!)),
    replicator:
      game === null
        ? null
        : {
            steps: game.replicator.steps,
            shares: byParty(of, (party) =>
              Object.fromEntries(game.replicator.shares[party]!.map((share, place) => [names[party]![place]!, share])),
            ),
          },
    warnings: of.warnings,
  };
}
