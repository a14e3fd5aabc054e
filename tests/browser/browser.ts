/** Chromium of the system, without a window and without a network, for tests of pages. */
import { existsSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Nothing that a browser does by itself in the background. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @throws where no browser is installed */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) {
    throw new Error('these tests need Chromium: apt-get install chromium, or name it in the variable CHROMIUM');
  }
  return chromium.launch({ executablePath, args: QUIET });
}

/** What a page tried that it must not: requests, faults, and refusals of its own policy. */
export interface Watched {
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
}

export async function offline(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ offline: true, acceptDownloads: true, ...options });
  const complaints: string[] = [];
  context.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) complaints.push(`request ${request.url()}`);
  });
  context.on('weberror', (fault) => complaints.push(`fault ${fault.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console ${message.text()}`);
  });
  context.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`));
  return { context, complaints };
}
