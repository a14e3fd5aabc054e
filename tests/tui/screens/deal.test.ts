import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDraft } from '../../../src/compile/compile.ts';
import { accepts, inZone, utilityPoints } from '../../../src/engine/deal.ts';
import type { Deal } from '../../../src/engine/problem.ts';
import { clauseStandings } from '../../../src/engine/standing.ts';
import { reservationOf } from '../../../src/report/case.ts';
import { atLeast, points, signedPoints } from '../../report/tenths.ts';
import { issueTitle, optionLabel, partyInside, partyName, partyShort } from '../../../src/report/view/words.ts';
import type { ScenarioEdit } from '../../../src/scenario/edit/edit.ts';
import type { Context, ShownDeal } from '../../../src/tui/model/context.ts';
import { shownDeal } from '../../../src/tui/parts/known-deals.ts';
import { dealScreen } from '../../../src/tui/screens/deal/index.ts';
import type { DealState } from '../../../src/tui/screens/deal/state.ts';
import {
  AREAS,
  NOTHING_KNOWN,
  after,
  commandOf,
  contextOf,
  crowded,
  editsOf,
  everyStep,
  expectFilled,
  flat,
  momentOf,
  outdated,
  run,
  screenText,
} from '../support.ts';
import { runs } from '../../runs.ts';
import { shipped } from '../../shipped.ts';
import { optionCount, optionList } from '../../../src/scenario/format/options.ts';

const WIDE = { width: 120, height: 35 };
const NARROW = { width: 80, height: 19 };
const { initial } = dealScreen;

/** The quarry with the red line gone that leaves no deal. */
const OPEN: ScenarioEdit = { kind: 'dropRedLine', party: 'residents', redLine: 'hedge' };

/** The context with what the screen asks about its deal answered. */
function explained(name: string, shown?: ShownDeal, edits: readonly ScenarioEdit[] = []): Context {
  const options = { edits, ...(shown === undefined ? {} : { shown }) };
  const before = contextOf(name, options);
  return contextOf(name, { ...options, kinds: ['glance', ...dealScreen.questions(before, initial)] });
}

function show(context: Context, state: DealState = initial, area = WIDE): string {
  return screenText(dealScreen, context, state, area);
}

function lineWith(text: string, words: string): string {
  const found = text.split('\n').find((line) => line.includes(words));
  if (found === undefined) throw new Error(`no line with ${words} in\n${text}`);
  return found;
}

/** The part of a party's row that is beside its name, without the pane on the right. */
function partyRow(text: string, name: string): string {
  return lineWith(text, `│ ${name} `).split('││')[0]!;
}

/** The sentences of the pane beside the parties, wrapped lines joined. */
function verdictOf(text: string): string {
  const lines = text.split('\n').slice(1);
  const end = lines.findIndex((line) => line.startsWith('╰'));
  return lines
    .slice(0, end)
    .map((line) => line.slice(line.lastIndexOf('││') + 2, -1).trim())
    .join(' ');
}

/** What the command leaves: the next state, and the context with the deal it shows. */
function done(id: string, context: Context, state: DealState): { context: Context; state: DealState } {
  const step = run(dealScreen, id, context, state);
  const shown = step.effects?.find((effect) => effect.kind === 'show');
  return {
    state: step.state ?? state,
    context: shown?.kind === 'show' ? { ...context, shown: shown.shown } : context,
  };
}

function nash(context: Context): Deal {
  return context.findings.glance.last!.answer.solutions!.nash.deals[0]!.deal;
}

function everyDeal(context: Context): Deal[] {
  return context.now.scenario.issues.reduce<Deal[]>(
    (deals, issue) => deals.flatMap((deal) => optionList(issue).map((_, option) => [...deal, option])),
    [[]],
  );
}

