/**
 * `winset export --to tables`: what winset finds as tables for Python, R and spreadsheets, with a code book: the options,
 * the deals of the zone, the efficient deals, the offers of a session, and draws of all numbers.
 */
import { z } from 'zod';
import { acceptingParties, inZone, utilityPoints } from '../engine/deal.ts';
import { spaceSize } from '../engine/problem.ts';
import type { Written, WrittenFile } from '../formats/format.ts';
import type { Note } from '../formats/foreign.ts';
import { pointsOf } from '../formats/from-scenario.ts';
import { bargain } from '../questions/bargain/question.ts';
import { frontier } from '../questions/frontier/question.ts';
import { InputError } from '../questions/input-error.ts';
import type { Given } from '../questions/option.ts';
import type { Answered, OpenCase, Question } from '../questions/question.ts';
import { drawColumns } from '../questions/sensitivity/csv.ts';
import { sensitivity } from '../questions/sensitivity/question.ts';
import { csvLines } from '../report/text/csv.ts';
import type { CsvColumn } from '../report/text/csv.ts';
import { nearest } from '../exact/fraction.ts';
import { labelOf, optionCount, optionId } from '../scenario/format/options.ts';
import { crewFor } from './long-run.ts';

/** Combinations that are looked at one by one. */
const MOST_DEALS = 200_000n;

/** Of the scenario as it is, as in the other tables: no way out is supposed. */
const DRAWN: Given = { smaa: true, csv: true, draws: 1000, asIf: 'none' };

/** A table has no width, and says no command. */
const PLAIN = { width: Infinity, all: true, command: '' };

type Row = readonly (string | number)[];

interface Table {
  readonly file: string;
  readonly columns: readonly CsvColumn[];
  readonly content: string;
}

/** Tables that cannot be had are left out with the reason. */
export async function writeTables(opened: OpenCase): Promise<Written> {
  const notes: Note[] = [];
  const tables = [
    optionTable(opened),
    zoneTable(opened, notes),
    await asked(opened, frontier, {}, notes, async (answered) => frontierTable(opened, await answered.document())),
    await asked(opened, bargain, {}, notes, async (answered) => sessionTable(opened, await answered.document())),
    await asked(opened, sensitivity, DRAWN, notes, (answered) => drawTable(opened, answered, notes)),
  ].filter((table) => table !== null);
  return { files: [...tables.map(fileOf), codeBook(tables)], notes };
}

function tableOf(file: string, columns: readonly CsvColumn[], rows: readonly Row[]): Table {
  return { file, columns, content: csvLines([columns.map(({ name }) => name), ...rows]) };
}

function fileOf({ file, content }: Table): WrittenFile {
  return { path: file, content };
}

function codeBook(tables: readonly Table[]): WrittenFile {
  const rows = tables.flatMap(({ file, columns }) => columns.map(({ name, meaning }) => [file, name, meaning]));
  return { path: 'codebook.csv', content: csvLines([['file', 'column', 'meaning'], ...rows]) };
}

/** One column for each party. */
function byParty({ scenario }: OpenCase, prefix: string, meaning: string): CsvColumn[] {
  return scenario.parties.map(({ id, name }) => ({ name: `${prefix}_${id}`, meaning: meaning.replace('%', name) }));
}

/** One column for each issue, with the id of the option. */
function dealColumns({ scenario }: OpenCase): CsvColumn[] {
  return scenario.issues.map(({ id, title }) => ({
    name: `deal_${id}`,
    meaning: `option of the issue "${title}", by its id in options.csv`,
  }));
}

const UTILITY = 'what the deal is worth to %, in points of its own';
const ACCEPTS = '1 where % signs the deal, else 0';

/** A deal, what it is worth to whom, and who signs it. */
function worthColumns(opened: OpenCase): CsvColumn[] {
  return [...dealColumns(opened), ...byParty(opened, 'utility', UTILITY), ...byParty(opened, 'accepts', ACCEPTS)];
}

function optionTable(opened: OpenCase): Table {
  const { parties, issues } = opened.scenario;
  const points = parties.map((party) => pointsOf(party, issues));
  return tableOf(
    'options.csv',
    [
      { name: 'issue', meaning: 'id of the issue' },
      { name: 'issue_title', meaning: 'title of the issue' },
      { name: 'option', meaning: 'id of the option' },
      { name: 'option_label', meaning: 'the option in a few words' },
      ...byParty(opened, 'points', 'points that the option adds for %, adjustments aside'),
    ],
    issues.flatMap((issue, k) =>
      Array.from({ length: optionCount(issue) }, (_, option) => [
        issue.id,
        issue.title,
        optionId(issue, option),
        labelOf(issue, option),
        ...points.map((own) => nearest(own[k]![option]!)),
      ]),
    ),
  );
}

