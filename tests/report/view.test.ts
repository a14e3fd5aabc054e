import { narrow } from '../engine/narrow.ts';
import { describe, expect, it } from 'vitest';
import type { DealCount } from '../../src/engine/answer.ts';
import { utilityUnits } from '../../src/engine/deal.ts';
import type { Case } from '../../src/report/case.ts';
import { gainOf } from '../../src/report/case.ts';
import { rangeOf } from '../../src/report/digits.ts';
import { percent } from '../../src/report/text/number.ts';
import { blockersView } from '../../src/report/view/blockers.ts';
import { clausesView } from '../../src/report/view/clauses.ts';
import { conflictView } from '../../src/report/view/conflict.ts';
import { solutionsView } from '../../src/report/view/deals.ts';
import { openingsView } from '../../src/report/view/openings.ts';
import { draftsView } from '../../src/report/view/drafts.ts';
import { confidenceSentence } from '../../src/report/view/footer.ts';
import { headerView } from '../../src/report/view/header.ts';
import { pointsView } from '../../src/questions/solve/points.ts';
import { reportView } from '../../src/questions/solve/view.ts';
import { verdictView } from '../../src/report/view/verdict.ts';
import { shippedCase, textCase, wholeFocus } from './support.ts';

const band = shippedCase('first-five-minutes');
const ukraine = shippedCase('ukraine-2025');
const opened = shippedCase('ukraine-2025', ['russia.all-donbas']);

const BOUNDED: DealCount = {
  kind: 'bounded',
  low: 10n ** 9n,
  high: 3n * 10n ** 9n,
  estimate: 2e9,
  interval: [1.9e9, 2.1e9],
};

/** The buyer wants a low price, the seller a high one, and the bank signs only a loan. */
function market(consent: string, least: number): string {
  return `winset: 1
title: A sale
consent: ${consent}
issues:
  - { id: price, title: Price, options: [{ id: low }, { id: mid }, { id: high }] }
  - { id: loan, title: Loan, options: [{ id: none }, { id: bank }] }
parties:
  buyer: { name: Buyer, disagreement: 0, reservation: ${least}, issues: { price: { scores: { low: 70, mid: 40, high: 0 } }, loan: { scores: { none: 0, bank: 30 } } } }
  seller: { name: Seller, disagreement: 0, reservation: ${least}, issues: { price: { scores: { low: 0, mid: 60, high: 100 } } } }
  bank: { name: Bank, disagreement: 0, reservation: 0, issues: { loan: { scores: { none: 0, bank: 5 } } } }
`;
}

describe('header', () => {
  it('says what was asked', () => {
    expect(headerView(band)).toEqual({
      title: 'Book the band',
      facts: ['2 parties', '4 issues', '189 combinations'],
      assumptions: [],
    });
    expect(headerView(ukraine).facts).toEqual([
      'positions of 2025-11-20',
      '4 parties',
      '46 issues',
      '9.5 × 10^26 combinations',
    ]);
  });

  it('labels a dropped red line as an assumption', () => {
    const [sentence = '', ...more] = headerView(opened).assumptions;
    expect(sentence).toMatch(
      /^What if: the stated red line russia\.all-donbas of Russia is set aside\. It reads: Ukrainian forces leave/,
    );
    expect(more).toEqual([]);
  });
});

