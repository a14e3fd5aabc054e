/** A whole class of three teams in real browsers side by side, against the program that serves it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { source as axeSource } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Served } from '../web/served.ts';
import { classFolder, codeOf, serve } from '../web/served.ts';
import { startBrowser } from './browser.ts';

const PROGRAM = join(import.meta.dirname, '../../dist/bin/winset.js');
const ROLES = ['council', 'company', 'residents'] as const;
type Role = (typeof ROLES)[number];
const PLAN = `class: 1
title: The quarry on Tuesday
scenario: quarry-dispute
minutes: 45
talk: text
handouts:
  - { id: mediator, minute: 20, draft: mediator, text: The mediator proposes the middle option of every issue. }
`;
const TRADE = ['8 hectares', 'haul road', '6-20 and Saturdays', '60 thousand euros', 'in steps'];
const MIDDLE = ['8 hectares', 'with limits', 'weekdays 6-20', '60 thousand euros', 'in steps'];
const ISSUES = [
  'Area of the extension',
  'Way of the lorries',
  'Working hours',
  'Payment to the town',
  'Closing the pit',
];

const folder = classFolder(PLAN, { teams: ['A', 'B', 'C'], roles: ROLES, spare: 1 });
const complaints: string[] = [];
let browser: Browser;
let served: Served;
let teacher: Page;
let wall: Page;
const people = new Map<string, Page>();

beforeAll(async () => {
  served = await serve(PROGRAM, folder, 0);
  browser = await startBrowser();
}, 240_000);

afterAll(async () => {
  await browser.close();
  await served.stop();
  rmSync(folder, { recursive: true });
});

/** A device of its own; what it tries that it must not is kept in `complaints`. */
async function device(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  context.on('request', (request) => {
    if (!request.url().startsWith(served.address)) complaints.push(`request ${request.url()}`);
  });
  context.on('response', (response) => {
    if ([403, 404].includes(response.status())) complaints.push(`${response.status()} ${response.url()}`);
  });
  context.on('weberror', (fault) => complaints.push(`fault ${fault.error().message}`));
  context.on('console', (message) => {
    // That the server was killed, and that a device is no longer let in, is meant.
    const meant =
      /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|status of (401|409)/;
    if (message.type() === 'error' && !meant.test(message.text())) complaints.push(`console ${message.text()}`);
  });
  return context.newPage();
}

async function comeIn(page: Page, seat: string): Promise<Page> {
  await page.goto(served.address);
  await page.getByLabel('Your code word').fill(codeOf(seat));
  await page.keyboard.press('Enter');
  await page.locator('html.live').waitFor();
  return page;
}

const at = (team: string, role: Role): Page => people.get(`${team}-${role}`)!;

async function build(page: Page, options: readonly string[]): Promise<void> {
  for (const [k, issue] of ISSUES.entries()) {
    const select = page.locator('#builder').getByLabel(issue, { exact: true });
    const label = await select.locator('option', { hasText: options[k]! }).first().textContent();
    await select.selectOption({ label: label! });
  }
}

async function propose(page: Page, options: readonly string[]): Promise<void> {
  await build(page, options);
  await page.getByRole('button', { name: 'Put on the table' }).click();
}

const card = (page: Page, number: number) => page.getByRole('article', { name: new RegExp(`^Proposal ${number} of`) });

/** Asks to accept; what the question says. */
async function ask(page: Page, number: number): Promise<string> {
  await card(page, number).getByRole('button', { name: 'Accept ...' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return (await dialog.textContent())!;
}

async function accept(page: Page, number: number): Promise<void> {
  await ask(page, number);
  await page.getByRole('dialog').locator('button.yes').click();
}

/** What axe finds, and whether the page is wider than its window. */
async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate<string[]>(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).slice(0, 3).join(' ; ')))",
  );
  const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  return wide === true ? [...found, 'wider than the window'] : found;
}

