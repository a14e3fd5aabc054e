/** A party with a score sheet is asked in the wizard: every answer can be written down, as a file and as an overlay, and read. */
import { describe, expect, it } from 'vitest';
import { withNoScoreSaid } from '../../src/making/scored.ts';
import { madeTexts } from '../../src/making/texts.ts';
import { formatFinding } from '../../src/scenario/finding.ts';
import { loadTexts } from '../../src/scenario/read/load.ts';
import { overlayText } from '../../src/scenario/save/overlay-text.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { unvaluedIn } from '../../src/scenario/unvalued.ts';
import { charKey, keyOf } from '../../src/tui/terminal/keys.ts';
import type { Wizard } from '../../src/tui/wizard/state.ts';
import { currentForm, press, startWizard } from '../../src/tui/wizard/state.ts';

const TEXT = `winset: 1
title: Wages
parties:
  union:
    name: The union
    disagreement: 30
    issues:
      wage: { scores: { 2: 10, 4: 40 } }
      days: { scores: { 25: 0, 28: 30, none: 12 } }
      bonus: { score: { 0: 0, 5000: 60 } }
  firm:
    name: The firm
    disagreement: 20
    issues:
      wage: { scores: { 2: 60, 4: 20 } }
      days: { scores: { 25: 30, 28: 10, none: 0 } }
issues:
  - { id: wage, title: Wage, options: ['2', '4'] }
  - { id: days, title: Days, options: ['25', '28', none] }
  - { id: bonus, title: Bonus, range: { from: 0, to: 5000, step: 100 } }
`;

const base = sound([{ path: 'wages.yaml', text: TEXT }]);

function sound(files: readonly { readonly path: string; readonly text: string }[]): Scenario {
  const result = loadTexts(files);
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'));
  return result.scenario;
}

function typed(wizard: Wizard, text: string): Wizard {
  const { kind } = currentForm(wizard).entry;
  const written = Array.from(text).reduce((now, char) => press(now, charKey(char)), wizard);
  return kind === 'choice' ? written : press(written, keyOf('enter'));
}

/** Of one party: positions alone, without the hash of its file. */
function positions({ parties }: Scenario): unknown {
  return parties.map(({ disagreement, preferences, redLines }) => ({
    least: disagreement.unknown === undefined ? disagreement : 'unknown',
    redLines,
    issues: preferences.issues.map(({ listed, curve }) => JSON.stringify([listed, curve])),
  }));
}

const ANSWERS = ['1', '50', '1', '30', '12', '1', '40', '100'] as const;
const QUESTIONS = [
  'Which option of "Wage" is worst for The union?',
  'On "Wage": how many points is "4" worth to The union?',
  'Which option of "Days" is worst for The union?',
  'On "Days": how many points is "28" worth to The union?',
  'On "Days": how many points is "none" worth to The union?',
  'Which option of "Bonus" is worst for The union?',
  'On "Bonus": how many points is "2500" worth to The union?',
  'On "Bonus": how many points is "5000" worth to The union?',
] as const;

