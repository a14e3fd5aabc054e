/** `winset play`: one person practises in the terminal against parties that the program plays, and is debriefed. */
import type { Practice } from '../class/practice.ts';
import { resultOf, roundOf, startPractice } from '../class/practice.ts';
import { usualRounds } from '../class/computer-move.ts';
import { atStage } from '../questions/choose.ts';
import { InputError } from '../questions/input-error.ts';
import { formatFinding } from '../scenario/finding.ts';
import { readStrategy, strategyText } from '../scenario/format/strategy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { unknownName } from '../scenario/suggest.ts';
import { unvaluedIn } from '../scenario/unvalued.ts';
import { ASCII, UNICODE } from '../tui/draw/glyphs.ts';
import { handoutsBeside } from './class-shelf.ts';
import { crewFor } from './long-run.ts';
import { openScenario } from './open-scenario.ts';
import { scenarioPath } from './scenario-path.ts';
import { packageVersion } from './package.ts';
import { prepareColors, remark, reportWidth } from './terminal.ts';

export interface PlayFlags {
  readonly as?: string | undefined;
  readonly strategy: readonly string[];
  readonly rounds?: number | undefined;
  readonly seed: string;
  readonly stage?: string | undefined;
  readonly ascii?: true | undefined;
}

/** @throws InputError, Interrupted */
export async function runPlay(argument: string, flags: PlayFlags): Promise<void> {
  if (argument === '-')
    throw new InputError(['error: keys come on standard input; name the scenario as a file or folder']);
  const { scenario, warnings } = await openScenario(argument);
  const here = atStage(scenario, flags.stage);
  const role = roleOf(here, argument, flags.as);
  const strategies = strategiesFor(here, role, flags.strategy);
  refuseUnvalued(here);
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new InputError([
      'error: `winset play` needs a terminal, and this is a pipe',
      `Without one: winset bargain ${argument} lets the program play all parties, winset class new ${argument} makes a class.`,
    ]);
  }
  for (const warning of warnings) remark(formatFinding(warning));
  const start = startPractice({
    scenario,
    stage: flags.stage ?? null,
    role,
    strategies,
    rounds: flags.rounds ?? usualRounds(here),
    seed: flags.seed,
  });
  prepareColors();
  const [{ enter }, { keyLoop }, { picture }, { press, startPlay }, { leavingWords }] = await Promise.all([
    import('../tui/enter.ts'),
    import('../tui/key-loop.ts'),
    import('../tui/play/picture.ts'),
    import('../tui/play/state.ts'),
    import('../tui/play/words.ts'),
  ]);
  const drawn = {
    glyphs: flags.ascii === true ? ASCII : UNICODE,
    hasHandouts: (handoutsBeside(scenarioPath(argument)) ?? []).length > 0,
  };
  const entered = enter(argument);
  const played = await keyLoop(entered, {
    start: startPlay(start),
    press,
    picture: (play, size) => picture(play, drawn, size),
  }).finally(() => entered.terminal.leave());
  const again = commandOf(argument, role, flags);
  if (resultOf(played.practice) === null) {
    process.stdout.write(`${[...leavingWords(played), `Again: ${again}`].join('\n')}\n`);
    return;
  }
  await debrief(played.practice, flags.stage, again);
}

/** @throws InputError with all roles where none is named */
function roleOf({ parties }: Scenario, argument: string, as: string | undefined): string {
  const ids = parties.map(({ id }) => id);
  if (as === undefined) {
    const widest = Math.max(...ids.map(({ length }) => length));
    throw new InputError([
      'error: whom do you play? --as names one of these:',
      ...parties.map(({ id, name }) => `  ${id.padEnd(widest)}  ${name}`),
      `For example: winset play ${argument} --as ${ids[0] ?? ''}`,
    ]);
  }
  if (!ids.includes(as)) throw new InputError([`error: --as: ${unknownName('party', as, ids)}`]);
  return as;
}

/** Of all other roles: as asked for, else as the scenario says of bargaining, else linear. @throws InputError */
function strategiesFor(
  { parties, bargaining }: Scenario,
  role: string,
  asked: readonly string[],
): ReadonlyMap<string, string> {
  const others = parties.map(({ id }) => id).filter((id) => id !== role);
  const written = bargaining?.strategies ?? {};
  const found = new Map(
    others.map((id) => {
      const own = written[id];
      return [id, own === undefined ? 'linear' : strategyText(own)] as const;
    }),
  );
  const entries = asked.flatMap((list) => list.split(',')).map((entry) => entry.trim().split(/=(.*)/s));
  // What is said of all comes before what is said of one, wherever it stands.
  for (const [first = '', named] of entries.toSorted(
    ([, a], [, b]) => Number(a !== undefined) - Number(b !== undefined),
  )) {
    if (named !== undefined && first === role) throw new InputError([`error: --strategy: you play ${role} yourself`]);
    if (named !== undefined && !others.includes(first)) {
      throw new InputError([`error: --strategy: ${unknownName('party', first, others)}`]);
    }
    const read = readStrategy(named ?? first);
    if (typeof read === 'string') throw new InputError([`error: --strategy: ${read}`]);
    for (const id of named === undefined ? others : [first]) found.set(id, strategyText(read));
  }
  return found;
}

/** What nobody has said cannot be played by. @throws InputError */
function refuseUnvalued(scenario: Scenario): void {
  const [open] = unvaluedIn(scenario);
  if (open === undefined) return;
  const { id } = scenario.parties[open.party]!;
  throw new InputError([
    `error: not all numbers of ${id} are known yet, so nobody can play it; winset elicit asks for them`,
  ]);
}

async function debrief(practice: Practice, stage: string | undefined, command: string): Promise<void> {
  const { game, state, role, rounds } = practice;
  const [{ judgeTeams }, { oneTeamView }, { textSheet }, { partyInside }] = await Promise.all([
    import('../questions/debrief/ask.ts'),
    import('../questions/debrief/one-view.ts'),
    import('../report/text-sheet.tsx'),
    import('../report/view/words.ts'),
  ]);
  const of = await judgeTeams(
    { game, state, now: 0, stage, nameOf: () => '', version: packageVersion() },
    { patience: 'command', crewFor: (work) => crewFor(work, game.file.title) },
  );
  const facts = [
    `you were ${partyInside(game.file, game.roles.indexOf(role))}`,
    `${roundOf(practice)} of ${rounds} rounds`,
  ];
  process.stdout.write(textSheet(oneTeamView(of, { facts, command }), reportWidth(undefined)));
}

function commandOf(argument: string, role: string, { strategy, rounds, seed, stage }: PlayFlags): string {
  return [
    `winset play ${argument} --as ${role}`,
    ...strategy.map((each) => `--strategy ${each}`),
    ...(rounds === undefined ? [] : [`--rounds ${rounds}`]),
    ...(seed === '1' ? [] : [`--seed ${seed}`]),
    ...(stage === undefined ? [] : [`--stage ${stage}`]),
  ].join(' ');
}
