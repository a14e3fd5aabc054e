/** Profiles of GeniusWeb (TU Delft, from 2019) with their domain: one party for each profile. */
import { dirname } from 'node:path';
import type { Fraction } from '../../exact/fraction.ts';
import {
  add,
  compare,
  divide,
  fractionText,
  multiply,
  ONE,
  readFraction,
  subtract,
  ZERO,
} from '../../exact/fraction.ts';
import { MOST_PARTIES } from '../../scenario/format/schema.ts';
import { quote } from '../../scenario/suggest.ts';
import type { Shares } from '../additive.ts';
import { additive, bracketed, HUNDRED } from '../additive.ts';
import type { Part } from '../data.ts';
import { entriesOf, isList, isThere, itemsOf, numberOf, partAt, placeOf, readData, textOf, wrong } from '../data.ts';
import type { ForeignIssue, ForeignParty, ForeignRead, Note } from '../foreign.ts';
import { otherFiles, refuse, wholeFile } from '../foreign.ts';
import type { Source, SourceEntry } from '../source.ts';
import { sourceAt } from '../source.ts';
import { isWebDomain, isWebProfile } from './recognise.ts';

interface WebProfile {
  readonly entry: SourceEntry;
  readonly space: Part;
  readonly name: string;
}

/** @throws Refusal */
export function readGeniusWeb(source: Source): ForeignRead {
  const { domains, profiles: entries } = filesOf(source);
  const notes: Note[] = source.isFolder ? otherFiles(source.entries, [...domains, ...entries]) : [];
  const profiles = entries.map(readProfile);
  const [first] = profiles;
  const [domain, second] = domains;
  if (first === undefined)
    refuse(
      wholeFile(domain?.file ?? source.path),
      'is a domain without profiles, so nothing says what its options are worth to anybody; put the profiles beside it',
    );
  if (domain !== undefined && second !== undefined)
    refuse(
      wholeFile(second.file),
      `is a second domain beside ${domain.file}; keep each with its profiles in a folder of its own`,
    );
  const extra = profiles[MOST_PARTIES];
  if (extra !== undefined)
    refuse(
      wholeFile(extra.entry.file),
      `is profile ${MOST_PARTIES + 1} of ${profiles.length}; a scenario has at most ${MOST_PARTIES} parties: name the files to read one by one`,
    );
  const own = domain === undefined ? partAt(first.space, 'domain') : readData(domain);
  const issues = entriesOf(partAt(own, 'issuesValues')).map(([name, values]) => readIssue(name, values));
  const title = partAt(own, 'name');
  for (const profile of profiles) checkDomain(profile, issues);
  return {
    foreign: {
      title: isThere(title) ? textOf(title) : first.name,
      issues,
      parties: profiles.map((profile) => readParty(profile, issues, notes)),
    },
    notes,
  };
}

function filesOf(source: Source): {
  readonly domains: readonly SourceEntry[];
  readonly profiles: readonly SourceEntry[];
} {
  const [entry] = source.entries;
  const isDomainAlone = !source.isFolder && entry !== undefined && isWebDomain(entry);
  const entries = isDomainAlone
    ? (sourceAt(dirname(source.path))?.entries ?? []).filter(({ name }) => !name.includes('/'))
    : source.entries;
  const domains = isDomainAlone ? [entry] : entries.filter(isWebDomain);
  return { domains, profiles: entries.filter(isWebProfile) };
}

function readProfile(entry: SourceEntry): WebProfile {
  const data = readData(entry);
  const [[kind, space] = ['', data]] = entriesOf(data);
  if (kind !== 'LinearAdditiveUtilitySpace') {
    wrong(
      space,
      `is a profile of type ${quote(kind)}; weighted sums over issues (LinearAdditiveUtilitySpace) are read`,
    );
  }
  const name = partAt(space, 'name');
  return { entry, space, name: isThere(name) ? textOf(name) : entry.name.replace(/^.*\/|\.json$/g, '') };
}

function readIssue(name: string, part: Part): ForeignIssue {
  const [values, range] = [partAt(part, 'values'), partAt(part, 'range')];
  const head = { name, at: placeOf(part) };
  if (isThere(values))
    return { ...head, range: null, options: itemsOf(values).map((value) => ({ name: textOf(value) })) };
  if (!isThere(range)) return wrong(part, `issue ${quote(name)} has neither \`values\` nor a \`range\``);
  const [from, to, step] = isList(range)
    ? itemsOf(range).map(numberOf)
    : ['low', 'high', 'step'].map((key) => numberOf(partAt(range, key)));
  if (from === undefined || to === undefined || step === undefined) return wrong(range, 'expected low, high and step');
  return { ...head, range: { from, to, step }, options: [] };
}

/** A profile repeats the domain it was made for. */
function checkDomain({ space }: WebProfile, issues: readonly ForeignIssue[]): void {
  const own = partAt(space, 'domain', 'issuesValues');
  if (!isThere(own)) return;
  const names = entriesOf(own).map(([name]) => name);
  const missing = issues.find(({ name }) => !names.includes(name));
  const extra = names.find((name) => issues.every((issue) => issue.name !== name));
  if (missing !== undefined) wrong(own, `has no issue ${quote(missing.name)}: this is a profile of another domain`);
  if (extra !== undefined) wrong(partAt(own, extra), `is no issue of the domain: this is a profile of another one`);
}

