// A stakeholder's page: its cells, programmes and signature are the API's, and whoever is named leads to it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, launch, open, reach, settled, url } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());
const whole = async (page) => { await settled(page); await page.locator('.facts').waitFor(); await page.waitForFunction(() => !document.querySelector('#matter .waiting')); };

test('what an organisation must keep is what the CSV says, the silent promises folded away but there', async () => {
  const rows = await csv('/v1/organisations/example-hotel');
  const { page, context, wrongs } = await open(browser, '/organisations/example-hotel');
  await whole(page);
  assert.deepEqual((await page.$$eval('#promises [data-cell]', (all) => all.map((r) => `${r.dataset.cell} ${r.dataset.status}`))).sort(), rows.map((r) => `${r.organisation}/${r.commitment} ${r.status}`).sort());
  const [signed] = await csv('/v1/code-of-conduct?country=XAG');
  assert.equal(await page.locator('#code .report-years [data-state="missing"]').count(), signed.years_missing.split(' ').length);
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('a promise opens the evidence of the organisation itself', async () => {
  const { page, context } = await open(browser, '/organisations/example-hotel');
  await whole(page);
  await page.locator('[data-cell="example-hotel/eap-2001/b6"] a').click();
  await page.waitForURL(/why=organisation\/example-hotel\/eap-2001\/b6/);
  await page.getByRole('dialog').getByText('Staff of four hotels trained', { exact: false }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await context.close();
});

test('its programmes are all there with their reports, those that ended too', async () => {
  const rows = await csv('/v1/organisations/example-ngo/programmes');
  const { page, context } = await open(browser, '/organisations/example-ngo');
  await whole(page);
  assert.equal(await page.locator('#programmes .work-entry').count(), rows.length);
  for (const row of rows) assert.match(await page.locator('#programmes').textContent(), new RegExp(row.title));
  await context.close();
});

test('a body that ended leads to the one that carries on, and that one back', async () => {
  const { page, context } = await open(browser, '/organisations/ecpat');
  await whole(page);
  await page.locator('.facts').getByRole('link', { name: 'ECPAT International' }).click();
  await page.waitForURL(/organisations\/ecpat-international/);
  await whole(page);
  assert.match(await page.textContent('.facts'), /Before it\s*ECPAT \(the campaign/);
  assert.match(await page.textContent('.facts'), /Monitor: Regional Commitment and Action Plan/);
  await context.close();
});

test('a name in the evidence, on the map and among the signatories leads to the organisation', async () => {
  const names = new Map((await (await fetch(url + '/v1/stakeholders')).json()).stakeholders.map((s) => [s.stakeholder, s.name]));
  for (const from of ['/?region=example-archipelago&framework=eap-2001&why=XAB/eap-2001/a1', '/programmes?region=example-archipelago&as_of=2006-06-30', '/code-of-conduct', '/youth?region=example-archipelago']) {
    const { page, context } = await open(browser, from);
    const link = page.locator('a[href^="/organisations/"]').first();
    await link.waitFor();
    const id = (await link.getAttribute('href')).match(/^\/organisations\/([^?]+)/)[1];
    await link.click();
    await page.waitForURL(new RegExp(`/organisations/${id}\\b`));
    await page.locator('h1', { hasText: names.get(id) }).waitFor();
    await context.close();
  }
});

test('an organisation that is none is refused in words, with a way on', async () => {
  const { page, context } = await open(browser, '/organisations/nobody-knows');
  await page.getByRole('alert').first().waitFor();
  assert.match(await page.textContent('#matter'), /no organisation 'nobody-knows'/);
  await context.close();
});

test('the page is within reach: axe, phone and desk, light and dark', async () => {
  assert.deepEqual(await reach(browser, '/organisations/example-hotel', whole), []);
});
