// Few files for the first view. What is split finely has to be asked for in many requests, which a slow line and six
// connections make wait for each other. So whatever the first view needs is made a part of every later script's needs:
// esbuild then has no cause to part it, and it comes in one file.
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { build } from 'esbuild';

const FIRST = 'needed-first';

// The modules that `start` imports, directly or through others; and those that any of them asks for later.
async function modulesOf(start, options) {
  const { metafile } = await build({ ...options, entryPoints: [start], splitting: false, outdir: undefined, outfile: '/dev/null', write: false, minify: false });
  const root = process.cwd();
  const first = new Set(), later = new Set();
  const follow = (name) => {
    if (first.has(name)) return;
    first.add(name);
    for (const { path, kind } of metafile.inputs[name]?.imports ?? []) if (kind === 'import-statement') follow(path);
  };
  const names = Object.keys(metafile.inputs);
  follow(names.find((name) => resolve(root, name) === start));
  for (const { imports } of Object.values(metafile.inputs)) for (const { path, kind } of imports) if (kind === 'dynamic-import') later.add(resolve(root, path));
  return { first: [...first].filter((name) => !name.startsWith('<')).map((name) => resolve(root, name)), later };
}

const firstSections = (words) => readFileSync(words, 'utf8').match(/export const first = {([^}]*)}/)[1].match(/\w+/g);

// What is drawn first may only speak words that are there first.
function speaksFirstWords(modules, words) {
  const has = firstSections(words);
  for (const path of modules.filter((m) => m.includes('/src/')))
    for (const [, section] of readFileSync(path, 'utf8').matchAll(/\bw\.(\w+)/g)) if (!has.includes(section)) throw new Error(`${path} is needed first and says w.${section}, which ${words} does not hold`);
}

export async function together(start, options) {
  const { first, later } = await modulesOf(start, options);
  const words = resolve(dirname(start), 'words/en/first.ts'), sections = firstSections(words);
  speaksFirstWords(first, words);
  return {
    name: 'together',
    setup(on) {
      on.onResolve({ filter: new RegExp(`^${FIRST}$`) }, () => ({ path: FIRST, namespace: FIRST }));
      on.onLoad({ filter: /.*/, namespace: FIRST }, () => ({ contents: first.map((path) => `import ${JSON.stringify(path)};`).join('\n'), resolveDir: dirname(start) }));
      // What the sections of a language share among themselves comes with the first of them and with the others: it is little,
      // and a file of its own would be asked for after the first.
      on.onResolve({ filter: /^\.\/(days|nouns)$/ }, ({ path, resolveDir, importer }) =>
        sections.includes(basename(importer, '.ts')) ? { path: resolve(resolveDir, path + '.ts'), suffix: '?first' } : undefined);
      const any = [start, ...later].map((path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
      on.onLoad({ filter: new RegExp(`^(${any})$`) }, ({ path }) => ({
        contents: readFileSync(path, 'utf8') + `\nimport '${FIRST}';\n`, loader: path.endsWith('x') ? 'tsx' : 'ts', resolveDir: dirname(path),
      }));
    },
  };
}