/** Every deal of the zone of agreement; null where the combinations are too many to look at. */
function zoneTable(opened: OpenCase, notes: Note[]): Table | null {
  const { compiled, scenario } = opened;
  const { problem } = compiled;
  const size = spaceSize(problem);
  if (size > MOST_DEALS) {
    notes.push({
      kind: 'left out',
      text: `zone.csv: of ${size} combinations, since more than ${MOST_DEALS} are not listed`,
    });
    return null;
  }
  const rows: Row[] = [];
  for (const deal of everyDeal(scenario.issues.map(optionCount))) {
    if (!inZone(problem, deal)) continue;
    const accepting = acceptingParties(problem, deal);
    rows.push([
      ...scenario.issues.map((issue, k) => optionId(issue, deal[k]!)),
      ...utilityPoints(problem, deal),
      ...scenario.parties.map((_, party) => Number(accepting.has(party))),
    ]);
  }
  return tableOf('zone.csv', worthColumns(opened), rows);
}

/** In the order of the options, the last issue changing first. */
function* everyDeal(counts: readonly number[], deal: readonly number[] = []): Generator<readonly number[]> {
  const count = counts[deal.length];
  if (count === undefined) return yield deal;
  for (let option = 0; option < count; option++) yield* everyDeal(counts, [...deal, option]);
}

/** What a question answers as a table; left out with its words where it has no answer here. */
async function asked(
  opened: OpenCase,
  question: Question,
  given: Given,
  notes: Note[],
  tableFrom: (answered: Answered) => Promise<Table>,
): Promise<Table | null> {
  const { title } = opened.scenario;
  try {
    return await tableFrom(
      await question.ask(opened, given, { patience: 'command', crewFor: (work) => crewFor(work, title) }),
    );
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    notes.push({
      kind: 'left out',
      text: `the answer to \`winset ${question.id}\`: ${error.message.replace(/^error: /, '')}`,
    });
    return null;
  }
}

const byId = z.record(z.string(), z.number());
const deal = z.record(z.string(), z.string());
const frontierDocument = z.object({
  points: z.array(z.object({ utility: byId, accepts: z.record(z.string(), z.boolean()), deal })),
});

function frontierTable(opened: OpenCase, document: unknown): Table {
  const { parties, issues } = opened.scenario;
  const { points } = frontierDocument.parse(document);
  return tableOf(
    'frontier.csv',
    worthColumns(opened),
    points.map((point) => [
      ...issues.map(({ id }) => point.deal[id] ?? ''),
      ...parties.map(({ id }) => point.utility[id] ?? ''),
      ...parties.map(({ id }) => Number(point.accepts[id])),
    ]),
  );
}

const sessionDocument = z.object({
  runs: z.array(
    z.object({
      seed: z.string(),
      offers: z.array(
        z.object({
          round: z.number(),
          party: z.string().nullable(),
          deal,
          utility: byId,
          accepted: z.array(z.string()),
        }),
      ),
    }),
  ),
});

function sessionTable(opened: OpenCase, document: unknown): Table {
  const { parties, issues } = opened.scenario;
  const { runs } = sessionDocument.parse(document);
  return tableOf(
    'sessions.csv',
    [
      { name: 'seed', meaning: 'seed of the session' },
      { name: 'offer', meaning: 'number of the offer in its session, from 1' },
      { name: 'round', meaning: 'round of the offer, from 1' },
      { name: 'party', meaning: 'id of the party that makes the offer' },
      ...dealColumns(opened),
      ...byParty(opened, 'utility', UTILITY),
      ...byParty(opened, 'accepts', '1 where % would sign the offer then, else 0'),
    ],
    runs.flatMap(({ seed, offers }) =>
      offers.map((offer, k) => [
        seed,
        k + 1,
        offer.round,
        offer.party ?? '',
        ...issues.map(({ id }) => offer.deal[id] ?? ''),
        ...parties.map(({ id }) => offer.utility[id] ?? ''),
        ...parties.map(({ id }) => Number(offer.accepted.includes(id))),
      ]),
    ),
  );
}

async function drawTable({ scenario }: OpenCase, answered: Answered, notes: Note[]): Promise<Table> {
  for (const sentence of await answered.aside()) notes.push({ kind: 'changed', text: `draws.csv: ${sentence}` });
  return { file: 'draws.csv', columns: drawColumns(scenario), content: await answered.text(PLAIN) };
}
