/** The words of a page as Markdown, for people who write their own paper. */
import type { ListView } from '../questions/explain/words.ts';
import type { RefusalTable } from '../report/view/knot.ts';
import type { DealsView } from '../report/view/deals.ts';
import type { DraftsView } from '../report/view/drafts.ts';
import type { SheetView } from '../report/view/sheet.ts';
import type { ClauseTable } from './clause-table.ts';
import type { PageContent } from './content.ts';
import type { Grounds } from './grounds.ts';

export function pageMarkdown({ answer, study, grounds, summary }: PageContent): string {
  const { header, verdict, conflict, openings, deals } = answer.report;
  const drafts = answer.rest?.report.drafts ?? null;
  const shown = openings?.deals ?? deals;
  const middle = study.middle === null ? [] : [plain(study.middle)];
  const supposed = [...middle, ...(study.supposed === null ? [] : [plain(study.supposed)])];
  return `${[
    `# ${plain(header.title)}`,
    plain(header.facts.join(' · ')),
    ...(summary === null ? [] : [plain(summary)]),
    ...header.assumptions.map(plain),
    ...(verdict.asked === null ? [] : [plain(verdict.asked)]),
    `**${plain(verdict.headline)}** ${plain(verdict.sentences.join(' '))}`,
    ...(conflict === null
      ? []
      : [
          `## ${plain(conflict.title)}`,
          ...conflict.tables.map(refusals),
          bullets(
            conflict.demands.map(({ party, name, text }) => `**${plain(party)}**, ${plain(name)}: ${plain(text)}`),
          ),
          plain(conflict.closing),
        ]),
    ...(openings === null
      ? []
      : [
          `## ${plain(openings.title)}`,
          plain(openings.intro),
          bullets([
            ...openings.ways.map(({ letter, text }) => `**${letter}** ${plain(text)}`),
            ...openings.newOptions.map(plain),
          ]),
        ]),
    ...(shown === null ? [] : dealParts(shown)),
    ...(answer.clauses === null ? [] : clauseParts(answer.clauses)),
    ...(drafts === null ? [] : draftParts(drafts)),
    ...(study.why.length === 0 ? [] : middle),
    ...study.why.flatMap(listParts),
    '## What matters',
    ...supposed,
    ...sheetParts(study.numbers),
    ...(study.draws === null ? [] : ['## All numbers at once', ...middle, ...sheetParts(study.draws)]),
    ...(study.dates === null ? [] : ['## Along the dates', ...supposed, ...sheetParts(study.dates.sheet)]),
    ...(study.session === null ? [] : ['## How they might get there', ...middle, ...sheetParts(study.session)]),
    ...groundParts(grounds),
    ...(answer.rest?.report.footer ?? []).map(plain),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

/** A text of the scenario as text, whatever signs it has. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** Cells as they stand; texts of a scenario go through `plain` first. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function refusals({ title, parties, rows, legend }: RefusalTable): string {
  const cells = rows.map(({ label, cells: own }) => [plain(label), ...own.map((cell) => (cell === '' ? '·' : cell))]);
  return [`### ${plain(title)}`, table(['option', ...parties.map(plain)], cells), plain(legend)].join('\n\n');
}

function dealParts({ title, intro, parties, columns, notes }: DealsView): readonly string[] {
  const heads = columns.map(({ letter, heading }) => plain(`${letter} ${heading}`.trim()));
  const rows = parties.map(({ name, least }, k) => [
    plain(name),
    least,
    ...columns.map(({ cells }) => `${cells[k]!.utility} (${plain(cells[k]!.beside)})`),
  ]);
  const remarks = columns.flatMap((column) => column.remarks.map((remark) => `${column.letter}: ${plain(remark)}`));
  return [
    `## ${plain(title)}`,
    plain(intro),
    table(['party', 'least', ...heads], rows),
    bullets(remarks),
    ...notes.map(plain),
  ];
}

function clauseParts({ title, intro, groups }: ClauseTable): readonly string[] {
  const rows = groups.flatMap((group) =>
    group.rows.flatMap(({ point, title: issue, variants }) =>
      variants.map(({ letters, option, likes, swallows }) => [
        plain(`${point} ${issue}`.trim()),
        `${letters === '' ? '' : `**${letters}** `}${plain(option)}`,
        plain(likes.join(', ')),
        plain(swallows.join(', ')),
      ]),
    ),
  );
  return [`## ${plain(title)}`, plain(intro), table(['issue', 'clause', 'likes', 'swallows'], rows)];
}

function draftParts({ title, intro, parties, rows }: DraftsView): readonly string[] {
  const cells = rows.map((row) => [
    plain(row.title),
    ...row.cells.map(({ utility, word }) => `${utility} ${plain(word)}`),
    plain(row.summary),
  ]);
  return [`## ${plain(title)}`, plain(intro), table(['draft', ...parties.map(plain), 'how it stands'], cells)];
}

function listParts({ title, intro, rows, notes }: ListView): readonly string[] {
  return [
    `### ${plain(title)}`,
    plain(intro),
    bullets(rows.map(({ label, text }) => `**${plain(label)}** ${plain(text)}`)),
    ...notes.map(plain),
  ];
}

/** Bars have no words and stay out. */
function sheetParts({ headline, sentences, sections }: Omit<SheetView, 'header' | 'footer'>): readonly string[] {
  return [
    `**${plain(headline)}** ${plain(sentences.join(' '))}`,
    ...sections.flatMap(({ title, intro, columns, rows, notes }) => {
      const worded = [...columns.keys()].filter((k) => columns[k]!.kind !== 'bar');
      const cells = rows.map((row) =>
        worded.map((k) => {
          const cell = row.cells[k];
          return typeof cell === 'string' ? plain(cell) : '';
        }),
      );
      const heads = worded.map((k) => plain(columns[k]!.heading));
      return [`### ${plain(title)}`, plain(intro), rows.length === 0 ? '' : table(heads, cells), ...notes.map(plain)];
    }),
  ];
}

function groundParts({ sentence, sources }: Grounds): readonly string[] {
  return [
    '## What the numbers rest on',
    plain(sentence),
    sources.map((text, k) => `${k + 1}. ${plain(text)}`).join('\n'),
  ];
}
