/** What a client can read: the guides, and the scenarios that come with winset, as far as it may know them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText } from '../report/json-text.ts';
import { known } from './about.ts';
import { sheetOf } from './sheet.ts';
import type { Surroundings } from './surroundings.ts';

export interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly description: string;
  readonly mimeType: string;
  readonly read: () => Promise<string>;
}

const GUIDES = [
  { file: 'scenario-format.md', description: 'How a scenario is written: every key, with examples.' },
  { file: 'glossary.md', description: 'The terms of winset, each in a sentence.' },
] as const;

const KINDS = new Map([
  ['yaml', 'application/yaml'],
  ['json', 'application/json'],
  ['md', 'text/markdown'],
]);

/**
 * Everything there is to read. A client that speaks for one party has each scenario as one sheet with the numbers of
 * that party, and none of the files, which have those of all.
 */
export async function resourcesOf(around: Surroundings): Promise<readonly Resource[]> {
  const guides = GUIDES.map(({ file, description }) => ({
    uri: `winset://guide/${file}`,
    name: file,
    description,
    mimeType: 'text/markdown',
    read: () => Promise.resolve(readFileSync(join(around.docs, file), 'utf8')),
  }));
  const scenarios = around.as === null ? around.shipped.flatMap(filesOf) : (await sheetsOf(around, around.as)).flat();
  return [...guides, ...scenarios];
}

function filesOf({ name, folder }: Surroundings['shipped'][number]): readonly Resource[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return files.toSorted().flatMap((file) => {
    const mimeType = KINDS.get(file.slice(file.lastIndexOf('.') + 1));
    if (mimeType === undefined) return [];
    return {
      uri: `winset://scenarios/${name}/${file}`,
      name: `${name}/${file}`,
      description: file === 'scenario.yaml' ? `The scenario '${name}'.` : `A file of the scenario '${name}'.`,
      mimeType,
      read: () => Promise.resolve(readFileSync(join(folder, file), 'utf8')),
    };
  });
}

/** Of the scenarios in which the party takes part. */
async function sheetsOf(around: Surroundings, as: string): Promise<readonly (readonly Resource[])[]> {
  return Promise.all(
    around.shipped.map(async ({ name }) => {
      const reading = await around.read(name);
      if (!reading.ok || !reading.opened.scenario.parties.some(({ id }) => id === as)) return [];
      const about = known(name, reading.opened, around);
      return [
        {
          uri: `winset://scenarios/${name}`,
          name,
          description: `The scenario '${name}' as '${as}' knows it.`,
          mimeType: 'application/json',
          read: () => Promise.resolve(jsonText(sheetOf(about))),
        },
      ];
    }),
  );
}
