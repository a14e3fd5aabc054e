/**
 * Reads a scenario with all its files, checks it, and gives either the scenario or everything that is wrong with it.
 */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Parts } from './build.ts';
import { buildScenario } from './build.ts';
import { checkScenario } from './check-scenario.ts';
import { checkSchema } from './check-schema.ts';
import { checkPositions, checkStages } from './check-stages.ts';
import type { Checker } from './checker.ts';
import { createChecker } from './checker.ts';
import type { Document } from './document.ts';
import { readDocument } from './document.ts';
import type { Finding, Path } from './finding.ts';
import { limitFindings } from './finding.ts';
import { readNames } from './names.ts';
import { valueAt } from './parts.ts';
import type { FileText } from './read-file.ts';
import { decode, readText } from './read-file.ts';
import type { PartyText } from './read-party.ts';
import { readParty } from './read-party.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioFile } from './schema.ts';
import { FORMAT_VERSION, MOST_PARTIES, scenarioFileSchema, versionMessage } from './schema.ts';
import { sizeFault } from './thresholds.ts';

export type LoadResult =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      readonly warnings: readonly Finding[];
      /** An error at a place of the scenario file, for faults that show only when something is computed. */
      readonly fault: (path: Path, message: string) => Finding;
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const SCENARIO_FILES = ['scenario.yaml', 'scenario.yml', 'scenario.json'];

/**
 * The scenario in a file, or in a folder with a `scenario.yaml` (`.yml`, `.json`). Never throws: whatever is wrong
 * with the files comes back as findings, those of all files together, each file's in the order of its text.
 */
export function loadScenario(path: string): LoadResult {
  const file = scenarioFileAt(path);
  if (file === null) return failed(path, `is a folder without a ${SCENARIO_FILES[0]}; name the scenario file`);
  return load(readText(file), file, dirname(file));
}

/** The scenario in a text that stands for one file; `name` is what findings call it. Party files cannot be read. */
export function parseScenarioText(text: string, name: string): LoadResult {
  return load(decode(new TextEncoder().encode(text)), name, null);
}

function load(source: FileText, file: string, folder: string | null): LoadResult {
  if (!source.ok) return failed(file, source.message);
  const read = readDocument(source.text, file);
  if (!read.ok) return read;
  const { document } = read;
  const refusal = refuseFormat(document);
  if (refusal !== null) return { ok: false, findings: [refusal] };

  const schema = checkSchema(document, scenarioFileSchema);
  const findings = [...schema.findings];
  const checker = createChecker(document, readNames(document.data), findings);
  checkScenario(checker);
  checkStages(checker);
  const parties = document
    .keys(['parties'])
    .slice(0, MOST_PARTIES)
    .map((id) => readParty(id, document, checker, folder));
  const everything = [...findings, ...parties.flatMap((party) => party.findings)];
  const files = [file, ...parties.flatMap((party) => party.file ?? [])];
  if (schema.data === null || everything.length > 0) return { ok: false, findings: limitFindings(everything, files) };

  const hash = createHash('sha256').update(source.bytes);
  for (const party of parties) hash.update(party.bytes);
  const scenario = buildScenario(partsOf(schema.data, parties, document, hash.digest('hex').slice(0, 12)));
  checkSizes(checker, scenario);
  checkPositions(checker, scenario);
  if (findings.length > 0) return { ok: false, findings: limitFindings(findings, files) };
  const warnings = limitFindings(warningsOf(document, scenario), files);
  return { ok: true, scenario, warnings, fault: (path, message) => document.finding(path, message) };
}

/** The scenario file that a path given by the user means; null for a folder without one. */
function scenarioFileAt(path: string): string | null {
  if (!isFolder(path)) return path;
  return SCENARIO_FILES.map((name) => join(path, name)).find((file) => existsSync(file)) ?? null;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // reading it as a file says what is wrong
  }
}

function failed(file: string, message: string): LoadResult {
  return { ok: false, findings: [{ file, line: 1, column: 1, path: '', message, severity: 'error' }] };
}

/** A file that is no scenario of this version gets one finding, not one for each key it has. */
function refuseFormat(document: Document): Finding | null {
  const version = valueAt(document.data, ['winset']);
  if (version === undefined && valueAt(document.data, ['party']) !== undefined) {
    return document.finding([], "this is one party's file; name the scenario file that lists the party");
  }
  if (version === undefined || version === FORMAT_VERSION) return null;
  return document.finding(['winset'], versionMessage({ input: version }));
}

function partsOf(file: ScenarioFile, texts: readonly PartyText[], document: Document, hash: string): Parts {
  const parties = texts.map(({ id, body }) => {
    const entry = file.parties[id];
    if (entry === undefined) throw new Error(`unchecked party: ${id}`);
    if (!('file' in entry)) return { id, entry, body: entry };
    if (body === null) throw new Error(`unchecked file of party: ${id}`);
    return { id, entry, body };
  });
  return { file, parties, drafts: document.keys(['drafts']), sources: document.keys(['sources']), hash };
}

function checkSizes(checker: Checker, scenario: Scenario): void {
  for (const party of scenario.parties) {
    const fault = sizeFault(party);
    if (fault !== null) checker.complain(['parties', party.id], fault);
  }
}

function warningsOf(document: Document, scenario: Scenario): Finding[] {
  return scenario.issues.flatMap((_, k) => {
    if (scenario.parties.some(({ preferences }) => preferences.issues[k]?.mentioned)) return [];
    const message = 'no party says what this issue is worth to it, so its options make no difference';
    return [document.finding(['issues', k], message, { severity: 'warning' })];
  });
}
