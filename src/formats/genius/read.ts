/** A Genius domain with its profiles as a negotiation: one party for each profile. */
import { dirname } from 'node:path';
import type { Fraction } from '../../exact/fraction.ts';
import {
  add,
  compare,
  divide,
  fraction,
  fractionText,
  multiply,
  nearest,
  ONE,
  readFraction,
  subtract,
  ZERO,
} from '../../exact/fraction.ts';
import { MOST_PARTIES } from '../../scenario/format/schema.ts';
import { quote } from '../../scenario/suggest.ts';
import type { Shares } from '../additive.ts';
import { additive, bracketed, HUNDRED } from '../additive.ts';
import type { ForeignIssue, ForeignParty, ForeignRead, Note } from '../foreign.ts';
import { refuse, wholeFile } from '../foreign.ts';
import { sharedStart } from '../party-names.ts';
import type { Source } from '../source.ts';
import { sourceAt } from '../source.ts';
import type { Element } from '../xml.ts';
import type { GeniusFile, GeniusFolder, GeniusIssue } from './files.ts';
import { childOf, evaluationText, NAME_FILES, numberIn, readGenius, sortFiles } from './files.ts';
import { shortNumber } from '../unit-scale.ts';
import { isGenius } from './recognise.ts';

/** Numbers that a real-valued issue is read as, less one. */
const REAL_STEPS = 100n;
/** A session of so many rounds is taken where a profile discounts by time. */
export const ROUNDS = 100;
const PATIENCE_DIGITS = 15;

/** @throws Refusal */
export function readGeniusSource(source: Source): ForeignRead {
  const notes: Note[] = [];
  const { domain, profiles } = filesOf(source, notes);
  const [first] = profiles;
  if (first === undefined) {
    const file = domain?.file ?? source.path;
    refuse(
      wholeFile(file),
      'is a domain without profiles, so nothing says what its options are worth to anybody; put the profiles beside it',
    );
  }
  const extra = profiles[MOST_PARTIES];
  if (extra !== undefined) {
    refuse(
      wholeFile(extra.file),
      `is profile ${MOST_PARTIES + 1} of ${profiles.length}; a scenario has at most ${MOST_PARTIES} parties: ${NAME_FILES}`,
    );
  }
  if (domain === null) notes.push({ kind: 'changed', text: `no domain file: the issues are those of ${first.file}` });
  const of = domain ?? first;
  const issues = of.issues.map((issue) => buildIssue(issue, notes));
  const names = partyNames(profiles, of);
  const parties = profiles.map((profile, k) => buildParty(profile, names[k]!, of, notes));
  noteEncodings([of, ...profiles], notes);
  noteCosts([of, ...profiles], notes);
  noteDoubles([of, ...profiles], notes);
  const bargaining = patienceOf(profiles, notes);
  return {
    foreign: { title: of.title || of.name, issues, parties, ...(bargaining !== null && { bargaining }) },
    notes,
  };
}

/** Of a domain file alone, the profiles beside it; of a profile alone, itself. */
function filesOf(source: Source, notes: Note[]): GeniusFolder {
  if (source.isFolder) {
    const folder = sortFiles(source.entries);
    for (const text of folder.others) notes.push({ kind: 'left out', text });
    return folder;
  }
  const [entry] = source.entries;
  const own = entry === undefined ? null : readGenius(entry);
  if (own === null) return { domain: null, profiles: [], others: [] };
  if (own.kind !== 'domain') {
    notes.push({ kind: 'changed', text: 'one profile alone; name the folder to read all parties' });
    return { domain: null, profiles: [own], others: [] };
  }
  const beside = sourceAt(dirname(own.file))?.entries.filter(({ name }) => !name.includes('/')) ?? [];
  const files = beside
    .filter(isGenius)
    .slice(0, MOST_BESIDE)
    .flatMap((file) => readGenius(file) ?? []);
  const domains = files.filter(({ kind }) => kind === 'domain');
  const profiles = files.filter(
    (file) => file.kind === 'profile' && isOf(file, own) && nearestTo(file, domains) === own.name,
  );
  if (profiles.length > 0)
    notes.push({ kind: 'changed', text: `profiles beside the domain: ${profiles.map(({ name }) => name).join(', ')}` });
  return { domain: own, profiles, others: [] };
}

