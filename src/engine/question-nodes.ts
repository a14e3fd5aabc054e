/** Nodes that one question may take where nobody says how many. Nodes are counted, never time: see `budget`. */
import { entryCount, patternsOf } from './problem.ts';
import type { Problem } from './problem.ts';

/** Nodes that one question about a small problem may take: some seconds. */
const NODES = 2_000_000;

/** So many parties, entries of score sheets, or patterns make a node take about twice as long; many patterns more so. */
const PARTIES = 32;
const USUAL_PARTIES = 8;
const ENTRIES = 12_800;
const PATTERNS = 48;
const MANY_PATTERNS = 100;

/** Nodes that one question about a problem may take unless asked otherwise: fewer where each takes longer. */
export function questionNodes(problem: Problem): number {
  return Math.ceil(NODES / nodeLength(problem));
}

/** How long a node takes, in those of a small problem. */
export function nodeLength(problem: Problem): number {
  const patterns = patternsOf(problem).length;
  const crowd = Math.max(0, problem.parties.length - USUAL_PARTIES);
  return 1 + crowd / PARTIES + entryCount(problem) / ENTRIES + patterns / PATTERNS + (patterns / MANY_PATTERNS) ** 2;
}