describe('verdict', () => {
  it('gives an exact count as exact', () => {
    expect(verdictView(band, { all: false })).toMatchObject({
      possible: true,
      headline: 'A deal is possible.',
      sentences: [
        '50 of 189 combinations (26 %) would be signed by both parties. Counted exactly.',
        'Uniform slack: every party could ask for up to 23.888 points more at the same time, and a deal would remain.',
      ],
      coalitions: [],
    });
  });

  it('gives bounds as bounds and an estimate as an estimate', () => {
    const [sentence] = verdictView(withCount(band, BOUNDED), { all: false }).sentences;
    expect(sentence).toBe(
      'Between 1.0 × 10^9 and 3.0 × 10^9 of 189 combinations would be signed by both parties; both bounds are ' +
        'proven. Estimate: 2.0 × 10^9, 95 % interval 1.9 × 10^9 to 2.1 × 10^9.',
    );
  });

  it('says that an empty zone is proven', () => {
    const { headline, sentences } = verdictView(ukraine, { all: false });
    expect(headline).toBe('No deal.');
    expect(sentences.join(' ')).toMatch(
      /None of the 9\.5 × 10\^26 combinations of the options listed would be signed by enough parties \(3 of 4, United States, Ukraine and Russia among them\)\. Proven/,
    );
  });

  it('says how far thresholds are from a zone, and nothing of it where red lines leave no deal', () => {
    const { sentences } = verdictView(textCase(market('{ needs: all }', 80)), { all: false });
    expect(sentences.at(-1)).toBe('A zone opens when every party asks for 20.0 points less.');
    expect(verdictView(ukraine, { all: false }).sentences.join(' ')).not.toContain('points less');
  });

  it('lists the sets of signers and names those the report is about', () => {
    const view = verdictView(textCase(market('{ needs: { quorum: 2, veto: [buyer] } }', 40)), { all: false });
    expect(view.sentences[0]).toContain('enough parties (2 of 3, Buyer among them)');
    expect(view.coalitions.filter((row) => row.shown)).toHaveLength(1);
    expect(view.coalitions.map((row) => row.parties)).toContain('Buyer and Bank');
    expect(view.coalitions.every((row) => row.parties.includes('Buyer'))).toBe(true);
  });

  it('lists few of many sets of signers, those with a deal, and names whoever is outside a large one', () => {
    const of = { ...band, answer: { ...band.answer, ...manySets(8) }, scenario: withParties(8) };
    const view = verdictView(of, { all: false });
    expect(view.coalitions.map(({ parties, deals }) => [parties, deals])).toEqual([
      ['Everybody but P0', '1'],
      ['Everybody but P1', '1'],
      ['Everybody but P2', '1'],
      ['Everybody but P3', '1'],
    ]);
    expect(view.coalitionsNote).toBe('and 5 more sets of signers without a deal; --all shows them.');
    expect(view.sentences.join(' ')).toContain('The deals below are signed by everybody but P0.');
    const whole = verdictView(of, { all: true });
    expect(whole.coalitions).toHaveLength(9);
    expect(whole.coalitions[0]).toEqual({ parties: 'Everybody', deals: 'none', shown: false });
    expect(whole.coalitionsNote).toBeNull();
  });
});

