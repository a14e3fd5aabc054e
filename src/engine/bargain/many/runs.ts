/**
 * Many sessions: from one to the next the first speaker, what strategies draw and, where asked, the uncertain numbers
 * differ. Session number n depends on its number alone, so sessions can be split over threads in any way.
 */
import type { Problem } from '../../problem.ts';
import { seededRandom } from '../../random.ts';
import { drawProblem } from '../../sensitivity/uncertainty.ts';
import type { Uncertainty } from '../../sensitivity/uncertainty.ts';
import type { Run, Session } from '../answer.ts';
import { Sides } from '../party/own-side.ts';
import type { Positions, RunsQuestion } from '../question.ts';
import { isDrawn } from '../chance.ts';
import { runSession } from '../session.ts';
import { Standings } from './standings.ts';
import { startedBy, starterOf } from '../protocol/start.ts';

/** The sessions of the question, at least one; `onProgress` is told how many are done, `stop` asked between two. */
export function runMany(
  problem: Problem,
  question: RunsQuestion,
  onProgress: (done: number) => void = () => {},
  stop: () => boolean = () => false,
): readonly Run[] {
  const { from, to, ranges } = question;
  const shared = new Room(question);
  const runs: Run[] = [];
  for (let number = from; number < to && (number === from || !stop()); number++) {
    // What is known of numbers that were drawn is of no use to the next session.
    const room = ranges === null ? shared : new Room(question);
    runs.push(room.run(problem, number));
    onProgress(number + 1 - from);
  }
  return runs;
}

/** Where sessions about the same positions meet: what was found out in one is not looked for again in the next. */
class Room {
  readonly #question: RunsQuestion;
  readonly #sides = new Sides();
  readonly #standings = new Map<Problem, Standings>();
  /** Sessions without chance, by who spoke first. */
  readonly #certain = new Map<number, Session>();

  constructor(question: RunsQuestion) {
    this.#question = question;
  }

  run(stated: Problem, number: number): Run {
    const { ranges, order, told, seed: whole } = this.#question;
    const seed = `${whole}/${number}`;
    const problem = drawn(stated, ranges?.first ?? null, seed);
    const later = this.#question.later.map((positions, k): Positions => ({
      ...positions,
      problem: drawn(positions.problem, ranges?.later[k] ?? null, seed),
    }));
    const start = this.#question.drawStart ? starterOf(order, seed) : 0;
    const session = this.#session(problem, later, start, seed);
    const { ended, agreement } = session;
    const day = later.findLast(({ fromRound }) => fromRound < (agreement?.round ?? this.#question.rounds));
    const standings = this.#standingsOf(day?.problem ?? problem);
    return {
      number,
      seed,
      starter: order[start]!,
      ended,
      noZone: agreement === null ? standings.noZone : null,
      agreement,
      standing: agreement === null ? null : standings.of(agreement),
      session: number < told ? session : null,
    };
  }

  #session(problem: Problem, later: readonly Positions[], start: number, seed: string): Session {
    const { order } = this.#question;
    const certain = isDrawn(this.#question) ? undefined : this.#certain.get(start);
    if (certain !== undefined) return certain;
    const session = runSession(
      problem,
      { ...this.#question, later, order: startedBy(order, start), seed },
      this.#sides,
    );
    if (!isDrawn(this.#question)) this.#certain.set(start, session);
    return session;
  }

  #standingsOf(problem: Problem): Standings {
    const known = this.#standings.get(problem) ?? new Standings(problem, this.#question.drafts);
    this.#standings.set(problem, known);
    return known;
  }
}

/** The same draw for all positions of a session: a number whose range stays is the same in all of them. */
function drawn(problem: Problem, ranges: Uncertainty | null, seed: string): Problem {
  return ranges === null ? problem : drawProblem(problem, ranges, false, seededRandom(`${seed}/numbers`)).problem;
}
