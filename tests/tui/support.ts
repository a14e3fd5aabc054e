/**
 * What tests of the screens share: a context made from a shipped scenario with real answers, and the facts that hold
 * for every screen.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { alignedBase } from '../../src/scenario/edit/structure/align.ts';
import { applyEdit } from '../../src/scenario/edit/edit.ts';
import type { ScenarioEdit } from '../../src/scenario/edit/edit.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Line } from '../../src/tui/draw/line.ts';
import { lineWidth, plainText } from '../../src/tui/draw/line.ts';
import { UNICODE } from '../../src/tui/draw/glyphs.ts';
import type { Answered, Findings, Finding, Question, QuestionKind, Subject } from '../../src/tui/live/question.ts';
import type { Context, Moment, ShownDeal } from '../../src/tui/model/context.ts';
import type { Area, Command, Effect, Screen, Step } from '../../src/tui/model/screen.ts';
import { loadSaving } from '../../src/tui/saving.ts';
import { keyOf } from '../../src/tui/terminal/keys.ts';
import { shipped } from '../shipped.ts';
import { answer } from './answers.ts';

// As the interface does before it takes a key.
await loadSaving();

export interface ContextOptions {
  /** Made one after the other before anything is answered. */
  readonly edits?: readonly ScenarioEdit[];
  /** Answered and current; a kind stands for its plainest question. `glance` where nothing is said. */
  readonly kinds?: readonly (Exclude<QuestionKind, 'line' | 'deal' | 'price' | 'compare'> | Question)[];
  readonly shown?: ShownDeal;
  readonly pinned?: Moment;
  readonly before?: Moment;
}

/** The shipped scenario of this name, or any other, as a screen meets it. Answers of a scenario are found once. */
export function contextOf(scenario: string | Scenario, options: ContextOptions = {}): Context {
  const file = typeof scenario === 'string' ? shipped(scenario) : scenario;
  const now = subjectOf(file, options.edits ?? []);
  return {
    now,
    findings: (options.kinds ?? ['glance'])
      .map(questionOf)
      .reduce((all, question) => found(all, question, now), NOTHING_KNOWN),
    pinned: options.pinned ?? null,
    before: options.before ?? null,
    shown: options.shown ?? null,
    beside: [],
    glyphs: UNICODE,
  };
}

const UNKNOWN = { last: null, current: false, late: false, running: null, failed: null } as const;

/** Before the first answer. */
export const NOTHING_KNOWN: Findings = {
  glance: UNKNOWN,
  zone: UNKNOWN,
  frontier: UNKNOWN,
  explain: UNKNOWN,
  tornado: UNKNOWN,
  line: UNKNOWN,
  smaa: UNKNOWN,
  stages: UNKNOWN,
  session: UNKNOWN,
  runs: UNKNOWN,
  tournament: UNKNOWN,
  deal: UNKNOWN,
  price: UNKNOWN,
  compare: UNKNOWN,
};

/** The context after one more edit: its answers are still those of before, and being computed again. */
export function outdated(context: Context, edit: ScenarioEdit): Context {
  const stale = <K extends QuestionKind>(finding: Finding<K>): Finding<K> => ({
    ...finding,
    current: false,
    late: true,
    running: 'computing',
  });
  const {
    glance,
    zone,
    frontier,
    explain,
    tornado,
    line,
    smaa,
    stages,
    session,
    runs,
    tournament,
    deal,
    price,
    compare,
  } = context.findings;
  return {
    ...context,
    now: subjectOf(context.now.file, [...context.now.edits, edit]),
    findings: {
      glance: stale(glance),
      zone: stale(zone),
      frontier: stale(frontier),
      explain: stale(explain),
      tornado: stale(tornado),
      line: stale(line),
      smaa: stale(smaa),
      stages: stale(stages),
      session: stale(session),
      runs: stale(runs),
      tournament: stale(tournament),
      deal: stale(deal),
      price: stale(price),
      compare: stale(compare),
    },
  };
}

