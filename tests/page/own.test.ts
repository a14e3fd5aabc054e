/** The own briefing of a party: whatever the others want, it is the same file. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askPage } from '../../src/page/ask.ts';
import { pageHtml } from '../../src/page/html.tsx';
import { oneSide } from '../../src/scenario/edit/one-side.ts';
import type { Party, Scenario } from '../../src/scenario/scenario.ts';
import { caseOf, HERE, scenarioAt } from './case.ts';

const SHIPPED = join(import.meta.dirname, '../../scenarios');

async function ownPage(scenario: Scenario, party: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'winset-own-'));
  const programs = { client: join(folder, 'client.js'), worker: join(folder, 'worker.js') };
  for (const path of Object.values(programs)) writeFileSync(path, 'void 0;');
  const own = oneSide(scenario, party);
  const content = await askPage(
    caseOf(own),
    { draws: 10, names: true, command: 'winset', own: true, baseName: null },
    HERE,
  );
  return pageHtml(content, { file: own, start: [], command: 'winset', version: '0.0.0' }, programs);
}

/** Another party altogether, of the same name. */
function changed(party: Party): Party {
  const { preferences, reservation, disagreement } = party;
  const value = { value: disagreement.value + 7, why: 'something else' };
  const issues = {
    form: 'scores' as const,
    issues: preferences.issues.map((own) => ({ ...own, why: 'another reason' })),
  };
  return {
    ...party,
    brief: 'another brief',
    disagreement: value,
    reservation: { value: reservation.value + 9 },
    redLines: [],
    preferences:
      preferences.form === 'weights'
        ? {
            form: 'weights',
            issues: preferences.issues.map((own) => ({ ...own, weight: { value: own.weight.value + 1 } })),
          }
        : issues,
  };
}

describe.each(['quarry-dispute', 'lease'])('the own briefings of %s', (name) => {
  const scenario = scenarioAt(join(SHIPPED, name));
  it.each(scenario.parties.map(({ id }) => id))('%s: nothing of the others is in it', async (id) => {
    const parties = scenario.parties.map((party) => (party.id === id ? party : changed(party)));
    const [before, after] = [await ownPage(scenario, id), await ownPage({ ...scenario, parties }, id)];
    expect(after).toBe(before);
    const others = scenario.parties.filter((party) => party.id !== id);
    for (const { instructor } of scenario.parties)
      if (instructor !== undefined) expect(before).not.toContain(instructor.slice(0, 40));
    expect(before).not.toContain('bluff');
    for (const { brief } of others) if (brief !== undefined) expect(before).not.toContain(brief.slice(0, 40));
  });
});
