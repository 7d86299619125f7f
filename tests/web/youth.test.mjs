// Young people: both views of each promise, the ladder of participation, the committees, as the API tells them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, launch, open, reach, settled, url } from './browser.mjs';

const VIEW = '/v1/regions/example-archipelago/youth-view';
const view = (more = '') => '/youth?region=example-archipelago&framework=eap-2001' + more;
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());
const whole = async (page) => { await settled(page); await page.locator('[data-process]').first().waitFor(); await page.locator('[data-committee]').first().waitFor(); };

test('the tally of agreement is the CSV’s, and every cell where young people speak stands in its list', async () => {
  const rows = await csv(VIEW + '?framework=eap-2001');
  const { page, context, wrongs } = await open(browser, view());
  await settled(page);
  const tally = await page.$$eval('.tally li', (all) => Object.fromEntries(all.map((li) => [li.dataset.agreement, Number(li.querySelector('.number').textContent.replaceAll(',', ''))])));
  for (const [agreement, n] of Object.entries(tally)) assert.equal(n, rows.filter((r) => r.agreement === agreement).length, agreement);
  for (const agreement of ['differs', 'government_silent', 'same'])
    assert.deepEqual((await page.$$eval(`.views[data-agreement="${agreement}"] [data-cell]`, (all) => all.map((r) => r.dataset.cell))).sort(), rows.filter((r) => r.agreement === agreement).map((r) => `${r.country}/${r.commitment}`).sort());
  assert.equal(await page.locator('.views[data-agreement="youth_silent"]').count(), 0);
  await page.locator('.tally [data-agreement="youth_silent"] a').click();
  await page.waitForURL(/show=youth_silent/);
  assert.equal(await page.locator('.views[data-agreement="youth_silent"] [data-cell]').count(), tally.youth_silent);
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('where the two differ stands first, with the young people’s own words as text', async () => {
  const answer = await (await fetch(`${url}${VIEW}?framework=eap-2001`)).json();
  const cell = answer.views.find((v) => v.commitment === 'eap-2001/a1' && v.country === 'XAB');
  cell.agreement = 'differs';
  cell.youth_claims = [{ ...cell.youth_claims[0], says: 'disputes', statement: 'It met <i>once</i>.' }];
  const { page, context } = await open(browser, null);
  await page.route('**/v1/regions/example-archipelago/youth-view*', (route) => route.fulfill({ json: answer }));
  await page.goto(url + view());
  await settled(page);
  const first = page.locator('.views').first();
  assert.equal(await first.getAttribute('data-agreement'), 'differs');
  assert.match(await first.textContent(), /A1.*Met.*Disputed:.*It met <i>once<\/i>\./s);
  await first.getByRole('link', { name: /independent committees/ }).click();
  await page.waitForURL(/why=XAB\/eap-2001\/a1/);
  await page.getByRole('dialog').getByText('A1', { exact: true }).first().waitFor();
  await context.close();
});

test('every report of a process stands on the rung that the CSV gives it', async () => {
  const rows = (await csv('/v1/regions/example-archipelago/participation')).filter((r) => r.process);
  const { page, context } = await open(browser, view());
  await whole(page);
  assert.deepEqual((await page.$$eval('.telling', (all) => all.map((t) => `${t.closest('[data-process]').dataset.process} ${t.dataset.rung}`))).sort(), rows.map((r) => `${r.process} ${r.rung_number}`).sort());
  const low = rows.find((r) => r.participation === 'no');
  assert.match(await page.locator(`[data-process="${low.process}"]`).textContent(), /no participation/);
  await context.close();
});

test('the committees are the CSV’s, live and ended', async () => {
  const rows = (await csv('/v1/regions/example-archipelago/youth-committees?state=all')).filter((r) => r.committee);
  const { page, context } = await open(browser, view());
  await whole(page);
  assert.deepEqual((await page.$$eval('[data-committee]', (all) => all.map((r) => `${r.dataset.committee} ${r.dataset.state}`))).sort(), rows.map((r) => `${r.committee} ${r.state}`).sort());
  await context.close();
});

test('young people’s page is within reach: axe, phone and desk, light and dark', async () => {
  assert.deepEqual(await reach(browser, view(), whole), []);
});
