// src/ becomes dist/: the first script, a script for each page and language that is asked for later, two style sheets and an
// icon, each named by its content so that it may be cached for ever, and the index.html that names the first of them; and a
// line for it in each language, that names the first words.
// `node build.mjs --dev ADDRESS` keeps building and serves the result, with everything else from a rollcall at ADDRESS.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';
import { together } from './together.mjs';
import { plugin as world } from './world.mjs';

const here = new URL('.', import.meta.url).pathname;
const dist = here + 'dist/';

const options = {
  entryPoints: { main: here + 'src/app.tsx', style: here + 'src/styles/main.css', later: here + 'src/styles/later.css' },
  outdir: dist + 'assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  minify: true,
  metafile: true,
  charset: 'utf8',
  format: 'esm',
  target: ['es2020', 'chrome90', 'firefox90', 'safari15'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  plugins: [world],
};
options.plugins.push(await together(here + 'src/app.tsx', options));

// The first script: all that is drawn first is in one file (together.mjs), which the entry point itself only imports.
function firstScript(outputs, { imports }) {
  const needed = (list) => list.filter(({ kind }) => kind === 'import-statement');
  const [all, ...others] = needed(imports);
  if (!all || others.length > 0 || needed(outputs[all.path].imports).length > 0) throw new Error('what is drawn first comes in several files');
  return all.path;
}

// The index names what the build made.
function writeIndex({ outputs }) {
  const made = {};
  const nameOf = (path) => '/assets/' + path.split('/').pop();
  for (const [path, output] of Object.entries(outputs)) {
    for (const sheet of ['main.css', 'later.css']) if (output.entryPoint?.endsWith('src/styles/' + sheet)) made[sheet] = nameOf(path);
    const [, tongue] = output.entryPoint?.match(/src\/words\/(\w+)\/first.ts$/) ?? [];
    if (tongue) writeFileSync(dist + `words/${tongue}.html`, `<link rel="modulepreload" href="${nameOf(path)}">`);
    if (output.entryPoint?.endsWith('src/app.tsx')) made['first.js'] = nameOf(firstScript(outputs, output));
  }
  const icon = readFileSync(here + 'src/icon.svg');
  made['icon.svg'] = `/assets/icon-${createHash('sha256').update(icon).digest('hex').slice(0, 8)}.svg`;
  writeFileSync(dist + made['icon.svg'].slice(1), icon);
  let page = readFileSync(here + 'src/index.html', 'utf8');
  for (const [name, path] of Object.entries(made)) page = page.replaceAll(`{{${name}}}`, path);
  if (page.includes('{{')) throw new Error('index.html names a file that the build does not make');
  writeFileSync(dist + 'index.html', page);
}

rmSync(dist, { recursive: true, force: true });
for (const folder of ['assets', 'words']) mkdirSync(dist + folder, { recursive: true });
if (process.argv[2] === '--dev') {
  const { serve } = await import('./dev.mjs');
  const index = { name: 'index', setup: (b) => b.onEnd((result) => { if (result.metafile) writeIndex(result.metafile); }) };
  await (await context({ ...options, minify: process.argv.includes('--minify'), plugins: [...options.plugins, index] })).watch();
  serve(dist, process.argv[3] ?? 'http://127.0.0.1:8080', Number(process.argv[4] ?? 8081));
} else {
  writeIndex((await build(options)).metafile);
}
