// What the web tests share: Debian's Chromium, the API's CSV as rows, what the page shows as rows, and a way to take the
// server away and give it back without stopping it.
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { chromium } from 'playwright-core';

export const url = (process.env.ROLLCALL_URL ?? '').replace(/\/$/, '');
if (!url) throw new Error('ROLLCALL_URL names a running rollcall serve with the sample loaded; tests/web/run starts one');

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

// A page that collects what must not happen: script errors, refusals by the content security policy, requests elsewhere.
export async function open(browser, path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const wrongs = [];
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('console', (message) => { if (/content security policy/i.test(message.text())) wrongs.push(message.text()); });
  page.on('request', (request) => { if (!/^http:\/\/127\.0\.0\.1:/.test(request.url())) wrongs.push('asked elsewhere: ' + request.url()); });
  if (path !== null) await page.goto(new URL(path, url).href);
  return { page, context, wrongs };
}

export async function csv(path) {
  const response = await fetch(url + path, { headers: { Accept: 'text/csv' } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const [head, ...rows] = parse(await response.text());
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

function parse(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (end === '' && quoted === undefined && plain === '' && rows.at(-1).length === 0) break;
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',' && end !== '') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 0);
}

// The matrix as "XAB/eap-2001/b2 met", sorted; it is settled once neither it nor the page is busy.
export async function matrix(page) {
  await settled(page);
  return page.$$eval('.matrix .cell', (cells) => cells.map((c) => `${c.dataset.cell} ${c.dataset.status}`).sort());
}
export const settled = (page) => page.waitForSelector('#matter[aria-busy="false"]:not(:has(.matrix[aria-busy="true"])) .answer:not(.earlier)', { timeout: 20_000 });
export const asMatrix = (rows) => rows.map((r) => `${r.country}/${r.commitment} ${r.status}`).sort();

// What a row of the CSV is counted as (services/dashboard/web/src/parts/signs.tsx).
export function kindOf(row) {
  if (row.status === 'overdue') return row.events ? 'overdue' : 'overdue_silent';
  if (row.status === 'open') return row.events ? 'open_told' : 'silent';
  return row.status;
}

// A door before the server: shut it, and to the browser the server is gone.
export async function door() {
  const target = new URL(url);
  const sockets = new Set();
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => { sockets.delete(socket); client.destroy(); upstream.destroy(); });
    }
    client.pipe(upstream).pipe(client);
  });
  const listen = (port) => new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}`,
    shut: () => new Promise((resolve) => { server.close(resolve); for (const socket of sockets) socket.destroy(); }),
    open: () => listen(port),
  };
}

// What axe finds against WCAG 2.2 AA, each as "rule: where, where"; nothing is what it should be.
let axeSource = '';
export async function axe(page) {
  axeSource ||= readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  return found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 4).map((n) => `${n.target.join(' ')} (${n.failureSummary?.split('\n').slice(1, 2).join('').trim()})`).join(', ')}`);
}

// Axe at a phone's and a desk's width, light and dark, and whether the page itself scrolls sideways.
export async function reach(browser, path, ready = settled) {
  const { page, context, wrongs } = await open(browser, path, { viewport: { width: 320, height: 900 } });
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await ready(page);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      wrongs.push(...(await axe(page)).map((wrong) => `${path} at ${width} px, ${colorScheme}: ${wrong}`));
    }
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (sideways > 0) wrongs.push(`${path} at ${width} px: scrolls sideways by ${sideways} px`);
  }
  await context.close();
  return wrongs;
}
