/** A deal that a person wrote down, a YAML or JSON file of issues with the option picked on each, or a program gives. */
import { readDocument } from '../../scenario/read/document.ts';
import type { Finding } from '../../scenario/finding.ts';
import { formatFinding } from '../../scenario/finding.ts';
import { disk } from '../../scenario/read/read-file.ts';
import type { Draft, Scenario } from '../../scenario/scenario.ts';
import { quote, unknownName } from '../../scenario/suggest.ts';
import { InputError } from '../input-error.ts';
import { readStdin, STDIN_NAME } from '../stdin.ts';
import { listedIds, optionAt } from '../../scenario/format/options.ts';

/** In place of a file: no deal at all. */
export const NO_DEAL = 'none';

export type WrittenDeal = string | Readonly<Record<string, string | number | boolean>>;

/**
 * The deal as a draft of the scenario, open on the issues it leaves out. A text names a file; `-` reads standard input.
 * @throws InputError with every finding
 */
export async function readDeal(source: WrittenDeal, { issues }: Scenario): Promise<Draft> {
  const { path, file } = await textOf(source);
  if (!file.ok) throw new InputError([`${path}:1:1 ${file.message}`]);
  const read = readDocument(file.text, path);
  if (!read.ok) throw new InputError(read.findings.map(formatFinding));
  const { document } = read;
  const { data } = document;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const message = 'expected a block of issues, each with the option picked, such as { price: high }';
    throw new InputError([formatFinding(document.finding([], message))]);
  }
  const findings: Finding[] = [];
  const clauses: { readonly issue: string; readonly option: string }[] = [];
  for (const [id, value] of Object.entries(data)) {
    const issue = issues.find((candidate) => candidate.id === id);
    const option = optionId(value);
    if (issue === undefined) {
      const ids = issues.map((candidate) => candidate.id);
      findings.push(document.finding([id], unknownName('issue', id, ids), { at: 'key' }));
    } else if (option === null) {
      findings.push(document.finding([id], `expected the id of one option of ${quote(id)}`));
    } else if (optionAt(issue, option) !== -1) {
      clauses.push({ issue: id, option });
    } else {
      findings.push(document.finding([id], unknownName('option', option, listedIds(issue))));
    }
  }
  if (findings.length > 0) throw new InputError(findings.map(formatFinding));
  return { id: 'deal', title: path, clauses };
}

async function textOf(source: WrittenDeal): Promise<{ readonly path: string; readonly file: DealText }> {
  if (typeof source !== 'string') return { path: 'deal', file: { ok: true, text: JSON.stringify(source, null, 1) } };
  if (source === '-') return { path: STDIN_NAME, file: await readStdin() };
  return { path: source, file: disk.read(source) };
}

type DealText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** Ids that look like numbers or truth values are read as such. */
function optionId(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