const MOST_BESIDE = 200;

/** The domain whose name begins as the profile's does for longest: A-domain for A-prof1, where B-domain stands there too. */
function nearestTo({ name }: GeniusFile, domains: readonly GeniusFile[]): string {
  const common = (other: string): number => {
    let k = 0;
    while (k < name.length && name[k] === other[k]) k++;
    return k;
  };
  return domains.map((domain) => domain.name).reduce((best, own) => (common(own) > common(best) ? own : best));
}

/** Whether every issue of the domain is in the profile. */
function isOf(profile: GeniusFile, domain: GeniusFile): boolean {
  return domain.issues.every((issue) => matching(profile, issue) !== null);
}

function matching({ issues }: GeniusFile, wanted: GeniusIssue): GeniusIssue | null {
  const named = issues.find(({ name }) => name === wanted.name);
  if (named !== undefined) return named;
  const numbered = issues.find(({ index }) => index === wanted.index);
  const same = numbered !== undefined && itemNames(numbered).join('\n') === itemNames(wanted).join('\n');
  return same && wanted.items.size > 0 ? numbered : null;
}

function itemNames({ items }: GeniusIssue): string[] {
  return [...items.keys()];
}

function buildIssue(issue: GeniusIssue, notes: Note[]): ForeignIssue {
  const { name, at, bounds, type, items, element } = issue;
  const summary = (element.attributes['description'] ?? '').trim();
  const head = { name, at, ...(summary !== '' && summary !== name && { summary }) };
  if (bounds === null) {
    return { ...head, range: null, options: [...items].map(([value, item]) => ({ name: value, ...textOf(item) })) };
  }
  const [from, to] = bounds;
  if (compare(from, to) > 0)
    refuse(at, `issue ${quote(name)} begins at ${fractionText(from)}, above its end at ${fractionText(to)}`);
  if (type === 'integer') return { ...head, range: { from, to, step: ONE }, options: [] };
  if (compare(from, to) === 0) return { ...head, range: { from, to, step: ONE }, options: [] };
  const step = divide(subtract(to, from), fraction(REAL_STEPS, 1n));
  const numbers = `${REAL_STEPS + 1n} numbers in steps of ${fractionText(step)}`;
  notes.push({
    kind: 'changed',
    text: `issue ${quote(name)} takes any number from ${fractionText(from)} to ${fractionText(to)}; read as ${numbers}`,
  });
  return { ...head, range: { from, to, step }, options: [] };
}

function textOf(item: Element): { readonly text?: string } {
  const text = (item.attributes['description'] ?? '').trim();
  return text === '' ? {} : { text };
}

function buildParty(profile: GeniusFile, name: string, domain: GeniusFile, notes: Note[]): ForeignParty {
  const rows = domain.issues.map((issue) => {
    const own = matching(profile, issue);
    if (own === null) {
      refuse(
        wholeFile(profile.file),
        `says nothing of issue ${quote(issue.name)} of ${domain.file}: it is a profile of another domain`,
      );
    }
    return { weight: weightOf(profile, own, notes), shares: sharesOf(own, issue, profile, notes) };
  });
  const extra = profile.issues.find((issue) => domain.issues.every((own) => matching(profile, own) !== issue));
  if (extra !== undefined) {
    refuse(extra.at, `issue ${quote(extra.name)} is not in ${domain.file}: this is a profile of another domain`);
  }
  const weights = rows.map(({ weight }) => weight);
  const { weights: kept, worths } = additive(
    weights,
    rows.map(({ shares }) => shares),
  );
  const total = weights.reduce(add, ZERO);
  if (compare(total, ONE) !== 0) {
    notes.push({
      kind: 'changed',
      text: `${name}: the weights add up to ${fractionText(total)}, not to 1, so each option has the points it gives (100 x weight x evaluation / largest)`,
    });
  }
  const reservation = multiply(reservationOf(profile), HUNDRED);
  const best = multiply(bestOf(rows), HUNDRED);
  if (compare(reservation, best) > 0) {
    notes.push({
      kind: 'changed',
      text: `${name}: the reservation value, ${shortNumber(reservation)} points, is above its best deal, ${shortNumber(best)}; it can sign none`,
    });
  }
  return { name, at: wholeFile(profile.file), weights: kept, worths, disagreement: reservation, reservation: null };
}