describe('the parties', () => {
  it.each(['lease', 'first-five-minutes'])('have the points of the Nash deal of %s where nothing is chosen', (name) => {
    const context = contextOf(name);
    const { utility } = context.findings.glance.last!.answer.solutions!.nash.deals[0]!;
    const text = show(context);
    expect(text).toContain('Nash deal');
    utility.forEach((value, party) => {
      const row = partyRow(text, partyName(context.now.scenario, party));
      expect(row).toContain(` ${points(value)} `);
      expect(row).toContain(` ${signedPoints(value - reservationOf(context.now, party))} `);
      expect(row).toContain('✓ yes');
    });
  });

  it('say why they refuse, as every deal of the quarry shows', () => {
    const context = contextOf('quarry-dispute');
    const { scenario, compiled } = context.now;
    for (const deal of everyDeal(context)) {
      const text = show({ ...context, shown: { deal, title: 'this deal' } });
      expect(text).toContain(inZone(compiled.problem, deal) ? '✓ In the zone' : '✗ ');
      utilityPoints(compiled.problem, deal).forEach((value, party) => {
        const row = partyRow(text, partyName(scenario, party));
        const missing = reservationOf(context.now, party) - value;
        if (missing > 0) expect(row).toContain(`short ${atLeast(missing)}`);
        else expect(row).not.toContain('short');
        const hedge = scenario.parties[party]!.id === 'residents' && deal[0] !== 0;
        if (hedge && missing <= 0) expect(row).toContain('red line hedge');
      });
    }
  });

  it('keep a title only as long as it holds', () => {
    const context = explained('lease');
    const { deal, title } = shownDeal(context)!;
    const other = deal.map((option, issue) => (issue === 0 ? (option === 0 ? 1 : 0) : option));
    expect(shownDeal({ ...context, shown: { deal, title, earlier: true } })!.title).toBe('Nash deal');
    expect(shownDeal({ ...context, shown: { deal: other, title, earlier: false } })!.title).toBe('Nash deal');
    const joint = 'Nash + Kalai-Smorodinsky + Equal loss deal';
    expect(shownDeal({ ...context, shown: { deal, title: joint, earlier: true } })!.title).toBe(joint);
    expect(show({ ...context, shown: { deal: other, title, earlier: true } })).toContain('Earlier Nash deal');
  });

  it('are those of the first way out where there is no deal, and the title says so', () => {
    const text = show(explained('quarry-dispute'), initial, { width: 140, height: 35 });
    expect(text).toMatch(/Deal if /u);
    expect(text).toContain('the zone is empty');
    expect(text).toMatch(/Blocked by /u);
  });
});

describe('the clauses', () => {
  it('name who likes and who swallows them, by thirds of what the issue can give', () => {
    const context = contextOf('first-five-minutes');
    const { scenario, compiled } = context.now;
    const text = show(context);
    const standings = clauseStandings(compiled.problem, nash(context));
    scenario.issues.forEach((_, issue) => {
      const row = lineWith(text, ` ${issueTitle(scenario, issue)} `);
      expect(row).toContain(optionLabel(scenario, issue, nash(context)[issue]!));
      const names = (holds: (share: number) => boolean): string =>
        standings[issue]!.flatMap(({ share }, party) =>
          share !== null && holds(share) ? [partyShort(scenario, party)] : [],
        ).join(' ');
      const [likes, swallows] = [names((share) => share >= 2 / 3), names((share) => share <= 1 / 3)];
      if (likes !== '') expect(row).toContain(`+ ${likes}`);
      if (swallows !== '') expect(row).toContain(`- ${swallows}`);
      standings[issue]!.forEach(({ cost }) => expect(row).toContain(cost === 0 ? '·' : `-${points(cost)}`));
    });
  });

  it('move every bar at once when an option is changed, and back', () => {
    const context = contextOf('lease');
    const { problem } = context.now.compiled;
    const from = nash(context);
    const edited = done('next-option', context, initial);
    const to = [from[0]! + 1, ...from.slice(1)];
    expect(edited.context.shown).toEqual({ deal: to, title: 'edited Nash deal' });
    const text = show(edited.context, edited.state);
    const [before, now] = [utilityPoints(problem, from), utilityPoints(problem, to)];
    now.forEach((value, party) => {
      const row = partyRow(text, partyName(context.now.scenario, party));
      expect(row).toContain(` ${points(value)} `);
      expect(row).toContain(` ${signedPoints(value - before[party]!)} `);
    });
    expect(verdictOf(text)).toContain('1 clause edited (*) from the Nash deal');
    expect(lineWith(text, issueTitle(context.now.scenario, 0))).toContain('›*');
    const twice = done('next-option', edited.context, after(dealScreen, edited.context, edited.state, ['down']));
    expect(verdictOf(show(twice.context, twice.state))).toContain('2 clauses edited');
    const back = done('put-back', twice.context, { ...twice.state, issue: 0 });
    expect(back.context.shown!.deal).toEqual([from[0], ...twice.context.shown!.deal.slice(1)]);
    const all = done('put-all-back', twice.context, twice.state);
    expect(all.context.shown).toEqual({ deal: from, title: 'Nash deal' });
    expect(() => run(dealScreen, 'put-all-back', all.context, all.state)).toThrow('Nothing is edited.');
  });

  it('forget the edits when another deal is shown', () => {
    const edited = done('next-option', contextOf('lease'), initial);
    const other = { ...edited.context, shown: { deal: [0, 0], title: 'some deal' } };
    expect(show(other, edited.state)).not.toContain('edited');
  });

  it('take every option in turn', () => {
    const context = contextOf('lease');
    const options = optionCount(context.now.scenario.issues[0]!);
    let step = { context, state: initial };
    const seen = Array.from({ length: options }, () => {
      step = done('previous-option', step.context, step.state);
      return step.context.shown!.deal[0]!;
    });
    expect(new Set(seen).size).toBe(options);
    expect(step.context.shown).toEqual({ deal: nash(context), title: 'Nash deal' });
  });
});

