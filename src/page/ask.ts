/** Asks the questions whose answers a page tells, and puts what they say together. */
import { askBargain } from '../questions/bargain/ask.ts';
import { bargainOptions } from '../questions/bargain/question.ts';
import type { SessionView } from '../questions/bargain/view.ts';
import { sessionView } from '../questions/bargain/view.ts';
import { askExplain } from '../questions/explain/ask.ts';
import { explainOptions } from '../questions/explain/question.ts';
import { explainView } from '../questions/explain/view.ts';
import { readOptions } from '../questions/option.ts';
import type { Asker, OpenCase } from '../questions/question.ts';
import { hasRange } from '../questions/sensitivity/ask-draws.ts';
import { askSensitivity } from '../questions/sensitivity/ask.ts';
import { sensitivityOptions } from '../questions/sensitivity/question.ts';
import { sensitivityView } from '../questions/sensitivity/view.ts';
import { withMiddle } from '../questions/unvalued.ts';
import { middleSentences } from '../report/view/unvalued.ts';
import { partyInside } from '../report/view/words.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { askWhole, focusOf } from './ask-whole.ts';
import type { PageContent, PageStudy } from './content.ts';
import { controlsOf } from './controls.ts';
import { groundsOf } from './grounds.ts';
import { datesPicture, tornadoPicture } from './pictures.ts';

export interface PageOptions {
  readonly draws: number;
  /** False: reasons and sources stay out. */
  readonly names: boolean;
  /** True where the scenario is what one party knows (`oneSide`). */
  readonly own?: boolean;
  readonly baseName: PageContent['baseName'];
  /** What gives the same answer again. */
  readonly command: string;
}

/** @throws whatever a question throws */
export async function askPage(opened: OpenCase, options: PageOptions, asker: Asker): Promise<PageContent> {
  const { scenario } = opened;
  return {
    answer: await askWhole(opened, options.command, asker),
    study: await askStudy(await withMiddle(opened, asker), options, asker),
    controls: controlsOf(scenario, options.names),
    grounds: groundsOf(scenario, options.names),
    summary: scenario.summary ?? null,
    baseName: options.baseName,
    own: options.own === true ? ownOf(scenario) : null,
  };
}

function ownOf(scenario: Scenario): PageContent['own'] {
  const [party] = scenario.parties;
  return party === undefined ? null : { name: partyInside(scenario, 0), brief: party.brief ?? null };
}

async function askStudy(opened: OpenCase, { draws, command, own }: PageOptions, asker: Asker): Promise<PageStudy> {
  const shape = { all: false, command };
  // What each draft lacks stands in the table of drafts; how it could be mended takes a search for each.
  const explained = await askExplain(opened, readOptions(explainOptions, {}), asker);
  const { lists, further } = explainView(explained, focusOf(explained, command));
  const asking = async (given: object) => askSensitivity(opened, readOptions(sensitivityOptions, { ...given }), asker);
  const numbers = await asking({});
  if (numbers.tornado === null) throw new TypeError('single numbers were asked for');
  const drawn = draws > 0 && hasRange(opened.scenario) ? await asking({ smaa: true, draws }) : null;
  const dated = opened.file.stages.length > 0 && opened.scenario.stage === null ? await asking({ stages: true }) : null;
  return {
    why: [...lists, ...further],
    middle: opened.middle === undefined ? null : middleSentences(opened.scenario, opened.middle).join(' '),
    supposed: numbers.supposed?.[0] ?? null,
    tornado: tornadoPicture(numbers.tornado),
    numbers: sensitivityView(numbers, shape),
    draws: drawn === null ? null : sensitivityView(drawn, shape),
    dates:
      dated === null || dated.stages === null
        ? null
        : { sheet: sensitivityView(dated, shape), picture: datesPicture(dated.stages) },
    // Nobody bargains alone.
    session: own === true ? null : await askSession(opened, command, asker),
  };
}

async function askSession(opened: OpenCase, command: string, asker: Asker): Promise<SessionView | null> {
  if (opened.scenario.bargaining === undefined) return null;
  const found = await askBargain(opened, readOptions(bargainOptions, {}), asker);
  return found.kind === 'session' ? sessionView(found, focusOf(opened, command)) : null;
}
