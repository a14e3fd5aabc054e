/** The sheets of a class and its debrief in a real browser, opened from disk with the network off. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { source as axeSource } from 'axe-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offline, startBrowser } from './browser.ts';

const PROGRAM = join(import.meta.dirname, '../../dist/bin/winset.js');
const FOLDER = mkdtempSync(join(tmpdir(), 'winset-class-'));
const DEBRIEF = join(FOLDER, 'debrief.html');
const SHEETS = join(FOLDER, 'tuesday/sheets');

let browser: Browser;

beforeAll(async () => {
  const winset = (...words: readonly string[]) =>
    execFileSync(process.execPath, [PROGRAM, ...words], { cwd: FOLDER, stdio: 'pipe' });
  winset('class', 'new', 'quarry-dispute', '--teams', '2', '--out', 'tuesday');
  const results =
    'team,area,route,hours,fund,closure\n1,8,haul-road,saturdays,60,in-steps\n2,8,limits,long,60,in-steps\n';
  writeFileSync(join(FOLDER, 'results.csv'), results);
  winset('class', 'enter', 'tuesday', 'results.csv');
  winset('class', 'debrief', 'tuesday', '--out', DEBRIEF);
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function faultsOf(path: string): Promise<readonly string[]> {
  const { context, complaints } = await offline(browser, { bypassCSP: true, viewport: { width: 360, height: 700 } });
  const page = await context.newPage();
  await page.goto(`file://${path}`);
  await page.evaluate("document.querySelectorAll('details').forEach((step) => { step.open = true; })");
  await page.evaluate(axeSource);
  const violations = await page.evaluate<string[]>(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
  );
  const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  await context.close();
  return [...violations, ...complaints, ...(wide ? [`${path} is wider than a phone`] : [])];
}

describe('every sheet, and the debrief', () => {
  it('can be read by everybody, on a phone, without a network', async () => {
    const paths = [...readdirSync(SHEETS).map((name) => join(SHEETS, name)), DEBRIEF];
    for (const path of paths) expect([path, await faultsOf(path)]).toEqual([path, []]);
  });
});

describe('the debrief', () => {
  it('opens one step after the other by the keyboard, and gives away nothing before', async () => {
    const { context } = await offline(browser);
    const page = await context.newPage();
    await page.goto(`file://${DEBRIEF}`);
    const board = page.getByText('Points of each role');
    expect(await board.isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await board.isVisible()).toBe(true);
    expect(await page.getByText('Without a deal 45').first().isVisible()).toBe(false);
    await context.close();
  });
});

describe('the sheets to hand out', () => {
  it('begin a page each', async () => {
    const { context } = await offline(browser);
    const page = await context.newPage();
    await page.goto(`file://${join(SHEETS, 'all.html')}`);
    const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ preferCSSPageSize: true })) }).promise;
    const firsts: string[] = [];
    for (let k = 1; k <= pdf.numPages; k++) {
      const { items } = await (await pdf.getPage(k)).getTextContent();
      firsts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    }
    for (const role of ['the council', 'the company', 'the residents']) {
      const own = firsts.filter((text) => text.includes(`for ${role} only`));
      expect(own).toHaveLength(1);
      expect(own[0]?.match(/for the \w+ only/g)).toHaveLength(1);
    }
    await context.close();
  });
});
