/** Sentences with a number in them, tried: what may be asked for leaves a deal, a little more does not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slackOf } from '../../src/engine/explain/slack.ts';
import { slackList } from '../../src/questions/explain/firmness.ts';
import type { Case } from '../../src/report/case.ts';
import { slackSentences } from '../../src/report/view/verdict.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { scenarioCase, textCase, wholeFocus } from './support.ts';
import { runs } from '../runs.ts';

const PARTIES = ['north', 'south', 'west'];
const ISSUES = ['border', 'water'];
const OPTIONS = ['a', 'b', 'c'];

interface Sheet {
  readonly size: number;
  readonly scores: readonly (readonly number[])[];
  readonly least: number;
}

/** Score sheets of any size, with fractions that have no end where a third is taken. */
const sheet: fc.Arbitrary<Sheet> = fc.record({
  size: fc.constantFrom(0.01, 1, 1 / 3, 1e6, 1e9),
  scores: fc.array(fc.array(fc.integer({ min: -10, max: 100 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 2,
  }),
  least: fc.integer({ min: 0, max: 150 }),
});

/** Scenarios in which all must sign or, where asked, sometimes two are enough. */
function tables(quorums: boolean): fc.Arbitrary<string> {
  return fc
    .record({
      sheets: fc.array(sheet, { minLength: 2, maxLength: 3 }),
      quorum: quorums ? fc.boolean() : fc.constant(false),
    })
    .map(({ sheets, quorum }) => textOf(sheets, quorum));
}

function textOf(sheets: readonly Sheet[], quorum: boolean): string {
  const party = ({ size, scores, least }: Sheet, k: number): string => {
    const number = (value: number): string => String(Number((value * size).toPrecision(9)));
    const issue = (id: string, i: number): string =>
      `      ${id}: { scores: { ${OPTIONS.map((option, o) => `${option}: ${number(scores[i]![o]!)}`).join(', ')} } }`;
    return [
      `  ${PARTIES[k]}:`,
      `    name: ${PARTIES[k]}`,
      `    disagreement: ${number(-1000)}`,
      `    reservation: ${number(least)}`,
      '    issues:',
      ...ISSUES.map(issue),
    ].join('\n');
  };
  return [
    'winset: 1',
    'title: A table',
    'issues:',
    ...ISSUES.map(
      (id) => `  - { id: ${id}, title: ${id}, options: [${OPTIONS.map((o) => `{ id: ${o} }`).join(', ')}] }`,
    ),
    'parties:',
    ...sheets.map(party),
    ...(quorum ? ['consent: { needs: { quorum: 2 } }'] : []),
    '',
  ].join('\n');
}

const POWERS: Readonly<Record<string, number>> = { '': 0, m: 6, bn: 9, tn: 12 };

/** The number of points in the sentence, and one step of its last digit more. */
function told(sentence: string): { readonly points: number; readonly step: number } {
  const match = /([\d,]+)(?:\.(\d+))?(?: (m|bn|tn)| × 10\^(-?\d+))? points/.exec(sentence);
  if (match === null) throw new Error(`no number of points in: ${sentence}`);
  const [, whole = '', decimals = '', unit = '', power] = match;
  const exponent = (power === undefined ? POWERS[unit]! : Number(power)) - decimals.length;
  const digits = Number(whole.replaceAll(',', '') + decimals);
  return { points: Number(`${digits}e${exponent}`), step: Number(`1e${exponent}`) };
}

/** Whether some deal is left when these parties ask for so much more than they do. */
function leavesDeal({ scenario }: Pick<Case, 'scenario'>, asking: readonly number[], more: number): boolean {
  const changed: Scenario = {
    ...scenario,
    parties: scenario.parties.map((party, k) =>
      asking.includes(k) ? { ...party, reservation: { value: sum(party.reservation.value, more) } } : party,
    ),
  };
  return scenarioCase(changed).answer.zone.empty === false;
}

/** Without the digits that binary arithmetic adds at the end. */
function sum(a: number, b: number): number {
  return Number((a + b).toPrecision(15));
}

/** The room of each party, as explain words it. */
function roomSentences(of: Case): readonly { readonly label: string; readonly text: string }[] {
  const { problem } = of.compiled;
  const effort = { nodes: 0 };
  const slack = slackOf(problem, effort, Infinity);
  return slackList({ ...of, answer: { slack } }, wholeFocus(of)).rows;
}

it('could ask for up to so much more, or must ask for so much less: together', () => {
  fc.assert(
    fc.property(tables(true), (text) => {
      const of = textCase(text);
      const everybody = [...of.scenario.parties.keys()];
      const [sentence] = slackSentences(of, { ...of.answer, empty: of.answer.zone.empty });
      if (sentence === undefined) return;
      if (sentence.includes('cannot all ask for more')) {
        expect(leavesDeal(of, everybody, 0)).toBe(true);
        expect(leavesDeal(of, everybody, 1e-4)).toBe(false);
        return;
      }
      const { points, step } = told(sentence);
      const sign = sentence.includes('less') ? -1 : 1;
      expect({ sentence, leaves: leavesDeal(of, everybody, sign * points) }).toEqual({ sentence, leaves: true });
      const bolder = sign * points + step;
      expect({ sentence, leaves: leavesDeal(of, everybody, bolder) }).toEqual({ sentence, leaves: false });
    }),
    { numRuns: runs(100) },
  );
});

it('could ask for up to so much more, or must come down by so much: each alone', () => {
  fc.assert(
    fc.property(tables(true), (text) => {
      const of = textCase(text);
      const rows = roomSentences(of);
      of.scenario.parties.forEach(({ name }, party) => {
        const row = rows.find(({ label }) => label === name);
        if (row === undefined || !/points/.test(row.text)) return;
        const { points, step } = told(row.text);
        const sign = row.text.includes('come down') ? -1 : 1;
        const said = row.text;
        expect({ said, leaves: leavesDeal(of, [party], sign * points) }).toEqual({ said, leaves: true });
        expect({ said, leaves: leavesDeal(of, [party], sign * points + step) }).toEqual({ said, leaves: false });
      });
    }),
    { numRuns: runs(80) },
  );
});
