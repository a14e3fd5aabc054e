/** The session of docs/mcp.md, held again: each call is answered as the page says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { examples, page } from '../docs/pages.ts';
import type { Connection } from './client.ts';
import { connect, textOf } from './client.ts';

const PAGE = page('mcp.md');
const SESSION = examples(PAGE, 'json');
const CALL = z.strictObject({ name: z.string(), arguments: z.record(z.string(), z.unknown()) });

describe('docs/mcp.md', () => {
  it('has a session of five calls', () => {
    expect(SESSION).toHaveLength(5);
  });

  it('says of every tool that one side is offered what it does', async () => {
    const side = await connect(['quarry-dispute', '--as', 'residents']);
    const { tools } = await side.client.listTools();
    await side.close();
    const [, section = ''] = PAGE.split('## For one side');
    const rows = [...section.matchAll(/^\| `(\w+)` +\|/gm)].map((match) => match[1]);
    expect(new Set(rows)).toEqual(new Set(tools.map(({ name }) => name)));
  });
});

describe('the session of docs/mcp.md', () => {
  let winset: Connection;
  beforeAll(async () => {
    winset = await connect(['quarry-dispute']);
  });
  afterAll(() => winset.close());

  it.each(SESSION)('shows the answer to $code', async ({ code, prints }) => {
    const { name, arguments: given } = CALL.parse(JSON.parse(code));
    const result = await winset.call(name, given);
    expect(result.isError).toBeUndefined();
    expect(textOf(result).trimEnd()).toBe(prints.trimEnd());
  });
});
