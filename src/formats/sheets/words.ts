/** Words that mean something in a score sheet, for its reader and for its writer. */

export const ISSUE = /^(issues?|topics?|items?|questions?|clauses?|points at issue|agenda items?)$/i;
export const OPTION = /^(options?|alternatives?|choices?|levels?|outcomes?|resolutions?|settlements?)$/i;
export const WORDING = /^(text|description|wording|meaning|details?)$/i;
export const MINIMUM =
  /^(min|minimum|minimum points|min\.? points|reservation|reservation (value|price|points)|rv|threshold|walk-?away( point| value)?|at least|least)$/i;
export const DISAGREEMENT = /^(disagreement|disagreement (value|points)|no[- ](deal|agreement)|batna|batna value)$/i;
export const TOTAL = /^(total|totals|sum|max|maximum|best|points? possible)$/i;
export const WEIGHT = /^\(?(weights?|importance)\)?$/i;

/** A heading of a row without the colon that people put behind it. */
export function rowWord(text: string): string {
  return text.replace(/\s*:$/, '');
}

/** A party's name where the name is that of another column. */
export function partyHeading(name: string): string {
  return [ISSUE, OPTION, WORDING].some((word) => word.test(name)) ? `${name} (party)` : name;
}

/** An option's name where it would be read as the row of weights, or, under an issue of the same name, as one below the table. */
export function optionCell(issue: string, name: string): string {
  const isBelow = issue === name && [MINIMUM, DISAGREEMENT, TOTAL].some((word) => word.test(rowWord(name)));
  return WEIGHT.test(name) || isBelow ? `${name} (option)` : name;
}
