// A country's page: its numbers, its promises and every part around them say what the API's CSV says.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, kindOf, launch, open, reach, settled, url } from './browser.mjs';

const KINDS = ['met', 'met_late', 'in_progress', 'lapsed', 'overdue', 'overdue_silent', 'open_told', 'silent'];
const whole = async (page) => { await settled(page); await page.waitForFunction(() => document.querySelectorAll('.part').length >= 9 && !document.querySelector('.part[aria-busy="true"]')); };
const place = (code, more = '') => `/countries/${code}?region=example-archipelago&framework=eap-2001${more}`;
const told = async (path) => (await fetch(url + path)).json();
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

test('the numbers of each framework are those of the CSV’s cells', async () => {
  const rows = await csv('/v1/countries/XAG');
  const { page, context, wrongs } = await open(browser, place('XAG'));
  await whole(page);
  const shown = await page.$$eval('#numbers tr[data-framework]', (list) => list.map((tr) => [tr.dataset.framework, tr.dataset.counts]));
  assert.ok(shown.length > 1);
  for (const [framework, counts] of shown) {
    const cells = rows.filter((r) => r.commitment.startsWith(framework + '/'));
    assert.equal(counts, KINDS.map((k) => cells.filter((r) => kindOf(r) === k).length).join(' '), framework);
  }
  const numbers = await page.$$eval('#numbers tr[data-framework]', (list) => list.map((tr) => tr.querySelectorAll('.number').length));
  assert.ok(numbers.every((n) => n > 2));
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('plans, mandates, programmes and the youth’s view stand as the API tells them', async () => {
  const { page, context, wrongs } = await open(browser, place('XAB'));
  await whole(page);
  const plans = await told('/v1/countries/XAB/plans');
  assert.deepEqual(await page.$$eval('#plans tr[data-plan]', (l) => l.map((tr) => `${tr.dataset.plan} ${tr.dataset.state}`)), plans.plans.map((p) => `${p.plan} ${p.state}`));
  for (const [part, list] of [['focal-points', 'focal_points'], ['rapporteurs', 'rapporteurs'], ['youth-committees', 'youth_committees']])
    assert.deepEqual(await page.$$eval(`#${part} tr[data-state]`, (l) => l.map((tr) => tr.dataset.state)), (await told(`/v1/countries/XAB/${part}`))[list].map((m) => m.state), part);
  const programmes = await told('/v1/countries/XAB/programmes');
  assert.deepEqual(await page.$$eval('#programmes tr[data-programme]', (l) => l.map((tr) => tr.dataset.programme)), programmes.programmes.map((p) => p.programme));
  const views = (await told('/v1/countries/XAB/youth-view')).views.filter((v) => v.youth.status || v.youth_claims.length > 0);
  assert.deepEqual(await page.$$eval('#youth tr[data-view]', (l) => l.map((tr) => `${tr.dataset.view} ${tr.dataset.agreement}`)), views.map((v) => `${v.commitment} ${v.agreement}`));
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('every treaty that the country acted on is there, with its dates', async () => {
  const { page, context } = await open(browser, place('THA'));
  await whole(page);
  const { instruments } = await told('/v1/instruments');
  const expected = [];
  for (const { instrument } of instruments) {
    const row = (await csv(`/v1/instruments/${instrument}`)).find((r) => r.country === 'THA');
    if (row && row.status !== 'none') expected.push(`${instrument} ${row.status}`);
  }
  assert.ok(expected.length > 0);
  assert.deepEqual((await page.$$eval('#treaties tr[data-instrument]', (l) => l.map((tr) => `${tr.dataset.instrument} ${tr.dataset.status}`))).sort(), expected.sort());
  assert.match(await page.locator('#treaties').innerText(), /11 January 2006/); // OPSC, acceded to
  await context.close();
});

test('each reminder is counted; a company’s many missing reports are one row that says how many', async () => {
  const { page, context } = await open(browser, place('XAB', '&due-all=1'));
  await whole(page);
  const { reminders, due, overdue } = await told('/v1/countries/XAB/reminders?within=365&limit=500');
  const rows = await page.$$eval('#due tr[data-reminder]', (l) => l.map((tr) => 1 + Number(tr.dataset.earlier)));
  assert.equal(rows.reduce((a, b) => a + b, 0), reminders.length);
  assert.ok(rows.length < reminders.length);
  assert.ok((await page.locator('#due .lead').innerText()).startsWith(`${overdue} overdue; ${due} `));
  await context.close();
});

test('what is not recorded says what would fill it, and a recommendation received is told with its source', async () => {
  const { page, context } = await open(browser, place('XAD'));
  await whole(page);
  for (const part of ['plans', 'rapporteurs', 'youth-committees']) assert.match(await page.locator('#' + part).innerText(), /would fill this/, part);
  const { entries } = await told('/v1/activity?country=XAD&type=recommendation.received');
  assert.ok((await page.locator('#recommendations').innerText()).includes(entries[0].sentence));
  const record = await page.locator('#recommendations tbody a', { hasText: 'record' }).getAttribute('href');
  assert.equal((await (await fetch(url + record)).json()).id, entries[0].id);
  await context.close();
});

test('the contents lead to every part by keyboard, and a number leads to the promise in full', async () => {
  const { page, context } = await open(browser, place('XAB'));
  await whole(page);
  for (const href of await page.$$eval('.contents a', (l) => l.map((a) => a.getAttribute('href')))) assert.equal(await page.locator(href).count(), 1, href);
  await page.locator('.contents a[href="#treaties"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => Math.abs(document.querySelector('#treaties').getBoundingClientRect().top) < 80);
  await page.locator('.list .no a').first().click();
  await page.waitForURL(/\/commitments\/stockholm-1996\/g1/);
  await context.close();
});

test('a part that can’t be had takes no other along', async () => {
  const { page, context } = await open(browser, null);
  await page.route('**/v1/countries/XAB/plans*', (route) => route.fulfill({ status: 400, contentType: 'application/problem+json', body: '{"code":"malformed","detail":"nonsense was asked"}' }));
  await page.goto(url + place('XAB'));
  await whole(page);
  assert.match(await page.locator('#plans').innerText(), /nonsense was asked/);
  assert.equal(await page.locator('#focal-points tr[data-state]').count(), 1);
  await context.close();
});

test('axe finds nothing wrong, narrow and wide, light and dark', async () => {
  assert.deepEqual(await reach(browser, place('XAB'), whole), []);
});
