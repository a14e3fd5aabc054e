/**
 * How fast winset is, measured against a look at every deal, against a mixed-integer solver, as problems grow, and on
 * the scenario people come for.
 *
 *     npm run bench                  everything; writes docs/performance.md
 *     npm run bench -- highs count   these parts only; writes nothing
 *
 * Machines differ and are shared: compare figures of one run only.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { format, resolveConfig } from 'prettier';
import { startBrowser } from '../tests/browser/browser.ts';
import { Bench } from './bounded.ts';
import { briefSection } from './brief.ts';
import { classSection } from './class.ts';
import { enumerationSection } from './enumeration.ts';
import { frontierSection } from './frontier.ts';
import { headlineSection } from './headline.ts';
import { highsSection } from './highs.ts';
import { keysSection } from './keys.ts';
import { numbersSection } from './numbers.ts';
import { sectionText } from './report.ts';
import { startSection } from './start.ts';
import type { Section } from './report.ts';
import { countSection, solutionsSection } from './scaling.ts';

// The measurements, for the worker thread to find by name.
export { raceEnumeration } from './enumeration.ts';
export { measureFrontier } from './frontier.ts';
export { answerHeadline, countHeadline, describeHeadline, solveHeadline } from './headline.ts';
export { duelHighs } from './highs.ts';
export { boundNumbers, raceNumbers, solveMany } from './numbers.ts';
export { measureCount, measureStep } from './scaling.ts';

/** Of the package; the bundle lies in dist/bench. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOCUMENT = `${ROOT}docs/performance.md`;

/** The parts of the bench in the order of the document. */
const PARTS: Readonly<Record<string, (bench: Bench) => Promise<Section>>> = {
  enumeration: enumerationSection,
  numbers: numbersSection,
  highs: highsSection,
  solutions: solutionsSection,
  count: countSection,
  frontier: frontierSection,
  headline: (bench) => headlineSection(bench, ROOT),
  start: () => startSection(ROOT),
  keys: () => keysSection(ROOT),
  brief: () => briefSection(ROOT),
  class: () => classSection(ROOT),
};

async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) {
    process.stderr.write(`no part ${unknown.join(', ')}; the parts are ${Object.keys(PARTS).join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  // Where the browser is missing, that is said before a quarter of an hour of the rest.
  if (asked.length === 0) await (await startBrowser()).close();
  const start = performance.now();
  const sections: string[] = [introduction()];
  process.stdout.write(`${introduction()}\n\n`);
  for (const [name, part] of Object.entries(PARTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    // A thread of its own per part, so that what one part taught the compiler does not touch the next.
    const bench = new Bench(import.meta.url);
    const text = await markdown(sectionText(await part(bench)));
    await bench.close();
    sections.push(text);
    process.stdout.write(`${text}\n`);
  }
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stdout.write(`The run took ${seconds} s.\n`);
  if (asked.length === 0) await writeFile(DOCUMENT, await markdown(sections.join('\n\n')));
}

/** What the figures are, and of which machine. */
function introduction(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${memory} GB, Node ${process.versions.node}`;
  return [
    '# Performance',
    'Written by `npm run bench`, all figures in one run. Machines differ and are shared: the ratios say more than the ' +
      'times. Problems are synthetic unless a scenario is named: seeded, parties in two camps, options that climb from ' +
      'one camp’s wish to the other’s, a few heavy issues and many light ones, and thresholds that leave between 0.1 ' +
      'and 20 % of the deals. They have no red lines or adjustments, so that every rival can be asked the same question.',
    `Machine: ${machine}.`,
  ].join('\n\n');
}

/** Laid out like every document of the project. */
async function markdown(text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(DOCUMENT)), parser: 'markdown' });
}

if (isMainThread) await main(process.argv.slice(2));
