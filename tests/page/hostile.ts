/** A scenario whose names and texts try to be markup, script, or the end of one. */
import { parseScenarioText } from '../../src/scenario/read/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const BAD = `</script><script>window.broken = 1</script><img src=x onerror="window.broken = 1">`;

export const HOSTILE_TEXT = JSON.stringify({
  winset: 1,
  title: `</title>${BAD}`,
  summary: `<!-- ${BAD} & 'quotes' "too"`,
  sources: { s: { title: BAD, outlet: `javascript:alert(1)`, url: 'https://example.org/?a=1&b=<b>' } },
  parties: {
    a: {
      name: `<b>A</b> ${BAD}`,
      short: '"><svg onload=window.broken=1>',
      color: '#aa3300',
      disagreement: 10,
      reservation: 90,
      issues: {
        x: { weight: 2, values: { p: 100, q: 0 }, why: BAD, sources: ['s'] },
        y: { weight: 1, values: { r: 0, t: 100 } },
      },
      redLines: [{ id: 'no-q', when: { x: 'q' }, why: BAD }],
    },
    b: {
      name: `B ${BAD}`,
      reservation: 60,
      disagreement: 0,
      issues: { x: { weight: 3, values: { p: 0, q: 100 } }, y: { weight: 1, values: { r: 100, t: 0 } } },
    },
  },
  issues: [
    {
      id: 'x',
      title: `Issue ${BAD}`,
      group: BAD,
      options: [
        { id: 'p', label: `P ${BAD}` },
        { id: 'q', label: 'Q `code` | [link](javascript:alert(1))' },
      ],
    },
    {
      id: 'y',
      title: '# heading *bold*',
      group: BAD,
      options: [
        { id: 'r', label: 'R' },
        { id: 't', label: '<T>' },
      ],
    },
  ],
  drafts: { d: { title: `Draft ${BAD}`, clauses: { x: 'p' } } },
});

export function hostileScenario(): Scenario {
  const read = parseScenarioText(HOSTILE_TEXT, 'hostile.json');
  if (!read.ok) throw new Error(read.findings.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return read.scenario;
}
