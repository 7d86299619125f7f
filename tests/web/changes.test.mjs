// What changed since a meeting, a day or a position: each cell with both signs, as the API has them, and the cause.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, kindOf, launch, open, reach, settled, url } from './browser.mjs';

const REGION = '/v1/regions/example-archipelago/changes?framework=eap-2001';
const view = (more = '') => '/changes?region=example-archipelago&framework=eap-2001' + more;
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());
const json = async (path) => (await fetch(url + path)).json();
const shown = (page) => page.$$eval('tr[data-cell]', (list) => list.map((tr) => `${tr.dataset.cell} ${tr.dataset.from} ${tr.dataset.to}`).sort());
const changed = ({ changes }) => changes.map((c) => `${c.country}/${c.commitment} ${c.before.status} ${c.after.status}`).sort();
const told = (page) => page.waitForSelector('.changes h2');
const signOf = (cell) => kindOf({ status: cell.status, events: cell.events.length });

test('unless asked otherwise it compares with the end of the region’s last meeting, and shows what the API says', async () => {
  const { meetings } = await json('/v1/meetings?region=example-archipelago');
  const today = new Date().toISOString().slice(0, 10);
  const last = meetings.filter((m) => m.ends_on?.length === 10 && m.ends_on < today).sort((a, b) => a.ends_on.localeCompare(b.ends_on)).pop();
  const wanted = await json(REGION + '&since=' + last.ends_on);
  const { page, context, wrongs } = await open(browser, view());
  await told(page);
  assert.equal(await page.locator('.meetings-of [aria-pressed="true"]').innerText().then((t) => t.includes(last.title)), true);
  const signs = wanted.changes.filter((c) => signOf(c.before) !== signOf(c.after));
  assert.ok(signs.length > 0);
  assert.deepEqual(await shown(page), changed({ changes: signs }));
  await page.getByRole('button', { name: /and changed evidence/ }).click();
  await page.waitForURL(/all=1/);
  assert.deepEqual(await shown(page), changed(wanted));
  const rows = await csv(REGION + '&since=' + last.ends_on);
  assert.deepEqual((await shown(page)).map((t) => t.replace(/ \S+ /, ' ')), rows.map((r) => `${r.country}/${r.commitment} ${r.status}`).sort());
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('the table of signs adds up to the changes listed, and to nothing else', async () => {
  const { page, context } = await open(browser, view('&since=2003-11-05&as_of=2006-11-08'));
  await told(page);
  const cells = await page.$$eval('.moves td[data-from]', (list) => list.map((td) => Number(td.textContent.replace(/\D/g, '') || 0)));
  assert.equal(cells.reduce((a, b) => a + b, 0), await page.locator('tr[data-cell]').count());
  assert.match(await page.innerText('.changes > .fine'), /5 November 2003 beside how it stood on 8 November 2006/);
  await context.close();
});

test('a meeting, a day, what the ledger knew, and a position are each a click away, and stay in the address', async () => {
  const { page, context, wrongs } = await open(browser, view());
  await told(page);
  await page.getByRole('button', { name: /^Archipelago Monitoring Meeting/ }).click();
  await page.waitForURL(/since=2003-11-05/);
  await settled(page);
  await page.getByLabel('A day', { exact: true }).fill('2004-12-31');
  await page.waitForURL(/since=2004-12-31/);
  await page.getByLabel(/what the ledger knows/).check();
  await page.waitForURL(/by=ledger/);
  await settled(page);
  await page.locator('.changes > .fine', { hasText: 'had learned by' }).waitFor();
  const known = await json(REGION + '&since=2004-12-31T23:59:59Z');
  assert.deepEqual(await shown(page), changed({ changes: known.changes.filter((c) => signOf(c.before) !== signOf(c.after)) }));
  const field = page.getByLabel('A position in the ledger');
  await field.fill('three');
  await field.press('Enter');
  await page.getByRole('alert').getByText('lanes and numbers').waitFor();
  const registry = (await fetch(url + '/v1/countries')).headers.get('rollcall-position').match(/^0:\d+/)[0];
  await field.fill(registry + ',4:20');
  await field.press('Enter');
  await page.waitForURL(/since=0:\d+,4:20/);
  await page.locator('.changes > .fine', { hasText: 'at that position' }).waitFor();
  await settled(page);
  const held = await json(`${REGION}&since=${registry},4:20`);
  assert.deepEqual(await shown(page), changed({ changes: held.changes.filter((c) => signOf(c.before) !== signOf(c.after)) }));
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('a change names the event that caused it, and leads to its record and to all of the evidence', async () => {
  const since = '&since=2006-11-08';
  const { changes } = await json(REGION + since);
  const caused = changes.find((c) => signOf(c.before) !== signOf(c.after) && c.after.events.some((e) => !c.before.events.includes(e)));
  const position = caused.after.events.find((e) => !caused.before.events.includes(e));
  const { page, context, wrongs } = await open(browser, view(since));
  const row = page.locator(`tr[data-cell="${caused.country}/${caused.commitment}"]`);
  await row.locator('.causes a').first().waitFor();
  assert.ok((await row.innerText()).includes(`record ${position}`));
  const record = await fetch(new URL(await row.locator('.causes a').first().getAttribute('href'), url));
  assert.equal((await record.json()).subject, `country/${caused.country}`);
  await row.locator('th a').click();
  await page.getByRole('dialog').locator('.events').waitFor();
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('grouped by commitment it lists the same; nothing changed says what would', async () => {
  const { page, context } = await open(browser, view('&since=2006-11-08'));
  await told(page);
  const before = await shown(page);
  await page.getByRole('group', { name: 'Grouped by' }).getByRole('button', { name: 'commitment' }).click();
  await page.waitForURL(/group=commitment/);
  assert.deepEqual(await shown(page), before);
  assert.match(await page.locator('.group').first().getAttribute('data-group'), /^eap-2001\//);
  await page.goto(url + view('&since=2026-11-01&as_of=2026-11-01'));
  await page.getByText('would show here').waitFor();
  assert.equal(await page.locator('tr[data-cell]').count(), 0);
  await context.close();
});

test('thousands of changes are counted whole and drawn some at a time', async () => {
  const { changes } = await json('/v1/regions/europe-central-asia/changes?framework=eca-2008&since=2008-09-18');
  assert.ok(changes.length > 1000);
  const { page, context, wrongs } = await open(browser, '/changes?region=europe-central-asia&framework=eca-2008&since=2008-09-18');
  await told(page);
  assert.ok((await page.innerText('.changes h2')).startsWith(changes.filter((c) => signOf(c.before) !== signOf(c.after)).length.toLocaleString('en')));
  const drawn = await page.locator('tr[data-cell]').count();
  assert.ok(drawn > 0 && drawn <= 200, String(drawn));
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.waitForFunction((n) => document.querySelectorAll('tr[data-cell]').length === 2 * n, drawn);
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('the feed and the CSV that it links to are there', async () => {
  const { page, context } = await open(browser, view('&since=2006-11-08'));
  await told(page);
  const links = await page.$$eval('.changes > .fine a', (list) => list.map((a) => a.getAttribute('href')));
  assert.equal(links.length, 2);
  const types = [];
  for (const link of links) { const response = await fetch(url + link); assert.equal(response.status, 200, link); types.push(response.headers.get('content-type').split(';')[0]); }
  assert.deepEqual(types, ['text/csv', 'application/atom+xml']);
  await context.close();
});

test('axe finds nothing, and nothing scrolls sideways but the table of signs', async () => {
  assert.deepEqual(await reach(browser, view('&since=2006-11-08')), []);
});
