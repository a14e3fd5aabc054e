/** The page of `winset brief` in a real browser, opened from disk with the network off. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { source as axeSource } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_TEXT } from '../page/hostile.ts';
import { offline, startBrowser } from './browser.ts';
import type { Watched } from './browser.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'dist/bin/winset.js');
const FOLDER = mkdtempSync(join(tmpdir(), 'winset-brief-'));
const QUARRY = join(FOLDER, 'quarry.html');
const LEASE = join(FOLDER, 'lease.html');
const HOSTILE = join(FOLDER, 'hostile.html');

let browser: Browser;

function winset(...words: readonly string[]): string {
  return execFileSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8', cwd: FOLDER });
}

interface Solved {
  readonly zone: { readonly empty: boolean };
  readonly solutions: { readonly nash?: { readonly deals: readonly [{ readonly utility: Record<string, number> }] } };
}

function solved(path: string): Solved {
  return JSON.parse(winset('solve', path, '--json'));
}

beforeAll(async () => {
  winset('brief', join(ROOT, 'scenarios/quarry-dispute'), '--draws', '50', '--out', QUARRY);
  winset('brief', join(ROOT, 'scenarios/lease'), '--draws', '50', '--out', LEASE);
  writeFileSync(join(FOLDER, 'hostile.json'), HOSTILE_TEXT);
  winset('brief', 'hostile.json', '--draws', '50', '--out', HOSTILE);
  browser = await startBrowser();
}, 240_000);

afterAll(async () => {
  await browser.close();
});

async function opened(path: string, watched: Watched): Promise<Page> {
  const page = await watched.context.newPage();
  await page.goto(`file://${path}`);
  return page;
}

/** Opened, and its program running. */
async function live(path: string, watched: Watched): Promise<Page> {
  const page = await opened(path, watched);
  await page.locator('aside').waitFor();
  return page;
}

/** Turns the dial with this key, as a person does who drags it there. */
async function turn(page: Page, key: string, value: number): Promise<void> {
  const dial = page.locator(`input[data-key="${key}"]`);
  await dial.evaluate((input: HTMLInputElement) => {
    const around = input.closest('details');
    if (around !== null) around.open = true;
  });
  await dial.fill(String(value));
}

/** Until the counts are there as well. */
async function settled(page: Page): Promise<void> {
  await page.locator('main[aria-busy=false]').waitFor();
}

