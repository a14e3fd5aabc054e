/** The deal screen laid out: parties and verdict above, clauses below, and where there is room options and changes. */
import { capital } from '../../../report/text/capital.ts';
import { issueTitle } from '../../../report/view/words.ts';
import type { Block } from '../../draw/box.ts';
import { beside, block, box, stack } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { line, safe, span } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { computingWords } from '../../parts/computing.ts';
import { indented } from '../../parts/text.ts';
import type { ChangeLines } from './change-list.ts';
import { changeLines } from './change-list.ts';
import { clauseLines } from './clauses.ts';
import { partyLines } from './parties.ts';
import { optionLines } from './options.ts';
import { priceLines } from './price.ts';
import type { DealState, OnScreen } from './state.ts';
import { issueAt, onScreen } from './state.ts';
import { answerOf, verdictInTwo, verdictLines } from './verdict.ts';
import { optionCount } from '../../../scenario/format/options.ts';

const WIDE = 100;
const TALL = 26;
const VERDICT = 44;
/** Room for the sentences of the verdict. */
const WIDE_TOP = 11;
/** Below this the parties go and only the clauses stay. */
const LOW = 8;
/** From this on a price stands below the clauses where there is no room beside them. */
const TWO_PANES = 10;
const FEW_CLAUSES = 5;

/** The whole screen. */
export function view(context: Context, state: DealState, area: Area): readonly Line[] {
  const on = onScreen(context, state);
  if (on === null) return block(nothingYet(context), area);
  const wide = area.width >= WIDE && area.height >= TALL;
  const top = topHeight(context, area, wide);
  const rest = { width: area.width, height: area.height - top };
  return block(
    stack(
      wide ? wideTop(context, state, on, area.width, top) : narrowTop(context, state, on, area.width, top),
      wide ? wideRest(context, state, on, rest) : onePane(context, state, on, rest),
    ),
    area,
  );
}

function nothingYet({ findings, now }: Context): Line[] {
  const { last, failed, running } = findings.glance;
  if (failed !== null) return [line(span(safe(failed), 'bad'))];
  if (last === null) return [line(span(`Looking for a deal: ${computingWords(running)}`, 'dim'))];
  const drafts = now.scenario.drafts.length === 0 ? '' : ' A complete draft can be shown with n.';
  return [
    line('No deal to show: the zone is empty, and no single way out was found.'),
    line(span(drafts.trim(), 'dim')),
  ];
}

/** Parties with their heading and border, two lines of verdict where it has no pane; some clauses always stay. */
function topHeight({ now }: Context, { height }: Area, wide: boolean): number {
  if (height < LOW) return 0;
  const wanted = now.scenario.parties.length + 3 + (wide ? 0 : 2);
  return Math.min(Math.max(wide ? WIDE_TOP : 0, wanted), Math.max(Math.floor(height / 2), height - LOW));
}

function rightOf({ findings }: Context): string | undefined {
  const { current, last } = findings.glance;
  if (!current) return computingWords(null);
  return last?.answer.empty === true ? 'the zone is empty' : undefined;
}

function wideTop(context: Context, state: DealState, on: OnScreen, width: number, height: number): Block {
  const { glyphs } = context;
  const left = width - VERDICT;
  const body = indented(partyLines(context, on, answerOf(context, on), left - 4, height - 2));
  const verdict = verdictLines(context, state, on, VERDICT - 4);
  return beside(
    box({ title: capital(on.shown.title), right: rightOf(context), width: left, height, focused: false, body, glyphs }),
    box({ title: 'Is it a deal?', width: VERDICT, height, focused: false, body: indented(verdict), glyphs }),
  );
}

function narrowTop(context: Context, state: DealState, on: OnScreen, width: number, height: number): Block {
  if (height === 0) return [];
  const { glyphs } = context;
  const verdict = verdictInTwo(context, state, on).slice(
    0,
    Math.max(1, height - 3 - context.now.scenario.parties.length),
  );
  const rows = partyLines(context, on, answerOf(context, on), width - 4, Math.max(1, height - 2 - verdict.length));
  const body = indented([...rows, ...verdict]);
  return box({ title: capital(on.shown.title), right: rightOf(context), width, height, focused: false, body, glyphs });
}

function wideRest(context: Context, state: DealState, on: OnScreen, { width, height }: Area): Block {
  const { scenario } = context.now;
  const issue = issueAt(context, state);
  const groups = new Set(scenario.issues.map(({ group }) => group)).size;
  const least = Math.min(12, Math.max(8, ...scenario.issues.map((own) => optionCount(own) + 3)));
  const rows = scenario.issues.length + groups;
  const upper = Math.max(6, Math.min(2 * rows + 2, height - least));
  const lower = height - upper;
  const left = Math.floor(width * 0.5);
  const options = optionLines(context, on, issue, { width: left - 4, height: lower - 2 });
  return stack(
    clausesPane(context, state, on, { width, height: upper }),
    beside(
      box({
        title: `Other options: ${issueTitle(scenario, issue)}`,
        width: left,
        height: lower,
        focused: false,
        body: indented(options),
        glyphs: context.glyphs,
      }),
      changesPane(context, state, on, { width: width - left, height: lower }),
    ),
  );
}

function onePane(context: Context, state: DealState, on: OnScreen, area: Area): Block {
  if (state.price !== null && area.height >= TWO_PANES) {
    const upper = Math.max(FEW_CLAUSES, Math.floor(area.height / 3));
    return stack(
      clausesPane(context, { ...state, pane: 'clauses' }, on, { ...area, height: upper }),
      changesPane(context, state, on, { ...area, height: area.height - upper }),
    );
  }
  return state.pane === 'clauses' ? clausesPane(context, state, on, area) : changesPane(context, state, on, area);
}

function clausesPane(context: Context, state: DealState, on: OnScreen, { width, height }: Area): Block {
  const size = { width: width - 2, height: height - 2 };
  const { lines, more } = clauseLines(context, state, on, answerOf(context, on), size);
  return paneBox(context, 'Clauses', { lines, right: more }, state.pane === 'clauses', { width, height });
}

/** What would change the deal; where a price is asked for, that. */
function changesPane(context: Context, state: DealState, on: OnScreen, { width, height }: Area): Block {
  if (state.price !== null) {
    const { title, lines } = priceLines(context, state, on, { width: width - 2, height: height - 2 });
    return paneBox(context, title, { lines, right: '' }, state.pane === 'changes', { width, height });
  }
  const drawn = changeLines(context, state, on, { width: width - 2, height: height - 2 });
  return paneBox(context, 'What would change it', drawn, state.pane === 'changes', { width, height });
}

function paneBox(
  { glyphs }: Context,
  title: string,
  { lines, right }: ChangeLines,
  focused: boolean,
  area: Area,
): Block {
  return box({ title, right, ...area, focused, body: lines, glyphs });
}
