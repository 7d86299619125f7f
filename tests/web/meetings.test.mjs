// Meetings: the list in time, the room and the pack.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { csv, launch, open, reach, settled, url } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());
const json = async (path) => (await fetch(url + path)).json();

test('the meetings are listed as the API’s CSV lists them, and each name leads to its room', async () => {
  const rows = await csv('/v1/meetings');
  assert.ok(rows.length >= 10);
  const { page, context, wrongs } = await open(browser, '/meetings');
  await settled(page);
  assert.deepEqual(await page.$$eval('tr[data-meeting]', (list) => list.map((tr) => tr.dataset.meeting)), rows.map((r) => r.meeting));
  for (const row of rows) assert.ok((await page.innerText(`tr[data-meeting="${row.meeting}"]`)).includes(row.title));
  const drawn = await page.locator('.lanes svg a').count();
  assert.equal(drawn, rows.filter((r) => r.starts_on).length);
  await page.locator('[data-way="yokohama-2001 rio-2008"]').waitFor({ state: 'attached' }); // Yokohama's conclusion named it
  const ways = await page.$$eval('.lanes svg .taken', (list) => list.map((p) => p.dataset.way));
  for (const row of rows.filter((r) => r.follows)) assert.ok(ways.includes(`${row.follows} ${row.meeting}`), row.meeting);
  await page.locator('.lanes svg a', { hasText: 'Yokohama' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/meetings\/yokohama-2001/);
  await settled(page);
  assert.match(await page.textContent('h1'), /Second World Congress/);
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('the room holds agenda, contributions, delegations and recommendations with the API’s numbers', async () => {
  const id = '/v1/meetings/example-2003';
  const said = await csv(id + '/contributions'), room = await json(id);
  const { page, context, wrongs } = await open(browser, '/meetings/example-2003');
  await settled(page);
  assert.match(await page.textContent('.deck'), /4\s*–\s*5 November 2003, Lagoon City/);
  for (const { question, text } of room.agenda.sessions.flatMap((s) => s.questions)) assert.ok((await page.innerText(`[data-question="${question}"] .asks`)).includes(text));
  const shown = await page.$$eval('#agenda [data-question]', (list) => list.flatMap((q) => [...q.querySelectorAll('.said > li')].map((li) => [q.dataset.question, li.querySelector('.speech-text').textContent, li.dataset.events])));
  assert.deepEqual(shown, said.map((c) => [c.question, c.text, c.events]));
  for (const c of said) assert.ok((await page.innerText('#agenda')).includes(c.name));
  const sums = await page.$$eval('#delegations > table tbody tr', (rows) => rows.map((tr) => [tr.dataset.key, ...[...tr.querySelectorAll('td')].map((td) => Number(td.textContent))]));
  assert.deepEqual(sums, room.delegations.by_kind.map((k) => [k.kind, k.delegations, k.people, k.young_people, room.contributions_by_kind.find((c) => c.kind === k.kind)?.contributions ?? 0]));
  assert.deepEqual(await page.$$eval('#recommendations [data-recommendation]', (list) => list.map((li) => li.dataset.recommendation)), room.recommendations.map((r) => r.recommendation));
  assert.match(await page.innerText('#recommendations'), /Bears on\s+B2/);
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('what became of the last meeting’s recommendations is counted, and told country by country', async () => {
  const { recommendations } = await json('/v1/meetings/example-2003/recommendations');
  const { page, context, wrongs } = await open(browser, '/meetings/example-2006');
  await page.locator('#last [data-commitment]').first().waitFor();
  for (const r of recommendations)
    for (const c of r.commitments) {
      const measure = page.locator(`#last [data-recommendation="${r.recommendation}"] [data-commitment="${c.id}"]`);
      const counts = await measure.locator('.stood').evaluateAll((list) => list.map((s) => Object.fromEntries([...s.querySelectorAll('[data-count]')].map((e) => [e.dataset.status, Number(e.dataset.count)]))));
      const wanted = [c.at_next_meeting, c.now].map((d) => Object.fromEntries(Object.entries(d.counts).filter(([, n]) => n > 0)));
      assert.deepEqual(counts, wanted);
      await measure.locator('summary').first().click();
      await measure.locator('tr[data-country]').first().waitFor();
      const rows = await measure.locator('tr[data-country]').evaluateAll((list) => list.map((tr) => [tr.dataset.country, ...[...tr.querySelectorAll('td')].map((td) => td.dataset.status)]).sort());
      assert.deepEqual(rows, c.now.countries.map((x) => [x.country, c.at_next_meeting.countries.find((y) => y.country === x.country).status, x.status]).sort());
    }
  await page.locator('#last tr[data-country="XAD"] a').first().click();
  await page.getByRole('dialog').waitFor();
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('the pack can be pinned: its links give the bytes whose sums are shown', async () => {
  const { page, context, wrongs } = await open(browser, '/meetings/example-2003');
  await page.getByRole('button', { name: /Pin it/ }).click();
  await page.locator('.files .sum').first().waitFor({ timeout: 20_000 });
  const files = await page.$$eval('.files li', (list) => list.map((li) => [li.querySelector('a').getAttribute('href'), li.querySelector('.sum')?.textContent]));
  assert.equal(files.length, 5);
  for (const [href, sum] of files) {
    assert.match(href, /as_of=2003-11-05/);
    assert.match(href, /at=0:\d+/);
    const bytes = Buffer.from(await (await fetch(url + href)).arrayBuffer());
    if (sum) assert.equal(createHash('sha256').update(bytes).digest('hex'), sum, href);
  }
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('printed, the room is an A4 agenda without controls', async () => {
  const { page, context } = await open(browser, '/meetings/example-2003');
  await settled(page);
  const sizes = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/MediaBox ?\[[^\]]*\]/g);
  assert.ok(sizes.length >= 1 && sizes.every((s) => /\[0 0 59[45]/.test(s)), String(sizes));
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.livebox', '.pack', '.chain', 'nav.contents']) assert.equal(await page.locator(gone).isVisible(), false, gone);
  assert.equal(await page.locator('#agenda').isVisible(), true);
  await context.close();
});

test('at a past moment nothing can be live, and the room says so', async () => {
  const { page, context } = await open(browser, '/meetings/example-2003?as_of=2003-12-01');
  await settled(page);
  assert.equal(await page.locator('.livebox').getAttribute('data-live'), 'held');
  await page.getByRole('button', { name: 'Show the present' }).click();
  await page.waitForURL((address) => !address.search.includes('as_of'));
  await context.close();
});

test('axe finds nothing in the list and the room, and nothing scrolls sideways', async () => {
  assert.deepEqual(await reach(browser, '/meetings'), []);
  assert.deepEqual(await reach(browser, '/meetings/example-2006'), []);
});
