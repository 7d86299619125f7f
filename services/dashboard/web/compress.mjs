// What is sent to every first visitor, pressed once here instead of at each request: beside each file of FOLDER that gains
// by it, the same as brotli (.br) and gzip (.gz) at their hardest. node compress.mjs FOLDER
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.argv[2];
for (const name of readdirSync(folder).sort()) {
  if (/\.(br|gz)$/.test(name)) continue;
  const whole = readFileSync(`${folder}/${name}`);
  const pressed = {
    br: brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length } }),
    gz: gzipSync(whole, { level: constants.Z_BEST_COMPRESSION }),
  };
  for (const [ending, bytes] of Object.entries(pressed))
    if (bytes.length < whole.length * 0.95) writeFileSync(`${folder}/${name}.${ending}`, bytes);
}
