// src/ becomes dist/: one script, one style sheet and an icon, each named by its content so that it may be cached for
// ever, and the index.html that names them.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';

const here = new URL('.', import.meta.url).pathname;
const dist = here + 'dist/';
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist + 'assets', { recursive: true });

const { outputFiles } = await build({
  entryPoints: [here + 'src/main.tsx', here + 'src/styles/main.css'],
  outdir: dist + 'assets',
  outbase: here + 'src',
  entryNames: '[name]',
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'esm',
  target: ['es2020', 'chrome90', 'firefox90', 'safari15'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  write: false,
});

let page = readFileSync(here + 'src/index.html', 'utf8');
const files = [...outputFiles.map((f) => [basename(f.path), f.contents]), ['icon.svg', readFileSync(here + 'src/icon.svg')]];
for (const [name, contents] of files) {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 10);
  const hashed = name.replace('.', `-${hash}.`);
  writeFileSync(dist + 'assets/' + hashed, contents);
  page = page.replaceAll(`{{${name}}}`, `/assets/${hashed}`);
}
if (page.includes('{{')) throw new Error('index.html names a file that the build does not make');
writeFileSync(dist + 'index.html', page);
