// With JavaScript off: the page's addresses lead by themselves to pages of the read API that say the same.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, csv, kindOf, launch, open, url } from './browser.mjs';

const off = { javaScriptEnabled: false };
const scorecard = '/v1/regions/example-archipelago/scorecard?framework=eap-2001&format=html';
const pack = '/v1/meetings/example-2006/pack';
const cell = '/v1/countries/XAB/commitments/eap-2001/b2?format=html';
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

// Opens the page's own address and waits until the browser was led on.
async function led(path, to) {
  const opened = await open(browser, path, off);
  await opened.page.waitForURL((address) => address.pathname === to);
  return opened;
}

test('without JavaScript a region’s address leads to its matrix, which shows what its CSV has', async () => {
  const { page, context, wrongs } = await led('/?region=example-archipelago&framework=eap-2001&as_of=2004-12-31', '/v1/regions/example-archipelago/scorecard');
  assert.match(await page.innerText('.clock'), /As it stood on 31 December 2004, by what the ledger had learned by \d+ \w+ \d{4}, \d\d:\d\d UTC/);
  const rows = await csv('/v1/regions/example-archipelago/scorecard?framework=eap-2001&as_of=2004-12-31');
  const shown = await page.$$eval('.matrix td a', (links) => links.map((a) => {
    const [, country, commitment] = /countries\/(\w+)\/commitments\/(.+)\?/.exec(a.getAttribute('href'));
    return `${country}/${commitment} ${a.querySelector('.tile').classList[1]}`;
  }));
  assert.deepEqual(shown.sort(), rows.map((r) => `${r.country}/${r.commitment} ${kindOf(r)}`).sort());
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('without JavaScript a reader gets from the matrix to a country, from there to a cell, and back to another day', async () => {
  const { page, context, wrongs } = await led('/?region=example-archipelago', '/v1/regions/example-archipelago/scorecard');
  await page.locator('.country a').first().click();
  assert.match(new URL(page.url()).pathname, /^\/v1\/countries\/X\w\w$/);
  assert.ok((await page.locator('table.list tbody tr').count()) > 10);
  await page.locator('.behind a', { hasText: 'event' }).first().click();
  assert.match(new URL(page.url()).pathname, /^\/v1\/countries\/X\w\w\/commitments\//);
  assert.ok((await page.locator('.events li').count()) > 0);
  await page.goBack();
  await page.goBack();
  await page.fill('input[name="as_of"]', '2003-06-30');
  await page.selectOption('select[name="region"]', 'east-asia-pacific');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL((address) => address.pathname === '/v1/regions/east-asia-pacific/scorecard');
  assert.match(await page.innerText('.clock'), /30 June 2003/);
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('without JavaScript a country’s address, a cell’s and a meeting’s lead to what they show, with their clocks', async () => {
  for (const [path, to, said] of [
    ['/countries/XAB?as_of=2004&known_at=2026-01-01', '/v1/countries/XAB', /31 December 2004/],
    ['/?why=XAB/eap-2001/b2', '/v1/countries/XAB/commitments/eap-2001/b2', /B2/],
    ['/plans?region=example-archipelago', '/v1/regions/example-archipelago/plans', /Plans[\s\S]*National Plan for Children/],
    ['/desk', '/v1/regions', /Regions with a plan of their own/],
  ]) {
    const { page, context } = await led(path, to);
    assert.match(await page.innerText('main'), said, path);
    await context.close();
  }
});

test('without JavaScript a meeting’s pack is a page that reads by itself', async () => {
  const { page, context } = await open(browser, '/v1/regions/east-asia-pacific/scorecard?framework=eap-2001&format=html', off);
  await page.locator('.packs a').first().click();
  await page.waitForURL(/\/v1\/meetings\/[\w-]+\/pack/);
  assert.match(await page.innerText('body'), /Meeting pack[\s\S]*As it stood on/);
  const policy = (await fetch(page.url())).headers.get('content-security-policy');
  assert.match(policy, /style-src 'sha256-/);
  assert.doesNotMatch(policy, /unsafe/);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.bar')).borderSpacing), '1px 0px'); // its style holds under that policy
  await context.close();
});

test('without JavaScript a wrong date and an address that there is nothing at are told in a page', async () => {
  for (const [path, code, said] of [['/v1/countries/XAB?as_of=yesterday&format=html', 400, /can’t be shown[\s\S]*as_of/], ['/nothing/here', 404, /nothing at this address/]]) {
    const { page, context } = await open(browser, null, off);
    assert.equal((await page.goto(url + path)).status(), code);
    assert.match(await page.innerText('main'), said);
    await context.close();
  }
});

for (const [width, colorScheme] of [[320, 'light'], [1440, 'dark']])
  test(`axe finds nothing wrong on a page without a script, and none scrolls sideways: ${width} pixels, ${colorScheme}`, async () => {
    for (const path of [width > 1000 ? scorecard + '&lang=ar' : scorecard, '/v1/regions?format=html', '/v1/countries/XAB?format=html', cell, '/v1/regions/example-archipelago/plans?format=html', pack]) {
      const { page, context, wrongs } = await open(browser, path, { viewport: { width, height: 800 }, colorScheme });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
      assert.deepEqual(await axe(page), [], `${path} ${colorScheme} ${width}`);
      assert.deepEqual(wrongs, []);
      await context.close();
    }
  });
