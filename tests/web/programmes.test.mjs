// The programme map of gaps: its fields, counts and lists are the API's.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, launch, open, reach, settled, url } from './browser.mjs';

const REGION = '/v1/regions/example-archipelago/programmes';
const THEN = 'as_of=2006-06-30';
const view = (more = '') => `/programmes?region=example-archipelago&${THEN}${more}`;
const fields = (page) => page.$$eval('[data-field]', (all) => all.map((f) => `${f.dataset.field} ${f.dataset.live}`).sort());
const asFields = (rows) => rows.filter((r) => r.country).map((r) => `${r.country}/${r.activity} ${r.live}`).sort();
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

test('every field of the map holds as many live programmes as the CSV says, and the lead counts the empty ones', async () => {
  const rows = await csv(`${REGION}?${THEN}`);
  const { page, context, wrongs } = await open(browser, view());
  await settled(page);
  assert.deepEqual(await fields(page), asFields(rows));
  const empty = rows.filter((r) => r.country && r.empty === 'yes').length;
  assert.match(await page.textContent('.lead.big'), new RegExp(`\\b${empty} are empty`));
  assert.equal(await page.locator('.cell.gap').count(), empty);
  for (const country of ['XAB', 'XAF'])
    assert.equal(await page.locator(`[data-country="${country}"] td`).nth(1).textContent(), `${rows.filter((r) => r.country === country && r.empty === 'yes').length} of 23`, country);
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('on a phone the same fields are a list, which opens and reads', async () => {
  const rows = await csv(`${REGION}?${THEN}`);
  const { page, context } = await open(browser, view(), { viewport: { width: 320, height: 700 } });
  await settled(page);
  assert.equal(await page.locator('table.gaps').count(), 0);
  assert.deepEqual(await fields(page), asFields(rows));
  await page.locator('.gap-list [data-live="1"]').first().click();
  await page.getByRole('dialog').getByText('Since').first().waitFor();
  await context.close();
});

test('a field opens by keyboard who does the work and by whose word, and gives the focus back', async () => {
  const { programmes } = await (await fetch(`${url}${REGION}?${THEN}`)).json();
  const programme = programmes.find((p) => !p.region_wide);
  const field = `${programme.countries[0]}/${programme.activities[0]}`;
  const { page, context } = await open(browser, view());
  await settled(page);
  await page.locator(`[data-field="${field}"]`).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog');
  const entry = panel.locator('.work-entry', { hasText: programme.title });
  await entry.waitFor();
  assert.match(await entry.textContent(), new RegExp(`Since .*Told by .*Record ${programme.events[0]}`, 's'));
  const record = await fetch(new URL(await entry.getByRole('link', { name: `Record ${programme.events[0]}` }).getAttribute('href'), url));
  assert.equal(record.status, 200);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.field), field);
  await context.close();
});

test('a gap says what would fill it, and who worked there before', async () => {
  const gap = (await csv(REGION)).find((r) => r.country && r.empty === 'yes');
  const answer = await (await fetch(`${url}/v1/organisations/example-ngo/programmes`)).json();
  answer.programmes = answer.programmes.filter((p) => p.state === 'run_out').map((p) => ({ ...p, countries: [gap.country], activities: [gap.activity] }));
  const { page, context } = await open(browser, null);
  await page.route('**/v1/countries/*/programmes*', (route) => route.fulfill({ json: answer }));
  await page.goto(`${url}/programmes?region=example-archipelago&field=${gap.country}/${gap.activity}`);
  const panel = page.getByRole('dialog');
  await panel.locator('.verdict').waitFor();
  assert.match(await panel.locator('.verdict').textContent(), /nobody has told .* would fill it/s);
  assert.match(await panel.textContent(), new RegExp(`Earlier here.*${answer.programmes[0].title}.*nobody told of its end`, 's'));
  await context.close();
});

test('the choice of an area and of an organisation stands in the address and turns the map', async () => {
  const rows = await csv(`${REGION}?${THEN}&area=law_and_enforcement`);
  const { page, context } = await open(browser, view());
  await settled(page);
  await page.getByLabel('Area of work').selectOption('law_and_enforcement');
  await page.waitForURL(/area=law_and_enforcement/);
  await page.waitForFunction((n) => document.querySelectorAll('[data-field]').length === n, asFields(rows).length);
  assert.deepEqual(await fields(page), asFields(rows));
  await page.goto(new URL(view('&by=example-ngo'), page.url()).href);
  await settled(page);
  const theirs = (await csv('/v1/organisations/example-ngo/programmes?' + THEN)).filter((r) => r.state === 'live');
  assert.deepEqual((await page.$$eval('[data-programme]', (all) => all.map((r) => r.dataset.programme))).sort(), theirs.map((r) => r.programme).sort());
  const theirFields = new Set(theirs.flatMap((r) => r.activities.split(' ').flatMap((a) => r.countries.split(' ').map((c) => `${c}/${a}`))));
  assert.equal(await page.locator('.cell.work').count(), theirFields.size);
  await context.close();
});

test('the map is within reach: axe, phone and desk, light and dark', async () => {
  assert.deepEqual(await reach(browser, view()), []);
  assert.deepEqual(await reach(browser, view('&field=XAB/rescue'), (page) => page.getByRole('dialog').locator('.verdict').waitFor()), []);
});
