/** @jsxImportSource preact */
/** All sheets of a class as files: HTML that needs nothing else, to be printed. */
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { optionLabel } from '../../report/view/words.ts';
import { isNotArising } from '../../scenario/format/conditional.ts';
import { isNumberLine, listedOptions, numberCount, optionId } from '../../scenario/format/options.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Material } from '../folder.ts';
import type { Game } from '../game.ts';
import { markdownHtml } from '../public-brief.ts';
import type { SeatLine } from '../seats.ts';
import { sheetOf } from '../sheet.ts';
import { ObserverSheet, PreparationSheet, PublicSheet, ResultForm } from './forms.tsx';
import { CodeSlips, InstructorSheet } from './instructor-sheet.tsx';
import { publicBrief } from './public-brief.ts';
import { RoleSheet } from './role-sheet.tsx';
import type { Paper } from './styles.ts';
import { sheetStyles } from './styles.ts';

export interface SheetFile {
  /** "role-council.html" */
  readonly name: string;
  readonly html: string;
}

export interface SheetsOf {
  readonly game: Game;
  readonly seats: readonly SeatLine[];
  readonly material: Material;
  readonly paper: Paper;
}

/** One file for each sheet; `all.html` has what is handed out, a page break between two sheets. */
export function sheetFiles({ game, seats, material, paper }: SheetsOf): readonly SheetFile[] {
  const { plan, file } = game;
  const title = plan.title ?? file.title;
  const stage = plan.stage ?? null;
  const sheets = game.roles.map((role) => sheetOf(game, stage, role));
  const common = <PublicSheet title={title} html={markdownHtml(publicBrief(file, material.public))} />;
  const roles = sheets.map((sheet) => <RoleSheet title={title} sheet={sheet} />);
  const preparation = <PreparationSheet scenario={file} />;
  const observer = <ObserverSheet title={title} />;
  const result = <ResultForm scenario={file} options={(issue) => optionBoxes(game, issue)} />;
  const teaching = material.teaching === null ? null : markdownHtml(material.teaching);
  const page = (name: string, what: string, children: ComponentChildren): SheetFile => {
    return { name: `${name}.html`, html: pageOf(`${title}: ${what}`, children, paper) };
  };
  return [
    page('public', 'what everybody knows', common),
    ...sheets.map(({ role, name }, k) => page(`role-${fileName(role, game.roles)}`, name, roles[k])),
    page('preparation', 'preparation', preparation),
    page('observer', 'for those who watch', observer),
    page('result', 'result of a team', result),
    page('all', 'all sheets to hand out', [common, ...roles, preparation, observer, result]),
    page('instructor', 'for the instructor', [
      <InstructorSheet {...{ title, plan, seats, sheets, teaching }} told={toldTo(file)} />,
      <CodeSlips title={title} seats={seats} />,
    ]),
  ];
}

/** What the files say to the instructor alone, and which red lines are a bluff. */
function toldTo({ instructor, parties }: Scenario): readonly { readonly about: string; readonly text: string }[] {
  const roles = parties.map(({ name, instructor: own, redLines }) => {
    const bluffs = redLines.filter(({ bluff }) => bluff === true).map(({ id }) => `The red line ${id} is a bluff.`);
    return { about: name, text: [...(own === undefined ? [] : [own]), ...bluffs].join('\n') };
  });
  const all = instructor === undefined ? [] : [{ about: 'The case', text: instructor }];
  return [...all, ...roles.filter(({ text }) => text !== '')];
}

/** Letters, digits and hyphens of a role's id; with its number where two roles would have the same. */
function fileName(role: string, roles: readonly string[]): string {
  const plain = (id: string): string => id.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const own = plain(role);
  return roles.filter((other) => plain(other) === own).length === 1 ? own : `${own}-${roles.indexOf(role) + 1}`;
}

/** Each with the id in brackets by which a result is typed in, where its label is another. */
function optionBoxes({ file }: Game, index: number): readonly string[] {
  const issue = file.issues[index]!;
  const own = listedOptions(issue).filter((option) => !isNotArising(issue, optionId(issue, option)));
  const boxes = own.map((option) => {
    const [id, label] = [optionId(issue, option), optionLabel(file, index, option)];
    return `\u2610 ${label}${option < numberCount(issue) || label === id ? '' : ` [${id}]`}`;
  });
  return isNumberLine(issue) ? [`__________ ${issue.unit ?? ''}`, ...boxes] : boxes;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

function pageOf(title: string, children: ComponentChildren, paper: Paper): string {
  const html: VNode = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: sheetStyles(paper) }} />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToString(html)}\n`;
}
