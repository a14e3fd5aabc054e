/** A scenario as a GeniusWeb domain with a profile for each party. */
import type { Fraction } from '../../exact/fraction.ts';
import { add, compare, divide, exactOf, fraction, fractionText, ONE, subtract, ZERO } from '../../exact/fraction.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { Issue, Party, Scenario } from '../../scenario/scenario.ts';
import { Written as Digits } from '../../scenario/save/yaml-text.ts';
import { HUNDRED } from '../additive.ts';
import { nearestDecimal, endsAsDecimal } from '../decimal-text.ts';
import type { Note } from '../foreign.ts';
import type { Written } from '../format.ts';
import { issueNames, largest, optionNames, partyNames, pointsOf, straight, weightsOf } from '../from-scenario.ts';
import { dataText } from '../json-text.ts';
import { lossesOf } from '../losses.ts';
import { fileName, partyFiles } from '../party-names.ts';
import { unitScale } from '../unit-scale.ts';
import { leastReaching } from './reservation.ts';

/** @throws Refusal where a party has points below 0 */
export function writeGeniusWeb(scenario: Scenario): Written {
  const { parties, issues, title } = scenario;
  const points = parties.map((party) => pointsOf(party, issues));
  const names = issueNames(scenario);
  const layouts = issues.map((issue, k) =>
    layoutOf(
      issue,
      names[k]!,
      points.map((own) => own[k]!),
    ),
  );
  const domain = { name: title, issuesValues: new Map(layouts.map((own) => [own.name, own.values])) };
  const shown = partyNames(scenario);
  const files = partyFiles(shown);
  const notes: Note[] = [...lossesOf(scenario, [])];
  const profiles = parties.map((party, k) => {
    const space = profileOf(party, { points: points[k]!, layouts, issues, notes });
    const content = dataText({ LinearAdditiveUtilitySpace: { name: shown[k], ...space, domain } });
    return { path: `${files[k]}.json`, content };
  });
  return { files: [{ path: `${fileName(title)}.json`, content: dataText(domain) }, ...profiles], notes };
}

interface Layout {
  readonly name: string;
  readonly options: readonly string[];
  readonly values: unknown;
  readonly isRange: boolean;
}

/** Numbers are a range where every party's values on them are a straight line. */
function layoutOf(issue: Issue, name: string, points: readonly (readonly Fraction[])[]): Layout {
  const { range, named } = issue;
  const isRange =
    range !== null && named.length === 0 && range.count > 1 && points.every((own) => straight(own) !== null);
  if (!isRange) {
    const options = optionNames(issue);
    return { name, options, values: { values: options }, isRange };
  }
  const scale = 10n ** BigInt(range.places);
  const number = (units: bigint): Digits => new Digits(fractionText(fraction(units, scale)));
  const [low, high] = [range.first, range.first + BigInt(range.count - 1) * range.step];
  const values = { range: { low: number(low), high: number(high), step: number(range.step) } };
  return { name, options: [number(low).text, number(high).text], values, isRange };
}

interface Around {
  readonly points: readonly (readonly Fraction[])[];
  readonly layouts: readonly Layout[];
  readonly issues: readonly Issue[];
  readonly notes: Note[];
}

function profileOf(party: Party, { points, layouts, issues, notes }: Around) {
  const { name } = party;
  const scale = unitScale(party, { points, issues: layouts, program: 'GeniusWeb', tolerated: HUNDRED }, notes);
  const utilities = points.map((own) => own.map((each) => divide(each, scale)));
  const weights = addingUpToOne(weightsOf(party), utilities);
  const shares = utilities.map((own, k) => own.map((utility) => shareOf(utility, weights[k]!)));
  const isRounded = [...weights, ...shares.flat()].some((number) => !endsAsDecimal(number));
  if (isRounded)
    notes.push({
      kind: 'changed',
      text: `${name}: some numbers have no decimal that ends; they are written to 20 places`,
    });
  const bid = leastReaching(utilities, divide(exactOf(party.reservation), scale));
  if (bid.kind === 'deal')
    notes.push({
      kind: 'changed',
      text: `${name}: the least it signs for is there a deal, the least good one that it signs`,
    });
  else
    notes.push({
      kind: 'left out',
      text: `${name}: the least it signs for, since ${bid.kind === 'none' ? 'no deal reaches it' : 'the deals are too many to look for one that is worth it'}`,
    });
  return {
    issueUtilities: new Map(layouts.map((layout, k) => [layout.name, utilityOf(layout, shares[k]!)])),
    issueWeights: new Map(layouts.map((layout, k) => [layout.name, digits(weights[k]!)])),
    ...(bid.kind === 'deal' && {
      reservationBid: {
        issuevalues: new Map(layouts.map((layout, k) => [layout.name, bidValue(layout, issues[k]!, bid.deal[k]!)])),
      },
    }),
  };
}

/** The weights as parts of 1, or of a score sheet the most that each issue gives; what is missing is with the heaviest. */
function addingUpToOne(
  given: readonly Fraction[] | null,
  utilities: readonly (readonly Fraction[])[],
): readonly Fraction[] {
  const total = given?.reduce(add, ZERO) ?? ONE;
  const weights = (given ?? utilities.map(largest)).map((weight) => decimal(divide(weight, total)));
  const heaviest = weights.reduce((best, weight, k) => (compare(weight, weights[best]!) > 0 ? k : best), 0);
  const rest = subtract(ONE, weights.reduce(add, ZERO));
  return weights.map((weight, k) => (k === heaviest ? add(weight, rest) : weight));
}

function decimal(number: Fraction): Fraction {
  return endsAsDecimal(number) ? number : nearestDecimal(number);
}

function shareOf(utility: Fraction, weight: Fraction): Fraction {
  if (weight.num === 0n) return ZERO;
  const share = divide(utility, weight);
  return compare(share, ONE) > 0 ? ONE : share;
}

function digits(number: Fraction): Digits {
  return new Digits(fractionText(decimal(number)));
}

function utilityOf({ options, isRange }: Layout, shares: readonly Fraction[]) {
  if (!isRange) {
    return {
      DiscreteValueSetUtilities: {
        valueUtilities: new Map(options.map((option, k) => [option, digits(shares[k]!)])),
      },
    };
  }
  const [low = '', high = ''] = options;
  return {
    NumberValueSetUtilities: {
      lowValue: new Digits(low),
      lowUtility: digits(shares[0]!),
      highValue: new Digits(high),
      highUtility: digits(shares.at(-1)!),
    },
  };
}

/** A number of a range is written as one. */
function bidValue({ options, isRange }: Layout, issue: Issue, option: number): unknown {
  return isRange ? new Digits(optionId(issue, option)) : options[option];
}
