/** The table of a knot: who refuses which option, and whose signature an option needs. */
import { expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { knotOf } from '../../src/engine/explain/knot.ts';
import { knotView } from '../../src/report/view/knot.ts';
import { parseScenarioText } from '../../src/scenario/read/load.ts';
import { KNOT } from '../questions/knot.ts';

const GUARDED = `${KNOT.replace('parties:\n', 'parties:\n  c: { name: Gamma, disagreement: 0, issues: { land: { weight: 1, values: { mine: 50, half: 50, yours: 50 } }, rent: { weight: 1, value: 50 } }, redLines: [{ id: none, when: { land: half } }] }\n')}consent:
  needs: { quorum: 2, veto: [a, b] }
  conditional: [{ party: c, when: { land: [half, yours] } }]
`;

it('says who refuses each option of the knot, and where a signature is needed that others can do without', () => {
  const loaded = parseScenarioText(GUARDED, 'knot.yaml');
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  const compiled = compileProblem(loaded.scenario);
  const knot = knotOf(compiled.problem, { nodes: 0 }, Infinity);
  const [table] = knotView({ scenario: loaded.scenario, compiled }, knot)!.tables;
  expect(table!.rows).toEqual([
    { label: 'mine', cells: ['', '', 'no'] },
    { label: 'half', cells: ['no', 'no', ''] },
    { label: 'yours', cells: ['sign', 'no', ''] },
  ]);
  expect(table!.legend).toContain('sign: not without the signature of this party.');
});
