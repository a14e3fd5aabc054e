/** A game of LLM-Deliberation (Abdelnabi and others 2023): score sheets, minima, two parties with a veto. */
import { basename, resolve } from 'node:path';
import type { Fraction } from '../../exact/fraction.ts';
import { fractionText, readFraction } from '../../exact/fraction.ts';
import { quote } from '../../scenario/suggest.ts';
import { decodeText } from '../decode.ts';
import type { Foreign, ForeignIssue, ForeignParty, ForeignRead, Note, Place } from '../foreign.ts';
import { refuse, wholeFile } from '../foreign.ts';
import { largest } from '../from-scenario.ts';
import type { Source, SourceEntry } from '../source.ts';

/** What `config.txt` says of a party. */
interface Agent {
  readonly name: string;
  readonly file: string;
  readonly role: string;
  readonly incentive: string;
  readonly at: Place;
}

interface Sheet {
  readonly agent: Agent;
  readonly at: Place;
  readonly scores: readonly (readonly Fraction[])[];
  readonly minimum: Fraction;
}

const FIRST_LETTER = 65;
const INSTRUCTIONS = 'global_instructions.txt';

/** @throws Refusal */
export function readDeliberation(source: Source): ForeignRead {
  const notes: Note[] = [];
  const agents = readConfig(entryNamed(source, 'config.txt') ?? refuse(wholeFile(source.path), 'has no config.txt'));
  const sheets = agents.map((agent) => readSheet(agent, source));
  checkSizes(sheets);
  const [first] = sheets;
  if (first === undefined) refuse(wholeFile(`${source.path}/config.txt`), 'lists no party');
  const words = readInstructions(entryNamed(source, INSTRUCTIONS));
  const issues = first.scores.map((own, k) => issueOf(k, own.length, words, first.at));
  const vetoes = ['p1', 'p2'].flatMap((own) => agents.flatMap(({ role }, k) => (role === own ? [k] : [])));
  const draft = readDeal(entryNamed(source, 'initial_deal.txt'), issues);
  const others = agents.filter(({ role }) => !['p1', 'p2', 'player'].includes(role));
  for (const { name, role } of others) notes.push({ kind: 'left out', text: `${name}: the role ${quote(role)}` });
  const foreign: Foreign = {
    title: basename(resolve(source.path)),
    issues,
    parties: sheets.map((sheet) => partyOf(sheet, source)),
    consent: { quorum: Math.max(1, agents.length - 1, vetoes.length), veto: vetoes },
    ...(draft !== null && { drafts: [{ title: 'Initial deal', clauses: draft }] }),
  };
  notes.push({ kind: 'changed', text: consentNote(agents, vetoes) });
  notes.push({ kind: 'left out', text: 'incentives and models of the players' });
  if (entryNamed(source, INSTRUCTIONS) !== null)
    notes.push({ kind: 'left out', text: `what ${INSTRUCTIONS} says beside the names of issues and options` });
  return { foreign, notes };
}

function consentNote(agents: readonly Agent[], vetoes: readonly number[]): string {
  const names = vetoes.map((k) => agents[k]!.name);
  const who = names.length === 0 ? '' : `, ${names.join(' and ')} among them`;
  return `the rule of the platform is the consent rule: all but one sign${who}`;
}

function entryNamed({ entries }: Source, name: string): SourceEntry | null {
  return entries.find((entry) => entry.name === name) ?? null;
}

/** Lines with something on them. */
function linesOf(entry: SourceEntry): readonly { readonly text: string; readonly at: Place }[] {
  return decodeText(entry.bytes())
    .text.split(/\r?\n/)
    .map((text, k) => ({ text: text.trim(), at: { ...wholeFile(entry.file), line: k + 1 } }))
    .filter(({ text }) => text !== '');
}

function readConfig(entry: SourceEntry): readonly Agent[] {
  return linesOf(entry).map(({ text, at }) => {
    const [name = '', file = '', role = 'player', incentive = ''] = text.split(',').map((part) => part.trim());
    if (name === '' || file === '')
      return refuse(at, 'expected a party on each line: name, score file, role, incentive, model');
    if (/[\\/]|^\.\./.test(file)) return refuse(at, `${quote(file)} is no name of a score file`);
    return { name, file, role, incentive, at };
  });
}

function readSheet(agent: Agent, source: Source): Sheet {
  const entry = entryNamed(source, `scores_files/${agent.file}.txt`);
  if (entry === null) refuse(agent.at, `${quote(agent.name)} has no score file scores_files/${agent.file}.txt`);
  const lines = linesOf(entry);
  const rows = lines.map(({ text, at }) => text.split(',').map((part) => readScore(part.trim(), at)));
  const last = rows.at(-1);
  const at = lines.at(-1)?.at ?? wholeFile(entry.file);
  if (last?.length !== 1 || rows.length < 2)
    refuse(at, 'expected a line of scores for each issue, and the minimum alone on the last one');
  return { agent, at: wholeFile(entry.file), scores: rows.slice(0, -1), minimum: last[0]! };
}

