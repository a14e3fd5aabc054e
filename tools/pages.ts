/**
 * Writes docs/plan.html, the briefing of the headline scenario, and its pictures in docs/pictures, as they come out of
 * the built program in a real browser.
 *
 *     npm run pages
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../tests/browser/browser.ts';

/** Of the package; the bundle lies in dist/tools. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = join(ROOT, 'docs/plan.html');
const PICTURES = join(ROOT, 'docs/pictures');

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: true;
  /** The part at the top of the window; absent: the beginning. */
  readonly at?: string;
  /** A button to press first. */
  readonly press?: string;
}

const SHOTS: readonly Picture[] = [
  { name: 'brief', width: 1200, height: 820 },
  { name: 'brief-supposed', width: 1200, height: 820, press: 'Suppose A' },
  { name: 'brief-frontier', width: 1200, height: 900, dark: true, at: '#frontier' },
  { name: 'brief-phone', width: 390, height: 800 },
];

async function main(): Promise<void> {
  const program = join(ROOT, 'dist/bin/winset.js');
  execFileSync(process.execPath, [program, 'brief', 'ukraine-2025', '--out', PAGE], { stdio: 'inherit' });
  mkdirSync(PICTURES, { recursive: true });
  const browser = await startBrowser();
  try {
    for (const shot of SHOTS) await take(browser, shot);
  } finally {
    await browser.close();
  }
}

async function take(browser: Browser, { name, width, height, dark, at, press }: Picture): Promise<void> {
  const context = await browser.newContext({
    offline: true,
    viewport: { width, height },
    colorScheme: dark === true ? 'dark' : 'light',
  });
  const page = await context.newPage();
  await page.goto(`file://${PAGE}`);
  await page.locator('aside').waitFor();
  if (press !== undefined) {
    await page.getByRole('button', { name: press, exact: true }).click();
    await page.locator('main[aria-busy=false]').waitFor({ timeout: 120_000 });
  }
  if (at !== undefined) await page.locator(at).evaluate((part) => part.scrollIntoView());
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  await context.close();
  process.stdout.write(`docs/pictures/${name}.png\n`);
}

await main();
