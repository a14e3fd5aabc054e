/**
 * Writes the pictures of a class's pages in docs/pictures, as they come out of the built program in a real browser.
 *
 *     npm run class-pages
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../tests/browser/browser.ts';
import { attend } from '../tests/web/attend.ts';
import { classFolder, codeOf, serve } from '../tests/web/served.ts';
import type { Served } from '../tests/web/served.ts';

/** Of the package; the bundle lies in dist/tools. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PICTURES = join(ROOT, 'docs/pictures');
const ROLES = ['council', 'company', 'residents'];
const PLAN = `class: 1
title: The quarry on Tuesday
scenario: quarry-dispute
minutes: 45
handouts:
  - { id: mediator, minute: 20, draft: mediator, text: The mediator proposes the middle option of every issue. }
`;
const TRADE = { area: '8', route: 'haul-road', hours: 'saturdays', fund: '60', closure: 'in-steps' };
const MIDDLE = { area: '8', route: 'limits', hours: 'long', fund: '60', closure: 'in-steps' };

async function main(): Promise<void> {
  const folder = classFolder(PLAN, { teams: ['A', 'B', 'C'], roles: ROLES, spare: 1 });
  const served = await serve(join(ROOT, 'dist/bin/winset.js'), folder, 0);
  const browser = await startBrowser();
  try {
    mkdirSync(PICTURES, { recursive: true });
    await played(served);
    await pictures(browser, served);
  } finally {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Team A has signed, B is about to, C talks. */
async function played(served: Served): Promise<void> {
  const teacher = await attend(served, 'instructor', served.key);
  await teacher.act({ kind: 'start' });
  const at = (team: string, role: string) => attend(served, 'seat', `${team}-${role}`);
  for (const role of ROLES) {
    const person = await at('A', role);
    if (role === 'council') await person.act({ kind: 'propose', deal: TRADE });
    await person.act({ kind: 'accept', proposal: 1, sure: true });
  }
  const company = await at('B', 'company');
  await company.act({ kind: 'propose', deal: MIDDLE });
  await company.act({ kind: 'accept', proposal: 1, sure: true });
  await (await at('C', 'residents')).act({ kind: 'propose', deal: { ...MIDDLE, area: '4' } });
}

async function pictures(browser: Browser, served: Served): Promise<void> {
  const teacher = await opened(browser, `${served.address}instructor`, served.key, [1200, 820]);
  await shoot(teacher, 'class-instructor');
  const wall = await teacher.context().newPage();
  await wall.goto(`${served.address}projector`);
  await wall.locator('html.live').waitFor();
  await shoot(wall, 'class-projector');
  const council = await opened(browser, served.address, codeOf('B-council'), [1200, 820]);
  for (const [issue, option] of Object.entries(TRADE)) await council.locator(`#issue-${issue}`).selectOption(option);
  await council.locator('#table-title').scrollIntoViewIfNeeded();
  await council.evaluate("document.querySelector('#table').scrollIntoView()");
  await shoot(council, 'class-seat');
  const residents = await opened(browser, served.address, codeOf('B-residents'), [390, 800]);
  await residents.getByRole('button', { name: 'Accept ...' }).click();
  await residents.getByRole('dialog').waitFor();
  await shoot(residents, 'class-phone');
}

async function opened(
  browser: Browser,
  address: string,
  code: string,
  [width, height]: readonly [number, number],
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('#code').fill(code);
  await page.keyboard.press('Enter');
  await page.locator('html.live').waitFor();
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

await main();
