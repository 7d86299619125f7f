// A commitment's page: who has met it and how it came about are the scorecard's cells, day by day; its rule is in words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, kindOf, launch, open, reach, settled, url } from './browser.mjs';

const KINDS = ['met', 'met_late', 'in_progress', 'lapsed', 'overdue', 'overdue_silent', 'open_told', 'silent'];
const whole = async (page) => { await settled(page); await page.waitForFunction(() => document.querySelector('#same') && !document.querySelector('.part[aria-busy="true"]')); };
const place = (commitment, more = '') => `/commitments/${commitment}?region=example-archipelago&framework=eap-2001${more}`;
const cells = async (day = '') => (await csv(`/v1/regions/example-archipelago/scorecard?framework=eap-2001&theme=coordination${day && '&as_of=' + day}`)).filter((r) => r.commitment === 'eap-2001/b2');
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

test('the countries stand under their signs as in the CSV', async () => {
  const rows = await cells();
  const { page, context, wrongs } = await open(browser, place('eap-2001/b2'));
  await whole(page);
  const shown = await page.$$eval('.who > div', (groups) => groups.flatMap((g) => [...g.querySelectorAll('li')].map((li) => `${li.dataset.cell} ${g.dataset.kind}`)));
  assert.deepEqual(shown.sort(), rows.map((r) => `${r.country}/${r.commitment} ${kindOf(r)}`).sort());
  assert.match(await page.textContent('h1'), /^B2 /);
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('each year’s column is what the scorecard says of that day; a day leads to the page as it stood then', async () => {
  const asked = [];
  const { page, context } = await open(browser, null);
  page.on('request', (r) => { if (/scorecard.*as_of=/.test(r.url())) asked.push(r.url()); });
  await page.goto(url + place('eap-2001/b2'));
  await whole(page);
  assert.ok(asked.length <= 30, String(asked.length));
  const shown = await page.$$eval('#time tr[data-day]', (l) => l.map((tr) => [tr.dataset.day, tr.dataset.counts]));
  assert.ok(shown.length > 20);
  for (const [day, counts] of [shown[0], shown[3], shown[6], shown.at(-1)]) {
    const rows = await cells(day);
    assert.equal(counts, KINDS.map((k) => rows.filter((r) => kindOf(r) === k).length).join(' '), day);
  }
  assert.ok(await page.locator('#time svg .band').count() > 20);
  await page.locator('#time summary').click();
  await page.locator('#time tbody a').nth(3).click();
  await page.waitForURL(new RegExp('as_of=' + shown[3][0]));
  await context.close();
});

test('the rule is told in words, with the treaties by name', async () => {
  const { page, context } = await open(browser, place('eap-2001/r3'));
  await whole(page);
  const rule = await page.locator('#rule').innerText();
  for (const name of ['OPSC', 'ILO C182', 'Palermo']) assert.ok(rule.includes(name), name);
  assert.match(rule, /Met once all of this/);
  await page.goto(url + place('eap-2001/r2'));
  await whole(page);
  assert.match(await page.locator('#rule').innerText(), /No single act can prove it/);
  await context.close();
});

test('every framework’s every rule has words of its own', async () => {
  const { frameworks } = await (await fetch(url + '/v1/frameworks')).json();
  const { page, context } = await open(browser, null);
  const seen = new Set();
  for (const c of frameworks.flatMap((f) => f.commitments)) for (const e of [...(c.evidence.all_of ?? []), ...(c.evidence.partly ?? [])]) if (!seen.has(e.type)) { seen.add(e.type); seen.add(c.id); }
  const ids = [...seen].filter((id) => id.includes('/')).slice(0, 12);
  for (const id of ids) {
    await page.goto(url + place(id));
    await page.locator('#rule li, #rule p').first().waitFor();
    assert.doesNotMatch(await page.locator('#rule').innerText(), /undefined|\w+_\w+|\w\.\w/, id);
  }
  await context.close();
});

test('the days from act to report are counted from the records behind it', async () => {
  const { events } = await (await fetch(url + '/v1/regions/example-archipelago/evidence?framework=eap-2001&theme=coordination')).json();
  const own = events.filter((e) => e.commitments.includes('eap-2001/b2') && e.event.on && !e.event.corrects);
  const { page, context } = await open(browser, place('eap-2001/b2', '&acts-all=1'));
  await whole(page);
  const shown = await page.$$eval('#late tr[data-position]', (l) => l.map((tr) => [tr.dataset.position, Number(tr.dataset.days)]));
  assert.deepEqual(shown.map(([p]) => p).sort(), own.map((e) => e.event.position).sort());
  const whole_day = own.find((e) => e.event.on.length === 10);
  assert.equal(new Map(shown).get(whole_day.event.position), Math.max(0, Math.round((Date.parse(whole_day.event.recordedtime.slice(0, 10)) - Date.parse(whole_day.event.on)) / 86_400_000)));
  await context.close();
});

test('the same promise elsewhere is named and leads there', async () => {
  const { page, context } = await open(browser, place('stockholm-1996/g1'));
  await whole(page);
  await page.locator('#same a[href*="/commitments/eap-2001/b2"]').click();
  await page.waitForURL(/\/commitments\/eap-2001\/b2/);
  await whole(page);
  assert.match(await page.textContent('h1'), /^B2 /);
  await context.close();
});

test('the region itself is told apart from its countries, and the neighbours in the document are next', async () => {
  const { page, context } = await open(browser, '/commitments/eap-2001/b2?region=east-asia-pacific&framework=eap-2001');
  await whole(page);
  const { cell } = await (await fetch(url + '/v1/regions/east-asia-pacific/commitments/eap-2001/b2')).json();
  assert.equal(cell.status, 'overdue');
  assert.match(await page.locator('.itself').innerText(), /The region itself, as one subject: overdue, told by the authority/);
  await page.locator('.neighbours .after').click();
  await page.waitForURL(/\/commitments\/eap-2001\/b3/);
  await whole(page);
  assert.match(await page.textContent('h1'), /^B3 /);
  await context.close();
});

test('a commitment that nobody knows is said to be unknown', async () => {
  const { page, context } = await open(browser, place('eap-2001/z99'));
  await settled(page);
  await page.getByText('No framework that this ledger knows').waitFor();
  await context.close();
});

test('axe finds nothing wrong, narrow and wide, light and dark', async () => {
  assert.deepEqual(await reach(browser, place('eap-2001/b2'), whole), []);
});
