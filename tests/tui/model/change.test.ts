/** What a change did, in words: against the answers before and after. */
import { describe, expect, it } from 'vitest';
import { spareOf } from '../../../src/report/case.ts';
import type { ScenarioEdit } from '../../../src/scenario/edit/edit.ts';
import { points, slack } from '../../report/tenths.ts';
import { changeWords } from '../../../src/tui/model/change.ts';
import type { Moment } from '../../../src/tui/model/context.ts';
import { contextOf, momentOf } from '../support.ts';

function momentAfter(scenario: string, ...edits: ScenarioEdit[]): Moment {
  return momentOf(contextOf(scenario, { kinds: ['glance', 'zone'], edits }));
}

const BAND = momentAfter('first-five-minutes');
const OPEN_LINE: ScenarioEdit = { kind: 'dropRedLine', party: 'residents', redLine: 'hedge' };

describe('changeWords', () => {
  it('has nothing to say where nothing changed', () => {
    expect(changeWords(BAND, BAND)).toEqual([]);
  });

  it('begins with the verdict where that flips, either way', () => {
    const [shut, opened] = [momentAfter('quarry-dispute'), momentAfter('quarry-dispute', OPEN_LINE)];
    expect(changeWords(shut, opened)[0]).toBe('a deal is possible now');
    expect(changeWords(opened, shut)[0]).toBe('no deal any more');
  });

  it('gives the size of the zone before and after, and leaves it out where one was not counted', () => {
    const [shut, opened] = [momentAfter('quarry-dispute'), momentAfter('quarry-dispute', OPEN_LINE)];
    const { count } = opened.zone!;
    expect(changeWords(shut, opened)[1]).toBe(`zone empty -> ${count.kind === 'exact' ? count.count : 'an estimate'}`);
    expect(changeWords(shut, { ...opened, zone: null }).join()).not.toContain('zone ');
  });

  it('names clauses, slack of each party and uniform slack as the engine has them', () => {
    const moved = momentAfter('first-five-minutes', { kind: 'weight', party: 'band', issue: 'fee', value: 40 });
    const words = changeWords(BAND, moved);
    const nash = ({ glance }: Moment) => glance.solutions!.nash.deals[0]!.deal;
    const [was, is] = [nash(BAND), nash(moved)];
    const { issues, parties } = BAND.about.scenario;
    const deal = words.find((text) => text.startsWith('Nash deal: '))!;
    issues.forEach(({ title }, issue) => expect(deal.includes(title)).toBe(was[issue] !== is[issue]));
    parties.forEach(({ short }, party) => {
      const text = `${short} to spare ${points(spareOf(BAND.about, party, was))} -> ${points(spareOf(moved.about, party, is))}`;
      expect(words).toContain(text);
    });
    expect(words).toContain(
      `uniform slack ${slack(BAND.glance.uniformSlack!)} -> ${slack(moved.glance.uniformSlack!)}`,
    );
  });

  it('says which drafts are blocked by others than before', () => {
    const generous = momentAfter(
      'first-five-minutes',
      { kind: 'disagreement', party: 'band', value: 0 },
      {
        kind: 'reservation',
        party: 'band',
        value: 0,
      },
    );
    const refused = BAND.glance.drafts.findIndex(
      (draft, k) => draft?.blockedBy.includes(0) && generous.glance.drafts[k]?.blockedBy.includes(0) === false,
    );
    const { id } = BAND.about.scenario.drafts[refused]!;
    expect(changeWords(BAND, generous)).toContain(`draft ${id} no longer blocked by Band`);
    expect(changeWords(generous, BAND)).toContain(`draft ${id} now blocked by Band`);
    const awaited = { ...generous, glance: { ...generous.glance, drafts: generous.glance.drafts.map(() => null) } };
    expect(changeWords(BAND, awaited).join()).not.toContain('draft');
    expect(changeWords(awaited, BAND).join()).not.toContain('draft');
  });
});
