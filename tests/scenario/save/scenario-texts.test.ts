/** A scenario written anew as files reads back as the same scenario. */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatFinding } from '../../../src/scenario/finding.ts';
import { loadTexts } from '../../../src/scenario/read/load.ts';
import type { PartyPlace } from '../../../src/scenario/save/scenario-texts.ts';
import { scenarioTexts } from '../../../src/scenario/save/scenario-texts.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { ALL_KINDS, randomScenario } from '../../oracle/random-scenario.ts';
import { yamlText } from '../../oracle/yaml.ts';
import { talks } from '../../mcp/talks.ts';
import { runs } from '../../runs.ts';
import { CONDITIONS, SHIPPED } from '../edit/random-edits.ts';
import { loadedShipped } from '../../shipped.ts';
import { CONDITIONAL, MIXED, SCENARIO, scenarioOf } from '../support.ts';

const PLACES: readonly PartyPlace[] = ['own files', 'inline'];

/** All of it but the hash, which is that of the bytes. */
function content({ hash: _hash, ...rest }: Scenario): unknown {
  return rest;
}

function again(scenario: Scenario, place: PartyPlace): Scenario {
  const result = loadTexts(scenarioTexts(scenario, place));
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'));
  return result.scenario;
}

describe.each(PLACES)('a scenario written with its parties in %s', (place) => {
  it.each(SHIPPED)('reads back: %s', (name) => {
    const { scenario } = loadedShipped(name);
    expect(content(again(scenario, place))).toEqual(content(scenario));
  });

  it.each(Object.entries({ SCENARIO, MIXED, CONDITIONAL, CONDITIONS, TALKS: talks('first') }))(
    'reads back: %s',
    (_, text) => {
      const scenario = scenarioOf(text);
      expect(content(again(scenario, place))).toEqual(content(scenario));
    },
  );

  it('reads back whatever is drawn', () => {
    const kinds = { ...ALL_KINDS, fractions: true, curves: true, scoreFormulas: true };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const scenario = scenarioOf(yamlText(randomScenario(seed, kinds)));
        expect(content(again(scenario, place))).toEqual(content(scenario));
      }),
      { numRuns: runs(60) },
    );
  });
});

it('keeps texts of several lines, quotes and signs that YAML has a meaning for', () => {
  const texts = [
    'a\nb',
    'a\n\n  b: c',
    ' lead',
    'end ',
    '- x',
    '# no',
    'it\'s "so"',
    'a: b',
    'yes',
    '1/3',
    'a\tb\nc',
    '\n',
    'x\n',
  ];
  for (const brief of texts) {
    const scenario = scenarioOf(SCENARIO);
    const changed = { ...scenario, summary: brief, parties: scenario.parties.map((party) => ({ ...party, brief })) };
    expect(content(again(changed, 'own files'))).toEqual(content(changed));
  }
});

it('gives the published cases again', () => {
  const folder = fileURLToPath(new URL('../../peers', import.meta.url));
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    const scenario = scenarioOf(readFileSync(`${folder}/${file}`, 'utf8'));
    expect(content(again(scenario, 'own files'))).toEqual(content(scenario));
  }
});