it('lets everybody in, on phones too, and shows each its own papers', async () => {
  const door = await device();
  await door.goto(served.address);
  expect(await faults(door)).toEqual([]);
  await door.getByLabel('Your code word').fill('no such word');
  await door.keyboard.press('Enter');
  await door.getByRole('alert').waitFor();
  expect(await door.getByRole('alert').textContent()).toContain('Nobody has this code word');

  teacher = await device();
  await teacher.goto(`${served.address}instructor`);
  expect(await faults(teacher)).toEqual([]);
  await teacher.getByLabel("The instructor's key").fill(served.key);
  await teacher.keyboard.press('Enter');
  await teacher.locator('html.live').waitFor();

  for (const team of ['A', 'B', 'C']) {
    for (const role of ROLES) {
      if (team === 'C' && role === 'company') continue;
      // A phone in each team.
      const page = await device(role === 'residents' ? { viewport: { width: 360, height: 740 } } : {});
      people.set(`${team}-${role}`, await comeIn(page, `${team}-${role}`));
    }
  }
  const [council, residents] = [at('A', 'council'), at('A', 'residents')];
  expect(await council.locator('#own').textContent()).toContain('You speak for the town council');
  expect(await residents.locator('#own').textContent()).toContain('You speak for the residents');
  expect(await council.locator('body').textContent()).not.toContain('You speak for the residents');
  for (const page of [council, residents]) expect(await faults(page)).toEqual([]);
  expect(await council.getByRole('button', { name: 'Put on the table' }).isDisabled()).toBe(true);
});

it('is started by the instructor, and a team signs the trade', async () => {
  await teacher.getByRole('button', { name: 'Start' }).click();
  const [council, company, residents] = ROLES.map((role) => at('A', role));
  await build(council!, TRADE);
  expect(await council!.locator('#builder .worth').textContent()).toContain('70 points 15 above your least, 55.');
  await council!.getByRole('button', { name: 'Put on the table' }).click();
  await card(company!, 1).waitFor();
  expect(await card(company!, 1).textContent()).toContain('71 points for you');
  expect(await card(company!, 1).textContent()).not.toContain('70 points');
  // The same text again is refused, in words.
  await council!.getByRole('button', { name: 'Put on the table' }).click();
  await council!.getByText('Proposal 1 says the same').waitFor();
  await accept(council!, 1);
  await accept(company!, 1);
  await residents!.getByText('Accepted by The council, The company').waitFor();
  expect(await ask(residents!, 1)).toContain('It crosses your line');
  expect(await faults(residents!)).toEqual([]);
  await residents!.keyboard.press('Escape');
  await residents!.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await card(residents!, 1).textContent()).toContain('Waits for you');
  await accept(residents!, 1);
  for (const page of [council!, company!, residents!]) await page.getByRole('article', { name: 'Signed' }).waitFor();
  expect(await faults(residents!)).toEqual([]);
});

it('asks twice before somebody signs below the least', async () => {
  const [council, company, residents] = ROLES.map((role) => at('B', role));
  await propose(company!, MIDDLE);
  for (const page of [council!, company!]) await accept(page, 1);
  await card(residents!, 1).waitFor();
  const question = await ask(residents!, 1);
  expect(question).toContain('Below your least: are you sure?');
  expect(question).toContain('5 below your least, 55.');
  await residents!.getByRole('button', { name: 'Yes, accept all the same' }).click();
  await residents!.getByRole('article', { name: 'Signed' }).waitFor();
});

it('goes on by itself after the server was killed and started again', async () => {
  const council = at('C', 'council');
  await propose(council, MIDDLE);
  await card(council, 1).waitFor();
  await served.kill();
  await council.getByText('The line to the class is lost').waitFor();
  // What is sent meanwhile is kept by the page until somebody answers.
  await build(council, TRADE);
  await council.getByRole('button', { name: 'Put on the table' }).click();
  served = await serve(PROGRAM, folder, served.port);
  await card(council, 2).waitFor();
  await council.getByText('The line to the class is lost').waitFor({ state: 'detached' });
  await card(at('C', 'residents'), 2).waitFor();
  await teacher.getByRole('article', { name: 'Team C' }).getByText('2 on the table').waitFor();
  await council.reload();
  await council.locator('html.live').waitFor();
  expect(await card(council, 2).getByRole('button', { name: 'Accept ...' }).isEnabled()).toBe(true);
  expect(await council.locator('#builder').getByLabel(ISSUES[1]!, { exact: true }).inputValue()).toBe('haul-road');
});