function bestOf(rows: readonly { readonly weight: Fraction; readonly shares: Shares }[]): Fraction {
  return rows.reduce((sum, { weight, shares }) => {
    if (shares.kind === 'formula') return add(sum, weight);
    const most = shares.shares.reduce((a, b) => (compare(a, b) > 0 ? a : b), ZERO);
    return add(sum, multiply(weight, most));
  }, ZERO);
}

function weightOf(profile: GeniusFile, { index, name }: GeniusIssue, notes: Note[]): Fraction {
  const own = profile.weights.get(index);
  if (own === undefined) {
    notes.push({ kind: 'changed', text: `${profile.name}: issue ${quote(name)} has no weight; read as 0` });
    return ZERO;
  }
  if (own.weight.num < 0n) refuse(own.at, `the weight of issue ${quote(name)} is below 0`);
  return own.weight;
}

/** What options are worth from 0 to 1. */
function sharesOf(own: GeniusIssue, wanted: GeniusIssue, profile: GeniusFile, notes: Note[]): Shares {
  if (wanted.bounds !== null) return { kind: 'formula', formula: formulaOf(own), held: true };
  for (const [value, { at }] of own.items) {
    if (!wanted.items.has(value)) refuse(at, `option ${quote(value)} of issue ${quote(own.name)} is not in the domain`);
  }
  const evaluations = itemNames(wanted).map((value) => evaluationOf(own.items.get(value), value, own));
  if (evaluations.some(({ num }) => num < 0n)) {
    notes.push({
      kind: 'changed',
      text: `${profile.name}: issue ${quote(own.name)} has evaluations below 0; they count as they are`,
    });
  }
  const largest = evaluations.reduce((a, b) => (compare(a, b) > 0 ? a : b), ZERO);
  if (largest.num === 0n) {
    notes.push({
      kind: 'changed',
      text: `${profile.name}: no option of issue ${quote(own.name)} has an evaluation above 0; all are worth nothing`,
    });
    return { kind: 'listed', shares: evaluations };
  }
  return { kind: 'listed', shares: evaluations.map((evaluation) => divide(evaluation, largest)) };
}

function evaluationOf(item: Element | undefined, value: string, issue: GeniusIssue): Fraction {
  if (item === undefined) {
    return refuse(
      issue.at,
      `issue ${quote(issue.name)} says nothing of option ${quote(value)}, which is in the domain`,
    );
  }
  if (evaluationText(item) === null) {
    return refuse(
      item.at,
      `option ${quote(value)} of issue ${quote(issue.name)} has no evaluation; give it one, 0 if it is worth nothing`,
    );
  }
  return numberIn(item, 'evaluation');
}

/** Of an integer issue counted from its lower bound where the evaluator has a slope, else of the number itself. */
function formulaOf({ element, name, type, bounds }: GeniusIssue): string {
  const evaluator = childOf(element, 'evaluator');
  if (evaluator === null || bounds === null) {
    return refuse(element.at, `issue ${quote(name)} has no evaluator, which says what its numbers are worth`);
  }
  const at = (key: string): string => bracketed(numberIn(evaluator, key));
  if (evaluator.attributes['slope'] !== undefined) {
    const from = type === 'integer' ? `(x - ${bracketed(bounds[0])})` : 'x';
    return `${at('offset')} + ${at('slope')} * ${from}`;
  }
  const kind = (evaluator.attributes['ftype'] ?? 'linear').toLowerCase();
  if (kind === 'linear') return `${at('parameter0')} + ${at('parameter1')} * x`;
  if (kind === 'constant') return at('parameter0');
  if (kind === 'triangular') return triangle(evaluator, at);
  return refuse(evaluator.at, `has an evaluator of type ${quote(kind)}; linear, constant and triangular ones are read`);
}

