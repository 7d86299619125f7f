// Focal points, rapporteurs, youth committees and plans of a region: each as the API tells it, and who has none.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, launch, open, reach, settled, url } from './browser.mjs';

const whole = async (page) => { await settled(page); await page.waitForFunction(() => !document.querySelector('.part[aria-busy="true"]')); };
const place = (path, more = '', region = 'example-archipelago') => `${path}?region=${region}&framework=eap-2001${more}`;
const told = async (path) => (await fetch(url + path)).json();
const LISTS = { 'focal-points': 'focal_points', rapporteurs: 'rapporteurs', 'youth-committees': 'youth_committees' };
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const more of ['', '&show=all'])
  test(`mandates are those of the API, and vacancies are named${more ? '; those of earlier days too when asked' : ''}`, async () => {
    const { page, context, wrongs } = await open(browser, place('/focal-points', more));
    await whole(page);
    for (const [part, list] of Object.entries(LISTS)) {
      const answer = await told(`/v1/regions/example-archipelago/${part}${more && '?state=all'}`);
      const expected = answer.countries.flatMap((c) => c[list].map((m) => `${c.country} ${m.state}`));
      assert.deepEqual((await page.$$eval(`#${part} tr[data-state]`, (l) => l.map((tr) => `${tr.dataset.country} ${tr.dataset.state}`))).sort(), expected.sort(), part);
      const vacant = answer.countries.filter((c) => c.counts.live === 0).map((c) => c.country);
      const named = await page.$$eval(`#${part} .without a`, (l) => l.map((a) => a.pathname.split('/').pop()));
      assert.deepEqual(named.sort(), vacant.sort(), part);
    }
    assert.deepEqual(wrongs, []);
    await context.close();
  });

test('the focal points shown are as many as the CSV has', async () => {
  const rows = (await csv('/v1/regions/example-archipelago/focal-points')).filter((r) => r.state === 'live');
  const { page, context } = await open(browser, place('/focal-points'));
  await whole(page);
  assert.equal(await page.locator('#focal-points tr[data-state="live"]').count(), rows.length);
  await context.close();
});

test('a vacancy says since when, and the plans’ picture has a bar a plan', async () => {
  const { page, context } = await open(browser, place('/focal-points'));
  await whole(page);
  const gone = (await told('/v1/countries/XAF/focal-points')).focal_points[0];
  assert.equal(gone.ended_on, '2013-01-31');
  await page.locator('#focal-points .without').getByText('vacant since 31 January 2013').waitFor();
  await page.goto(url + place('/plans'));
  await whole(page);
  const all = await told('/v1/regions/example-archipelago/plans?state=all');
  await page.locator('.spans .span').first().waitFor();
  assert.equal(await page.locator('.spans .span').count(), all.countries.reduce((n, c) => n + c.plans.length, 0));
  await context.close();
});

test('no contact is ever on the page', async () => {
  const { page, context } = await open(browser, null);
  await page.route('**/v1/regions/*/focal-points*', async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    for (const c of answer.countries) for (const f of c.focal_points) Object.assign(f, { contact_held: true, contact: { email: 'somebody@example.org' } });
    await route.fulfill({ response, json: answer });
  });
  await page.goto(url + place('/focal-points'));
  await whole(page);
  assert.match(await page.locator('#focal-points').innerText(), /a contact is held/);
  assert.doesNotMatch(await page.content(), /somebody@example/);
  await context.close();
});

for (const [state, covers] of [['live', ''], ['all', ''], ['run_out', 'eap-2001']])
  test(`plans, ${state}${covers && ' that cover ' + covers}: each with its state, and the countries without one`, async () => {
    const answer = await told(`/v1/regions/example-archipelago/plans?state=${state}${covers && '&framework=' + covers}`);
    const { page, context, wrongs } = await open(browser, place('/plans', `&state=${state}${covers && '&covers=' + covers}`));
    await whole(page);
    assert.deepEqual((await page.$$eval('tr[data-plan]', (l) => l.map((tr) => `${tr.dataset.country} ${tr.dataset.plan} ${tr.dataset.state}`))).sort(), answer.countries.flatMap((c) => c.plans.map((p) => `${c.country} ${p.plan} ${p.state}`)).sort());
    const lead = page.locator('.large[data-with]');
    assert.deepEqual([await lead.getAttribute('data-with'), await lead.getAttribute('data-without')], [String(answer.countries_with_plan), String(answer.countries_without_plan)]);
    assert.deepEqual((await page.$$eval('.without a', (l) => l.map((a) => a.pathname.split('/').pop()))).sort(), answer.countries.filter((c) => c.plans.length === 0).map((c) => c.country).sort());
    assert.deepEqual(wrongs, []);
    await context.close();
  });

test('where nobody told of any, it says what would fill it', async () => {
  const { page, context } = await open(browser, place('/plans', '', 'asean'));
  await whole(page);
  await page.getByText('would fill this').first().waitFor();
  await page.goto(url + place('/focal-points', '', 'asean'));
  await whole(page);
  assert.equal(await page.getByText('would fill this').count(), 3);
  await context.close();
});

test('axe finds nothing wrong, narrow and wide, light and dark', async () => {
  assert.deepEqual(await reach(browser, place('/focal-points', '&show=all'), whole), []);
  assert.deepEqual(await reach(browser, place('/plans', '&state=all'), whole), []);
});
