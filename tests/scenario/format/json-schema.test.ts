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
function accepts(schema: JsonSchema, data: unknown): boolean {
  return z.fromJSONSchema(schema).safeParse(data).success;
}

const docs = readFileSync(new URL('../../../docs/scenario-format.md', import.meta.url), 'utf8');
const blocks = [...docs.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match): unknown => parse(match[1] ?? ''));

test('the schemas accept what the format accepts', () => {
  const [scenario, city, line, , , offer, fence, car, wall, overlay, reading] = blocks;
  expect(accepts(stageJsonSchema(), offer)).toBe(true);
  expect(accepts(scenarioJsonSchema(), wall)).toBe(true);
  expect(accepts(scenarioJsonSchema(), fence)).toBe(true);
  expect(accepts(scenarioJsonSchema(), car)).toBe(true);
  expect(accepts(scenarioJsonSchema(), scenario)).toBe(true);
  expect(accepts(scenarioJsonSchema(), parse(SCENARIO))).toBe(true);
  expect(accepts(partyJsonSchema(), city)).toBe(true);
  expect(accepts(partyJsonSchema(), line)).toBe(true);
  expect(accepts(overlayJsonSchema(), overlay)).toBe(true);
  expect(accepts(overlayJsonSchema(), reading)).toBe(true);
});

test('they refuse keys and kinds of values that the format refuses', () => {
  const scenario: object = parse(SCENARIO);
  expect(accepts(scenarioJsonSchema(), { ...scenario, titel: 'x' })).toBe(false);
  expect(accepts(scenarioJsonSchema(), { ...scenario, title: 5 })).toBe(false);
  expect(accepts(scenarioJsonSchema(), { ...scenario, winset: 2 })).toBe(false);
  expect(accepts(partyJsonSchema(), { party: 'us' })).toBe(false);
  expect(accepts(overlayJsonSchema(), { winset: 1 })).toBe(false);
  expect(accepts(overlayJsonSchema(), { winset: 1, base: 'x', lock: {} })).toBe(false);
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
