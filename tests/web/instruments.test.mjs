// The treaties: counts, dates and the curve are those of the API's lists; the region's countries stand out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, launch, open, reach, settled, url } from './browser.mjs';

const whole = async (page) => { await settled(page); await page.waitForFunction(() => !document.querySelector('.part[aria-busy="true"]')); };
const place = (path, more = '') => `${path}?region=east-asia-pacific&framework=eap-2001${more}`;
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

test('the list counts parties as the CSV does, and is sorted by whichever column is asked', async () => {
  const rows = await csv('/v1/instruments');
  const { page, context, wrongs } = await open(browser, place('/instruments'));
  await settled(page);
  const shown = () => page.$$eval('tr[data-instrument]', (l) => l.map((tr) => `${tr.dataset.instrument} ${tr.dataset.parties}`));
  assert.deepEqual((await shown()).sort(), rows.map((r) => `${r.instrument} ${r.parties}`).sort());
  await page.getByRole('button', { name: 'Parties' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.waitForURL(/sort=-parties/);
  const counts = (await shown()).map((s) => Number(s.split(' ')[1]));
  assert.deepEqual(counts, [...counts].sort((a, b) => b - a));
  assert.equal(await page.locator('th[aria-sort="descending"]').innerText(), 'Parties');
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('who is bound, who has only signed and the year’s ends of the curve are the CSV’s', async () => {
  const rows = await csv('/v1/instruments/opsc');
  const { page, context, wrongs } = await open(browser, place('/instruments/opsc', '&which=party&sort-all=1'));
  await whole(page);
  assert.deepEqual((await page.$$eval('tr[data-country]', (l) => l.map((tr) => tr.dataset.country))).sort(), rows.filter((r) => r.status === 'party').map((r) => r.country).sort());
  const lead = page.locator('[data-parties][data-signatories]');
  assert.equal(await lead.getAttribute('data-parties'), String(rows.filter((r) => r.status === 'party').length));
  assert.equal(await lead.getAttribute('data-signatories'), String(rows.filter((r) => r.status === 'signatory').length));
  const years = await page.$$eval('tr[data-year]', (l) => l.map((tr) => [tr.dataset.year, Number(tr.dataset.parties)]));
  for (const [year, parties] of [years[1], years[4], years.at(-1)]) {
    const then = await csv(`/v1/instruments/opsc?as_of=${year}-12-31`);
    assert.equal(parties, then.filter((r) => r.status === 'party').length, year);
  }
  assert.match(await page.locator('.timeline svg').textContent(), /In force 18 January 2002/);
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('on 31 December 2001 it was not in force yet, with 16 parties', async () => {
  const { page, context } = await open(browser, place('/instruments/opsc', '&as_of=2001-12-31'));
  await whole(page);
  assert.match(await page.locator('.numbers').innerText(), /16 parties; 76 states have only signed/);
  assert.match(await page.locator('.numbers').innerText(), /enters into force on 18 January 2002/);
  await context.close();
});

test('the region chosen stands out, and narrows the list to its own', async () => {
  const regions = await (await fetch(url + '/v1/regions')).json();
  const members = new Set(regions.regions.find((r) => r.region === 'east-asia-pacific').countries);
  const rows = (await csv('/v1/instruments/opsc')).filter((r) => members.has(r.country) && r.status !== 'none');
  const { page, context } = await open(browser, place('/instruments/opsc', '&sort-all=1'));
  await whole(page);
  assert.deepEqual((await page.$$eval('tr.ours[data-country]', (l) => l.map((tr) => tr.dataset.country))).sort(), rows.map((r) => r.country).sort());
  await page.locator('.narrow select').nth(1).selectOption('region');
  await page.waitForFunction((n) => document.querySelectorAll('tr[data-country]').length === n, rows.length);
  await context.close();
});

test('a treaty of which nothing is recorded says so, and what would fill it', async () => {
  const { page, context } = await open(browser, place('/instruments/lanzarote'));
  await whole(page);
  assert.match(await page.locator('.numbers').innerText(), /Nothing is recorded.*not a “no”.*would fill/s);
  assert.match(await page.locator('#statements').innerText(), /No reservation/);
  await context.close();
});

test('reservations and objections are told on the treaty’s page and the country’s, withdrawn ones as withdrawn, and never as markup', async () => {
  const evil = '<img src=x onerror="window.broken=1">';
  const said = { kind: 'reservation', made_on: '2001-02-03', article: '3', summary: evil, citation: null, withdrawn_on: '2004-05-06', withdrawal: null, told_by: { actor: 'un-treaty-section', standing: 'authority' }, disputed: false, corroborated_by: [], disputed_by: [], events: ['3:1'] };
  const { page, context } = await open(browser, null);
  await page.route('**/v1/instruments/opsc/statements*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), statements: [{ country: 'THA', name: 'Thailand', ...said }, { country: 'SWE', name: 'Sweden', ...said, kind: 'objection', withdrawn_on: null, events: ['3:2'] }] } });
  });
  await page.route(/\/v1\/instruments\/opsc(\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    answer.countries.find((c) => c.country === 'THA').statements = [said];
    await route.fulfill({ response, json: answer });
  });
  await page.goto(url + place('/instruments/opsc', '&which=statements'));
  await whole(page);
  assert.deepEqual(await page.$$eval('#statements tr[data-kind]', (l) => l.map((tr) => tr.dataset.kind)), ['objection', 'reservation']);
  const text = await page.locator('#statements').innerText();
  assert.ok(text.includes(evil) && text.includes('withdrawn 6 May 2004'));
  assert.deepEqual(await page.$$eval('tr[data-country]', (l) => l.map((tr) => tr.dataset.country)), ['THA']);
  await page.goto(url + place('/countries/THA'));
  await page.locator('#treaties tr[data-instrument="opsc"]').getByText(evil).waitFor();
  assert.equal(await page.locator('main img').count(), 0);
  assert.equal(await page.evaluate(() => window.broken), undefined);
  await context.close();
});

test('the pointer reads the curve: the day, and how many were bound on it', async () => {
  const { countries } = await (await fetch(url + '/v1/instruments/opsc')).json();
  const { page, context } = await open(browser, place('/instruments/opsc'));
  await whole(page);
  await page.locator('.timeline svg').scrollIntoViewIfNeeded();
  const box = await page.locator('.timeline svg').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.locator('.reading text').first().waitFor();
  const [day, parties] = await page.locator('.reading text').allTextContents();
  const on = new Date(day + ' UTC').toISOString().slice(0, 10);
  assert.equal(Number(parties), countries.filter((c) => c.status === 'party' && c.bound_on <= on).length);
  await context.close();
});

test('axe finds nothing wrong, narrow and wide, light and dark', async () => {
  assert.deepEqual(await reach(browser, place('/instruments')), []);
  assert.deepEqual(await reach(browser, place('/instruments/opsc', '&where=region'), whole), []);
});