describe('a page from disk, without a network', () => {
  it('tells the verdict without scripts', async () => {
    const watched = await offline(browser, { javaScriptEnabled: false });
    const page = await opened(QUARRY, watched);
    expect(await page.locator('.verdict').textContent()).toBe('No deal.');
    expect(await page.locator('.plot svg').count()).toBeGreaterThan(3);
    expect(await page.locator('aside').count()).toBe(0);
    expect(watched.complaints).toEqual([]);
    await watched.context.close();
  });

  it('answers what is turned as the command does for the overlay that it saves', async () => {
    const watched = await offline(browser);
    const page = await live(QUARRY, watched);
    await turn(page, 'least/council', 40);
    await turn(page, 'least/company', 45);
    await turn(page, 'weight/residents/hours', 3);
    await settled(page);
    expect(await page.locator('.verdict').textContent()).toBe('A deal is possible.');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('Save as overlay').click()]);
    const overlay = join(FOLDER, 'turned.yaml');
    await download.saveAs(overlay);
    const answer = solved(overlay);
    expect(answer.zone.empty).toBe(false);
    const said = (await page.locator('.plot').first().getAttribute('aria-label')) ?? '';
    const nash = Object.values(answer.solutions.nash?.deals[0].utility ?? {});
    expect(nash).toHaveLength(3);
    for (const utility of nash) expect(said).toContain(utility.toFixed(1));
    expect(watched.complaints).toEqual([]);
    await watched.context.close();
  });

  it('takes up what a link carries, and goes back to the file', async () => {
    const watched = await offline(browser);
    const page = await live(QUARRY, watched);
    await turn(page, 'least/council', 40);
    await turn(page, 'least/company', 40);
    await turn(page, 'least/residents', 40);
    await settled(page);
    const verdict = await page.locator('#verdict').textContent();
    await page.getByText('Share', { exact: true }).click();
    const address = page.url();
    expect(address).toContain('#turned=');
    const other = await watched.context.newPage();
    await other.goto(address);
    await other.getByText('A deal is possible.').first().waitFor();
    await settled(other);
    expect(await other.locator('#verdict').textContent()).toBe(verdict);
    await other.getByText('Reset').click();
    expect(await other.locator('.verdict').textContent()).toBe('No deal.');
    await page.goto(`file://${QUARRY}#turned=bm90IGFuIGVkaXQ`);
    await page.reload();
    await page.getByText('The link holds nothing that can be turned here.').waitFor();
    await watched.context.close();
  });

  it('sets a red line aside, and holds a clause', async () => {
    const watched = await offline(browser);
    const page = await live(QUARRY, watched);
    await page.getByRole('button', { name: 'Suppose C' }).click();
    await page.getByText('A deal is possible.').first().waitFor();
    await settled(page);
    await page.getByLabel('Hold Working hours').selectOption({ index: 1 });
    await settled(page);
    expect(await page.locator('aside [role=status]').textContent()).toBe('2 changed.');
    await page.getByLabel('Search').fill('hours');
    expect(await page.locator('.clauses tbody th[scope=row]').count()).toBe(1);
    expect(watched.complaints).toEqual([]);
    await watched.context.close();
  });

  it('is worked with the keyboard alone', async () => {
    const watched = await offline(browser);
    const page = await live(LEASE, watched);
    const before = await page.locator('#verdict').textContent();
    for (let k = 0; k < 200; k++) {
      await page.keyboard.press('Tab');
      const key = await page.evaluate(() => document.activeElement?.getAttribute('data-key'));
      if (key !== null && key !== undefined && key.startsWith('least/')) break;
    }
    await page.keyboard.press('End');
    await settled(page);
    expect(await page.locator('#verdict').textContent()).not.toBe(before);
    await watched.context.close();
  });

  it('keeps names and texts as texts', async () => {
    const watched = await offline(browser);
    const page = await live(HOSTILE, watched);
    await turn(page, 'least/a', 20);
    await settled(page);
    expect(await page.evaluate('window.broken')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
    expect(watched.complaints).toEqual([]);
    await watched.context.close();
  });
});

describe('a page for everybody', () => {
  it.each([
    [360, 'light'],
    [1920, 'light'],
    [360, 'dark'],
    [1280, 'dark'],
  ] as const)('is %d pixels wide in the %s, and nothing is wrong with it', async (width, colorScheme) => {
    const watched = await offline(browser, { viewport: { width, height: 800 }, colorScheme });
    const page = await live(QUARRY, watched);
    await page.locator('details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.evaluate(axeSource);
    const found = await page.evaluate<readonly string[]>(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).slice(0, 3).join(' ; ')))",
    );
    expect(found).toEqual([]);
    await watched.context.close();
  });

  it('is printed whole', async () => {
    const watched = await offline(browser);
    const page = await live(QUARRY, watched);
    const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })), verbosity: 0 }).promise;
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, k) => pdf.getPage(k + 1)));
    const texts = await Promise.all(pages.map((each) => each.getTextContent()));
    const said = texts
      .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    const closed = 'reservation, the least it signs for';
    for (const words of ['No deal.', 'What would open a zone', 'What the numbers rest on', 'Sole blockers', closed]) {
      expect(said).toContain(words);
    }
    expect(said).not.toContain('Save as overlay');
    await watched.context.close();
  });
});

describe('the file', () => {
  it('is the same each time', () => {
    const again = join(FOLDER, 'again.html');
    winset('brief', join(ROOT, 'scenarios/lease'), '--draws', '50', '--out', again);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(LEASE, 'utf8'));
  });
});