/** What is known of a context, to hold another against. @throws Error where its glance was not asked for */
export function momentOf({ findings }: Context): Moment {
  if (findings.glance.last === null) throw new Error('a moment needs a glance');
  return {
    about: findings.glance.last.about,
    glance: findings.glance.last.answer,
    zone: findings.zone.last?.answer ?? null,
  };
}

const subjects = new Map<string, Subject>();

/** One object for the same file and edits, as in the interface. */
function subjectOf(file: Scenario, edits: readonly ScenarioEdit[]): Subject {
  const key = `${file.hash} ${JSON.stringify(edits)}`;
  const known = subjects.get(key);
  if (known?.file === file) return known;
  const scenario = edits.reduce((current, edit) => edited(current, edit, file), file);
  const own = edits.filter(({ kind }) => kind !== 'stage');
  const subject = { scenario, compiled: compileProblem(scenario), file: alignedBase(file, scenario), edits: own };
  subjects.set(key, subject);
  return subject;
}

function edited(scenario: Scenario, edit: ScenarioEdit, file: Scenario): Scenario {
  const result = applyEdit(scenario, edit, file);
  if (!result.ok) throw new Error(result.message);
  return result.scenario;
}

function questionOf(kind: Exclude<QuestionKind, 'line' | 'deal' | 'price' | 'compare'> | Question): Question {
  if (typeof kind !== 'string') return kind;
  switch (kind) {
    case 'frontier':
      return { kind, zone: true };
    case 'tornado':
    case 'stages':
      return { kind, solution: 'nash' };
    case 'smaa':
      return { kind, draws: 40, solution: 'nash' };
    case 'runs':
      return { kind, runs: 20 };
    case 'tournament':
      return { kind, menu: 'boulware,linear', protocol: 'alternating' };
    case 'glance':
    case 'zone':
    case 'explain':
    case 'session':
      return { kind };
  }
}

const answers = new WeakMap<Subject, Map<string, Findings>>();

function found(findings: Findings, question: Question, about: Subject): Findings {
  const known = answers.get(about) ?? new Map<string, Findings>();
  answers.set(about, known);
  const key = JSON.stringify(question);
  const entry = known.get(key) ?? withAnswer(NOTHING_KNOWN, question, about);
  known.set(key, entry);
  return { ...findings, [question.kind]: entry[question.kind] };
}

function withAnswer(findings: Findings, question: Question, about: Subject): Findings {
  const fresh = <K extends QuestionKind>(last: Answered<K>): Finding<K> => ({ ...UNKNOWN, last, current: true });
  switch (question.kind) {
    case 'glance':
      return { ...findings, glance: fresh({ question, about, answer: answer.glance(question, about) }) };
    case 'zone':
      return { ...findings, zone: fresh({ question, about, answer: answer.zone(question, about) }) };
    case 'frontier':
      return { ...findings, frontier: fresh({ question, about, answer: answer.frontier(question, about) }) };
    case 'explain':
      return { ...findings, explain: fresh({ question, about, answer: answer.explain(question, about) }) };
    case 'tornado':
      return { ...findings, tornado: fresh({ question, about, answer: answer.tornado(question, about) }) };
    case 'line':
      return { ...findings, line: fresh({ question, about, answer: answer.line(question, about) }) };
    case 'smaa':
      return { ...findings, smaa: fresh({ question, about, answer: answer.smaa(question, about) }) };
    case 'stages':
      return { ...findings, stages: fresh({ question, about, answer: answer.stages(question, about) }) };
    case 'session':
      return { ...findings, session: fresh({ question, about, answer: answer.session(question, about) }) };
    case 'runs':
      return { ...findings, runs: fresh({ question, about, answer: answer.runs(question, about) }) };
    case 'tournament':
      return { ...findings, tournament: fresh({ question, about, answer: answer.tournament(question, about) }) };
    case 'deal':
      return { ...findings, deal: fresh({ question, about, answer: answer.deal(question, about) }) };
    case 'compare':
      throw new Error('a comparison is answered where it is tested');
    case 'price':
      return { ...findings, price: fresh({ question, about, answer: answer.price(question, about) }) };
  }
}