describe('the explanation', () => {
  it('says of every deal of the lease whether another beats it, and shows that one', () => {
    const all = everyDeal(contextOf('lease'));
    const verdicts = all.map((deal) => {
      const context = explained('lease', { deal, title: 'this deal' });
      const { efficient, dominatedBy } = context.findings.deal.last!.answer.answer;
      const text = show(context);
      expect(verdictOf(text)).toMatch(efficient === true ? /Efficient:/ : /Beaten|worth more/);
      if (dominatedBy === null) {
        expect(() => run(dealScreen, 'better', context, initial)).toThrow('No deal is known that beats');
      } else {
        const better = done('better', context, initial);
        expect(better.context.shown).toEqual({ deal: dominatedBy.deal, title: 'deal that beats the this deal' });
        const gains = utilityPoints(context.now.compiled.problem, better.context.shown!.deal).map(
          (value, party) => value - utilityPoints(context.now.compiled.problem, deal)[party]!,
        );
        expect(Math.min(...gains)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...gains)).toBeGreaterThan(0);
      }
      return efficient;
    });
    expect(new Set(verdicts)).toEqual(new Set([true, false]));
  });

  it('lists the fewest changes into the zone, each of which leads there', () => {
    const context = explained('quarry-dispute', { deal: [2, 0, 0, 0, 0], title: 'this deal' }, [OPEN]);
    const { edits } = context.findings.deal.last!.answer.edits[0]!;
    expect(edits.distance).toBeGreaterThan(0);
    const pane = after(dealScreen, context, initial, ['pane']);
    expect(show(context, pane)).toContain('way 1');
    const list = show(context, pane)
      .split('\n')
      .filter((line) => /way \d/u.test(line));
    expect(list).toHaveLength(edits.ways.length);
    edits.ways.forEach((way, k) => {
      const first = context.findings.deal.last!.answer.answer.dominatedBy === null ? 0 : 1;
      const applied = done('apply', context, { ...pane, item: first + k });
      expect(inZone(context.now.compiled.problem, applied.context.shown!.deal)).toBe(true);
      expect(applied.context.shown!.title).toBe('edited this deal');
      expect(applied.context.shown!.deal).toEqual(way.deal);
    });
  });

  it('applies the exchange under the cursor', () => {
    const context = explained('first-five-minutes');
    const { packages, logrolls } = context.findings.deal.last!.answer.exchanges!;
    const exchange = [...logrolls, ...packages][0]!;
    const pane = after(dealScreen, context, initial, ['pane', 'last']);
    const applied = done('apply', context, { ...pane, item: 0 });
    const expected = [...nash(context)];
    for (const { issue, option } of exchange.changes) expected[issue] = option;
    expect(applied.context.shown!.deal).toEqual(expected);
    expect(() => run(dealScreen, 'apply', context, initial)).toThrow('Tab leads');
  });

  it('is dimmed and cannot be applied once the deal has changed', () => {
    const context = explained('first-five-minutes');
    const edited = done('next-option', context, initial);
    const lines = dealScreen.view(edited.context, edited.state, WIDE);
    const row = lines.find((line) => line.some(({ text }) => text.includes('package')))!;
    expect(row.filter(({ text }) => text.includes('package')).every(({ tone }) => tone === 'dim')).toBe(true);
    expect(verdictOf(show(edited.context, edited.state))).toContain('Whether another deal beats it: computing...');
    const pane = { ...edited.state, pane: 'changes' as const };
    expect(() => run(dealScreen, 'apply', edited.context, pane)).toThrow('No change is listed yet.');
    const weight = outdated(context, OPEN_BAND);
    expect(show(weight)).toContain('of the last deal; computing...');
  });

  const OPEN_BAND: ScenarioEdit = { kind: 'reservation', party: 'band', value: 41 };
});

