import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { columns } from '../../src/report/text/width.ts';
import { textReport } from '../../src/questions/solve/layout.tsx';
import { reportView } from '../../src/questions/solve/view.ts';
import { anyIssues, anyParty, scenario } from '../compile/support.ts';
import { scenarioCase, shippedCase, wholeFocus } from '../report/support.ts';
import { optionId } from '../../src/scenario/format/options.ts';
import { chosen, runs } from '../runs.ts';

const cases = {
  'an empty zone': shippedCase('ukraine-2025-short'),
  'an opened zone': shippedCase('ukraine-2025-short', ['russia.all-donbas']),
  'a small zone': shippedCase('first-five-minutes'),
};

const written = new Map<string, string[]>();

/** Written once for all tests. */
function linesOf(name: keyof typeof cases, width: number, all = false): string[] {
  const key = `${name} ${width} ${all}`;
  const lines = written.get(key) ?? linesOfReport(name, width, all);
  written.set(key, lines);
  return lines;
}

function linesOfReport(name: keyof typeof cases, width: number, all: boolean): string[] {
  const of = cases[name];
  return stripVTControlCharacters(textReport(reportView(of, { ...wholeFocus(of), all }), width)).split('\n');
}

describe.each(['an empty zone', 'an opened zone', 'a small zone'] as const)('the report of %s', (name) => {
  it.each(chosen([60, 80, 100, 120, 160], (width) => width === 60 || width === 120))('fits %i columns', (width) => {
    for (const line of linesOf(name, width, true)) expect(columns(line)).toBeLessThanOrEqual(width);
  });

  it.each([80, 120])('loses no word of the verdict at %i columns', (width) => {
    const of = cases[name];
    const { verdict } = reportView(of, wholeFocus(of));
    const text = linesOf(name, width).join(' ').replace(/\s+/g, ' ');
    for (const sentence of [verdict.headline, ...verdict.sentences]) expect(text).toContain(sentence);
  });

  it('gives the verdict before anything else', () => {
    const lines = linesOf(name, 80);
    const verdict = lines.findIndex((line) => line === 'No deal.' || line === 'A deal is possible.');
    expect(verdict).toBeGreaterThan(0);
    expect(lines.findIndex((line) => line.includes('────'))).toBeGreaterThan(verdict);
  });
});

describe('sections', () => {
  const titles = (name: keyof typeof cases) =>
    linesOf(name, 80).flatMap((line) => /^(\S.*?) ─{4,}$/.exec(line)?.[1] ?? []);

  it('stand in the order of reading', () => {
    expect(titles('an empty zone')).toEqual([
      'Why there is no deal',
      'What would open a zone',
      'Clauses of these deals',
      'Drafts',
      'Sole blockers',
      'About this report',
    ]);
    expect(titles('a small zone')).toEqual([
      'Recommended deals',
      'Clauses of these deals',
      'Drafts',
      'Settled, open and dead',
      'Sole blockers',
      'About this report',
    ]);
  });
});

describe('any scenario', () => {
  const name = fc.constantFrom(
    'A',
    'Ministry of Long Names and Longer Titles',
    '外務省 外務省 外務省',
    'unbreakable'.repeat(9),
  );
  const anyCase = anyIssues.chain((issues) =>
    fc.tuple(fc.array(fc.tuple(anyParty(issues), name), { minLength: 1, maxLength: 7 }), name).map(([parties, title]) =>
      scenario({
        title,
        issues: issues.map((issue) => ({ ...issue, title, group: title })),
        parties: parties.map(([party, own], k) => ({ ...party, id: `p${k}`, name: own, short: own })),
        drafts: [
          {
            id: 'first-draft-with-a-long-id',
            title,
            clauses: issues.map((issue) => ({ issue: issue.id, option: optionId(issue, 0) })),
          },
          { id: 'partial', title, clauses: [] },
        ],
      }),
    ),
  );

  it('gives a report within the width, in which names may repeat', () => {
    const complaints = vi.spyOn(console, 'error');
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 60, max: 160 }), (given, width) => {
        const of = scenarioCase(given);
        const text = stripVTControlCharacters(textReport(reportView(of, wholeFocus(of)), width));
        for (const line of text.split('\n')) expect(columns(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: runs(200) },
    );
    expect(complaints).not.toHaveBeenCalled();
  });
});
