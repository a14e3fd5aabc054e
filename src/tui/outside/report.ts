/** The report of a screen as a file holds it: a question of the table, asked of the scenario as edited. */
import { stripVTControlCharacters } from 'node:util';
import { TIES } from '../../questions/budgets.ts';
import { commandLine } from '../../questions/command-line.ts';
import type { Crew } from '../../questions/crew.ts';
import { bargain } from '../../questions/bargain/question.ts';
import { compare } from '../../questions/compare/question.ts';
import { explain } from '../../questions/explain/question.ts';
import { frontier } from '../../questions/frontier/question.ts';
import type { Given } from '../../questions/option.ts';
import type { OpenCase, Question as AskedQuestion } from '../../questions/question.ts';
import { hasRange } from '../../questions/sensitivity/ask-draws.ts';
import { sensitivity } from '../../questions/sensitivity/question.ts';
import { solve } from '../../questions/solve/question.ts';
import { tournament } from '../../questions/tournament/question.ts';
import type { Assumption } from '../../report/case.ts';
import { jsonText } from '../../report/json-text.ts';
import { withEdits } from '../../scenario/edit/edit.ts';
import { difference } from '../../scenario/edit/difference.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { Draft, Scenario } from '../../scenario/scenario.ts';
import type { OpenBeside } from '../live/ask.ts';
import { drawnFrom } from '../live/ask.ts';
import type { QuestionKind, QuestionOf, Subject } from '../live/question.ts';
import type { ShownDeal } from '../model/context.ts';
import type { ExportRequest } from '../model/request.ts';
import type { ReportName } from '../model/screen.ts';

/** Columns of a text report in a file. */
const WIDTH = 100;

export interface ReportOptions {
  readonly request: ExportRequest;
  readonly crew: Crew;
  /** Reads what the scenario is compared with. */
  readonly open: OpenBeside;
  /** Of this program. */
  readonly version: string;
  /** What the person typed to open the scenario. */
  readonly argument: string;
  /** Said when it was read. */
  readonly warnings: readonly string[];
}

/** @throws InputError where the question has no answer on this scenario */
export async function reportText(options: ReportOptions): Promise<string> {
  const { request, crew, argument } = options;
  const subject = subjectOf(request);
  const asked = EXPORTS[request.what](request);
  const { question } = asked;
  const given = subject.asIf === undefined ? asked.given : { ...asked.given, without: subject.asIf.lines };
  const answered = await question.ask(openedOf(options, subject), given, {
    patience: 'screen',
    crewFor: () => crew,
    open: options.open,
  });
  if (request.form === 'json') return jsonText(await answered.document());
  const isChanged = difference(subject.file, itself(subject).scenario).length > 0;
  const command = commandLine(isChanged ? CHANGED : argument, question, given);
  // A file has no colours.
  const text = stripVTControlCharacters(await answered.text({ width: WIDTH, all: true, command }));
  if (request.form === 'text') return text;
  return `# ${subject.scenario.title}\n\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;
}

const CHANGED = '<the changes saved as an overlay>';

/** The id of a shown deal, as a draft that a report can speak about. */
const SHOWN = 'shown';

interface Asked {
  readonly question: AskedQuestion;
  readonly given: Given;
}

/** What each report asks, with what the screen has chosen. */
const EXPORTS: Readonly<Record<ReportName, (request: ExportRequest) => Asked>> = {
  solve: () => ({ question: solve, given: { ties: TIES.screen } }),
  explain: ({ deal }) => ({ question: explain, given: deal === null ? {} : { draft: [SHOWN] } }),
  frontier: (request) => {
    const zone = chosen('frontier', request)?.zone ?? true;
    return { question: frontier, given: zone ? { zone } : {} };
  },
  sensitivity: (request) => ({ question: sensitivity, given: solutionOf(chosen('tornado', request)) }),
  smaa: (request) => {
    const draws = chosen('smaa', request);
    return {
      question: sensitivity,
      given: { smaa: true, ...solutionOf(draws), ...(draws === undefined ? {} : { draws: draws.draws }) },
    };
  },
  stages: () => ({ question: sensitivity, given: { stages: true } }),
  bargain: (request) => ({ question: bargain, given: agendaOf(chosen('session', request)) }),
  'many-sessions': (request) => {
    const asked = chosen('runs', request);
    if (asked === undefined) return EXPORTS.bargain(request);
    const draws = hasRange(request.about.scenario) ? { draws: true } : {};
    return { question: bargain, given: { runs: asked.runs, ...draws, ...agendaOf(asked) } };
  },
  tournament: (request) => {
    const asked = chosen('tournament', request);
    if (asked === undefined) return EXPORTS.bargain(request);
    const { menu, protocol } = asked;
    return { question: tournament, given: { menu, protocol, ...agendaOf(asked) } };
  },
  compare: (request) => ({ question: compare, given: { others: [...(chosen('compare', request)?.others ?? [])] } }),
};

function solutionOf(question: { readonly solution: string } | undefined): Given {
  return question === undefined ? {} : { solution: question.solution };
}

function agendaOf(question: { readonly agenda?: string } | undefined): Given {
  return question?.agenda === undefined ? {} : { agenda: question.agenda };
}

/** The screen's own question of this kind, if it has one. */
function chosen<K extends QuestionKind>(kind: K, { questions }: ExportRequest): QuestionOf<K> | undefined {
  return questions.find((question): question is QuestionOf<K> => question.kind === kind);
}

/** The scenario without what is supposed. */
function itself(subject: Subject): Subject {
  return subject.asIf?.of ?? subject;
}

/** As on the screen: draws suppose nothing where a red line is drawn itself. */
function subjectOf({ what, about }: ExportRequest): Subject {
  return what === 'smaa' ? drawnFrom(about) : about;
}

/** The scenario as edited, nothing supposed, as a case to ask about. */
export function editedCase(options: Omit<ReportOptions, 'crew' | 'open'>): OpenCase {
  return openedOf(options, itself(options.request.about));
}

/** What was changed by hand stands among the warnings, so that no report passes for one of the file. */
function openedOf(
  { request, version, warnings: read }: Omit<ReportOptions, 'crew' | 'open'>,
  subject: Subject,
): OpenCase {
  const { compiled, file, edits } = subject;
  const changes = difference(file, subject.scenario);
  const assumptions = changes.flatMap((change): Assumption[] => {
    if (change.kind !== 'redLineDropped') return [];
    const party = file.parties.find(({ id }) => id === change.party);
    const redLine = party?.redLines.find(({ id }) => id === change.redLine);
    return party === undefined || redLine === undefined ? [] : [{ party, redLine }];
  });
  const byHand = difference(file, itself(subject).scenario);
  const warnings = [...read, ...byHand.map(({ text }) => `changed by hand: ${text}`)];
  const scenario = withShown(subject.scenario, request.what === 'explain' ? request.deal : null);
  return { scenario, compiled, file, assumptions, warnings, version, changed: (at) => withEdits(at, edits, file) };
}

/** With the deal that the screen shows as one more draft. */
function withShown(scenario: Scenario, shown: ShownDeal | null): Scenario {
  if (shown === null) return scenario;
  const clauses = scenario.issues.map((issue, k) => ({ issue: issue.id, option: optionId(issue, shown.deal[k]!) }));
  const draft: Draft = { id: SHOWN, title: shown.title, clauses };
  return { ...scenario, drafts: [...scenario.drafts.filter(({ id }) => id !== SHOWN), draft] };
}
