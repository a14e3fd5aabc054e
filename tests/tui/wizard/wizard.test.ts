/** The wizard without a terminal: every answer leaves a sound scenario, from which it goes on where it was left. */
import { describe, expect, it } from 'vitest';
import { madeTexts } from '../../../src/making/texts.ts';
import { formatFinding } from '../../../src/scenario/finding.ts';
import { loadTexts } from '../../../src/scenario/read/load.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { unvaluedIn } from '../../../src/scenario/unvalued.ts';
import { UNICODE } from '../../../src/tui/draw/glyphs.ts';
import { lineWidth, plainText } from '../../../src/tui/draw/line.ts';
import { charKey, keyOf } from '../../../src/tui/terminal/keys.ts';
import { picture } from '../../../src/tui/wizard/picture.ts';
import { readRangeText } from '../../../src/tui/wizard/range-text.ts';
import type { Wizard } from '../../../src/tui/wizard/state.ts';
import { currentForm, press, startWizard } from '../../../src/tui/wizard/state.ts';

/** Keys as a person types them: a text and enter, or a digit; `<` goes one step back. */
function typed(wizard: Wizard, text: string): Wizard {
  if (text === '<') return press(wizard, keyOf('escape'));
  const { kind } = currentForm(wizard).entry;
  const written = Array.from(text).reduce((now, char) => press(now, charKey(char)), wizard);
  return kind === 'choice' ? written : press(written, keyOf('enter'));
}

function answering(answers: readonly string[], start: Wizard = startWizard(null)): Wizard {
  return answers.reduce(typed, start);
}

const STRUCTURE = ['A stall', 'The baker', 'The town', '', 'Rent', 'Days', 'Tax', ''] as const;
const OPTIONS = [
  '100 to 300 step 50 euros',
  '',
  '5',
  'Saturday',
  'all week',
  'never',
  '',
  '3',
  '0..1000 step 1',
  'none',
  '',
  '1',
];
const BAKER = ['1', '1', '5', '2', '3', '2', '1', '1', '1', '60', '20', '80', '50', '20', '50', '90', '40'];

function scenarioIn({ scenario }: Wizard): Scenario {
  if (scenario === null) throw new Error('nothing is begun');
  return scenario;
}

function reloaded(scenario: Scenario): Scenario {
  const result = loadTexts(madeTexts(scenario));
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'));
  return result.scenario;
}

/** Without the hash, and without what stands in for numbers that are not known. */
function content({ hash: _hash, ...rest }: Scenario): unknown {
  const plain = (_key: string, value: unknown): unknown => {
    if (typeof value === 'bigint') return String(value);
    return typeof value === 'object' && value !== null && 'unknown' in value ? 'unknown' : value;
  };
  return JSON.parse(JSON.stringify(rest, plain));
}

/** What is on the screen at 80 by 24. */
function shown(wizard: Wizard): string {
  const rows = picture(wizard, UNICODE, { width: 80, height: 24 });
  expect(rows.length).toBe(24);
  for (const row of rows) expect(lineWidth(row)).toBe(80);
  return rows.map((row) => plainText(row).trimEnd()).join('\n');
}

