/**
 * Bundles the command line into dist/bin: the program, its worker thread, and chunks that load only when needed (Ink and
 * React above all).
 */
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
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

await rm(OUT, { recursive: true, force: true });
await build({
  entryPoints: { winset: 'src/cli/main.ts', worker: 'src/jobs/worker.ts', ...OTHERS },
  // Tinypool starts its threads from files of its own.
  external: ['tinypool'],
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
  plugins: [noDevTools],
  logLevel: 'warning',
});
await addShebang(`${OUT}/winset.js`);

async function addShebang(file) {
  await writeFile(file, `#!/usr/bin/env node\n${await readFile(file, 'utf8')}`);
  await chmod(file, 0o755);
}
