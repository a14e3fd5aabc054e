/**
 * Bundles the command line into dist/bin: the program, its worker threads, and chunks that load only when needed (Ink and
 * React above all).
 */
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/** A folder inside the package, so that the program finds the scenarios it ships. */
const OUT = process.argv[2] ?? 'dist/bin';

/** Entries of tests and tools that are bundled with the program, each as name=file. */
const OTHERS = Object.fromEntries(process.argv.slice(3).map((entry) => entry.split('=')));

/** Some bundled packages are CommonJS and call `require` for modules of Node. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** Ink would load React's developer tools in development; the bundle has an empty module in their place. */
const noDevTools = {
  name: 'no-dev-tools',
  setup(bundle) {
    bundle.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    bundle.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {};' }));
  },
};

/** zod brings its messages in some forty languages, of which a page needs one. */
const englishOnly = {
  name: 'english-only',
  setup(bundle) {
    bundle.onResolve({ filter: /locales\/index\.js$/ }, () => ({ path: 'locales', namespace: 'english' }));
    bundle.onLoad({ filter: /.*/, namespace: 'english' }, () => ({
      contents: "export { default as en } from 'zod/v4/locales/en.js';",
      resolveDir: process.cwd(),
    }));
  },
};

/** What packages do at load that is seldom needed, or not at all: by file, what is written there, and what is in its place. */
const AT_LOAD = {
  // No emoji is without a sign that is one, and no single code unit falls apart: what tells them is made for other texts.
  'string-width/index.js': [
    [
      'const segmenter = new Intl.Segmenter();',
      `const segmenter = {
         segment: (text) =>
           text.length === 1 ? [{ segment: text }] : (segmenter.made ??= new Intl.Segmenter()).segment(text),
       };`,
    ],
    [
      String.raw`const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;`,
      String.raw`const rgiEmojiRegex = {
         test: (text) =>
           /\p{Emoji}/u.test(text) && (rgiEmojiRegex.made ??= new RegExp('^\\p{RGI_Emoji}$', 'v')).test(text),
       };`,
    ],
  ],
  // Its program is in the file itself: to fetch it from there would load all that Node has for fetching.
  'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js': [['"function"!=typeof fetch?Promise', 'true?Promise']],
};

const lessAtLoad = {
  name: 'less-at-load',
  setup(bundle) {
    // One for all: a package of Ink brings an older one along.
    bundle.onResolve({ filter: /^string-width$/ }, () => ({ path: resolve('node_modules/string-width/index.js') }));
    for (const [file, changes] of Object.entries(AT_LOAD)) {
      bundle.onLoad({ filter: new RegExp(`/node_modules/${file}$`) }, async ({ path }) => ({
        contents: changes.reduce(changed, await readFile(path, 'utf8')),
      }));
    }
  },
};

function changed(source, [written, instead]) {
  if (!source.includes(written)) throw new Error(`a package has changed, see build.mjs: nowhere is ${written}`);
  return source.replace(written, () => instead);
}

/** A page prints no text reports, so Ink stays out of it: questions load their layouts only when they do. */
const noTextReports = {
  name: 'no-text-reports',
  setup(bundle) {
    bundle.onResolve({ filter: /(layout|text-sheet)\.tsx$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    bundle.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export {};' }));
  },
};

await rm(OUT, { recursive: true, force: true });
await build({
  entryPoints: { winset: 'src/cli/main.ts', reader: 'src/cli/reader.ts', ...OTHERS },
  // Tinypool starts its threads from files of its own; SQLite reads its program from a file beside it.
  external: ['tinypool', 'node-sqlite3-wasm'],
  outdir: OUT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  legalComments: 'linked',
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: REQUIRE },
  plugins: [noDevTools, englishOnly, lessAtLoad],
  logLevel: 'warning',
});
await addShebang(`${OUT}/winset.js`);
await build({
  // One small file: the interface starts several of these threads at once, and each reads and compiles it anew.
  entryPoints: { worker: 'src/jobs/worker.ts' },
  external: ['tinypool'],
  outdir: OUT,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  keepNames: true,
  legalComments: 'linked',
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: REQUIRE },
  logLevel: 'warning',
});
await build({
  // The two programs inside a briefing: they run in a browser, from nothing but the page's own text.
  entryPoints: { client: 'src/page/live/client.tsx', worker: 'src/page/live/worker.ts' },
  outdir: `${OUT}/page`,
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [englishOnly, noTextReports],
  logLevel: 'warning',
});

await build({
  // The pages of a class: a browser loads them from the server that this machine runs.
  entryPoints: {
    room: 'src/web/live/room.tsx',
    instructor: 'src/web/live/instructor.tsx',
    projector: 'src/web/live/projector.tsx',
    class: 'src/web/pages/class.css',
  },
  outdir: `${OUT}/web`,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});

async function addShebang(file) {
  await writeFile(file, `#!/usr/bin/env node\n${await readFile(file, 'utf8')}`);
  await chmod(file, 0o755);
}