describe('other deals', () => {
  it('come in turn: solutions, complete drafts, and round again', () => {
    const context = contextOf('quarry-dispute', { edits: [OPEN] });
    const { solutions } = context.findings.glance.last!.answer;
    const drafts = context.now.scenario.drafts.map(({ id }) => compileDraft(context.now.scenario, id));
    const expected = new Set(
      [...Object.values(solutions!).map(({ deals }) => deals[0]!.deal), ...drafts.filter((d) => !d.includes(null))].map(
        (deal) => JSON.stringify(deal),
      ),
    );
    let step = { context, state: initial };
    const seen = Array.from({ length: expected.size }, () => {
      step = done('next-deal', step.context, step.state);
      return JSON.stringify(step.context.shown!.deal);
    });
    expect(new Set(seen)).toEqual(expected);
    const back = done('previous-deal', step.context, step.state);
    expect(JSON.stringify(back.context.shown!.deal)).toBe(seen.at(-2) ?? seen[0]);
  });

  it('are held against it clause by clause', () => {
    const base = contextOf('first-five-minutes');
    const context = { ...base, pinned: momentOf(base) };
    const { scenario } = context.now;
    const pinned = after(dealScreen, context, initial, ['compare']);
    expect(verdictOf(show(context, pinned))).toContain('Against the pinned Nash deal: 0 clauses differ');
    const draft = after(dealScreen, context, pinned, ['compare']);
    const options = compileDraft(scenario, scenario.drafts[0]!.id);
    const text = show(context, draft);
    const differing = nash(context).filter((option, issue) => options[issue] !== null && options[issue] !== option);
    expect(verdictOf(text)).toContain(`Against the draft ${scenario.drafts[0]!.id}: ${differing.length} clause`);
    expect(text.split('\n').filter((line) => /^┃.{2}~/u.test(line))).toHaveLength(differing.length);
    const none = after(dealScreen, context, draft, ['compare', 'compare']);
    expect(none.against).toBe(null);
  });

  it('are followed by no deal, where it has a name, with what everybody gains', () => {
    const shown = shipped('first-five-minutes');
    const context = contextOf({ ...shown, drafts: [], statusQuo: { id: 'home', title: 'Each goes home' } });
    const held = after(dealScreen, context, initial, ['compare']);
    const { problem } = context.now.compiled;
    const gains = utilityPoints(problem, nash(context)).map((worth, party) => {
      const { disagreement } = context.now.scenario.parties[party]!;
      return `${partyShort(context.now.scenario, party)} ${signedPoints(worth - disagreement.value)}`;
    });
    expect(verdictOf(show(context, held))).toContain(`Against no deal (home): ${gains.join(', ')}.`);
    expect(commandOf(dealScreen, 'show-compared').unavailable?.(context, held)).toBe('No deal has no clauses to show.');
    expect(after(dealScreen, context, held, ['compare']).against).toBe(null);
  });

  it('have a nearest draft, which is the one with the fewest clauses to change', () => {
    const context = contextOf('ukraine-2025', { kinds: [] });
    const { scenario } = context.now;
    const drafts = scenario.drafts.map(({ id }) => ({ id, options: compileDraft(scenario, id) }));
    for (const { options } of drafts) {
      const deal = options.map((option) => option ?? 0);
      const distance = (other: readonly (number | null)[]): number =>
        other.filter((option, issue) => option !== null && option !== deal[issue]).length;
      const least = Math.min(...drafts.map((draft) => distance(draft.options)));
      const words = least === 0 ? 'no clause differs' : `${least} clause`;
      const shown = { deal, title: 'this deal' };
      const [, id] = /Nearest draft: ([^,]+), /u.exec(verdictOf(show({ ...context, shown })))!;
      expect(distance(drafts.find((draft) => draft.id === id)!.options)).toBe(least);
      expect(verdictOf(show({ ...context, shown }))).toContain(`, ${words}`);
    }
  });
});

