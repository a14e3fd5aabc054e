/** The briefing of the headline scenario in Chromium of the system: its size, its first paint, a slider to the verdict. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser } from '../tests/browser/browser.ts';
import { quantile } from './measure.ts';
import { grouped, table, time } from './report.ts';
import type { Section } from './report.ts';

const SCENARIO = 'ukraine-2025';
const OPENED = 'russia.all-donbas';
const PAINTS = 7;
const TURNS = 60;
const PAUSE_MS = 150;

export async function briefSection(root: string): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'winset-brief-'));
  try {
    const rows = [await measured(root, folder, []), await measured(root, folder, ['--without', OPENED])];
    return {
      title: 'The briefing in a browser',
      blocks: [
        `\`winset brief ${SCENARIO}\` and the same without ${OPENED}, opened from disk in Chromium without a network. First ` +
          'paint as the browser tells it, medians of cold loads. A slider: from its event to the frame with the verdict ' +
          'and the bars of the new numbers.',
        table(['page', 'kB', 'first paint', 'slider, median', '95 % within'], rows),
        'Aims: under 1,500 kB, first paint within 300 ms, a slider within 100 ms.',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measured(root: string, folder: string, options: readonly string[]): Promise<string[]> {
  const path = join(folder, 'plan.html');
  const words = ['brief', SCENARIO, ...options, '--draws', '100', '--out', path];
  execFileSync(process.execPath, [`${root}dist/bin/winset.js`, ...words], { stdio: 'ignore' });
  const browser = await startBrowser();
  try {
    const paints: number[] = [];
    for (let k = 0; k < PAINTS; k++) {
      const context = await browser.newContext({ offline: true });
      const page = await context.newPage();
      await page.goto(`file://${path}`);
      await page.waitForFunction("performance.getEntriesByName('first-contentful-paint').length > 0");
      paints.push(await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
      await context.close();
    }
    const page = await browser.newPage();
    await page.goto(`file://${path}`);
    await page.locator('aside').waitFor();
    const turns = await turned(page);
    return [
      [SCENARIO, ...options].join(' '),
      grouped(Math.round(statSync(path).size / 1000)),
      time(quantile(paints, 0.5)),
      time(quantile(turns, 0.5)),
      time(quantile(turns, 0.95)),
    ];
  } finally {
    await browser.close();
  }
}

/** Milliseconds from each turn of a weight to the frame after its glance. */
async function turned(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let k = 0; k < TURNS; k++) {
    times.push(await page.evaluate(turnOnce, k));
    await page.waitForTimeout(PAUSE_MS);
  }
  return times.slice(TURNS / 10);
}

/** Runs in the page. */
function turnOnce(k: number): Promise<number> {
  const dials = [...document.querySelectorAll<HTMLInputElement>('input[type=range][data-key^="weight/"]')];
  const dial = dials[k % dials.length]!;
  const verdict = document.querySelector('#verdict')!;
  const start = performance.now();
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (verdict.className !== '') return;
      watch.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - start));
    });
    watch.observe(verdict, { attributes: true, attributeFilter: ['class'] });
    dial.value = String(Number(dial.value) + 3 * Number(dial.step));
    dial.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
