/** The file that a page is: complete without scripts, one file, and texts that stay texts. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { askPage } from '../../src/page/ask.ts';
import type { PageContent } from '../../src/page/content.ts';
import { figuresOf, pageHtml, svgText } from '../../src/page/html.tsx';
import { pageMarkdown } from '../../src/page/markdown.ts';
import { revive } from '../../src/page/wire.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { caseOf, HERE, scenarioAt, scenarioFrom } from './case.ts';
import { hostileScenario } from './hostile.ts';

const SHIPPED = join(import.meta.dirname, '../../scenarios');
const OPTIONS = { draws: 20, names: true, command: 'winset solve here', baseName: './here.yaml' };

/** The programs of a page are built elsewhere; what surrounds them is looked at here. */
function programs() {
  const folder = mkdtempSync(join(tmpdir(), 'winset-page-'));
  const [client, worker] = [join(folder, 'client.js'), join(folder, 'worker.js')];
  writeFileSync(client, 'void 0;');
  writeFileSync(worker, 'void 1;');
  return { client, worker };
}

function written(scenario: Scenario, content: PageContent): string {
  const carried = { file: scenario, start: [], command: OPTIONS.command, version: '0.0.0' };
  return pageHtml(content, carried, programs());
}

/** All texts of a view, at any depth. */
function textsIn(view: unknown): readonly string[] {
  if (typeof view === 'string') return [view];
  if (typeof view !== 'object' || view === null) return [];
  return Object.values(view).flatMap(textsIn);
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

describe.each(['quarry-dispute', 'lease', 'first-five-minutes'])('the page of %s', (name) => {
  const scenario = scenarioAt(join(SHIPPED, name));
  let content: PageContent;
  let html: string;
  beforeAll(async () => {
    content = await askPage(caseOf(scenario), OPTIONS, HERE);
    html = written(scenario, content);
  });

  it('says every sentence of the reports without a script', () => {
    const { document } = parseHTML(html);
    const said = squeezed(document.querySelector('#page')?.textContent ?? '');
    const { verdict, conflict, openings } = content.answer.report;
    const sentences = [
      ...textsIn([verdict.headline, verdict.sentences]),
      ...textsIn([conflict?.demands ?? [], openings?.ways.map(({ text }) => text) ?? []]),
      ...textsIn([content.study.numbers.sentences, content.study.why.map(({ title }) => title)]),
      ...content.grounds.parties.flatMap(({ rows }) => rows.map(({ says }) => says)),
    ];
    expect(sentences.length).toBeGreaterThan(5);
    expect(sentences.filter((sentence) => !said.includes(squeezed(sentence)))).toEqual([]);
  });

  it('needs no other file', () => {
    const { document } = parseHTML(html);
    const elements = [...document.querySelectorAll('[src], link, iframe, object, embed, base')];
    expect(elements).toEqual([]);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|connect-src/);
    const targets = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
    expect(targets.filter((target) => !target.startsWith('#'))).toEqual([]);
    for (const target of targets) expect(document.querySelector(target)).not.toBeNull();
  });

  it('carries what it says, so that it can be taken up where it stands', () => {
    const { document } = parseHTML(html);
    const packed = document.querySelector('#content')?.textContent ?? '';
    const text = gunzipSync(Buffer.from(packed, 'base64')).toString('utf8');
    expect(JSON.parse(text, revive)).toEqual(JSON.parse(JSON.stringify(content, bigAsNumber)));
  });

  it('gives each plot as a file with words for those who do not see it', () => {
    const figures = figuresOf(content);
    expect(figures.length).toBeGreaterThan(2);
    expect(new Set(figures.map((figure) => figure.name)).size).toBe(figures.length);
    for (const figure of figures) {
      const svg = svgText(figure);
      expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(figure.alt.length).toBeGreaterThan(20);
    }
  });

  it('gives its words as Markdown', () => {
    const markdown = pageMarkdown(content);
    expect(markdown).toContain(content.answer.report.verdict.headline);
    expect(markdown).not.toMatch(/undefined|\[object/);
    const tables = markdown.split('\n\n').filter((part) => part.startsWith('| '));
    for (const table of tables) {
      const widths = table.split('\n').map((line) => line.replaceAll(/\\./g, '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});

function bigAsNumber(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

describe('names and texts that try to be more', () => {
  const scenario = hostileScenario();
  let content: PageContent;
  beforeAll(async () => {
    content = await askPage(caseOf(scenario), OPTIONS, HERE);
  });

  it('stay texts in the page', () => {
    const { document } = parseHTML(written(scenario, content));
    expect(document.querySelectorAll('script')).toHaveLength(4);
    expect(document.querySelectorAll('img, [onerror], [onload]')).toHaveLength(0);
    expect(document.querySelector('h1')?.textContent).toBe(scenario.title);
    expect(document.querySelector('title')?.textContent).toBe(scenario.title);
  });

  it('stay texts in the plots', () => {
    for (const figure of figuresOf(content)) {
      const { document } = parseHTML(`<html><body>${svgText(figure)}</body></html>`);
      expect(document.querySelectorAll('script, img, b, [onload], [onerror]')).toHaveLength(0);
    }
  });

  it('stay texts in Markdown', () => {
    const bare = pageMarkdown(content).replaceAll(/\\./g, '');
    expect(bare).not.toMatch(/<|`|\]\(/);
  });
});

describe('without names', () => {
  it('tells neither reasons nor sources', async () => {
    const scenario = scenarioAt(join(SHIPPED, 'quarry-dispute'));
    const content = await askPage(caseOf(scenario), { ...OPTIONS, names: false }, HERE);
    const { grounds, controls } = content;
    expect(grounds.sources).toEqual([]);
    const reasons = scenario.parties.flatMap(({ preferences }) =>
      preferences.issues.flatMap(({ why }) => (why === undefined ? [] : [why])),
    );
    const told = textsIn([grounds, controls]).join(' ');
    expect(reasons.filter((reason) => told.includes(reason))).toEqual([]);
  });
});

describe('where red lines alone leave no deal', () => {
  const closed = scenarioFrom(`
winset: 1
title: Two lines that exclude each other
issues:
  - { id: place, title: Place, options: [north, south] }
  - { id: pay, title: Pay, options: [low, high] }
parties:
  a:
    name: A
    disagreement: 0
    reservation: 10
    issues:
      place: { weight: 60, values: { north: 100, south: 0 } }
      pay: { weight: 40, values: { low: 0, high: 100 } }
    redLines: [{ id: no-south, when: { place: south }, why: Not in the south }]
  b:
    name: B
    disagreement: 0
    reservation: 10
    issues:
      place: { weight: 50, values: { north: 0, south: 100 } }
      pay: { weight: 50, values: { low: 100, high: 0 } }
    redLines: [{ id: no-north, when: { place: north }, why: Not in the north }]
`);

  it('says beside each number what is supposed', async () => {
    const content = await askPage(caseOf(closed), OPTIONS, HERE);
    const { supposed } = content.study;
    expect(supposed).toMatch(/^As if B did not refuse/);
    const { document } = parseHTML(written(closed, content));
    expect(document.querySelector('#numbers [role=note]')?.textContent).toBe(supposed);
    expect(pageMarkdown(content)).toContain(`## What matters\n\n${supposed}`);
  });
});
