// For whoever works on the page: the files as just built, everything else from a running rollcall, under the policy that
// rollcall itself sends.
import { existsSync, readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { gzipSync } from 'node:zlib';

const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml', html: 'text/html; charset=utf-8', json: 'application/json' };
const fromRollcall = /^\/(v1|schemas|openapi|healthz|readyz|metrics)/;

const policyOf = async (rollcall) => (await fetch(new URL('/', rollcall), { method: 'HEAD' })).headers.get('content-security-policy');

export function serve(dist, rollcall, port) {
  const upstream = new URL(rollcall);
  createServer(async (question, answer) => {
    const path = new URL(question.url, 'http://x').pathname;
    if (!fromRollcall.test(path)) {
      const file = dist + (path.startsWith('/assets/') ? path.slice(1) : 'index.html');
      if (!existsSync(file)) return answer.writeHead(404).end();
      const short = /\bgzip\b/.test(question.headers['accept-encoding'] ?? '');
      const policy = await policyOf(rollcall).catch(() => null);
      if (policy === null) return answer.writeHead(502).end();
      const body = file.endsWith('index.html') ? Buffer.from(readFileSync(file, 'utf8').replace(/%(FIRST|WORDS)%/g, '')) : readFileSync(file);
      return answer.writeHead(200, {
        ...(short ? { 'Content-Encoding': 'gzip' } : {}), Vary: 'Accept-Encoding',
        'Content-Type': TYPES[file.split('.').pop()] ?? 'application/octet-stream', 'Cache-Control': 'no-cache',
        'Content-Security-Policy': policy,
      }).end(short ? gzipSync(body) : body);
    }
    const onward = request({ hostname: upstream.hostname, port: upstream.port, method: question.method, path: question.url, headers: question.headers }, (reply) => {
      answer.writeHead(reply.statusCode, reply.headers);
      reply.pipe(answer);
    });
    onward.on('error', () => answer.headersSent ? answer.destroy() : answer.writeHead(502).end());
    question.on('close', () => { if (!question.complete) onward.destroy(); });
    answer.on('close', () => onward.destroy());
    question.pipe(onward);
  }).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}, with ${rollcall}`));
}
