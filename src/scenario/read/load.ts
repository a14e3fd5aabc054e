/**
 * Reads a scenario with all its files, checks it, and gives either the scenario or everything that is wrong with it.
 */
import { createHash } from 'node:crypto';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Parts } from './build.ts';
import { buildScenario } from './build.ts';
import { decodeScenario, readCoding } from './coding.ts';
import { checkScenario } from './check-scenario.ts';
import { checkSchema } from './check-schema.ts';
import { checkPositions, checkStageList } from './check-stages.ts';
import type { Checker } from './checker.ts';
import { createChecker } from './checker.ts';
import type { Document } from './document.ts';
import { readDocument } from './document.ts';
import { expandScenario } from './expand-unknown.ts';
import { fillIds } from './fill-ids.ts';
import type { Finding } from '../finding.ts';
import { limitFindings } from '../finding.ts';
import type { Under } from './load-overlay.ts';
import { loadOverlay } from './load-overlay.ts';
import type { LoadResult, SourceFile } from './load-result.ts';
import { readNames } from './names.ts';
import { stepsAt, valueAt } from './parts.ts';
import type { FileText, Reader } from './read-file.ts';
import { decode, disk, memory } from './read-file.ts';
import type { PartyText } from './read-party.ts';
import { readParty } from './read-party.ts';
import type { StageText } from './read-stage.ts';
import { readStage } from './read-stage.ts';
import { remarksOf, sumRules } from './remarks.ts';
import type { Scenario } from '../scenario.ts';
import type { ScenarioFile } from '../format/schema.ts';
import { FORMAT_VERSION, MOST_PARTIES, MOST_STAGES, scenarioFileSchema, versionMessage } from '../format/schema.ts';
import { isOverlay } from '../format/schema-overlay.ts';
import { quote } from '../suggest.ts';
import { sumFault } from '../format/sum.ts';
import { sizeFault } from '../format/thresholds.ts';

export type { Loaded, LoadResult, SourceFile } from './load-result.ts';

const SCENARIO_FILES = ['scenario.yaml', 'scenario.yml', 'scenario.json'];

const MOST_OVERLAYS = 8;

/** A file to load: where it stands, how files are read, and the overlays that lead to it, by their real paths. */
interface Place {
  readonly file: string;
  /** Null for a text without a place of its own. */
  readonly folder: string | null;
  readonly reader: Reader;
  readonly above: readonly string[];
}

/**
 * The scenario in a file, or in a folder with a `scenario.yaml` (`.yml`, `.json`); of an overlay, the scenario it
 * stands on with its changes. Never throws: whatever is wrong with the files comes back as findings, those of all
 * files together, each file's in the order of its text.
 */
export function loadScenario(path: string): LoadResult {
  const file = scenarioFileAt(path);
  if (file === null) return failed(path, `is a folder without a ${SCENARIO_FILES[0]}; name the scenario file`);
  return load(disk.read(file), { file, folder: dirname(file), reader: disk, above: [realPath(file)] });
}

/** The scenario in a text that stands for one file; `name` is what findings call it. Other files cannot be read. */
export function parseScenarioText(text: string, name: string): LoadResult {
  return load(decode(new TextEncoder().encode(text)), { file: name, folder: null, reader: disk, above: [] });
}

/** The scenario in texts that stand for its files, as `LoadResult` gives them: the scenario file first. */
export function loadTexts(files: readonly SourceFile[]): LoadResult {
  const file = files[0]?.path ?? 'scenario.yaml';
  const reader = memory(files);
  return load(reader.read(file), { file, folder: '.', reader, above: [] });
}

function load(source: FileText, place: Place): LoadResult {
  const { file } = place;
  if (!source.ok) return failed(file, source.message);
  const read = readDocument(source.text, file);
  if (!read.ok) return read;
  const { document } = read;
  const refusal = refuseFormat(document);
  if (refusal !== null) return { ok: false, findings: [refusal] };
  if (isOverlay(document.data)) return loadOverlay(document, source, (name) => loadUnder(name, place));
  return loadOwn(document, source, place);
}

