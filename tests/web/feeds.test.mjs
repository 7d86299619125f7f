// Activity and what falls due: lists with filters that equal the API's, their pages, feeds and calendars.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, launch, open, reach, settled, url } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());
const positions = (page) => page.$$eval('.happened .happening', (list) => list.map((li) => li.dataset.position));
const choice = (page, name) => page.locator('.sieve label').filter({ has: page.locator('.name', { hasText: new RegExp(`^${name}$`) }) }).locator('select');
const reminders = (page) => page.$$eval('tr[data-reminder]', (list) => list.map((tr) => tr.dataset.reminder));

test('activity lists what the API’s CSV does, page by page', async () => {
  const all = (await csv('/v1/activity?limit=120')).map((r) => r.position);
  const { page, context, wrongs } = await open(browser, '/activity');
  await settled(page);
  assert.deepEqual(await positions(page), all.slice(0, 50));
  await page.getByRole('link', { name: 'Older' }).click();
  await page.waitForURL(/cursor=/);
  await settled(page);
  assert.deepEqual(await positions(page), all.slice(50, 100));
  await page.getByRole('link', { name: 'Back to the newest' }).click();
  await page.waitForURL((address) => !address.search.includes('cursor'));
  await settled(page);
  assert.deepEqual(await positions(page), all.slice(0, 50));
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('the filters of activity land in the address, in the list, in the CSV and in the feed', async () => {
  const { page, context } = await open(browser, '/activity');
  await settled(page);
  await choice(page, 'Where').selectOption('example-archipelago');
  await page.waitForURL(/where=region/);
  await choice(page, 'Country').selectOption('XAB');
  await choice(page, 'Kind of act').selectOption('plan.adopted');
  await page.waitForURL(/type=plan.adopted/);
  await settled(page);
  const wanted = await csv('/v1/activity?country=XAB&type=plan.adopted');
  assert.ok(wanted.length > 0);
  await page.waitForFunction((n) => document.querySelectorAll('.happened .happening').length === n, wanted.length);
  assert.deepEqual(await positions(page), wanted.map((r) => r.position));
  const feed = await (await fetch(url + (await page.getByRole('link', { name: 'Atom feed' }).getAttribute('href')))).text();
  assert.equal(feed.match(/<entry>/g).length, wanted.length);
  const record = await page.locator('.happened a', { hasText: 'record' }).first().getAttribute('href');
  assert.equal((await (await fetch(url + record)).json()).type, 'org.rollcall.plan.adopted.v1');
  await page.getByRole('button', { name: 'Remove all filters' }).click();
  await page.waitForURL((address) => !address.search.includes('type='));
  await choice(page, 'Kind of act').selectOption('event.retracted');
  await choice(page, 'Country').selectOption('AUS');
  await page.getByText('starts the list').waitFor(); // an empty state says what would fill it
  await context.close();
});

test('what falls due equals the API’s CSV, within the days chosen', async () => {
  const address = '/v1/regions/example-archipelago/reminders';
  const { page, context, wrongs } = await open(browser, '/reminders?region=example-archipelago&order-all=1');
  await settled(page);
  assert.deepEqual((await reminders(page)).sort(), (await csv(address)).map((r) => r.id).sort());
  await page.getByRole('button', { name: '3 years' }).click();
  await page.waitForURL(/within=1095/);
  await settled(page);
  const rows = await csv(address + '?within=1095');
  assert.ok(rows.some((r) => r.state === 'due'));
  await page.locator('[data-part="due"] tr[data-reminder]').first().waitFor();
  assert.deepEqual((await reminders(page)).sort(), rows.map((r) => r.id).sort());
  assert.ok((await page.innerText('#falls-due')).includes(`${rows.filter((r) => r.state === 'overdue').length} are overdue`));
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('by office it lists what each is in charge of; a country and an office narrow it; feed and calendar follow', async () => {
  const rows = await csv('/v1/regions/example-archipelago/reminders');
  const office = rows.find((r) => r.focal_points).focal_points;
  const { page, context } = await open(browser, '/reminders?region=example-archipelago&group=office');
  await settled(page);
  const part = page.locator(`[data-part="${office}"]`);
  assert.equal(await part.locator('tr[data-reminder]').count(), rows.filter((r) => r.focal_points === office).length);
  await choice(page, 'Office in charge').selectOption(office);
  await page.waitForURL(/office=/);
  await choice(page, 'Country').selectOption('XAD');
  await page.waitForURL(/country=XAD/);
  await settled(page);
  const wanted = await csv('/v1/countries/XAD/reminders');
  await page.waitForFunction((n) => document.querySelectorAll('tr[data-reminder]').length === n, wanted.length);
  const links = await page.$$eval('.takes a', (list) => list.map((a) => a.getAttribute('href')));
  const types = [];
  for (const link of links) { const response = await fetch(url + link); assert.equal(response.status, 200, link); types.push(response.headers.get('content-type').split(';')[0]); }
  assert.deepEqual(types, ['application/atom+xml', 'text/calendar', 'text/csv']);
  await page.locator('tr[data-reminder] th a').first().click();
  await page.getByRole('dialog').waitFor();
  await context.close();
});

test('axe finds nothing in activity and reminders, and nothing scrolls sideways', async () => {
  assert.deepEqual(await reach(browser, '/activity?country=XAB'), []);
  assert.deepEqual(await reach(browser, '/reminders?region=example-archipelago'), []);
});
