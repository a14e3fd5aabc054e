import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { JsonSchema } from '../../../src/scenario/format/json-schema.ts';
import {
  overlayJsonSchema,
  partyJsonSchema,
  scenarioJsonSchema,
  stageJsonSchema,
} from '../../../src/scenario/format/json-schema.ts';
import { SCENARIO } from '../support.ts';

/** Reads the JSON Schema back, so that it is judged by what it accepts. */
function reader(schema: JsonSchema): (data: unknown) => boolean {
  const read = z.fromJSONSchema(schema);
  return (data) => read.safeParse(data).success;
}

const isScenario = reader(scenarioJsonSchema());
const isParty = reader(partyJsonSchema());
const isStage = reader(stageJsonSchema());
const isOverlay = reader(overlayJsonSchema());

const docs = readFileSync(new URL('../../../docs/scenario-format.md', import.meta.url), 'utf8');
const blocks = [...docs.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match): unknown => parse(match[1] ?? ''));

test('the schemas accept what the format accepts', () => {
  const [scenario, city, line, , , offer, fence, car, wall, overlay, reading] = blocks;
  expect(isStage(offer)).toBe(true);
  expect(isScenario(wall)).toBe(true);
  expect(isScenario(fence)).toBe(true);
  expect(isScenario(car)).toBe(true);
  expect(isScenario(scenario)).toBe(true);
  expect(isScenario(parse(SCENARIO))).toBe(true);
  expect(isParty(city)).toBe(true);
  expect(isParty(line)).toBe(true);
  expect(isOverlay(overlay)).toBe(true);
  expect(isOverlay(reading)).toBe(true);
});

test('they refuse keys and kinds of values that the format refuses', () => {
  const scenario: object = parse(SCENARIO);
  expect(isScenario({ ...scenario, titel: 'x' })).toBe(false);
  expect(isScenario({ ...scenario, title: 5 })).toBe(false);
  expect(isScenario({ ...scenario, winset: 2 })).toBe(false);
  expect(isParty({ party: 'us' })).toBe(false);
  expect(isOverlay({ winset: 1 })).toBe(false);
  expect(isOverlay({ winset: 1, base: 'x', lock: {} })).toBe(false);
});

test('defaults are not required, and editors get help texts', () => {
  expect(scenarioJsonSchema()).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    required: ['winset', 'title', 'parties', 'issues'],
    properties: { rules: { description: 'Public and hard: no deal may break them.' } },
  });
  expect(partyJsonSchema()).toMatchObject({ required: ['party', 'disagreement', 'issues'] });
});

test('every key that the schemas know is in the documentation', () => {
  const keys = new Set<string>();
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries<unknown>({ ...node })) {
      if (name === 'properties' && typeof value === 'object' && value !== null)
        Object.keys(value).forEach((key) => keys.add(key));
      collect(value);
    }
  };
  collect(scenarioJsonSchema());
  collect(partyJsonSchema());
  collect(stageJsonSchema());
  collect(overlayJsonSchema());
  expect(keys.size).toBeGreaterThan(40);
  expect(
    [...keys].filter(
      (key) => !docs.includes(`\`${key}\``) && !new RegExp(`\`[^\`\n]*\\b${key}\\b[^\`\n]*\``).test(docs),
    ),
  ).toEqual([]);
});
