// The two clocks: sliders with meetings and deadlines on them, played time, and a position that is pinned.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asMatrix, csv, launch, matrix, open, settled, url } from './browser.mjs';

const SCORECARD = '/v1/regions/example-archipelago/scorecard?framework=eap-2001';
const view = (more = '') => '/?region=example-archipelago&framework=eap-2001' + more;
const query = (page, name) => new URL(page.url()).searchParams.get(name);
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

test('adoption, deadlines and the region’s meetings stand on the slider, and lead to their day', async () => {
  const { page, context, wrongs } = await open(browser, view());
  await settled(page);
  const asOf = page.locator('.as-of');
  await asOf.locator('.marked button').first().waitFor();
  const labels = await asOf.locator('.marked button').allInnerTexts();
  for (const wanted of ['Bangkok: adopted', 'due 2003', 'due 2004', 'Yokohama', 'Lagoon City']) assert.ok(labels.includes(wanted), `${wanted} in ${labels}`);
  const boxes = await asOf.locator('.marked button').evaluateAll((list) => list.map((b) => { const { left, right, top } = b.getBoundingClientRect(); return { left, right, top }; }));
  for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) assert.ok(a.top !== b.top || a.right <= b.left + 1 || b.right <= a.left + 1, 'labels cover each other');
  await asOf.getByRole('button', { name: 'due 2004' }).click();
  await page.waitForURL(/as_of=2004-12-31/);
  assert.deepEqual(await matrix(page), asMatrix(await csv(SCORECARD + '&as_of=2004-12-31')));
  await asOf.locator('.step').first().click();
  await page.waitForURL((to) => to.searchParams.get('as_of') < '2004-12-31');
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('the slider of what was known begins with the ledger’s first record and turns the matrix', async () => {
  const { page, context } = await open(browser, view());
  await settled(page);
  const slider = page.locator('.known-at input[type=range]');
  await slider.waitFor();
  const first = JSON.parse((await (await fetch(url + '/v1/ledger/0?from=0')).text()).split('\n')[0]).recordedtime.slice(0, 10);
  const days = Number(await slider.getAttribute('max')) - Number(await slider.getAttribute('min'));
  assert.equal(days, Math.round((Date.parse(new Date().toISOString().slice(0, 10)) - Date.parse(first)) / 86_400_000));
  await slider.focus();
  for (let i = 0; i < 7; i++) await page.keyboard.press('PageDown');
  await page.waitForFunction(() => new URL(location.href).searchParams.has('known_at'));
  const day = query(page, 'known_at');
  assert.match(day, /^\d{4}-\d\d-\d\d$/);
  await page.waitForFunction(() => document.querySelector('#matter[aria-busy="false"] .answer:not(.earlier)'));
  assert.deepEqual(await matrix(page), asMatrix(await csv(SCORECARD + '&known_at=' + query(page, 'known_at'))));
  await context.close();
});

test('time plays from 1996, stops where it is told to, and the address holds the day', async () => {
  const { page, context, wrongs } = await open(browser, view(), { reducedMotion: 'no-preference' });
  await settled(page);
  await page.getByRole('button', { name: 'Play from 1996' }).click();
  await page.waitForURL((to) => to.searchParams.get('as_of')?.startsWith('1996'));
  await page.waitForFunction(() => /199[789]/.test(document.querySelector('.clock').textContent), null, { timeout: 30_000 });
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.waitForFunction(() => /^199[789]|^200/.test(new URL(location.href).searchParams.get('as_of')));
  const shown = await page.locator('.as-of input[type=date]').inputValue();
  assert.equal(query(page, 'as_of'), shown);
  assert.deepEqual(await matrix(page), asMatrix(await csv(`${SCORECARD}&as_of=${shown}`)));
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('who wants less motion sees time go from mark to mark', async () => {
  const { page, context } = await open(browser, view('&as_of=1996-01-01'));
  await settled(page);
  await page.locator('.as-of .marked button').first().waitFor();
  await page.getByRole('button', { name: 'Play from here' }).click();
  await page.waitForFunction(() => document.querySelector('.as-of input[type=date]').value === '1996-08-31', null, { timeout: 15_000 });
  await page.getByRole('button', { name: 'Pause' }).click();
  await context.close();
});

test('a pinned position is in the address, says what it means, and shows the same', async () => {
  const { page, context } = await open(browser, view());
  const before = await matrix(page);
  await page.getByRole('button', { name: 'pin this' }).click();
  await page.waitForURL(/known_at=0:\d+,/);
  const position = query(page, 'known_at');
  assert.match(position, /^\d+:\d+(,\d+:\d+)+$/);
  assert.equal(query(page, 'as_of'), new Date().toISOString().slice(0, 10));
  const records = position.split(',').reduce((sum, part) => sum + Number(part.split(':')[1]) + 1, 0);
  assert.ok((await page.locator('.pinned').innerText()).includes(records.toLocaleString('en')));
  assert.match(await page.locator('.pinned').innerText(), /for ever/);
  await page.reload();
  assert.deepEqual(await matrix(page), before);
  const asked = `${SCORECARD}&as_of=${query(page, 'as_of')}&known_at=${position}`;
  const [once, again] = await Promise.all([fetch(url + asked).then((r) => r.text()), fetch(url + asked).then((r) => r.text())]);
  assert.equal(once, again);
  await page.getByRole('button', { name: 'all that is known' }).click();
  await page.waitForURL((to) => !to.searchParams.has('known_at'));
  await context.close();
});
