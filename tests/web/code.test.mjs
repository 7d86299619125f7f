// The Code of Conduct: the list of signatories and one company's page say what the API says, and with whose word.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, launch, open, reach, settled, url } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const years = (page, within) => page.$$eval(`${within} .report-years li`, (all) => all.map((y) => `${y.dataset.year} ${y.dataset.state}`));
const asYears = (row) => [['reported', row.years_reported], ['due', row.years_due], ['missing', row.years_missing]]
  .flatMap(([state, list]) => list.split(' ').filter(Boolean).map((year) => `${year} ${state}`)).sort();

test('every signatory stands with its years, its criteria and its state as the CSV has them', async () => {
  const rows = await csv('/v1/code-of-conduct');
  assert.ok(rows.length > 0);
  const { page, context, wrongs } = await open(browser, '/code-of-conduct');
  await settled(page);
  assert.deepEqual(await page.$$eval('.signatory', (all) => all.map((s) => `${s.dataset.organisation} ${s.dataset.state}`)), rows.map((r) => `${r.organisation} ${r.state}`));
  for (const row of rows) {
    const within = `.signatory[data-organisation="${row.organisation}"]`;
    assert.deepEqual(await years(page, within), asYears(row));
    for (const criterion of ['ethical_policy', 'staff_training', 'supplier_clauses', 'traveller_information', 'local_key_persons', 'annual_report'])
      assert.equal(await page.locator(`${within} [data-criterion="${criterion}"]`).getAttribute('data-status'), row[criterion], criterion);
    assert.match(await page.locator(within).textContent(), new RegExp(`Told by .*Record.? ${row.events}`));
  }
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('the choice of state, reports and country stands in the address and leaves those that the API leaves', async () => {
  for (const [query, label, value] of [['state=withdrawn', 'Signature', 'withdrawn'], ['country=XAG', 'At home or active in', 'XAG'], ['report=complete', 'Annual reports', 'complete']]) {
    const rows = await csv('/v1/code-of-conduct?' + query);
    const { page, context } = await open(browser, '/code-of-conduct');
    await settled(page);
    await page.getByLabel(label).selectOption(value);
    await page.waitForURL(new RegExp(query));
    await page.waitForFunction((n) => document.querySelectorAll('.signatory').length === n && document.querySelector('#matter').getAttribute('aria-busy') === 'false', rows.length);
    assert.deepEqual(await page.$$eval('.signatory', (all) => all.map((s) => s.dataset.organisation)), rows.map((r) => r.organisation));
    if (rows.length === 0) assert.match(await page.textContent('#matter'), /No signatory fits.*fills this list/s);
    await context.close();
  }
});

test('a company’s page tells its history by date, each with its source, and every year with the day it was due', async () => {
  const facts = await csv('/v1/code-of-conduct/example-hotel');
  const { page, context, wrongs } = await open(browser, '/code-of-conduct/example-hotel');
  await settled(page);
  const told = facts.filter((f) => !f.about && f.events);
  assert.equal(await page.locator('.history > li').count(), told.length);
  for (const f of told) await page.locator('.history').getByText(`Record ${f.events}`).first().waitFor();
  assert.deepEqual(await page.$$eval('.report-years li', (all) => all.filter((y) => y.dataset.state === 'missing').map((y) => y.dataset.year)), facts.filter((f) => f.fact === 'report_missing').map((f) => f.year));
  assert.match(await page.locator('.report-years li', { hasText: '2007' }).last().textContent(), /due by 31 March 2008/);
  await page.getByText('Reports, year by year').click();
  assert.equal(await page.locator('details table tbody tr').count(), await page.locator('.report-years li').count());
  assert.deepEqual(wrongs, []);
  await context.close();
});

// What the sample doesn't hold: a dispute in words, a late report, a claim by others.
test('what is disputed, late or only claimed by others is said so, with the words of who disputes', async () => {
  const answer = await (await fetch(url + '/v1/code-of-conduct/example-hotel')).json();
  const [code] = answer.codes;
  code.reports[0].disputed = true;
  code.reports[0].disputed_by = ['example-ngo'];
  code.reports[0].claims = [{ claim: 'disputed', statement: 'No <b>front desk</b> that we saw was trained.', told_by: { actor: 'example-ngo', standing: 'other' }, citation: 'Visit of 2006', event: '7:99' }];
  code.years[0].late = true;
  code.withdrawal_claims = [{ withdrawn_on: '2009-05', reason: null, told_by: { actor: 'example-monitor', standing: 'other' }, citation: null, disputed: false, corroborated_by: [], disputed_by: [], events: ['7:100'] }];
  const { page, context } = await open(browser, null);
  await page.route('**/v1/code-of-conduct/example-hotel*', (route) => route.fulfill({ json: answer }));
  await page.goto(url + '/code-of-conduct/example-hotel');
  await settled(page);
  assert.match(await page.locator('.history > li', { hasText: 'Reported on 2005' }).textContent(), /Disputed by Example Child Rights Network.*No <b>front desk<\/b> that we saw was trained.*Visit of 2006/s);
  assert.match(await page.locator('.history .claimed').textContent(), /May 2009.*does not change its state/s);
  assert.match(await page.locator('.report-years li').first().textContent(), /reported late/);
  await context.close();
});

test('both pages are within reach: axe, phone and desk, light and dark', async () => {
  assert.deepEqual(await reach(browser, '/code-of-conduct'), []);
  assert.deepEqual(await reach(browser, '/code-of-conduct/example-hotel'), []);
});
