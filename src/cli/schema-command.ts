/** `winset schema`: the JSON Schema that an editor checks a scenario or party file with. */
import { partyJsonSchema, scenarioJsonSchema } from '../scenario/json-schema.ts';

export function runSchema(flags: { readonly party?: true | undefined }): void {
  const schema = flags.party ? partyJsonSchema() : scenarioJsonSchema();
  process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
}
