// How the page is delivered and what it needs: its policy, its caching, small screens. Without any script: plain.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, launch, open, settled, url } from './browser.mjs';

const view = '/?region=east-asia-pacific&framework=eap-2001';
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

test('the policy allows nothing inline and nothing from elsewhere; files named by content are kept for ever', async () => {
  const page = await fetch(url + '/');
  const policy = page.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  const html = await page.text();
  assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?:\/\//);
  const assets = [...html.matchAll(/\/assets\/[\w.-]+/g)].map((m) => m[0]);
  assert.ok(assets.length >= 4); // the styles, the icon and the first script
  for (const asset of assets) {
    const response = await fetch(url + asset);
    assert.equal(response.status, 200, asset);
    assert.match(response.headers.get('cache-control') ?? '', /immutable/, asset);
  }
  const again = await fetch(url + '/', { headers: { 'If-None-Match': page.headers.get('etag') ?? '' } });
  assert.equal(again.status, 304);
  assert.equal((await fetch(url + '/assets/none.js')).status, 404);
});

test('what the document has the browser ask for is what its script asks first, to the byte, and is fetched once', async () => {
  for (const path of [
    '/', '/?lang=ar', view, '/?region=escap&known_at=0:57,1:20&as_of=2004-12-31&framework=eap-2001&group=due&lang=fr', '/?region=&as_of=2004&why=THA/eap-2001/b2&known_at=2026-11-22T08:15:30.123Z',
    '/countries/THA', '/countries/THA?region=asean&as_of=2010-06-30&known_at=2026-01-01', '/?region=example-archipelago&framework=a+b', '/?as_of=2004%2F05', '/countries/TH%20A',
  ]) {
    const { page, context, wrongs } = await open(browser, null);
    await page.addInitScript(() => { const { setTimeout } = window; window.setTimeout = (then, wait, ...more) => (wait >= 10_000 ? 0 : setTimeout(then, wait, ...more)); }); // nothing is asked again
    const asked = [];
    page.on('request', (request) => { const { pathname, search } = new URL(request.url()); if (/scorecard|^\/v1\/countries\/./.test(pathname)) asked.push(pathname + search); });
    await page.goto(url + path);
    await page.waitForSelector('#matter:not([aria-busy="true"])');
    const named = await page.$$eval('link[rel="preload"]', (links) => links.map((link) => link.getAttribute('href')));
    assert.equal(named.length, /\+|%/.test(path) ? 0 : 1, path);
    if (named.length > 0) assert.equal(asked[0], named[0], path);
    assert.equal(asked.filter((question) => question === asked[0]).length, 1, path);
    assert.deepEqual(wrongs, []);
    await context.close();
  }
});

test('the clocks come after the first frame, into room that was kept for them', async () => {
  const { page, context, wrongs } = await open(browser, null);
  for (const width of [900, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    let release;
    const held = new Promise((done) => { release = done; });
    await page.route(/assets\/time-/, async (route) => { await held; await route.continue(); });
    await page.goto(url + view);
    await settled(page);
    await page.locator('.notice').waitFor();
    await page.locator('.deck', { hasText: 'Bangkok' }).waitFor(); // the names are there
    const top = () => page.$eval('#matter', (matter) => matter.getBoundingClientRect().top);
    const before = await top();
    release();
    await page.waitForSelector('.time .marked button');
    await page.waitForFunction(() => document.querySelectorAll('.track').length === 2);
    assert.equal(await top(), before, `${width} pixels`);
    await page.unroute(/assets\/time-/);
  }
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('on a phone and in a hall the clocks are folded away, and fetched when they are opened', async () => {
  for (const [width, path] of [[390, view], [1440, view + '&signs=large']]) {
    const { page, context, wrongs } = await open(browser, path, { viewport: { width, height: 800 } });
    await settled(page);
    assert.equal(await page.locator('.time').count(), 0, path);
    assert.deepEqual(await page.evaluate(() => performance.getEntriesByType('resource').map((r) => r.name).filter((name) => name.includes('/time-'))), []);
    await page.locator('.clocks summary').click();
    await page.waitForSelector('.time .row');
    await page.goto(url + path + '&as_of=2005-01-01'); // whoever chose a day has them open
    await page.waitForSelector('.clocks .time .row');
    assert.deepEqual(wrongs, []);
    await context.close();
  }
});

for (const [width, colorScheme] of [[320, 'light'], [390, 'dark'], [1024, 'light'], [1440, 'dark']])
  test(`at ${width} pixels, ${colorScheme}, only the matrix scrolls sideways`, async () => {
    for (const path of [view, '/countries/XAB', view + '&why=AUS/eap-2001/r3']) {
      const { page, context, wrongs } = await open(browser, path, { viewport: { width, height: 800 }, colorScheme });
      await settled(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
      assert.deepEqual(wrongs, []);
      await context.close();
    }
  });

test('axe finds nothing wrong on any page, light and dark, wide and narrow', async () => {
  for (const colorScheme of ['light', 'dark'])
    for (const width of [320, 1440])
      for (const path of ['/?region=example-archipelago', '/countries/XAB', '/?region=example-archipelago&why=XAB/eap-2001/b2', '/?region=nowhere']) {
        const { page, context } = await open(browser, path, { viewport: { width, height: 800 }, colorScheme });
        await page.waitForSelector(path.includes('why') ? '.verdict' : path.includes('nowhere') ? '.state button' : '.answer:not(.earlier)');
        assert.deepEqual(await axe(page), [], `${path} ${colorScheme} ${width}`);
        await context.close();
      }
});

test('one tab stop leads into the matrix, and every sign has its words', async () => {
  const { page, context } = await open(browser, view);
  await settled(page);
  assert.equal(await page.locator('.cell[tabindex="0"]').count(), 1);
  const labels = await page.$$eval('.cell', (cells) => cells.map((c) => c.getAttribute('aria-label')));
  assert.ok(labels.every((label) => /^.+, [A-Z]\d+: .+/.test(label)));
  assert.equal(await page.locator('input:not([aria-label]), main img:not([alt])').count(), 0);
  await context.close();
});

test('what can’t be shown is told in the server’s words, with a way back', async () => {
  const { page, context } = await open(browser, '/?region=nowhere');
  await page.getByRole('alert').getByText('nowhere').waitFor();
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await settled(page);
  await context.close();
});
