/** The report of a screen as a file holds it: the same as the commands print, of the scenario as edited. */
import { stripVTControlCharacters } from 'node:util';
import type { Crew } from '../../questions/crew.ts';
import { first } from '../../questions/crew.ts';
import { askBreakpoints } from '../../questions/sensitivity/ask-numbers.ts';
import { compileDraft } from '../../compile/compile.ts';
import { allNumbers } from '../../compile/vary.ts';
import { spaceSize } from '../../engine/problem.ts';
import type { Assumption, Case } from '../../report/case.ts';
import { explainDocument } from '../../questions/explain/document.ts';
import { frontierDocument } from '../../questions/frontier/document.ts';
import { sensitivityDocument } from '../../questions/sensitivity/document.ts';
import { solveDocument } from '../../report/json.ts';
import type { Focus } from '../../report/view/focus.ts';
import { difference } from '../../scenario/edit/difference.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { Draft, Scenario } from '../../scenario/scenario.ts';
import { ASK, askExplanation, STATES, TIES } from '../live/ask.ts';
import type { QuestionKind, QuestionOf, Subject } from '../live/question.ts';
import type { Json } from '../../report/json-text.ts';
import { jsonText } from '../../report/json-text.ts';
import { DEFAULT_TOLERANCE } from '../../questions/frontier/tolerance.ts';
import { SEED } from '../live/question.ts';
import type { ShownDeal } from '../model/context.ts';
import type { ReportName } from '../model/screen.ts';
import type { ExportRequest } from '../model/request.ts';
import { wholeFocus } from '../../report/view/focus.ts';

/** A report in both forms; the text is laid out only when it is asked for. */
interface Report {
  readonly document: Json;
  readonly text: (focus: Focus, width: number) => Promise<string>;
}

type Reporting = (of: Omit<Case, 'answer'>, subject: Subject, crew: Crew, request: ExportRequest) => Promise<Report>;

/** Columns of a text report in a file. */
const WIDTH = 100;
const DRAWS = 10_000;
const SOLUTION = 'nash';

export interface ReportOptions {
  readonly request: ExportRequest;
  readonly subject: Subject;
  readonly crew: Crew;
  /** Of this program. */
  readonly version: string;
  /** What the person typed to open the scenario. */
  readonly argument: string;
  /** Said when it was read. */
  readonly warnings: readonly string[];
}

