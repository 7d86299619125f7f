// How the matrix can be arranged, and the map beside it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asMatrix, axe, csv, kindOf, launch, matrix, open, settled } from './browser.mjs';

const SCORECARD = '/v1/regions/example-archipelago/scorecard?framework=eap-2001';
const view = (more = '') => '/?region=example-archipelago&framework=eap-2001' + more;
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

test('grouped by due date the earliest comes first, what has no date last, and no cell is lost', async () => {
  const rows = await csv(SCORECARD);
  const { page, context } = await open(browser, view());
  await settled(page);
  await page.getByRole('button', { name: 'by due date' }).click();
  await page.waitForURL(/group=due/);
  const heads = await page.$$eval('.matrix .theme .held', (list) => list.map((h) => h.innerText.split(/\s{2,}|\n/)[0]));
  assert.match(heads[0], /^Due 31 December 2003/);
  assert.match(heads[1], /^Due 31 December 2004/);
  assert.match(heads.at(-1), /^Without a date/);
  assert.deepEqual(await matrix(page), asMatrix(rows));
  await context.close();
});

test('countries stand by name, or by how many commitments they have met', async () => {
  const rows = await csv(SCORECARD);
  const met = (code) => rows.filter((r) => r.country === code && r.status.startsWith('met')).length;
  const { page, context } = await open(browser, view('&order=met'));
  await settled(page);
  const codes = () => page.$$eval('.matrix .country .code', (list) => list.map((c) => c.textContent));
  const counts = (await codes()).map(met);
  assert.deepEqual(counts, [...counts].sort((a, b) => b - a));
  await page.getByRole('button', { name: 'by name' }).click();
  await page.waitForURL((to) => !to.searchParams.has('order'));
  const names = await page.$$eval('.matrix .country a', (list) => list.map((a) => a.title));
  assert.deepEqual(names, [...names].sort((a, b) => a.localeCompare(b, 'en')));
  await context.close();
});

test('for a hall the signs and letters are half as large again, by the address alone', async () => {
  const size = async (page) => { await settled(page); return page.$eval('.matrix .tile', (t) => [t.getBoundingClientRect().width, parseFloat(getComputedStyle(t).fontSize)]); };
  const usual = await open(browser, view()), large = await open(browser, view('&signs=large'));
  const [wide, letter] = await size(usual.page), [wider, larger] = await size(large.page);
  assert.ok(wider >= 1.5 * wide && larger >= 1.5 * letter, `${wide} ${letter} → ${wider} ${larger}`);
  await usual.context.close();
  await large.context.close();
});

test('58 countries scroll within their box, on a desk and on a phone, with the commitments in sight', async () => {
  for (const width of [320, 1440]) {
    const { page, context } = await open(browser, '/?region=escap&framework=eap-2001', { viewport: { width, height: 800 } });
    await settled(page);
    assert.equal(await page.locator('.matrix .country').count(), 58);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const held = await page.$eval('.box', (box) => { box.scrollLeft = box.scrollWidth; return box.querySelector('tbody th[scope=row]').getBoundingClientRect().left - box.getBoundingClientRect().left; });
    assert.ok(held >= 0 && held < 60, `the row's head stands at ${held}`);
    assert.ok(await page.$eval('.box', (box) => { const last = box.querySelector('.cell[data-column="57"]').getBoundingClientRect(); return last.right <= innerWidth + 1 && last.width >= 24; }));
    await context.close();
  }
});

test('a few countries fill the width that there is', async () => {
  const { page, context } = await open(browser, view());
  await settled(page);
  const [box, table] = await page.$eval('.box', (b) => [b.clientWidth, b.querySelector('table').getBoundingClientRect().width]);
  assert.ok(Math.abs(box - table) <= 2, `${table} of ${box}`);
  await context.close();
});

test('a commitment’s number leads to its page; with the map open its wording puts it there', async () => {
  const { page, context, wrongs } = await open(browser, '/?map=share');
  await settled(page);
  const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').filter((r) => /\/map-/.test(r.name)).length);
  assert.match(await page.locator('.promise .number').first().getAttribute('href'), /^\/commitments\/eap-2001\/r1\?/);
  await page.locator('.map svg').waitFor();
  assert.equal(await loaded(), 1);
  await page.locator('.to-map').nth(2).click();
  await page.waitForURL(/map=eap-2001\/r3/);
  const rows = (await csv('/v1/regions/east-asia-pacific/scorecard?framework=eap-2001')).filter((r) => r.commitment === 'eap-2001/r3');
  const wanted = rows.map((r) => `${r.country} ${kindOf(r)}`).sort();
  await page.locator('.map summary').click();
  assert.deepEqual((await page.$$eval('.map tr[data-country]', (list) => list.map((r) => `${r.dataset.country} ${r.dataset.kind}`))).sort(), wanted);
  assert.deepEqual((await page.$$eval('.map .on-map', (list) => list.map((g) => `${g.dataset.country} ${g.classList[1]}`))).sort(), wanted);
  const picture = await page.locator('.map svg').getAttribute('aria-label');
  assert.ok(picture.includes(`${rows.filter((r) => kindOf(r) === 'in_progress').length} in progress`), picture);
  await page.locator('.map .on-map').first().click();
  await page.getByRole('dialog').locator('.verdict').waitFor();
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('an invented region has no shapes: that is said, and its table stands open', async () => {
  const { page, context } = await open(browser, view('&map=eap-2001/b2'));
  await page.getByText('an invented region has no shapes').waitFor();
  assert.equal(await page.locator('.map tr[data-country]:visible').count(), 6);
  await context.close();
});

for (const lang of ['en', 'ru'])
  test(`the first view, in ${lang}, asks for its matrix before all else, and for nothing that it does not show`, async () => {
    const { page, context } = await open(browser, view(`&lang=${lang}`));
    await settled(page);
    await page.waitForSelector('.time .row');
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name, startTime, encodedBodySize }) => ({ name: new URL(name).pathname, startTime, encodedBodySize })));
    const at = (part) => asked.find((a) => a.name.includes(part))?.startTime;
    for (const later of ['/v1/countries', '/v1/frameworks', '/assets/time-']) assert.ok(!(at(later) <= at('/scorecard')), later);
    assert.deepEqual(asked.filter((a) => /\/(map|why|en|ru|later)-/.test(a.name)), []);
    const before = asked.filter((a) => a.startTime < at('/v1/countries') && !a.name.includes('icon'));
    assert.ok(before.length <= 5, JSON.stringify(before)); // the matrix, styles, script, in Russian its words, and what comes after
    assert.ok(before.reduce((sum, a) => sum + a.encodedBodySize, 0) < 50_000);
    await context.close();
  });

test('axe finds nothing wrong with the map, the large signs or other groups', async () => {
  for (const [path, width, colorScheme] of [['/?map=eap-2001/r3', 1440, 'dark'], [view('&map=share&group=due'), 320, 'light'], [view('&signs=large&known_at=2005-01-01'), 1440, 'light']]) {
    const { page, context } = await open(browser, path, { viewport: { width, height: 800 }, colorScheme });
    await settled(page);
    if (path.includes('map')) await page.locator('.map details').waitFor();
    assert.deepEqual(await axe(page), [], path);
    await context.close();
  }
});