describe('a score sheet taken down by interview', () => {
  it('keeps every answer in the files and in an overlay, and goes on where it was left', () => {
    const start = startWizard(withNoScoreSaid(base, 0), { only: 0, provenance: { confidence: 'stated' } });
    let wizard = start;
    for (const [k, answer] of ANSWERS.entries()) {
      expect(currentForm(wizard).question).toBe(QUESTIONS[k]);
      wizard = typed(wizard, answer);
      expect(wizard.fault).toBe('');
      const { scenario } = wizard;
      expect(positions(sound(madeTexts(scenario!)))).toEqual(positions(scenario!));
      const overlay = { path: 'mine.yaml', text: overlayText(base, scenario!, { baseName: 'wages.yaml' }) };
      const read = sound([overlay, { path: 'wages.yaml', text: TEXT }]);
      expect(unvaluedIn(read)).toEqual(unvaluedIn(scenario!));
      expect(currentForm(startWizard(read, { only: 0 })).question).toBe(currentForm(wizard).question);
    }
    for (let k = 0; k < 3 && currentForm(wizard).question.startsWith('To check'); k++) wizard = typed(wizard, '1');
    expect(currentForm(wizard).question).toContain('would never sign');
    wizard = press(press(wizard, charKey(' ')), keyOf('enter'));
    const asked = currentForm(wizard).question;
    expect(asked).toBe('Would The union sign this, or rather have no deal?');
    for (let k = 0; k < 10 && currentForm(wizard).question === asked; k++) wizard = typed(wizard, '1');
    expect(currentForm(wizard).question).toBe('That is all that The union is asked.');
    const { scenario } = wizard;
    const [union] = scenario!.parties;
    expect(unvaluedIn(scenario!)).toEqual([]);
    expect(union!.preferences.issues[1]!.listed.map(({ value }) => value)).toEqual([0, 30, 12]);
    expect(union!.redLines).toHaveLength(1);
    expect(union!.disagreement.low ?? 0).toBe(0);
    const overlay = { path: 'mine.yaml', text: overlayText(base, scenario!, { baseName: 'wages.yaml' }) };
    expect(positions(sound([overlay, { path: 'wages.yaml', text: TEXT }]))).toEqual(positions(scenario!));
  });

  it('shows what contradicts the points, and writes the wider ranges with their reason', () => {
    const start = startWizard(withNoScoreSaid(base, 0), { only: 0 });
    const before = ANSWERS.reduce(typed, start);
    expect(currentForm(before).question).toContain('To check (1 of');
    const told = ['1', '2', '3'].map((answer) => typed(before, answer)).filter(({ note }) => note !== '');
    expect(told).toHaveLength(2);
    for (const { note, scenario } of told) {
      expect(note).toContain('By the points you gave');
      const texts = madeTexts(scenario!).map(({ text }) => text);
      expect(texts.join('\n')).toContain('Two answers disagree here, so the range is wider.');
      expect(positions(sound(madeTexts(scenario!)))).toEqual(positions(scenario!));
    }
  });

  it('may find no difference between the options of an issue, and takes no text for a number', () => {
    const start = startWizard(withNoScoreSaid(base, 0), { only: 0 });
    const none = typed(start, '3');
    expect(currentForm(none).question).toBe('Which option of "Days" is worst for The union?');
    expect(none.scenario!.parties[0]!.preferences.issues[0]!.listed.map(({ value }) => value)).toEqual([0, 0]);
    expect(typed(typed(start, '1'), 'many').fault).toBe('Type a number, such as 12.5.');
  });
});

describe('a scenario begun with a table', () => {
  it('asks for the names, then for what the table leaves open', () => {
    const open = sound(madeTexts(withNoScoreSaid(base, 0)));
    let wizard = startWizard(open, { isTable: true });
    expect(currentForm(wizard).question).toBe('What is it about?');
    wizard = typed(wizard, 'The wages of 2026');
    expect(currentForm(wizard).question).toBe('The table has a party "The union". What is it called?');
    wizard = typed(wizard, 'The printers');
    expect(typed(wizard, 'The printers').fault).toBe('"The printers" stands there already.');
    wizard = typed(wizard, '');
    expect(currentForm(wizard).question).toBe('Who is asked next?');
    expect(wizard.scenario).toMatchObject({ title: 'The wages of 2026' });
    expect(wizard.scenario!.parties.map(({ name }) => name)).toEqual(['The printers', 'The firm']);
    expect(sound(madeTexts(wizard.scenario!)).parties[0]!.name).toBe('The printers');
    // The firm has said all but what it would never sign.
    const firm = typed(wizard, '2');
    expect(currentForm(firm).question).toContain('Is there anything that The firm would never sign');
    expect(currentForm(press(firm, keyOf('enter'))).question).toBe('That is all that The firm is asked.');
    expect(currentForm(typed(wizard, '1')).question).toBe('Which option of "Wage" is worst for The printers?');
  });
});
