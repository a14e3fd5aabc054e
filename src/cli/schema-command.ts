/** `winset schema`: the JSON Schema that an editor checks a scenario, party or overlay file with. */
import { overlayJsonSchema, partyJsonSchema, scenarioJsonSchema } from '../scenario/format/json-schema.ts';

export interface SchemaFlags {
  readonly party?: true | undefined;
  readonly overlay?: true | undefined;
}

export function runSchema({ party, overlay }: SchemaFlags): void {
  const schema = party ? partyJsonSchema() : overlay ? overlayJsonSchema() : scenarioJsonSchema();
  process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
}