/** A scenario that stands on no other. */
function loadOwn(written: Document, source: Extract<FileText, { ok: true }>, place: Place): LoadResult {
  const coded: Finding[] = [];
  const filled = fillIds(written);
  const names = readNames(filled.data);
  const document = expandScenario(decodeScenario(filled, coded), names);
  const coding = readCoding(document.data);
  const schema = checkSchema(document, scenarioFileSchema);
  const findings = [...coded, ...schema.findings];
  const checker = createChecker(document, names, findings);
  checkScenario(checker);
  checkStageList(checker);
  const around = { scenario: document.file, folder: place.folder, reader: place.reader, coding };
  const parties = document
    .keys(['parties'])
    .slice(0, MOST_PARTIES)
    .map((id) => readParty(id, around, checker));
  const stages = stepsAt(document.data, ['stages'])
    .slice(0, MOST_STAGES)
    .map((_, index) => readStage(index, around, checker));
  const beside = [...parties, ...stages];
  const everything = [...findings, ...beside.flatMap((part) => part.findings)];
  const files = [document.file, ...beside.flatMap((part) => part.file ?? [])];
  if (schema.data === null || everything.length > 0) return { ok: false, findings: limitFindings(everything, files) };

  const hash = createHash('sha256').update(source.bytes);
  for (const part of beside) hash.update(part.bytes);
  const scenario = buildScenario(partsOf(schema.data, parties, stages, document, hash.digest('hex').slice(0, 12)));
  checkSizes(checker, scenario);
  checkPositions(stages, scenario);
  const faults = [...findings, ...stages.flatMap((stage) => stage.findings)];
  if (faults.length > 0) return { ok: false, findings: limitFindings(faults, files) };
  const ofTexts = [document, ...beside].flatMap((text) => text.remarks);
  const ofScenario = remarksOf(document, new Map(parties.map(({ id, at }) => [id, at])));
  const remarks = (changed: Scenario): readonly Finding[] => [...ofTexts, ...ofScenario(changed)];
  return {
    ok: true,
    scenario,
    remarks,
    warnings: limitFindings(remarks(scenario), files),
    files: filesOf(document.file, source.text, beside),
    under: null,
    fault: (path, message) => document.finding(path, message),
  };
}

function filesOf(file: string, text: string, beside: readonly (PartyText | StageText)[]): SourceFile[] {
  return [
    { path: basename(file), text },
    ...beside.flatMap((part) =>
      part.file === null ? [] : { path: relative(dirname(file), part.file), text: part.text },
    ),
  ];
}

/** What an overlay at a place stands on. */
function loadUnder(name: string, { file: overlay, folder, reader, above }: Place): Under {
  if (folder === null) return { ok: false, message: 'other files cannot be read here; name the overlay as a file' };
  const path = isAbsolute(name) ? name : join(dirname(overlay), name);
  const file = scenarioFileAt(path);
  if (file === null) return { ok: false, message: `${quote(name)} is a folder without a ${SCENARIO_FILES[0]}` };
  const real = realPath(file);
  const circle = above.indexOf(real);
  if (circle !== -1) {
    const files = [...above.slice(circle), real].map((each) => basename(each));
    return { ok: false, message: `overlays stand on each other in a circle: ${files.join(' -> ')}` };
  }
  if (above.length > MOST_OVERLAYS) {
    return {
      ok: false,
      message: `more than ${MOST_OVERLAYS} overlays stand on each other; write their changes as one`,
    };
  }
  const source = reader.read(file);
  if (!source.ok) return { ok: false, message: `${quote(name)} ${source.message}` };
  return load(source, { file, folder: dirname(file), reader, above: [...above, real] });
}

/** The scenario file that a path given by the user means; null for a folder without one. */
function scenarioFileAt(path: string): string | null {
  if (!isFolder(path)) return path;
  return SCENARIO_FILES.map((name) => join(path, name)).find((file) => existsSync(file)) ?? null;
}

/** The same for every name of a file; the name itself where there is no such file. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
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

function partsOf(
  file: ScenarioFile,
  texts: readonly PartyText[],
  stageTexts: readonly StageText[],
  document: Document,
  hash: string,
): Parts {
  const parties = texts.map(({ id, body }) => {
    const entry = file.parties[id];
    if (entry === undefined) throw new Error(`unchecked party: ${id}`);
    if (!('file' in entry)) return { id, entry, body: entry };
    if (body === null) throw new Error(`unchecked file of party: ${id}`);
    return { id, entry, body };
  });
  const stages = file.stages.map((entry, k) => {
    if (!('file' in entry)) return entry;
    const { file: _, ...head } = entry;
    const body = stageTexts[k]?.body ?? null;
    if (body === null) throw new Error(`unchecked file of stage: ${head.id}`);
    return { ...head, ...body };
  });
  return { file, parties, stages, drafts: document.keys(['drafts']), sources: document.keys(['sources']), hash };
}

/** What shows only with all parts together: sums, and numbers too large beside each other. */
function checkSizes(checker: Checker, scenario: Scenario): void {
  for (const [path, rule] of sumRules(checker.data, scenario)) {
    const fault = sumFault(rule, scenario.issues);
    if (fault !== null) checker.complain(path, fault);
  }
  for (const party of scenario.parties) {
    const fault = sizeFault(party, scenario.issues);
    if (fault !== null) checker.complain(['parties', party.id], fault);
  }
}