describe('why there is no deal', () => {
  it('names the demands and the issue where nothing is left', () => {
    const view = conflictView(ukraine);
    expect(view?.demands.map(({ party }) => party)).toContain('Russia');
    expect(view?.demands.find(({ party }) => party === 'Russia')).toMatchObject({
      name: 'red line russia.all-donbas',
      text: expect.stringContaining('all of the Donbas'),
    });
    expect(view?.tables).toEqual([
      {
        title: 'Point 21, The part of Donetsk that Kyiv holds: who refuses which option',
        parties: ['US', 'UA', 'RU', 'E3/EU'],
        rows: [
          { label: 'buffer, Russian title', cells: ['', 'no', '', 'no'] },
          { label: 'talks from the line', cells: ['', '', 'no', ''] },
          { label: 'stand in place', cells: ['', '', 'no', ''] },
          { label: 'mirrored zone', cells: ['', '', 'no', ''] },
          { label: 'zone, title open', cells: ['', 'no', '', ''] },
          { label: 'both armies out', cells: ['', 'no', '', ''] },
          { label: 'handed over', cells: ['', 'no', '', ''] },
        ],
        legend: 'no: refused whatever else is agreed.',
      },
    ]);
    expect(conflictView(band)).toBeNull();
  });

  it('tells the ways out by their content, in an order without meaning, with the command that explores each', () => {
    const view = openingsView(ukraine, wholeFocus(ukraine))!;
    const way = view.ways.find(({ command }) => command === 'winset solve it --without russia.all-donbas');
    expect(way?.text).toMatch(
      /^If Russia did not refuse "talks from the line" or "stand in place" \(The part of Donetsk that Kyiv holds\): .* deals\.$/,
    );
    const turned = { ...ukraine.answer.collision!, openings: ukraine.answer.collision!.openings.toReversed() };
    const again = openingsView({ ...ukraine, answer: { ...ukraine.answer, collision: turned } }, wholeFocus(ukraine));
    expect(again).toEqual(view);
  });

  it('shows what a way out gives as a share of what each party could gain, and marks what is worse than no deal', () => {
    const view = openingsView(ukraine, wholeFocus(ukraine))!;
    const { deal, cells } = view.deals.columns[0]!;
    expect(cells.map(({ beside }) => beside)).toEqual(
      ukraine.scenario.parties.map((party, k) => {
        const most = rangeOf(ukraine, k).most - party.disagreement.value;
        return percent(gainOf(ukraine, k, deal) / most);
      }),
    );
    const none = textCase(market('{ needs: all }', 80));
    const losing = openingsView(none, wholeFocus(none))!.ways.filter(({ text }) =>
      text.includes('less than no deal to'),
    );
    const columns = openingsView(none, wholeFocus(none))!.deals.columns.filter((column) =>
      none.scenario.parties.some((_, party) => gainOf(none, party, column.deal) < 0),
    );
    expect(losing.map(({ letter }) => letter)).toEqual(columns.map(({ letter }) => letter));
  });

  it('says how many issues can be settled together, and what an option on no list would have to be worth', () => {
    expect(verdictView(ukraine, { all: false }).sentences[0]).toBe(
      '45 of 46 issues can be settled together. One cannot: point 21, The part of Donetsk that Kyiv holds.',
    );
    expect(openingsView(ukraine, wholeFocus(ukraine))!.newOptions).toHaveLength(1);
    const none = textCase(market('{ needs: all }', 80));
    expect(verdictView(none, { all: false }).sentences[0]).toContain('thresholds are in the way');
    expect(openingsView(none, wholeFocus(none))!.newOptions.length).toBeGreaterThan(0);
  });

  it('speaks of thresholds in points', () => {
    const none = textCase(market('{ needs: all }', 80));
    const view = conflictView(none);
    expect(view?.demands.map(({ text }) => text)).toEqual([
      'Signs nothing that is worth less than 80.0 points to it.',
      'Signs nothing that is worth less than 80.0 points to it.',
    ]);
    expect(view?.closing).toMatch(/^No combination meets both; each can be met without the other\./);
    expect(openingsView(none, wholeFocus(none))!.ways.every(({ command }) => command === null)).toBe(true);
  });
});

describe('deals side by side', () => {
  it('puts solutions with the same deals into one column, and every solution into one', () => {
    const view = solutionsView(band, wholeFocus(band));
    const headings = view?.columns.flatMap(({ heading }) => heading.split(' + ')) ?? [];
    expect(headings.toSorted()).toEqual([
      'Egalitarian',
      'Equal loss',
      'Kalai-Smorodinsky',
      'Nash',
      'Relative utilitarian',
      'Utilitarian',
    ]);
    expect(new Set(view?.columns.map(({ deal }) => deal.join())).size).toBe(view?.columns.length);
  });

  it('shows the exact points of a deal and their distance to the least', () => {
    const view = solutionsView(band, wholeFocus(band));
    const column = view!.columns[0]!;
    narrow(band.compiled.problem).parties.forEach((party, k) => {
      const units = utilityUnits(band.compiled.problem, party, column.deal);
      expect(column.cells[k]).toMatchObject({ value: units / party.scale, reaches: true });
      expect(Number(column.cells[k]!.beside)).toBeCloseTo((units - party.reservation) / party.scale, 1);
    });
    expect(view!.parties.map(({ least }) => least)).toEqual(['40.0', '40.0']);
  });

  it('notes ties', () => {
    const { answer } = band;
    const nash = { ...answer.solutions!.nash, total: 12n };
    const tied = { ...band, answer: { ...answer, solutions: { ...answer.solutions!, nash } } };
    expect(solutionsView(tied, wholeFocus(tied))!.columns[0]).toMatchObject({
      heading: 'Nash',
      remarks: ['1 of 12 equally good'],
    });
  });

  it('shows only the parties asked for', () => {
    const view = reportView(band, { ...wholeFocus(band), parties: [1] });
    expect(view.deals?.parties.map(({ name }) => name)).toEqual(['The Lantern']);
    expect(view.deals?.columns[0]?.cells).toHaveLength(1);
    expect(view.blockers?.rows.map(({ party }) => party)).toEqual(['The Lantern']);
  });
});

