import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { desk } from './built.ts';
import { openScreen, seeAtRest } from './go.ts';
import type { Program } from './program.ts';
import { isAtRest, NARROW } from './program.ts';

const { keep, keptFolder, winset } = desk();

const ENTER = '\r';
const ESCAPE = '\u001b';

const FORMS = { t: 'text', m: 'Markdown', j: 'JSON', p: 'a page to hand round' } as const;

let opened: Program | null = null;

/** The program that all these tests share, with nothing changed. */
async function lease(): Promise<Program> {
  opened ??= keep(['lease'], { size: NARROW });
  await opened.see(isAtRest);
  await openScreen(opened, '1');
  return opened;
}

/** Exports the report of the screen that is open, and reads it. */
async function exported(program: Program, key: keyof typeof FORMS, name: string): Promise<string> {
  program.type('e');
  await program.see('Export the report');
  program.type(key);
  await program.see(`Write ${FORMS[key]} to:`);
  program.type(`\u0015${name}${ENTER}`);
  await program.see(`Written: ${name}`);
  return readFileSync(join(keptFolder, name), 'utf8');
}

/** The lines of a report that do not depend on how it was asked for. */
function body(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines.filter((line) => line !== '' && !/winset |^ +--json$|changed by hand/u.test(line));
}

/** The screens with the command that prints their report. */
const REPORTS: readonly (readonly [screen: string, command: readonly string[]])[] = [
  ['1', ['solve', 'lease', '--all']],
  ['5', ['frontier', 'lease', '--zone', '--all']],
  ['6', ['explain', 'lease', '--all']],
];

describe.skipIf(process.platform === 'win32')('an exported report', () => {
  it('of a screen says what the command says, as text, as Markdown and as data', async () => {
    const program = await lease();
    for (const [key, command] of REPORTS) {
      await openScreen(program, key);
      const text = await exported(program, 't', `report-${key}.txt`);
      const { stdout } = await winset([...command, '--width', '100']);
      expect(body(text)).toEqual(body(stdout));
      const markdown = await exported(program, 'm', `report-${key}.md`);
      expect(markdown).toMatch(/^# A lease for the bakery\n\n```text\n/u);
      expect(markdown).toContain(text.trimEnd());
      // oxlint-disable-next-line no-control-regex
      expect(text + markdown).not.toMatch(/\u001b/u);
      const data: unknown = JSON.parse(await exported(program, 'j', `report-${key}.json`));
      expect(data).toEqual(JSON.parse((await winset([...command, '--json'])).stdout));
    }
  });

  it('of the sensitivity screen has each number at its low and high', async () => {
    const program = await lease();
    await openScreen(program, '7');
    const Report = z.object({ tornado: z.unknown() });
    const { tornado } = Report.parse(JSON.parse(await exported(program, 'j', 'sensitivity.json')));
    expect(tornado).toEqual(
      Report.parse(JSON.parse((await winset(['sensitivity', 'lease', '--json'])).stdout)).tornado,
    );
    expect(await exported(program, 't', 'sensitivity.txt')).toContain('What each number changes');
  });

  it('is not written over another file unasked', async () => {
    const program = await lease();
    const first = await exported(program, 't', 'report.txt');
    program.type('ej');
    await program.see('Write JSON to:');
    program.type(`\u0015report.txt${ENTER}`);
    await program.see('report.txt exists; write over it?');
    program.type(ESCAPE);
    await program.see((shown) => !shown.includes('write over it'));
    expect(readFileSync(join(keptFolder, 'report.txt'), 'utf8')).toBe(first);
  });
});

describe.skipIf(process.platform === 'win32')('a deal copied', () => {
  it('goes to the clipboard of the terminal, as text that the score command reads', async () => {
    const program = await lease();
    await openScreen(program, '4');
    program.type('y');
    await program.see(/Copied: .*\./u);
    // oxlint-disable-next-line no-control-regex
    const [, encoded = ''] = /\u001b\]52;c;([A-Za-z0-9+/=]+)\u0007/u.exec(program.raw()) ?? [];
    const text = Buffer.from(encoded, 'base64').toString('utf8');
    expect(text).toContain('rent: "1200"');
    writeFileSync(join(keptFolder, 'deal.yaml'), text);
    const { status, stdout } = await winset(['score', 'lease', '--deal', join(keptFolder, 'deal.yaml'), '--json']);
    expect(status).toBe(0);
    expect(stdout).toContain('"rent": "1200"');
  });
});

describe.skipIf(process.platform === 'win32')('a report exported last', () => {
  it('is of the scenario as changed, and says so; that of the whole is a page', async () => {
    const program = await lease();
    await openScreen(program, '2');
    program.type(`g=\u001595${ENTER}`);
    await seeAtRest(program, ' * ');
    await openScreen(program, '1');
    const html = await exported(program, 'p', 'lease.html');
    expect(html).toMatch(/^<!doctype html>/u);
    expect(html).toContain('A lease for the bakery');
    expect(html).toMatch(/Nothing less|No deal\./u);
    const Report = z.object({ parties: z.array(z.object({ id: z.string(), reservation: z.number() })) });
    const { parties } = Report.parse(JSON.parse(await exported(program, 'j', 'changed.json')));
    expect(parties.find(({ id }) => id === 'bakery')?.reservation).toBe(95);
    expect(await exported(program, 't', 'changed.txt')).toMatch(/changed by hand: .*95/u);
  });
});