/** From 0 at the first number up to 1 at the top, and down to 0 at the second. */
function triangle(evaluator: Element, at: (key: string) => string): string {
  const [low, high, top] = ['parameter0', 'parameter1', 'parameter2'].map((key) => numberIn(evaluator, key));
  if (low === undefined || high === undefined || top === undefined) throw new Error('unchecked parameters');
  if (compare(low, top) > 0 || compare(top, high) > 0 || compare(low, high) === 0) {
    refuse(
      evaluator.at,
      'has a triangle whose top (parameter2) does not lie between its ends (parameter0, parameter1)',
    );
  }
  const up = compare(low, top) === 0 ? '1' : `(x - ${at('parameter0')}) / (${at('parameter2')} - ${at('parameter0')})`;
  const down =
    compare(top, high) === 0 ? '1' : `(${at('parameter1')} - x) / (${at('parameter1')} - ${at('parameter2')})`;
  return `min(${up}, ${down})`;
}

function reservationOf({ space }: GeniusFile): Fraction {
  const reservation = childOf(space, 'reservation');
  return reservation === null ? ZERO : numberIn(reservation, 'value');
}

/** A discount of the whole session, as the patience for one round of it. */
function patienceOf(profiles: readonly GeniusFile[], notes: Note[]) {
  const discounts = profiles.map((profile) => discountOf(profile, notes));
  if (discounts.every((discount) => discount === null)) return null;
  const patience = discounts.map((discount) => {
    if (discount === null) return null;
    return readFraction((nearest(discount) ** (1 / ROUNDS)).toPrecision(PATIENCE_DIGITS));
  });
  notes.push({
    kind: 'changed',
    text: `discount factors are of a whole session; kept as patience for one of ${ROUNDS} rounds, of gains and not of utilities`,
  });
  return { rounds: ROUNDS, patience };
}

/** Null where there is none; so does Genius take 0 and whatever is above 1. */
function discountOf({ space, name }: GeniusFile, notes: Note[]): Fraction | null {
  const element = childOf(space, 'discount_factor');
  if (element === null) return null;
  const discount = numberIn(element, 'value');
  if (discount.num > 0n && compare(discount, ONE) < 0) return discount;
  if (compare(discount, ONE) !== 0) {
    notes.push({
      kind: 'changed',
      text: `${name}: a discount factor of ${fractionText(discount)} is read as none, as Genius does`,
    });
  }
  return null;
}

/** Names of files, without what they share with the domain's; numbers before them only give the order. */
function partyNames(profiles: readonly GeniusFile[], domain: GeniusFile): readonly string[] {
  return sharedStart(
    profiles.map(({ name }) => name),
    domain.name,
  );
}

function noteEncodings(files: readonly GeniusFile[], notes: Note[]): void {
  for (const { file, encoding } of files) {
    if (encoding !== 'UTF-8') notes.push({ kind: 'changed', text: `${file} is read as ${encoding}` });
  }
}

function noteDoubles(files: readonly GeniusFile[], notes: Note[]): void {
  for (const { name, issues } of files) {
    for (const issue of issues) {
      for (const value of issue.doubled) {
        const text = `${name}: issue ${quote(issue.name)} has two options ${quote(value)}; the last of them counts`;
        notes.push({ kind: 'changed', text });
      }
    }
  }
}

function noteCosts(files: readonly GeniusFile[], notes: Note[]): void {
  const costs = files.flatMap(({ issues }) =>
    issues.flatMap(({ items }) => [...items.values()].map(({ attributes }) => attributes['cost'])),
  );
  const above = costs.filter((cost) => cost !== undefined && Number(cost) !== 0).length;
  if (above > 0)
    notes.push({ kind: 'left out', text: `${above} \`cost\` attributes, which Genius does not count either` });
}
