// What lands while one looks: these tests tell the ledger new things, and so stand apart from those that only read.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { door, launch, open, settled, url } from './browser.mjs';
import { mute, tell } from './speaker.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());
const json = async (path) => (await fetch(url + path)).json();
const day = new Date().toISOString().slice(0, 10);

test('during the session a contribution lands at its question within seconds, also after a loss, and waits while paused', { skip: mute }, async () => {
  const id = 'example-' + Date.now().toString(36), subject = 'meeting/' + id;
  const { stakeholders } = await json('/v1/stakeholders');
  const { duties } = stakeholders.find((s) => s.stakeholder === 'example-monitor');
  await tell('registrar', 'stakeholder.amended', 'organisation/example-monitor', {
    stakeholder: 'example-monitor', kind: 'regional_body', name: 'Example Archipelago Secretariat (invented)', mandate: { regions: ['example-archipelago'] },
    duties: [...duties, { duty: 'convenor', of: id }], invented: true,
  });
  await tell('example-monitor', 'meeting.convened', subject, { title: 'Today’s Archipelago Meeting', starts_on: day, ends_on: day, place: 'Strait Port', organisers: ['example-monitor'], region: 'example-archipelago', frameworks: ['eap-2001'], follows: 'example-2006' });
  await tell('example-monitor', 'meeting.agenda_set', subject, { set_on: day, sessions: [{ id: '1', title: 'Overdue plans', questions: [{ id: '1.1', text: 'What became of them?' }] }] });
  const says = (text) => tell('example-youth-committee', 'meeting.contribution_made', subject, { session: '1', question: '1.1', text, made_on: day });

  const entrance = await door();
  const { page, context, wrongs } = await open(browser, null);
  await page.goto(`${entrance.url}/meetings/${id}`);
  await page.locator('[data-live="live"]').waitFor(); // under way: live without being asked
  assert.match(await page.innerText('[data-question="1.1"]'), /Nobody has spoken/);

  const evil = '<img src=x onerror="window.broken=1"> first';
  const position = await says(evil);
  const spoken = page.locator('[data-question="1.1"] .said > li');
  await page.locator(`[data-question="1.1"] .said > li.fresh[data-events="${position}"]`).waitFor({ timeout: 10_000 });
  assert.equal(await spoken.locator('.speech-text').innerText(), evil);
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.equal(await page.locator(`.livebox [data-position="${position}"]`).count(), 1);
  await page.locator('.livebox [role="status"]', { hasText: 'One new event' }).waitFor();
  assert.match(await page.innerText('.livebox'), /last event was learned/);

  await entrance.shut();
  await page.locator('[data-live="lost"]').waitFor();
  const missed = await says('second, while the line was down');
  await entrance.open();
  await page.locator(`.livebox [data-position="${missed}"]`).waitFor({ timeout: 30_000 });
  assert.equal(await page.locator(`.livebox [data-position="${position}"]`).count(), 1); // nothing twice

  await page.getByRole('button', { name: 'Pause' }).click();
  await page.locator('[data-live="paused"]').waitFor();
  const other = await open(browser, `/meetings/${id}`); // follows; once it has the event, the paused page had its time too
  await other.page.locator('[data-live="live"]').waitFor();
  const waited = await says('third, while paused');
  await other.page.locator(`.livebox [data-position="${waited}"]`).waitFor({ timeout: 10_000 });
  assert.equal(await page.locator(`.livebox [data-position="${waited}"]`).count(), 0);
  await other.context.close();
  await page.getByRole('button', { name: 'Follow live' }).click();
  await page.locator(`.livebox [data-position="${waited}"]`).waitFor({ timeout: 10_000 });
  assert.deepEqual(wrongs, []);
  await context.close();
  await entrance.shut();
});

test('followed live, an act of the country chosen arrives, one of another does not', { skip: mute }, async () => {
  const { page, context, wrongs } = await open(browser, '/activity?country=XAB');
  await settled(page);
  assert.equal(await page.locator('.livebox').getAttribute('data-live'), 'paused');
  await page.getByRole('button', { name: 'Follow live' }).click();
  await page.locator('[data-live="live"]').waitFor();
  const report = { commitment: 'eap-2001/c1', status: 'partly_met', status_on: new Date().toISOString().slice(0, 10), summary: 'Told while somebody looks.' };
  const other = await tell('example-ngo', 'progress.reported', 'country/XAC', report);
  const mine = await tell('example-ngo', 'progress.reported', 'country/XAB', report);
  await page.locator(`.livebox [data-position="${mine}"]`).waitFor({ timeout: 10_000 });
  assert.equal(await page.locator(`[data-position="${other}"]`).count(), 0);
  assert.deepEqual(wrongs, []);
  await context.close();
});