/** Every size a terminal may leave to a screen. */
export const AREAS: fc.Arbitrary<Area> = fc.record({
  width: fc.integer({ min: 20, max: 160 }),
  height: fc.integer({ min: 5, max: 50 }),
});

/** Fails unless the lines fill the area exactly. */
export function expectFilled(lines: readonly Line[], { width, height }: Area): void {
  expect(lines).toHaveLength(height);
  for (const line of lines) expect(lineWidth(line)).toBe(width);
}

/** Nine parties with names of double width and of combining signs. */
export function crowded(): Scenario {
  const { scenario } = contextOf('quarry-dispute', { kinds: [] }).now;
  const named = ['甲乙丙', 'e\u0301t\u0302', 'a\u200bb'].flatMap((mark, k) =>
    scenario.parties.map((party) => ({
      ...party,
      id: `${party.id}${k}`,
      name: `${mark} ${party.name}`,
      short: `${mark}${party.short}`,
    })),
  );
  const issues = scenario.issues.map((issue) => ({ ...issue, title: `问题 ${issue.title}`, point: '十二' }));
  return { ...scenario, hash: 'crowded', parties: named, issues };
}

/** What a person reads. */
export function screenText<S>(screen: Screen<S>, context: Context, state: S, area: Area): string {
  return screen.view(context, state, area).map(plainText).join('\n');
}

/** Runs the command of that id, as its first key would or as `key`. @throws Error where it cannot be done now */
export function run<S>(screen: Screen<S>, id: string, context: Context, state: S, key?: string): Step<S> {
  const command = commandOf(screen, id);
  const reason = command.unavailable?.(context, state) ?? null;
  if (reason !== null) throw new Error(`${id}: ${reason}`);
  return command.run(context, state, keyOf(key ?? command.keys[0]!));
}

/** The state after these commands, one after the other. */
export function after<S>(screen: Screen<S>, context: Context, state: S, ids: readonly string[]): S {
  return ids.reduce((current, id) => run(screen, id, context, current).state ?? current, state);
}

export function commandOf<S>(screen: Screen<S>, id: string): Command<S> {
  const command = screen.commands.find((candidate) => candidate.id === id);
  if (command === undefined) throw new Error(`no command '${id}'`);
  return command;
}

/** What every command that can be done now leads to, as state and context. @throws whatever a command throws */
export function everyStep<S>(screen: Screen<S>, context: Context, state: S): { state: S; context: Context }[] {
  return screen.commands.flatMap((command) => {
    if ((command.unavailable?.(context, state) ?? null) !== null) return [];
    const step = command.run(context, state, keyOf(command.keys[0]!));
    const shown = (step.effects ?? []).reduce(
      (last, effect) => (effect.kind === 'show' ? effect.shown : last),
      context.shown,
    );
    return [{ state: step.state ?? state, context: { ...context, shown } }];
  });
}

/** Wide characters, marks that join, control characters and line breaks, wherever a file may have a name. */
export function renamed(file: Scenario): Scenario {
  const odd = (text: string, k: number): string =>
    ['协议条款与补偿安排的总表', 'ნe\u0301ê\u0323', 'a\u0007b\nc'][k % 3]! + text;
  return {
    ...file,
    hash: 'renamed',
    parties: file.parties.map((party, k) => ({ ...party, name: odd(party.name, k), short: odd(party.short, k) })),
    issues: file.issues.map((issue, k) => ({
      ...issue,
      title: odd(issue.title, k),
      named: issue.named.map((option, o) => ({ ...option, label: odd(option.label, o) })),
    })),
    drafts: file.drafts.map((draft, k) => ({ ...draft, title: odd(draft.title, k) })),
  };
}

/** The text without borders, as one line. */
export function flat(text: string): string {
  return text.replaceAll(/[│┃╭╮╰╯┏┓┗┛━─]/gu, ' ').replaceAll(/\s+/gu, ' ');
}

/** The changes of the scenario among effects. */
export function editsOf(effects: readonly Effect[] | undefined): ScenarioEdit[] {
  return (effects ?? []).flatMap((effect) => (effect.kind === 'edit' ? [effect.edit] : []));
}