describe('clauses', () => {
  it('gives every issue once, and says who likes and who swallows its option', () => {
    const columns = solutionsView(band, wholeFocus(band))!.columns;
    const view = clausesView(band, wholeFocus(band), columns);
    const rows = view.groups.flatMap((group) => group.rows);
    expect(rows.map(({ title }) => title)).toEqual(['Fee', 'Day of the concert', 'Recording', 'Food and beds']);
    expect(rows[2]?.variants).toEqual([{ letters: '', option: 'film', likes: ['Café'], swallows: ['Band'] }]);
    expect(rows[3]?.variants).toEqual([{ letters: '', option: 'meal and beds', likes: ['Band'], swallows: ['Café'] }]);
  });

  it('points to the price of a clause only where somebody swallows one', () => {
    const { columns } = solutionsView(band, wholeFocus(band))!;
    expect(clausesView(band, wholeFocus(band), columns).note).toMatch(/^winset price says what a party was paid with/);
    expect(clausesView(band, { ...wholeFocus(band), parties: [] }, columns).note).toBeNull();
    const closed = reportView(ukraine, wholeFocus(ukraine)).clauses!;
    expect(closed.note).toContain('winset price, with what the way out supposes, says');
  });

  it('gives a letter to each option where deals differ', () => {
    const deals = [
      [0, 0, 0, 0],
      [3, 0, 0, 0],
    ];
    const cells = { heading: '', remarks: [], cells: [] };
    const columns = deals.map((deal, k) => ({ ...cells, letter: 'AB'[k]!, deal }));
    const [fee, day] = clausesView(band, wholeFocus(band), columns).groups[0]!.rows;
    expect(fee?.variants.map(({ letters, option }) => [letters, option])).toEqual([
      ['A', '400 euros'],
      ['B', '700 euros'],
    ]);
    expect(day?.variants.map(({ letters, option }) => [letters, option])).toEqual([['', 'Friday']]);
  });

  it('keeps the order and the groups of the scenario', () => {
    const view = clausesView(opened, wholeFocus(opened), solutionsView(opened, wholeFocus(opened))!.columns);
    expect(view.groups.map(({ name }) => name)).toEqual([
      ...new Set(opened.scenario.issues.map(({ group = '' }) => group.slice(0, 1).toUpperCase() + group.slice(1))),
    ]);
    const groups = [...new Set(opened.scenario.issues.map(({ group }) => group))];
    expect(view.groups.map(({ rows }) => rows.map(({ point }) => point))).toEqual(
      groups.map((name) => opened.scenario.issues.filter(({ group }) => group === name).map(({ point }) => point)),
    );
  });
});

describe('drafts', () => {
  it('says who refuses a draft, by how much, and what weighs most', () => {
    const view = draftsView(band, wholeFocus(band));
    expect(view?.rows[0]).toMatchObject({
      id: 'first-offer',
      cells: [
        { utility: '23.6', word: 'short 16.4', refuses: true },
        { utility: '61.7', word: 'yes', refuses: false },
      ],
      summary: 'Blocked by the Late Trains; beaten.',
      refusals: [
        {
          party: 'The Late Trains',
          text: 'short 16.4; dearest: Fee -34.7, Food and beds -33.3, Day of the concert -8.3',
        },
      ],
    });
  });

  it('names red lines, and gives ranges for partial drafts', () => {
    const view = draftsView(ukraine, wholeFocus(ukraine))!;
    const us28 = view.rows.find(({ id }) => id === 'us28')!;
    expect(us28.refusals.find(({ party }) => party === 'Ukraine')?.text).toMatch(
      /^short 1\.3; red lines no-recognition, no-withdrawal, no-land-without-vote, no-membership-bar, no-force-limit; /,
    );
    const e3 = view.rows.find(({ id }) => id === 'e3')!;
    expect(e3.refusals.find(({ party }) => party === 'Russia')?.text).toMatch(
      /^short 22\.8; red lines all-donbas, nato-renounced; dearest: /,
    );
    const geneva = view.rows.find(({ id }) => id === 'geneva')!;
    expect(geneva.cells.every(({ utility }) => /^\d+-\d+$/.test(utility))).toBe(true);
  });

  it('shows only the drafts asked for', () => {
    expect(draftsView(band, { ...wholeFocus(band), drafts: [1] })?.rows.map(({ id }) => id)).toEqual(['split-the-fee']);
    expect(draftsView(band, { ...wholeFocus(band), drafts: [] })).toBeNull();
  });
});

