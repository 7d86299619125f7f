// Figures: every cell as told, tellers side by side, what is withheld as withheld, and the picture with its gaps.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, launch, open, reach, settled, url } from './browser.mjs';

const ABOUT = '/v1/regions/example-archipelago/indicators';
const view = (more = '') => '/indicators?region=example-archipelago&indicator=children-assisted' + more;
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const told = (page) => page.$$eval('[data-period]', (rows) => rows.flatMap((r) => [...r.querySelectorAll('[data-teller]')].map((f) => `${r.dataset.place} ${r.dataset.period} ${r.dataset.by} ${f.dataset.teller} ${f.dataset.value}`)).sort());
const asTold = (rows) => rows.filter((r) => r.teller).map((r) => `${r.REF_AREA} ${r.TIME_PERIOD} ${r.SEX && r.SEX !== '_T' ? `sex=${{ F: 'female', M: 'male' }[r.SEX] ?? r.SEX}` : ''} ${r.teller} ${r.OBS_VALUE}`).sort();

test('every value of the CSV stands in the table with its teller, and none more', async () => {
  const rows = await csv(ABOUT + '?indicator=children-assisted');
  assert.ok(rows.some((r) => r.teller && r.OBS_VALUE === ''), 'the sample withholds something');
  const { page, context, wrongs } = await open(browser, view());
  await settled(page);
  assert.deepEqual(await told(page), asTold(rows));
  assert.equal(await page.locator('.held-back').count(), rows.filter((r) => r.teller && r.OBS_VALUE === '').length);
  assert.match(await page.textContent('#matter'), /counts one to four people is withheld/);
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('two tellers of one cell stand in one row, each with its value, and nothing between them', async () => {
  const { page, context } = await open(browser, view());
  await settled(page);
  const row = page.locator('[data-place="XAB"][data-period="2005"][data-by=""]');
  assert.deepEqual(await row.locator('.value').allTextContents(), ['41', '61']);
  assert.doesNotMatch(await row.textContent(), /\b51\b/); // their mean
  await context.close();
});

test('the picture joins only what follows on: a withheld year is a gap and says so', async () => {
  const { page, context } = await open(browser, view('&by=sex&country=XAB'));
  await settled(page);
  assert.equal(await page.locator('.series .line').evaluateAll((lines) => lines.filter((l) => l.getAttribute('d').includes('L')).length), 0);
  assert.deepEqual(await page.locator('.multiple .withheld text').allTextContents(), ['withheld']);
  assert.match(await page.locator('.multiple svg').getAttribute('aria-label'), /Example Lagoon.*31 in 2004, withheld in 2005,? and 44 in 2006/);
  await page.getByLabel('Broken down by').selectOption('total');
  await page.waitForURL(/by=total/);
  await page.waitForFunction(() => [...document.querySelectorAll('.series .line')].some((l) => l.getAttribute('d').split('L').length === 3));
  await context.close();
});

test('where nobody tells the figure the page says so, and where it is told', async () => {
  const { page, context } = await open(browser, '/indicators?region=mekong-sub-region&indicator=children-assisted');
  await settled(page);
  assert.match(await page.textContent('#matter'), /Nobody tells this figure here.*It is told of/s);
  await page.locator('#matter').getByRole('link', { name: /Example Lagoon/ }).click();
  await page.locator('[data-period]').first().waitFor();
  assert.deepEqual(await told(page), asTold(await csv('/v1/countries/XAB/indicators?indicator=children-assisted')));
  await context.close();
});

test('many countries are drawn to one scale, each by itself', async () => {
  const answer = await (await fetch(`${url}${ABOUT}?indicator=children-assisted`)).json();
  const codes = ['XAB', 'XAC', 'XAD', 'XAE', 'XAF', 'XAG'];
  answer.observations = codes.flatMap((country, i) => answer.observations.filter((o) => Object.keys(o.by).length === 0).map((o) => ({ ...o, country, value: (o.value ?? 0) * (i + 1) })));
  answer.untold = [];
  const { page, context } = await open(browser, null);
  await page.route('**/v1/regions/example-archipelago/indicators*', (route) => route.fulfill({ json: answer }));
  await page.goto(url + view());
  await settled(page);
  assert.equal(await page.locator('.multiple').count(), codes.length);
  const scales = await page.$$eval('.multiple .axis', (all) => all.map((a) => [...a.querySelectorAll('text[text-anchor="end"]')].map((t) => t.textContent).join(' ')));
  assert.equal(new Set(scales).size, 1);
  await context.close();
});

test('figures are within reach: axe, phone and desk, light and dark', async () => {
  assert.deepEqual(await reach(browser, view()), []);
});
