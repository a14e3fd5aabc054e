import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  overlayJsonSchema,
  partyJsonSchema,
  scenarioJsonSchema,
  stageJsonSchema,
} from '../../../src/scenario/format/json-schema.ts';

it.each([
  ['scenario.schema.json', scenarioJsonSchema()],
  ['party.schema.json', partyJsonSchema()],
  ['stage.schema.json', stageJsonSchema()],
  ['overlay.schema.json', overlayJsonSchema()],
])('scenarios/%s is what the program prints', (file, schema) => {
  const shipped: unknown = JSON.parse(readFileSync(new URL(`../../../scenarios/${file}`, import.meta.url), 'utf8'));
  expect(shipped).toEqual(JSON.parse(JSON.stringify(schema)));
});
