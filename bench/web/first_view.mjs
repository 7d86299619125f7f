// What the first view of the region's page weighs and how long it takes on a slow line, as a table for bench/README.md:
//   node bench/web/first_view.mjs http://127.0.0.1:8080
// In Debian's Chromium with an empty cache, its network held back over CDP. Times are from the first byte asked for, and from
// the document's last byte; "matrix" is the first frame that shows its cells, with the counts and the signs. What comes after
// (names, meetings, the ledger's first day) is counted in "all". Needs what tests/web needs (npm ci there).
import { createRequire } from 'node:module';

const { chromium } = createRequire(new URL('../../tests/web/', import.meta.url))('playwright-core');
const url = (process.argv[2] ?? process.env.ROLLCALL_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
const ROUNDS = 3;
const LINES = [
  { name: '400 kbit/s, 400 ms', kbps: 400, latency: 400 },
  { name: '1.6 Mbit/s, 150 ms', kbps: 1600, latency: 150 },
  { name: 'not held back', kbps: 0, latency: 0 },
];
const VIEWS = [
  { name: '33 countries × 58', path: '/' },
  { name: '58 countries × 58', path: '/?region=escap&framework=eap-2001' },
  { name: '33 countries × 58, in French', path: '/?lang=fr' },
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });

async function measure(line, path) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const until = { requests: 0, bytes: 0 };
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (line.kbps) await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: line.latency, downloadThroughput: line.kbps * 125, uploadThroughput: line.kbps * 125 });
  cdp.on('Network.requestWillBeSent', () => until.requests++);
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => { until.bytes += encodedDataLength; });
  await page.addInitScript(() => {
    const look = () => {
      if (!document.querySelector('.matrix .cell')) return requestAnimationFrame(look);
      const drawn = new MessageChannel(); // its message comes after the frame that is drawn now
      drawn.port1.onmessage = () => { window.matrixAt = performance.now(); };
      drawn.port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url + path, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.matrixAt, null, { timeout: 60_000 });
  const first = { ...until };
  const { matrix, documentAt } = await page.evaluate(() => ({ matrix: window.matrixAt, documentAt: performance.getEntriesByType('navigation')[0].responseEnd }));
  await page.waitForLoadState('networkidle', { timeout: 60_000 });
  await context.close();
  return { matrix, after: matrix - documentAt, first, all: { ...until } };
}

const middle = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
console.log('| view | line | matrix: requests, kB | matrix after the document, ms | matrix in all, ms | all: requests, kB |');
console.log('|---|---|---|---|---|---|');
for (const view of VIEWS)
  for (const line of LINES) {
    const rounds = [];
    for (let i = 0; i < ROUNDS; i++) rounds.push(await measure(line, view.path));
    const kb = (bytes) => (bytes / 1000).toFixed(0);
    console.log(`| ${view.name} | ${line.name} | ${middle(rounds.map((r) => r.first.requests))}, ${kb(middle(rounds.map((r) => r.first.bytes)))} | ${middle(rounds.map((r) => r.after)).toFixed(0)} | ${middle(rounds.map((r) => r.matrix)).toFixed(0)} | ${middle(rounds.map((r) => r.all.requests))}, ${kb(middle(rounds.map((r) => r.all.bytes)))} |`);
  }
await browser.close();