export async function reportText(options: ReportOptions): Promise<string> {
  const { request, subject, crew, argument } = options;
  const { what, form } = request;
  const report = await REPORTS[what](commonOf(options), subject, crew, request);
  if (form === 'json') return jsonText(report.document);
  const isChanged = difference(subject.file, subject.scenario).length > 0;
  const command = `winset ${COMMANDS[what]} ${isChanged ? '<the changes saved as an overlay>' : argument}`;
  // A file has no colours.
  const text = stripVTControlCharacters(await report.text(wholeFocus(subject.scenario, true, command), WIDTH));
  if (form === 'text') return text;
  return `# ${subject.scenario.title}\n\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;
}

/** What gives the same report outside the interface. */
const COMMANDS: Readonly<Record<ReportName, string>> = {
  solve: 'solve',
  explain: 'explain',
  frontier: 'frontier',
  sensitivity: 'sensitivity',
  smaa: 'sensitivity --smaa',
  stages: 'sensitivity --stages',
};

/** The screen's own question of this kind, or the plainest. */
function asked<K extends QuestionKind>(kind: K, { questions }: ExportRequest, plain: QuestionOf<K>): QuestionOf<K> {
  return questions.find((question): question is QuestionOf<K> => question.kind === kind) ?? plain;
}

/** What was changed by hand stands among the warnings, so that no report passes for one of the file. */
function commonOf({ subject, version, warnings: read }: ReportOptions): Omit<Case, 'answer'> {
  const { scenario, compiled, file } = subject;
  const changes = difference(file, scenario);
  const assumptions = changes.flatMap((change): Assumption[] => {
    if (change.kind !== 'redLineDropped') return [];
    const party = file.parties.find(({ id }) => id === change.party);
    const redLine = party?.redLines.find(({ id }) => id === change.redLine);
    return party === undefined || redLine === undefined ? [] : [{ party, redLine }];
  });
  const warnings = [...read, ...changes.map(({ text }) => `changed by hand: ${text}`)];
  return { scenario, compiled, assumptions, warnings, seed: SEED, version };
}

const REPORTS: Readonly<Record<ReportName, Reporting>> = {
  solve: async (common, { scenario, compiled }, crew) => {
    const drafts = scenario.drafts.map(({ id }) => compileDraft(scenario, id));
    const options = { drafts, coalition: null, ties: TIES, states: STATES, seed: SEED };
    const job = { kind: 'solve', problem: compiled.problem, options } as const;
    const of = { ...common, answer: first(await crew.run<'solve'>([job], () => ({ text: '', share: null }))) };
    return {
      document: solveDocument(of),
      text: async (focus, width) => {
        const [{ reportView }, { textReport }] = await Promise.all([
          import('../../questions/solve/view.ts'),
          import('../../questions/solve/text.tsx'),
        ]);
        return textReport(reportView(of, focus), width);
      },
    };
  },

  explain: async (common, subject, crew, { deal }) => {
    const drafts = deal === null ? [] : [draftOf(subject.scenario, deal)];
    const answer = await askExplanation(subject.compiled.problem, deal === null ? [] : [deal.deal], crew);
    const of = { ...common, scenario: { ...common.scenario, drafts }, answer };
    return {
      document: explainDocument(of),
      text: async (focus, width) => {
        const [{ explainView }, { textExplain }] = await Promise.all([
          import('../../questions/explain/view.ts'),
          import('../../questions/explain/text.tsx'),
        ]);
        return textExplain(explainView(of, { ...focus, drafts: [...drafts.keys()] }), width);
      },
    };
  },

  frontier: async (common, subject, crew, request) => {
    const question = asked('frontier', request, { kind: 'frontier', zone: true });
    const { scope, ...answer } = await ASK.frontier(subject, question, crew);
    const of = { ...common, answer, scope, tolerance: DEFAULT_TOLERANCE };
    return {
      document: frontierDocument(of),
      text: async (focus, width) => {
        const [{ frontierView }, { textFrontier }] = await Promise.all([
          import('../../questions/frontier/view.ts'),
          import('../../questions/frontier/text.tsx'),
        ]);
        return textFrontier(frontierView(of, focus), width);
      },
    };
  },

  sensitivity: async (common, subject, crew, request) => {
    const question = asked('tornado', request, { kind: 'tornado', solution: SOLUTION });
    const { solution } = question;
    const found = await ASK.tornado(subject, question, crew);
    const answer = { ...found.answer, space: spaceSize(subject.compiled.problem) };
    const recommended = { solution, outcome: found.answer.base };
    const numbers = allNumbers(subject.scenario, false);
    const breakpoints = await askBreakpoints(subject, numbers, recommended, crew);
    const tornado = { ...common, ...found, answer, solution, breakpoints };
    return {
      document: sensitivityDocument(common, { smaa: null, tornado, stages: null }),
      text: async (focus, width) => {
        const [{ tornadoView }, { breakpointsSection, criticalSentences }, { textSheet }] = await Promise.all([
          import('../../questions/sensitivity/tornado.ts'),
          import('../../questions/sensitivity/breakpoints.ts'),
          import('../../report/text-sheet.tsx'),
        ]);
        const sections = [breakpointsSection(tornado, focus)];
        return textSheet(tornadoView(tornado, focus, sections, criticalSentences(tornado)), width);
      },
    };
  },

  smaa: async (common, subject, crew, request) => {
    const question = asked('smaa', request, { kind: 'smaa', draws: DRAWS, solution: SOLUTION });
    const { solution } = question;
    const found = await ASK.smaa(subject, question, crew);
    const answer = { ...found, space: spaceSize(subject.compiled.problem) };
    const smaa = { ...common, answer, solution, simplex: false };
    return {
      document: sensitivityDocument(common, { smaa, tornado: null, stages: null }),
      text: async (focus, width) => {
        const [{ smaaView }, { textSheet }] = await Promise.all([
          import('../../questions/sensitivity/draws.ts'),
          import('../../report/text-sheet.tsx'),
        ]);
        return textSheet(smaaView(smaa, focus), width);
      },
    };
  },

  stages: async (common, subject, crew) => {
    if (subject.file.stages.length === 0) throw new Error('the scenario has no stages, so there is nothing to compare');
    const found = await ASK.stages(subject, { kind: 'stages', solution: SOLUTION }, crew);
    const stages = { ...common, answer: { space: spaceSize(subject.compiled.problem) }, ...found };
    return {
      document: sensitivityDocument(common, { smaa: null, tornado: null, stages }),
      text: async (focus, width) => {
        const [{ stagesView }, { textSheet }] = await Promise.all([
          import('../../questions/sensitivity/stages.ts'),
          import('../../report/text-sheet.tsx'),
        ]);
        return textSheet(stagesView(stages, focus), width);
      },
    };
  },
};

/** A deal as a draft of the scenario, so that a report can speak about it. */
function draftOf({ issues }: Scenario, { deal, title }: ShownDeal): Draft {
  const clauses = issues.map((issue, k) => ({ issue: issue.id, option: optionId(issue, deal[k]!) }));
  return { id: 'shown', title, clauses };
}
