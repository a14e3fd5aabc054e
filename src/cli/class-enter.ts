/** `winset class enter`: results from paper put on record. */
import { worthTo } from '../class/game.ts';
import type { Game } from '../class/game.ts';
import { stageOf } from '../class/handouts.ts';
import { readResults } from '../class/results.ts';
import { teamsOf } from '../class/seats.ts';
import { teamOf } from '../class/state.ts';
import type { State } from '../class/state.ts';
import { InputError } from '../questions/input-error.ts';
import { plainNumber } from '../report/text/points.ts';
import { formatFinding } from '../scenario/finding.ts';
import { disk } from '../scenario/read/read-file.ts';
import { onRecord } from './class-record.ts';
import { openClassFolder } from './class-shelf.ts';

/**
 * All lines or none. A result that stands already is not entered again; another one takes its place, and the record keeps
 * both. @throws InputError with every fault of the table by line
 */
export async function runClassEnter(path: string, results: string): Promise<void> {
  const folder = openClassFolder(path);
  const { game, seats } = folder;
  const file = disk.read(results);
  if (!file.ok) throw new InputError([`error: ${results} ${file.message}`]);
  const read = readResults(file.text, results, game, teamsOf(seats));
  if (!read.ok) throw new InputError(read.findings.map(formatFinding));
  const lines = await onRecord(folder, (perform, state) =>
    read.results.map(({ line, ...action }) => {
      const before = teamOf(state(), action.team)?.result ?? null;
      if (before !== null && sameResult(before.deal, action.deal) && sameMinute(before.ran, action.minute)) {
        return `team ${action.team}: as it was`;
      }
      perform(action, (reason) => `${results}:${line}:1 ${reason}`);
      return `team ${action.team}: ${before === null ? '' : 'corrected, '}${resultWords(game, state(), action.team)}`;
    }),
  );
  const missing = read.missing.map((team) => `team ${team}: nothing in the table yet`);
  process.stdout.write(`${[...lines, ...missing, `next: winset class debrief ${path}`].join('\n')}\n`);
}

function sameResult(a: Readonly<Record<string, string>> | null, b: Readonly<Record<string, string>> | null): boolean {
  if (a === null || b === null) return a === b;
  return Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((issue) => a[issue] === b[issue]);
}

/** A minute that paper does not say changes nothing. */
function sameMinute(ran: number | null, minute: number | null): boolean {
  return minute === null || ran === minute * 60_000;
}

function resultWords(game: Game, state: State, team: string): string {
  const deal = teamOf(state, team)?.result?.deal ?? null;
  if (deal === null) return 'no deal';
  const worths = game.roles.map((role) => ({ role, ...worthTo(game, stageOf(game, state), role, deal) }));
  return worths
    .map(({ role, points, belowLeast }) => `${role} ${plainNumber(points)}${belowLeast ? ' (below its least)' : ''}`)
    .join(', ');
}