describe('saving a draft', () => {
  const context = contextOf('lease');
  const { prompt } = run(dealScreen, 'save-draft', context, initial);

  it('has every clause of the deal, and the deal is then that draft', () => {
    const step = prompt!.onDone('mine');
    if ('message' in step) throw new Error(step.message);
    const edits = step.effects!.flatMap((effect) => (effect.kind === 'edit' ? [effect.edit] : []));
    const saved = contextOf('lease', { edits });
    expect(compileDraft(saved.now.scenario, 'mine')).toEqual(nash(context));
    expect(step.effects).toContainEqual({ kind: 'show', shown: { deal: nash(context), title: 'draft mine' } });
  });

  it('refuses an id that is none, or taken', () => {
    const taken = context.now.scenario.drafts[0]!.id;
    expect(prompt!.onDone(taken)).toEqual({ message: `There is a draft '${taken}' already.` });
    expect(prompt!.onDone('no, id')).toHaveProperty('message');
    expect(prompt!.onDone('')).toHaveProperty('message');
  });
});

describe('any size and any knowledge', () => {
  const known = ['lease', 'quarry-dispute', 'first-five-minutes'].map((name) => explained(name));
  const ukraine = contextOf('ukraine-2025', { kinds: [] });
  const large = { ...ukraine, shown: { deal: ukraine.now.scenario.issues.map(() => 0), title: 'first options' } };
  const full = contextOf(crowded(), { kinds: [] });
  const contexts = [
    ...known,
    ...known.map((context) => ({ ...context, findings: NOTHING_KNOWN })),
    large,
    { ...full, shown: { deal: full.now.scenario.issues.map(() => 1), title: '第一' } },
  ];

  it('fills the area exactly', () => {
    const panes = fc.constantFrom('clauses' as const, 'changes' as const);
    fc.assert(
      fc.property(
        AREAS,
        fc.constantFrom(...contexts),
        panes,
        fc.nat(50),
        fc.nat(9),
        (area, context, pane, issue, item) => {
          const against = item % 2 === 0 ? null : `draft ${context.now.scenario.drafts[0]?.id}`;
          const lines = dealScreen.view(context, { ...initial, pane, issue, item, against }, area);
          expect(lines).toHaveLength(area.height);
          expectFilled(lines, area);
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('does whatever can be done anywhere', () => {
    for (const context of contexts) {
      for (const pane of ['clauses', 'changes'] as const) {
        const steps = everyStep(dealScreen, context, { ...initial, pane });
        expect(steps.length).toBeGreaterThan(5);
        for (const step of steps) {
          expectFilled(dealScreen.view(step.context, step.state, NARROW), NARROW);
          everyStep(dealScreen, step.context, step.state);
        }
      }
    }
  });

  it('waits for a deal, and offers nothing that needs one', () => {
    const context = { ...known[0]!, findings: NOTHING_KNOWN };
    expect(show(context)).toContain('Looking for a deal: computing...');
    expect(dealScreen.questions(context, initial)).toEqual([]);
    expect(() => run(dealScreen, 'save-draft', context, initial)).toThrow('no deal on the screen');
    expect(() => run(dealScreen, 'next-option', context, initial)).toThrow('no deal on the screen');
  });

  it('asks about the deal it shows', () => {
    expect(dealScreen.questions(known[0]!, initial)).toEqual([{ kind: 'deal', deal: nash(known[0]!) }]);
    expect(dealScreen.dealOf!(known[0]!, initial)).toEqual({ deal: nash(known[0]!), title: 'Nash deal' });
  });

  it('keeps the clause under the cursor in view', () => {
    for (const area of [WIDE, NARROW]) {
      for (const issue of large.now.scenario.issues.keys()) {
        const text = show(large, { ...initial, issue }, area);
        expect(text.split('\n').filter((line) => line.startsWith('┃›'))).toHaveLength(1);
      }
    }
  });

  it('gives its commands keys that are free, each one once', () => {
    const keys = dealScreen.commands.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    const taken = ['q', '?', ':', 'u', 'U', 'e', 'y', 's', 'd', 'L', 'p', '[', ']', 'escape'];
    expect(keys.filter((key) => taken.includes(key) || /^\d$/u.test(key))).toEqual([]);
  });
});

describe('an issue that arises only with others', () => {
  const context = contextOf('ukraine-2025', { kinds: [], shown: { title: 'US draft', deal: us28() } });
  const { issues } = context.now.scenario;
  const at = (id: string): DealState => ({ ...initial, issue: issues.findIndex((issue) => issue.id === id) });
  const chosen = (of: Context, id: string): string => {
    const k = issues.findIndex((issue) => issue.id === id);
    return optionLabel(of.now.scenario, k, shownDeal(of)!.deal[k]!);
  };

  function us28(): Deal {
    const { scenario } = contextOf('ukraine-2025', { kinds: [] }).now;
    return compileDraft(scenario, 'us28').map((option) => option ?? 0);
  }

  function turned(of: Context, state: DealState, id: 'next-option' | 'previous-option'): Context {
    const { effects = [] } = run(dealScreen, id, of, state);
    const effect = effects.find((each) => each.kind === 'show');
    if (effect?.kind !== 'show') throw new Error('nothing shown');
    return { ...of, shown: effect.shown };
  }

  it('no longer arises once the clause that it hangs on changes, and cannot be turned then', () => {
    const without = turned(turned(context, at('us-fund'), 'previous-option'), at('us-fund'), 'previous-option');
    expect(chosen(without, 'us-fund')).toBe('0 billion dollars');
    expect(chosen(without, 'us-profit')).toBe('does not arise');
    const { unavailable } = dealScreen.commands.find(({ id }) => id === 'next-option')!;
    expect(unavailable!(without, at('us-profit'))).toMatch(/does not arise in this deal/u);
    expect(show(without, at('us-profit'))).toContain('nothing to choose');
  });

  it('passes over the option of not arising where it does arise', () => {
    const wanted = optionCount(issues.find(({ id }) => id === 'us-profit')!) - 1;
    const seen = new Set<string>();
    let of = context;
    for (let step = 0; step < wanted; step++) {
      seen.add(chosen(of, 'us-profit'));
      of = turned(of, at('us-profit'), 'next-option');
    }
    expect(seen.size).toBe(wanted);
    expect(seen).not.toContain('does not arise');
    expect(chosen(of, 'us-profit')).toBe(chosen(context, 'us-profit'));
  });
});

describe('the price of a clause', () => {
  /** With the price of the dearest party's clause asked for and answered, the cursor on the first clause that costs any. */
  function priced(): { context: Context; state: DealState } {
    const context = contextOf('quarry-dispute', { edits: [OPEN] });
    const rows = context.now.scenario.issues.map((_, issue) => ({ ...initial, issue }));
    const start = rows.find((row) => (commandOf(dealScreen, 'price').unavailable?.(context, row) ?? null) === null)!;
    const state = after(dealScreen, context, start, ['price']);
    const kinds = ['glance' as const, ...dealScreen.questions(context, state)];
    return { context: contextOf('quarry-dispute', { edits: [OPEN], kinds }), state };
  }

  it('says what it costs whom, and what it was paid with, beside the clauses or below them', () => {
    const { context, state } = priced();
    const followed = context.findings.price.last!.answer;
    const { scenario } = context.now;
    for (const area of [{ width: 140, height: 40 }, NARROW]) {
      const text = flat(show(context, state, area));
      expect(text).toContain(`What paid ${partyInside(scenario, followed.party)} for it`);
      expect(text).toContain(`costs ${points(followed.cost)} points`);
    }
    expect(show(context, state, { width: 140, height: 40 })).toMatch(/refusing -> here|what else it gets/);
  });

  it('goes round the parties that it costs anything, and is gone after the last', () => {
    const { context, state } = priced();
    let current = state;
    const seen = new Set<number>();
    while (current.price !== null) {
      const asked = dealScreen.questions(context, current).find(({ kind }) => kind === 'price');
      if (asked?.kind !== 'price') throw new Error('a price is asked for');
      seen.add(asked.party);
      current = after(dealScreen, context, current, ['price']);
    }
    const standings = clauseStandings(context.now.compiled.problem, nash(context))[state.issue]!;
    expect([...seen].toSorted((a, b) => a - b)).toEqual(
      [...standings.keys()].filter((party) => standings[party]!.cost > 0),
    );
  });

  it('forbids the clause for the party with one key, or for all', () => {
    const { context, state } = priced();
    const { party, issue } = context.findings.price.last!.answer;
    const { id } = context.now.scenario.parties[party]!;
    const [edit] = editsOf(run(dealScreen, 'forbid', context, state).effects);
    const without = contextOf('quarry-dispute', { edits: [OPEN, edit!], kinds: [] }).now;
    const lines = without.scenario.parties[party]!.redLines;
    expect(lines.at(-1)?.id).toBe(`refuses-${context.now.scenario.issues[issue]!.id}`);
    expect(accepts(without.compiled.problem, without.compiled.problem.parties[party]!, nash(context))).toBe(false);
    expect(edit).toMatchObject({ kind: 'redLine', party: id });
    const [lock] = editsOf(run(dealScreen, 'forbid-for-all', context, state).effects);
    const locked = contextOf('quarry-dispute', { edits: [OPEN, lock!], kinds: [] }).now;
    expect(inZone(locked.compiled.problem, nash(context))).toBe(false);
  });
});