function readScore(text: string, at: Place): Fraction {
  return readFraction(text) ?? refuse(at, `expected numbers with commas between them, found ${quote(text)}`);
}

function checkSizes([first, ...others]: readonly Sheet[]): void {
  for (const { scores, at } of others) {
    if (first === undefined) return;
    if (scores.length !== first.scores.length) {
      refuse(at, `has ${scores.length} issues, and ${first.at.file} has ${first.scores.length}`);
    }
    const k = scores.findIndex((own, place) => own.length !== first.scores[place]!.length);
    if (k !== -1) {
      refuse(
        { ...at, line: k + 1 },
        `issue ${letter(k)} has ${scores[k]!.length} options here and ${first.scores[k]!.length} in ${first.at.file}`,
      );
    }
  }
}

function letter(issue: number): string {
  return issue < 26 ? String.fromCharCode(FIRST_LETTER + issue) : `Z${issue - 25}`;
}

/** Titles and labels by "A" and "A1". */
type Words = ReadonlyMap<string, { readonly name: string; readonly text?: string }>;

const ISSUE = /^issue\s+([A-Z])\s*:\s*["\u201c]?(.+?)["\u201d]?\s*$/i;
const OPTION = /^([A-Z]\d{1,2})\s*:?\s*(?:["\u201c](.+?)["\u201d])?\s*:?\s*(.*)$/;
const LONGEST_LABEL = 60;

/** What the text for the players says of issues and options, where it keeps to the usual form. */
function readInstructions(entry: SourceEntry | null): Words {
  const words = new Map<string, { name: string; text?: string }>();
  for (const { text } of entry === null ? [] : linesOf(entry)) {
    const [, issue, title] = ISSUE.exec(text) ?? [];
    if (issue !== undefined && title !== undefined) {
      words.set(issue, { name: title });
      continue;
    }
    const [, id, quoted, rest = ''] = OPTION.exec(text) ?? [];
    if (id === undefined || words.has(id)) continue;
    const plain = rest.replace(/\s*\.$/, '');
    if (quoted !== undefined) words.set(id, { name: quoted, ...(rest !== '' && { text: rest }) });
    else if (plain !== '' && plain.length <= LONGEST_LABEL) words.set(id, { name: plain });
  }
  return words;
}

function issueOf(k: number, count: number, words: Words, at: Place): ForeignIssue {
  const id = letter(k);
  const options = Array.from({ length: count }, (_, option) => {
    const own = `${id}${option + 1}`;
    return { id: own, name: own, ...words.get(own) };
  });
  return { id, name: words.get(id)?.name ?? `Issue ${id}`, at, range: null, options };
}

function partyOf({ agent, at, scores, minimum }: Sheet, source: Source): ForeignParty {
  const brief = briefOf(agent, scores, source);
  return {
    id: agent.file,
    name: agent.name,
    at,
    ...(brief !== null && { brief }),
    weights: null,
    worths: scores.map((own) => ({ kind: 'listed', worths: own })),
    disagreement: minimum,
    reservation: null,
  };
}

/** What the player is told, with the scores where the text has places for them. */
function briefOf({ file, incentive }: Agent, scores: Sheet['scores'], source: Source): string | null {
  const entry = entryNamed(source, `individual_instructions/${incentive}/${file}.txt`);
  if (entry === null) return null;
  return decodeText(entry.bytes()).text.replaceAll(
    /#([A-Z])(\d{1,2}|_MAX)_NUM/g,
    (place, issue: string, which: string) => {
      const own = scores[issue.charCodeAt(0) - FIRST_LETTER];
      const score = which === '_MAX' ? own && largest(own) : own?.[Number(which) - 1];
      return score === undefined ? place : fractionText(score);
    },
  );
}

/** Option by issue. */
function readDeal(entry: SourceEntry | null, issues: readonly ForeignIssue[]): readonly (number | null)[] | null {
  const [line] = entry === null ? [] : linesOf(entry);
  if (line === undefined) return null;
  const named = line.text.split(/[\s,]+/).filter((part) => part !== '');
  const chosen = new Map(
    named.map((id) => {
      const k = issues.findIndex(({ options }) => options.some((option) => option.id === id));
      if (k === -1) refuse(line.at, `there is no option ${quote(id)}`);
      return [k, issues[k]!.options.findIndex((option) => option.id === id)];
    }),
  );
  return issues.map((_, k) => chosen.get(k) ?? null);
}