describe('settled, open and dead', () => {
  it('lists the dead option and the shares of the others', () => {
    const view = pointsView(band, wholeFocus(band));
    expect(view?.settled).toEqual([]);
    expect(view?.dead).toEqual([{ issue: 'Day of the concert', options: 'Sunday' }]);
    const day = view?.open.find(({ issue }) => issue === 'Day of the concert');
    expect(day?.options.map(({ label, percent: share }) => [label, share])).toEqual([
      ['Friday', '48 %'],
      ['Saturday', '52 %'],
    ]);
    for (const { options } of view!.open) {
      expect(options.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 12);
    }
    expect(pointsView(ukraine, wholeFocus(ukraine))).toBeNull();
  });

  it('cuts the list and says how to see the rest', () => {
    const short = pointsView(opened, wholeFocus(opened))!;
    const long = pointsView(opened, { ...wholeFocus(opened), all: true })!;
    expect(long.open.length).toBeGreaterThan(short.open.length);
    expect(short.openHidden).toContain(`${long.open.length - short.open.length} more open issues`);
    expect(short.openHidden).toContain('--all');
    expect(long.openHidden).toBeNull();
  });
});

describe('sole blockers and footer', () => {
  it('counts the deals that fail by one party', () => {
    expect(blockersView(band, wholeFocus(band)).rows.map(({ party, deals }) => [party, deals])).toEqual([
      ['The Late Trains', '74'],
      ['The Lantern', '39'],
    ]);
  });

  it('takes its shares of the combinations that keep the rules, where there are fewer', () => {
    const lawful = { kind: 'exact', count: 100n } as const;
    const ruled = { ...band, answer: { ...band.answer, lawful } };
    const { intro, rows } = blockersView(ruled, wholeFocus(band));
    expect(intro).toContain(`(of 100 that keep the rules, of all ${band.answer.space})`);
    expect(rows.map(({ share }) => share)).toEqual(['74 %', '39 %']);
  });

  it('counts every labelled judgement once', () => {
    const { parties } = ukraine.scenario;
    const labelled = parties.flatMap((party) => [
      party.disagreement.confidence,
      party.reservation.confidence,
      ...party.preferences.issues.map(({ confidence }) => confidence),
      ...party.adjustments.map(() => undefined),
    ]);
    const count = (label?: string) => labelled.filter((candidate) => candidate === label).length;
    expect(confidenceSentence(ukraine.scenario)).toBe(
      `The parties' numbers rest on ${labelled.length} judgements: ${count('stated')} stated, ` +
        `${count('reported')} reported, ${count('inferred')} inferred and ${count()} without a label.`,
    );
  });
});

function withParties(count: number): Case['scenario'] {
  const [first] = band.scenario.parties;
  const parties = Array.from({ length: count }, (_, k) => ({ ...first!, id: `p${k}`, name: `P${k}` }));
  return { ...band.scenario, parties };
}

/** All parties, and each set without one of them; the first half of these have a deal. Nothing is said of thresholds. */
function manySets(
  count: number,
): Pick<Case['answer'], 'coalitions' | 'coalition' | 'uniformSlack' | 'uniformSlackExact'> {
  const all = Array.from({ length: count }, (_, k) => k);
  const without = all.map((party) => all.filter((other) => other !== party));
  const coalitions = [all, ...without].map((parties, k) => {
    const empty = k === 0 || k > count / 2;
    return { parties, empty, count: { kind: 'exact', count: empty ? 0n : 1n } as const };
  });
  return { coalitions, coalition: without[0]!, uniformSlack: null, uniformSlackExact: null };
}

function withCount(of: Case, count: DealCount): Case {
  return { ...of, answer: { ...of.answer, zone: { ...of.answer.zone, count } } };
}