function readParty({ space, name }: WebProfile, issues: readonly ForeignIssue[], notes: Note[]): ForeignParty {
  const utilities = new Map(entriesOf(partAt(space, 'issueUtilities')));
  const given = new Map(entriesOf(partAt(space, 'issueWeights')));
  const shares = issues.map((issue) =>
    sharesOf(
      utilities.get(issue.name) ?? wrong(partAt(space, 'issueUtilities'), `says nothing of issue ${quote(issue.name)}`),
      issue,
      name,
      notes,
    ),
  );
  const weights = issues.map((issue) =>
    numberOf(
      given.get(issue.name) ?? wrong(partAt(space, 'issueWeights'), `has no weight of issue ${quote(issue.name)}`),
    ),
  );
  const negative = issues.findIndex((_, k) => weights[k]!.num < 0n);
  if (negative !== -1) wrong(given.get(issues[negative]!.name)!, 'is a weight below 0');
  const { weights: kept, worths } = additive(
    weights,
    shares.map(({ shares: own }) => own),
  );
  const total = weights.reduce(add, ZERO);
  if (compare(total, ONE) !== 0) {
    notes.push({
      kind: 'changed',
      text: `${name}: the weights add up to ${fractionText(total)}, not to 1, so each option has the points it gives`,
    });
  }
  const reservation = multiply(
    reservationOf(partAt(space, 'reservationBid'), issues, { weights, shares, name }, notes),
    HUNDRED,
  );
  return { name, at: placeOf(space), weights: kept, worths, disagreement: reservation, reservation: null };
}

/** As GeniusWeb names them, and as it did in its first years. */
const DISCRETE = ['DiscreteValueSetUtilities', 'discreteutils'] as const;
const NUMBERS = ['NumberValueSetUtilities', 'numberutils'] as const;

function eitherOf(part: Part, [name, former]: readonly [string, string]): Part {
  const own = partAt(part, name);
  return isThere(own) ? own : partAt(part, former);
}

interface WebShares {
  readonly shares: Shares;
  /** What one option is worth, by its name. */
  readonly of: (option: string) => Fraction | null;
}

function sharesOf(part: Part, issue: ForeignIssue, party: string, notes: Note[]): WebShares {
  const [listed, numbers] = [partAt(eitherOf(part, DISCRETE), 'valueUtilities'), eitherOf(part, NUMBERS)];
  if (issue.range !== null) {
    if (!isThere(numbers)) return wrong(part, `issue ${quote(issue.name)} has numbers and no \`${NUMBERS[0]}\``);
    return lineOf(numbers);
  }
  if (!isThere(listed)) return wrong(part, `issue ${quote(issue.name)} has values and no \`${DISCRETE[0]}\``);
  const own = new Map(entriesOf(listed).map(([name, utility]) => [name, utilityOf(utility)]));
  const extra = [...own.keys()].find((name) => issue.options.every((option) => option.name !== name));
  if (extra !== undefined) wrong(partAt(listed, extra), `issue ${quote(issue.name)} has no value ${quote(extra)}`);
  const silent = issue.options.filter(({ name }) => !own.has(name));
  // As GeniusWeb does.
  if (silent.length > 0) {
    notes.push({
      kind: 'changed',
      text: `${party}: nothing is said of ${silent.map(({ name }) => quote(name)).join(', ')} of issue ${quote(issue.name)}; worth 0, as GeniusWeb has it`,
    });
  }
  return {
    shares: { kind: 'listed', shares: issue.options.map(({ name }) => own.get(name) ?? ZERO) },
    of: (option) => own.get(option) ?? (issue.options.some(({ name }) => name === option) ? ZERO : null),
  };
}

function utilityOf(part: Part): Fraction {
  const utility = numberOf(part);
  return utility.num < 0n || compare(utility, ONE) > 0 ? wrong(part, `is no utility from 0 to 1`) : utility;
}

/** A straight line between two numbers; what lies outside them goes on along it. */
function lineOf(part: Part): WebShares {
  const at = (...keys: readonly string[]): Part =>
    keys.map((key) => partAt(part, key)).find(isThere) ?? wrong(part, `has no ${keys[0]}`);
  const [low, high] = [numberOf(at('lowValue')), numberOf(at('highValue'))];
  const [from, to] = [utilityOf(at('lowUtility', 'lowUtil')), utilityOf(at('highUtility', 'highUtil'))];
  if (compare(low, high) === 0) wrong(part, 'has two ends that are the same number');
  const slope = divide(subtract(to, from), subtract(high, low));
  const line = (x: Fraction): Fraction => add(from, multiply(slope, subtract(x, low)));
  return {
    shares: {
      kind: 'formula',
      formula: `${bracketed(from)} + ${bracketed(slope)} * (x - ${bracketed(low)})`,
      held: true,
    },
    of: (option) => {
      const x = readFraction(option);
      return x === null ? null : line(x);
    },
  };
}

interface Around {
  readonly weights: readonly Fraction[];
  readonly shares: readonly WebShares[];
  readonly name: string;
}

/** The utility of the bid; 0 where there is none. */
function reservationOf(
  bid: Part,
  issues: readonly ForeignIssue[],
  { weights, shares, name }: Around,
  notes: Note[],
): Fraction {
  if (!isThere(bid)) {
    notes.push({ kind: 'changed', text: `${name}: no reservation bid; it signs for 0 points or more` });
    return ZERO;
  }
  const chosen = new Map(entriesOf(partAt(bid, 'issuevalues')));
  return issues.reduce((sum, issue, k) => {
    const value = chosen.get(issue.name);
    if (value === undefined) {
      notes.push({
        kind: 'changed',
        text: `${name}: the reservation bid leaves issue ${quote(issue.name)} out; it counts 0 there`,
      });
      return sum;
    }
    const share = shares[k]!.of(textOf(value)) ?? wrong(value, `issue ${quote(issue.name)} has no such value`);
    return add(sum, multiply(weights[k]!, share));
  }, ZERO);
}
