/**
 * The server of the Model Context Protocol: tools and resources over standard input and output, for as long as standard
 * input stays open.
 */
import { availableParallelism } from 'node:os';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { Pool } from '../jobs/pool.ts';
import { openPool } from '../jobs/pool.ts';
import type { Given } from '../questions/option.ts';
import { InputError } from '../questions/input-error.ts';
import type { Json } from '../report/json-text.ts';
import { jsonText } from '../report/json-text.ts';
import { cut, oneLine } from '../report/text/width.ts';
import { unknownName } from '../scenario/suggest.ts';
import { Answers, ANSWER_ADDRESSES } from './answers.ts';
import { watched } from './progress.ts';
import type { Notify } from './progress.ts';
import { resourcesOf } from './resources.ts';
import type { Surroundings } from './surroundings.ts';
import type { Call, Tool } from './tool.ts';
import { toolsOf } from './tools.ts';

/** Characters of an error that are worth a line. */
const MOST_SAID = 100;

/** Of the protocol, for an address under which nothing stands. */
const RESOURCE_NOT_FOUND = -32002;

/** An error of the protocol itself; the SDK's own class says its number twice. */
class Refusal extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const ABOUT =
  'Winset explores a negotiation that is described in a file: parties with weighted preferences, red lines and least ' +
  'acceptable values over issues with options. It searches all combinations and says whether there is a deal that ' +
  'everybody needed would sign. Begin with check_scenario, which lists the ids that the other tools take. Utilities are ' +
  "points on each party's own scale. Answers follow from the numbers of the file: they are a model and no forecast. " +
  'What is not proven is said to be so.';

/** Serves until standard input is closed or the signal comes; `complain` is told of lines that are no messages. */
export async function serve(around: Surroundings, end: AbortSignal, complain: (line: string) => void): Promise<void> {
  const answers = new Answers();
  const listed = once(() => Promise.all([...tools.values()].map(described)));
  const readable = once(() => resourcesOf(around));
  const tools = new Map(toolsOf(around).map((tool) => [tool.name, tool]));
  const pools: Pool[] = [];
  const pool = once(() => {
    const started = openPool(availableParallelism());
    pools.push(started);
    return started;
  });

  const server = new Server(
    { name: 'winset', version: around.version },
    { capabilities: { tools: {}, resources: {} }, instructions: instructionsFor(around) },
  );
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- it is no event target
  server.onerror = ({ message }) => complain(`winset mcp: cannot read a message: ${cut(oneLine(message), MOST_SAID)}`);
  server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: await listed() }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal, sendNotification }) => {
    const tool = tools.get(params.name);
    if (tool === undefined) {
      const names = [...tools.keys()];
      throw new Refusal(
        ErrorCode.InvalidParams,
        `${unknownName('tool', params.name, names)} (tools: ${names.join(', ')})`,
      );
    }
    const { _meta: about } = params;
    const token = about?.progressToken;
    const notify: Notify = (notice) => {
      if (token === undefined) return;
      const sent = sendNotification({ method: 'notifications/progress', params: { progressToken: token, ...notice } });
      sent.catch(() => {}); // the client has gone, and its call is given up with it
    };
    const given = params.arguments ?? {};
    return watched(pool, signal, notify, (call) => resultOf(tool, given, call, answers, around));
  });
  server.setRequestHandler(ListResourcesRequestSchema, async () => ({
    resources: (await readable()).map(({ uri, name, description, mimeType }) => ({ uri, name, description, mimeType })),
  }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: ANSWER_ADDRESSES.map((address) => ({ ...address, mimeType: 'application/json' })),
  }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const answer = answers.read(uri);
    if (answer !== null) return { contents: [{ uri, mimeType: 'application/json', text: answer }] };
    const resource = (await readable()).find((candidate) => candidate.uri === uri);
    if (resource === undefined) {
      throw new Refusal(
        RESOURCE_NOT_FOUND,
        `there is nothing at ${uri}; resources/list says what there is. Of answers that were cut the last fifty are kept ` +
          'while the server runs.',
      );
    }
    return { contents: [{ uri, mimeType: resource.mimeType, text: await resource.read() }] };
  });

  await server.connect(new StdioServerTransport());
  await closed(end);
  await server.close();
  await Promise.all(pools.map((each) => each.close()));
}

/** What it gives is found out when it is first asked for. */
function once<T>(find: () => T): () => T {
  const found: T[] = [];
  return () => {
    if (found.length === 0) found.push(find());
    return found[0]!;
  };
}

function instructionsFor({ as }: Surroundings): string {
  if (as === null) return ABOUT;
  return (
    `${ABOUT} This server speaks for '${as}': it knows that party's numbers alone, so "signed" and "accepted" mean by ` +
    `'${as}', and a deal of the zone is one that it would sign.`
  );
}

async function described(tool: Tool) {
  const { name, title, description, input: inputSchema } = tool;
  const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };
  return { name, title, description, inputSchema, outputSchema: await tool.output(), annotations };
}

/** Errors for the person who asked are an answer as well: what is wrong, and what to do. */
async function resultOf(
  tool: Tool,
  given: Given,
  call: Call,
  answers: Answers,
  { as }: Surroundings,
): Promise<CallToolResult> {
  try {
    const { document, text } = await tool.call(given, call);
    const told = answers.told(plainObject(document));
    const rest =
      'cut' in told ? '\n\n(Parts of the answer are too long and were left out; `cut` says where they are.)' : '';
    const side = as === null ? '' : `As ${as} alone: only its numbers are known here, and "signed" means by it.\n\n`;
    return { content: [{ type: 'text', text: `${side}${text}${rest}` }], structuredContent: told };
  } catch (error) {
    if (error instanceof InputError)
      return { isError: true, content: [{ type: 'text', text: error.lines.join('\n') }] };
    // A fault may have been met among the numbers of others.
    const what = as === null && error instanceof Error ? `: ${error.message}` : '';
    throw new Refusal(ErrorCode.InternalError, `fault of winset${what}`);
  }
}

/** As any reader of JSON has it. @throws TypeError for a document that is no object, as none is */
function plainObject(document: Json): Record<string, unknown> {
  const plain: unknown = JSON.parse(jsonText(document));
  if (typeof plain !== 'object' || plain === null) throw new TypeError('a document is an object');
  return { ...plain };
}

/** Standard input has ended, or the signal has come. */
function closed(end: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (end.aborted) resolve();
    end.addEventListener('abort', () => resolve(), { once: true });
    process.stdin.once('end', resolve).once('close', resolve);
  });
}
