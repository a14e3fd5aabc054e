/** Score sheets as courses keep them, errors that name sheet and cell, hostile files, round trips. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { exactOf, fraction, ONE } from '../../../src/exact/fraction.ts';
import { pointsOf } from '../../../src/formats/from-scenario.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { ALL_KINDS, randomScenario } from '../../oracle/random-scenario.ts';
import { yamlText } from '../../oracle/yaml.ts';
import { runs } from '../../runs.ts';
import { SHIPPED } from '../../scenario/edit/random-edits.ts';
import { loadedShipped } from '../../shipped.ts';
import { scenarioOf } from '../../scenario/support.ts';
import { expectSameUtilities, placed, readAt, readFiles, refusalOf, roundTrip, written } from '../support.ts';
import { workbook } from './workbook.ts';

const PLAIN = 'Issue,Option,Port,Union\nWage,low,10,0\nWage,high,0,12.5\nHours,40,3,0\nHours,36,0,4\nminimum,,5,6\n';

function numbers({ parties, issues }: Scenario): readonly (readonly (readonly number[])[])[] {
  return parties.map((party) =>
    pointsOf(party, issues).map((own) => own.map(({ num, den }) => Number(num) / Number(den))),
  );
}

const POINTS = [
  [
    [10, 0],
    [3, 0],
  ],
  [
    [0, 12.5],
    [0, 4],
  ],
];

describe('the same table, however it is kept', () => {
  const variants: Readonly<Record<string, string | Uint8Array>> = {
    plain: PLAIN,
    'with a byte order mark and Windows line ends': `\uFEFF${PLAIN.replaceAll('\n', '\r\n')}`,
    'UTF-16 with tabs': Buffer.from(`\uFEFF${PLAIN.replaceAll(',', '\t')}`, 'utf16le'),
    'UTF-16 of the other order': Buffer.from(`\uFEFF${PLAIN}`, 'utf16le').swap16(),
    'semicolons and decimal commas': PLAIN.replaceAll(',', ';').replaceAll('.', ','),
    'the issue written once': PLAIN.replaceAll('\nWage,high', '\n,high').replaceAll('\nHours,36', '\n,36'),
    'issues as headings': 'Game,Port,Union\nWage,,\nlow,10,0\nhigh,0,12.5\nHours,,\n40,3,0\n36,0,4\nminimum:,5,6\n',
    'a title, empty rows, a column of wordings and totals': `Harbour\n\n${PLAIN.replace('Option,', 'Option,Text,').replaceAll(/^(\w+,\w*),/gm, (row, head: string) => (row.startsWith('Issue') ? row : `${head},words,`))}\nTotal,,,9,9\n`,
    'without names for the columns at the left': PLAIN.replace('Issue,Option', ','),
    'percent signs, spaces and long minus signs': PLAIN.replace('10,0', '10 %,\u22120'),
    quoted: PLAIN.replaceAll(/([^,\n]+)/g, '"$1"'),
    'with sep=': `sep=;\r\n${PLAIN.replaceAll(',', ';')}`,
  };
  it.each(Object.entries(variants))('%s', async (_, content) => {
    const { scenario } = await readFiles({ 'harbour.csv': content });
    expect(scenario.parties.map(({ name }) => name)).toEqual(['Port', 'Union']);
    expect(scenario.issues.map(({ title }) => title)).toEqual(['Wage', 'Hours']);
    expect(numbers(scenario)).toEqual(POINTS);
    expect(scenario.parties.map(({ reservation }) => reservation.value)).toEqual([5, 6]);
  });

  it('a sheet for each party, and a file for each party', async () => {
    const sheet = (name: string, points: readonly number[], least: number) => ({
      name,
      rows: [
        ['Issue', 'Option', 'Points'],
        ['Wage', 'low', points[0]!],
        [null, 'high', points[1]!],
        ['Hours', '40', points[2]!],
        [null, '36', points[3]!],
        ['minimum', null, least],
      ],
      merged: ['A2:A3', 'A4:A5'],
    });
    const book = workbook([
      sheet('Port', [10, 0, 3, 0], 5),
      { name: 'Read me', rows: [['How to play']] },
      sheet('Union', [0, 12.5, 0, 4], 6),
    ]);
    const one = await readFiles({ 'harbour.xlsx': book });
    expect(numbers(one.scenario)).toEqual(POINTS);
    expect(one.notes.map(({ text }) => text)).toEqual(["sheet 'Read me', which has no table of points"]);
    const two = await readFiles({
      'Port.csv': 'Issue,Option,Points\nWage,low,10\nWage,high,0\nHours,40,3\nHours,36,0\nminimum,,5\n',
      'Union.csv': 'Issue,Option,Points\nHours,36,4\nHours,40,0\nWage,high,12.5\nWage,low,0\nminimum,,6\n',
    });
    expect(numbers(two.scenario)).toEqual(POINTS);
    expect(two.scenario.parties.map(({ name }) => name)).toEqual(['Port', 'Union']);
  });

  it('merged cells, percent formats, hidden sheets and thousands in a spreadsheet', async () => {
    const rows = [
      ['Harbour'],
      [],
      ['Issue', 'Option', 'Port', 'Union'],
      ['Wage', 'low', { v: 0.1, s: 1 }, 0],
      [null, 'high', 0, '12.5'],
      ['Hours', 40, 3, null],
      [null, 36, 0, 4],
      ['minimum', null, 5, 6],
    ];
    const { scenario, notes } = await readFiles({
      'x.xlsx': workbook([
        { name: 'A', rows, merged: ['A4:A5', 'A6:A7'] },
        { name: 'B', state: 'veryHidden', rows },
      ]),
    });
    expect(scenario.title).toBe('Harbour');
    expect(numbers(scenario)).toEqual(POINTS);
    expect(notes.map(({ text }) => text)).toEqual([
      "sheet 'B', which is hidden",
      "A: percent signs are dropped: '10%' is 10 points",
      'A: 1 empty cell is 0 points (Union in row 6)',
    ]);
  });

  it('weights stand in a row of their own', async () => {
    const { scenario } = await readFiles({
      'w.csv': 'issue,option,A,B\nx,(weight),3,\nx,p,0,1\nx,q,100,2\ny,weight,1,\ny,p,50,1\ny,q,0,7\nminimum,,20,2\n',
    });
    expect(scenario.parties.map(({ preferences }) => preferences.form)).toEqual(['weights', 'scores']);
    expect(numbers(scenario)[0]).toEqual([
      [0, 75],
      [12.5, 0],
    ]);
  });
});

describe('errors name the sheet and the cell', () => {
  const changed = (piece: string, other: string) => ({ 'h.csv': PLAIN.replace(piece, other) });
  it.each([
    [
      'a word',
      changed('10,0', 'ten,0'),
      "h.csv:2:1 C2: expected points, found 'ten'; write a number, or nothing for 0",
    ],
    [
      'a formula',
      changed('10,0', '=2*5,0'),
      'h.csv:2:1 C2: is a formula, and none is run here; put its value in its place',
    ],
    [
      'nothing but formulas',
      { 'h.csv': 'issue,option,A\nx,p,=1+1\nx,q,@SUM(1)\n' },
      'h.csv:2:1 C2: is a formula, and none is run here; put its value in its place\nh.csv:3:1 C3: is a formula',
    ],
    ['an option twice', changed('Wage,high', 'Wage,low'), "h.csv:3:1 B3: issue 'Wage' has option 'low' already"],
    ['a party twice', changed('Port,Union', 'Port,Port'), "h.csv:1:1 D1: the party 'Port' has column C already"],
    [
      'no name of a party',
      changed('Port,Union', 'Port,'),
      'h.csv:2:1 D2: stands in column D, which has no name of a party in row 1',
    ],
    ['points without an option', changed('Wage,high', 'Wage,'), 'h.csv:3:1 A3: has points and names no option'],
    ['points without an issue', changed('Wage,low', ',low'), "h.csv:2:1 B2: option 'low' stands under no issue"],
    [
      'two decimal marks',
      changed('10,0', '"10,25",0'),
      "h.csv:2:1 C2: '10,25' has a decimal comma and '12.5' (D3) a decimal point; use one of them in the whole sheet",
    ],
    ['no points at all', { 'h.csv': 'a,b\nc,d\n' }, 'h.csv:1:1 has no table of points'],
    [
      'a table of something else',
      { 'h.csv': 'Run time,Round,Utility 1,Utility 2\n11.9,80,0.6,1\n11.8,70,0.7,0.9\n' },
      'h.csv:2:1 A2: each issue has one option, so there is nothing to choose: this is no score sheet',
    ],
    ['an empty file', { 'h.csv': '' }, 'h.csv:1:1 has no table of points'],
    [
      'values outside 0 to 100',
      { 'h.csv': 'issue,option,A\nx,weight,1\nx,p,120\n' },
      'h.csv:3:1 C3: 120 is no value from 0 to 100, as values beside weights are',
    ],
    ['a quote left open', { 'h.csv': 'issue,option,A\nx,"p,1\n' }, 'h.csv:'],
  ])('%s', async (_, files, message) => {
    expect((await refusalOf(files)).slice(0, message.length)).toBe(message);
  });

  it('every wrong cell at once, in a spreadsheet with formulas, dates and errors', async () => {
    const rows = [
      ['Issue', 'Option', 'A'],
      ['x', 'p', { v: 3, f: 'SUM(1,2)' }],
      ['x', 'q', { v: 45000, s: 2 }],
      ['x', 'r', { v: '#DIV/0!', t: 'e' }],
    ];
    expect((await refusalOf({ 'b.xlsx': workbook([{ name: 'Points', rows }]) })).split('\n')).toEqual([
      'b.xlsx:2:3 Points!C2: is a formula, and none is run here; put its value in its place',
      'b.xlsx:3:3 Points!C3: is a date; format the cell as text or as a number',
      'b.xlsx:4:3 Points!C4: is an error of the spreadsheet (#DIV/0!)',
    ]);
  });

  it('sheets that do not fit each other', async () => {
    const files = { 'A.csv': 'issue,option,points\nx,p,1\nx,q,2\n', 'B.csv': 'issue,option,points\nx,p,1\nx,r,2\n' };
    expect(await refusalOf(files)).toBe("B.csv:2:1 A2: issue 'x' has no option 'q' here, which stands in B3");
  });
});

describe('hostile files are refused', () => {
  it('far too many rows, cells and bytes, archives that unpack to far more', async () => {
    expect(await refusalOf({ 'a.csv': `issue,option,A\n${'x,p,1\n'.repeat(1_000_000)}` })).toContain(
      'has more than 20000 rows',
    );
    expect(await refusalOf({ 'a.csv': 'x'.repeat(9 * 1024 * 1024) })).toContain('has 9.0 MiB');
    expect(await refusalOf({ 'a.csv': `a,b\n${','.repeat(300)}\n` })).toContain('has more than 256 columns');
    const bomb = workbook([{ name: 'A', rows: [] }], { 'xl/worksheets/sheet1.xml': new Uint8Array(20 * 1024 * 1024) });
    expect(await refusalOf({ 'b.xlsx': bomb })).toContain('unpacks to more than 16 MiB (xl/worksheets/sheet1.xml)');
    const many = Array.from({ length: 25_000 }, (_, k) => `<row r="${k + 1}"><c r="A${k + 1}"><v>1</v></c></row>`).join(
      '',
    );
    const book = workbook([{ name: 'A', rows: [] }], {
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${many}</sheetData></worksheet>`,
    });
    expect(await refusalOf({ 'b.xlsx': book })).toContain('A!A20001: has more than 20000 rows');
  });

  it('an archive that lies about its sizes, is cut off, or is something else', async () => {
    const book = Buffer.from(
      workbook([
        {
          name: 'A',
          rows: [
            ['Issue', 'Option', 'X'],
            ['x', 'p', 'q'.repeat(4000)],
          ],
        },
      ]),
    );
    const lying = Buffer.from(book);
    for (let at = lying.indexOf('PK\u0001\u0002'); at !== -1; at = lying.indexOf('PK\u0001\u0002', at + 4))
      lying.writeUInt32LE(100, at + 24);
    expect(await refusalOf({ 'b.xlsx': lying })).toContain('is a broken archive');
    expect(await refusalOf({ 'b.xlsx': book.subarray(0, book.length / 2) })).toContain('is a broken archive');
    expect(await refusalOf({ 'b.xlsx': Buffer.from(workbook([], { 'xl/workbook.xml': '<a>' })) })).toContain(
      'is not well-formed XML',
    );
    expect(
      await refusalOf({
        'b.xlsx': workbook([], { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>' }),
      }),
    ).toContain('has a DOCTYPE');
  });
});

describe('round trips', () => {
  const kinds = { ...ALL_KINDS, fractions: true, curves: true, scoreFormulas: true };
  it.each(['csv', 'xlsx'])('utilities of every deal are the same: %s', async (id) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), async (seed) => {
        const scenario = scenarioOf(yamlText(randomScenario(seed, kinds)));
        const { scenario: again } = await roundTrip(scenario, id, `file.${id}`);
        expectSameUtilities(
          again,
          scenario,
          scenario.parties.map(() => ONE),
        );
        expect(again.parties.map(({ disagreement }) => exactOf(disagreement))).toEqual(
          scenario.parties.map(({ disagreement }) => exactOf(disagreement)),
        );
      }),
      { numRuns: runs(150) },
    );
  });

  it.each(['csv', 'xlsx'])('what is read, written and read again is the same: %s', async (id) => {
    const { scenario } = await readFiles({ [`file.csv`]: PLAIN });
    const { scenario: again } = await roundTrip(scenario, id, `file.${id}`);
    expect({ ...again, hash: '' }).toEqual({ ...scenario, hash: '' });
  });

  it.each(SHIPPED)('a shipped scenario says what a sheet has no place for: %s', async (name) => {
    const { scenario } = loadedShipped(name);
    const { scenario: again, out } = await roundTrip(scenario, 'xlsx', 'file.xlsx');
    expect(again.title).toBe(scenario.title);
    expect(again.parties.map((party) => pointsOf(party, again.issues))).toEqual(
      scenario.parties.map((party) => pointsOf(party, scenario.issues)),
    );
    for (const [part, word] of [
      ['rules', 'rule'],
      ['drafts', 'draft'],
      ['stages', 'stage'],
    ] as const) {
      expect(out.notes.some(({ text }) => text.includes(word))).toBe(scenario[part].length > 0);
    }
  });

  it('cells that a spreadsheet would run are texts, and come back as they were', async () => {
    const names = ['=1+1', '+A1', '@sum', '-x', '-5', 'a,"b"', '\u00e4\u{1F600}'];
    const scenario = scenarioOf(
      yamlText({
        winset: '1',
        title: 'T',
        issues: [{ id: 'i', title: 'I', options: names.map((label, k) => ({ id: `o${k}`, label })) }],
        parties: {
          p: {
            name: 'P',
            disagreement: '0',
            issues: { i: { scores: Object.fromEntries(names.map((_, k) => [`o${k}`, `-${k}`])) } },
          },
        },
      }),
    );
    const { files } = await written(scenario, 'csv');
    expect(files[0]!.content).toContain("I,'=1+1,0\r\nI,'+A1,-1\r\nI,'@sum,-2\r\nI,'-x,-3\r\nI,-5,-4\r\n");
    for (const id of ['csv', 'xlsx']) {
      const { scenario: again } = await roundTrip(scenario, id, `file.${id}`);
      expect(again.issues[0]!.named.map(({ label }) => label)).toEqual(names);
      expect(compileProblem(again).problem.parties).toEqual(compileProblem(scenario).problem.parties);
    }
  });

  it.each(['csv', 'xlsx'])('names that are words of a sheet are told apart, and said: %s', async (id) => {
    const scenario = scenarioOf(
      yamlText({
        winset: '1',
        title: 'T',
        issues: [
          { id: 'i', title: 'I', options: ['weight', "'=x", 'minimum'].map((label, k) => ({ id: `o${k}`, label })) },
          { id: 'total', title: 'Total', options: ['Total', 'best'].map((label, k) => ({ id: `o${k}`, label })) },
        ],
        parties: Object.fromEntries(
          ['Text', 'Option'].map((name, k) => [
            `p${k}`,
            {
              name,
              disagreement: '3',
              issues: { i: { scores: { o0: '1', o1: '2', o2: `${k + 3}` } }, total: { scores: { o0: '5', o1: '4' } } },
            },
          ]),
        ),
      }),
    );
    const { scenario: again, out } = await roundTrip(scenario, id, `file.${id}`);
    expectSameUtilities(again, scenario, [ONE, ONE]);
    expect(again.parties.map(({ name }) => name)).toEqual(['Text (party)', 'Option (party)']);
    expect(again.issues.map(({ named }) => named.map(({ label }) => label))).toEqual([
      ['weight (option)', "'=x", 'minimum'],
      ['Total (option)', 'best'],
    ]);
    expect(out.notes.map(({ text }) => text)).toContain(
      "'weight' means something else in a score sheet; written as 'weight (option)'",
    );
  });

  it('an edited sheet is read again', async () => {
    const { scenario } = await readFiles({ 'file.csv': PLAIN });
    const { files } = await written(scenario, 'csv');
    const edited = String(files[0]!.content).replace('Wage,high,0,12.5', 'Wage,high,1/3,12.5');
    const { scenario: again } = await readAt(`${placed({ 'file.csv': edited })}/file.csv`);
    expect(pointsOf(again.parties[0]!, again.issues)[0]![1]).toEqual(fraction(1n, 3n));
  });
});