describe('the wizard', () => {
  it('leaves a sound scenario after every answer, and goes on from it with the same question', () => {
    let wizard = startWizard(null);
    for (const answer of [...STRUCTURE, ...OPTIONS, ...BAKER]) {
      const before = currentForm(wizard).question;
      wizard = typed(wizard, answer);
      expect(wizard.fault, `${before} ${answer}`).toBe('');
      const scenario = scenarioIn(wizard);
      expect(content(reloaded(scenario))).toEqual(content(scenario));
      const again = startWizard(reloaded(scenario));
      const { question, heading } = currentForm(wizard);
      shown(wizard);
      if (wizard.place.listed) {
        expect(currentForm(again).question).toContain('What else could be agreed');
        expect(currentForm(typed(again, '')).question).toBe(question);
      } else if (wizard.place.party !== null) {
        expect(currentForm(again).question).toBe('Who is asked next?');
        if (wizard.place.sitting.picked === null)
          expect(currentForm(typed(again, '1'))).toMatchObject({ question, heading });
      } else {
        expect(currentForm(again).question).toBe(question);
      }
    }
    expect(currentForm(wizard).question).toContain('To check (1 of 3)');
    expect(unvaluedIn(scenarioIn(wizard)).filter(({ party }) => party === 0)).toEqual([
      { party: 0, what: 'disagreement' },
    ]);
  });

  it('takes back one answer after the other, to the first', () => {
    const answers = [...STRUCTURE, ...OPTIONS, ...BAKER];
    const pictures: string[] = [];
    let wizard = startWizard(null);
    for (const answer of answers) {
      pictures.push(shown(wizard));
      wizard = typed(wizard, answer);
    }
    for (const before of pictures.toReversed()) {
      wizard = typed(wizard, '<');
      expect(shown(wizard)).toBe(before);
    }
    expect(typed(wizard, '<').fault).toContain('Nothing was answered before');
  });

  it('writes weights, values, red lines and the least of what was answered', () => {
    const checked = answering([...STRUCTURE, ...OPTIONS, ...BAKER, '3', '3', '3']);
    expect(currentForm(checked).question).toContain('would never sign');
    const marked = press(checked, charKey(' '));
    const lined = press(marked, keyOf('enter'));
    let wizard = lined;
    for (let k = 0; k < 8 && currentForm(wizard).question.includes('or rather have no deal'); k++)
      wizard = typed(wizard, '1');
    expect(currentForm(wizard).question).toBe('That is all that The baker is asked.');
    const [baker] = scenarioIn(wizard).parties;
    const weights =
      baker!.preferences.form === 'weights' ? baker!.preferences.issues.map(({ weight }) => weight.value) : [];
    expect(weights).toEqual([100, 60, 20]);
    expect(baker!.preferences.issues[0]!.listed.map(({ value }) => value)).toEqual([100, 80, 50, 20, 0]);
    expect(baker!.preferences.issues[2]!.curve).toMatchObject({
      points: [
        { at: '0', worth: { value: 0 } },
        { at: '500', worth: { value: 100 } },
        { at: '1000', worth: { value: 90 } },
      ],
    });
    expect(baker!.redLines).toEqual([{ id: 'no-rent-100', when: [{ issue: 'rent', options: ['100'] }] }]);
    expect(baker!.disagreement.unknown).toBeUndefined();
    expect(baker!.disagreement.low ?? 0).toBe(0);
    expect(content(reloaded(scenarioIn(wizard)))).toEqual(content(scenarioIn(wizard)));
  });

  it('shows what contradicts, and writes the wider ranges with their reason', () => {
    const order = answering([...STRUCTURE, ...OPTIONS, ...BAKER.slice(0, 9), '90', '130']);
    expect(order.note).toContain('You lifted "Days" before "Tax", and now "Tax" is worth more (130, not 90).');
    expect(shown(order)).toContain('! You lifted');
    const before = answering([...STRUCTURE, ...OPTIONS, ...BAKER]);
    const contradicted = ['1', '2', '3'].map((answer) => typed(before, answer)).filter(({ note }) => note !== '');
    expect(contradicted.length).toBe(2);
    for (const { note, scenario } of contradicted) {
      expect(note).toContain('you said otherwise');
      const texts = madeTexts(scenario!)
        .map(({ text }) => text)
        .join('\n');
      expect(texts).toContain('Two answers disagree here, so the range is wider.');
    }
  });

  it('refuses what cannot be an answer, with a word on what can', () => {
    const start = startWizard(null);
    expect(press(start, keyOf('enter')).fault).toBe('Type something, then press enter.');
    expect(answering(['A', 'B', 'B']).fault).toBe('"B" stands there already.');
    expect(answering(['A', 'B', '']).fault).not.toBe('');
    expect(answering([...STRUCTURE, '300 to 100']).fault).toContain('must not be above');
    const best = answering([...STRUCTURE, ...OPTIONS, '1', '1']);
    expect(typed(best, '1').fault).toBe('That is the best one. Which is the worst?');
    const number = answering([...STRUCTURE, ...OPTIONS, ...BAKER.slice(0, 9)]);
    expect(typed(number, 'many').fault).toBe('Type a number from 0 to 1000.');
    const indifferent = answering([...STRUCTURE, ...OPTIONS, '1', '6', '4']);
    expect(currentForm(indifferent).question).toContain('"Tax"');
    expect(typed(indifferent, '5').fault).toContain('Something has to make a difference');
  });
});

describe('a range as a person types it', () => {
  it.each([
    ['800 to 1200 step 50 euros', 800, 1200, 50, 'euros'],
    ['0..100', 0, 100, 10, ''],
    ['1 - 5 years', 1, 5, 1, 'years'],
    ['0.5 to 2 in steps of 0.5', 0.5, 2, 0.5, ''],
  ])('%s', (text, from, to, step, unit) => {
    expect(readRangeText(text)).toEqual({
      range: { from: { value: from }, to: { value: to }, step: { value: step } },
      unit,
    });
  });

  it.each(['Two years', '10', 'from 3', '2 of 3 rooms to 4'])('is not: %s', (text) => {
    expect(readRangeText(text)).toBeNull();
  });
});