it('seats a late person where somebody is missing', async () => {
  await teacher.getByText('Seats and code words').click();
  await teacher.getByRole('button', { name: 'Mark absent: seat C-company' }).click();
  await teacher.getByRole('button', { name: 'Mark present: seat C-company' }).waitFor();
  expect(await faults(teacher)).toEqual([]);
  people.set('C-company', await comeIn(await device(), 'spare-1'));
  const late = at('C', 'company');
  expect(await late.locator('header').textContent()).toContain('Team C, you are The company');
  await card(late, 2).waitFor();
  await late.getByLabel('Message').fill('Sorry, the bus.');
  await late.getByRole('button', { name: 'Send' }).click();
  await at('C', 'council').getByText('Sorry, the bus.').waitFor();
});

it('tells a device that the code word was used on another one', async () => {
  const first = at('C', 'residents');
  people.set('C-residents', await comeIn(await device(), 'C-residents'));
  await first.getByText('used on another device').waitFor();
  await card(at('C', 'residents'), 2).waitFor();
  expect(await first.getByRole('alert').textContent()).toContain('no longer yours');
});

it('stands still while the instructor pauses, and hands out when the instructor does', async () => {
  const council = at('C', 'council');
  await teacher.getByRole('button', { name: 'Pause' }).click();
  await council.getByText('paused by the instructor').waitFor();
  expect(await card(council, 2).getByRole('button', { name: 'Accept ...' }).isDisabled()).toBe(true);
  await teacher.getByRole('button', { name: 'Hand out now: mediator' }).click();
  await council.getByText('The mediator proposes the middle option').waitFor();
  await teacher.getByLabel('Words').fill('Five more minutes.');
  await teacher.getByRole('button', { name: 'Announce' }).click();
  await council.getByText('Five more minutes.').waitFor();
  expect(await faults(council)).toEqual([]);
  await teacher.getByRole('button', { name: 'Resume' }).click();
  await council.getByText('paused by the instructor').waitFor({ state: 'detached' });
});

it('can be played with the keyboard alone', async () => {
  const company = at('C', 'company');
  const target = card(company, 2).getByRole('button', { name: 'Accept ...' });
  for (let k = 0; k < 40; k++) {
    await company.keyboard.press('Tab');
    if (await target.evaluate((button) => button === document.activeElement)) break;
  }
  expect(await target.evaluate((button) => button === document.activeElement)).toBe(true);
  await company.keyboard.press('Enter');
  await company.getByRole('dialog').waitFor();
  for (let k = 0; k < 6; k++) {
    if (await company.locator('dialog button.yes').evaluate((button) => button === document.activeElement)) break;
    await company.keyboard.press('Tab');
  }
  await company.keyboard.press('Enter');
  await card(company, 2).getByText('Accepted by you').waitFor();
});

it('locks at the deadline: what is signed stands', async () => {
  const council = at('C', 'council');
  await teacher.getByRole('button', { name: 'Close ...' }).waitFor();
  // One minute at a time until a minute is left; then the rest runs out.
  await teacher.evaluate(async () => {
    const minus = [...document.querySelectorAll('button')].find((button) => button.textContent?.startsWith('−'));
    for (let k = 0; k < 44; k++) minus?.click();
  });
  await council.locator('.time', { hasText: /^0:\d\d$/ }).waitFor();
  await council.getByText('time is up').waitFor({ timeout: 90_000 });
  expect(await card(council, 2).getByRole('button', { name: 'Accept ...' }).isDisabled()).toBe(true);
  await at('A', 'council').getByRole('article', { name: 'Signed' }).waitFor();
});

it('shows the wall the address and the clock, and results when the instructor lets it', async () => {
  wall = await teacher.context().newPage();
  await wall.goto(`${served.address}projector`);
  await wall.locator('html.live').waitFor();
  expect(await wall.locator('main').textContent()).toContain(`Come to ${served.address}`);
  expect(await wall.getByText('Results so far').count()).toBe(0);
  expect(await faults(wall)).toEqual([]);
  await teacher.getByLabel('The projector shows results').check();
  await wall.getByText('2 of 3 teams have signed a deal').waitFor();
  for (const page of [wall, teacher]) expect(await faults(page)).toEqual([]);
  await teacher.setViewportSize({ width: 360, height: 740 });
  expect(await faults(teacher)).toEqual([]);
});

it('asked for nothing from elsewhere, and nothing went wrong on a page', () => {
  expect(complaints).toEqual([]);
});
