// The partner desk: one tells by form, is refused, mends and sends again; two prepare and approve.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, launch, open, settled, url } from './browser.mjs';
import { at, atDesk, part, record, run, WHO } from './desk.mjs';
import { credentialOf, mute, tokenOf } from './speaker.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());
const signedIn = (path, duty, options) => atDesk(browser, path, duty, options);

test('a token that opens nothing is refused in words, and a right one says who it is', { skip: mute }, async () => {
  const { page, context } = await open(browser, '/desk');
  await page.fill('.sign-in input', 'nothing');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.sign-in [role="alert"]');
  await page.fill('.sign-in input', await tokenOf(WHO));
  await page.keyboard.press('Enter');
  assert.match(await page.textContent('.desk-who'), /Example Lagoon/);
  await context.close();
});

test('the token is in no address and stays in this tab; signing out forgets it', { skip: mute }, async () => {
  const { page, context, token, wrongs } = await signedIn();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const name of ['write', 'sheet', 'sent']) await part(page, name);
  await page.waitForSelector('#sent-list[aria-busy="false"] table');
  assert.ok(asked.length > 0 && asked.every((address) => !address.includes(token)));
  assert.ok(!page.url().includes(token));
  assert.equal(await page.evaluate((t) => JSON.stringify(localStorage).includes(t) || document.cookie.includes(t), token), false);
  await page.click('.desk-who button');
  await page.waitForSelector('.sign-in');
  assert.equal(await page.evaluate((t) => JSON.stringify(sessionStorage).includes(t), token), false);
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('an event by form: checked, refused at its field, mended, sent and listed; markup stays letters', { skip: mute }, async () => {
  const { page, context, wrongs, token } = await signedIn('/desk?part=write&type=plan.adopted');
  const title = `<img src=x onerror="document.title='run'"> ${run}`;
  await page.fill(`${at('/data/title')} input`, title);
  await page.selectOption(`${at('/data/scope')} select`, 'national');
  await page.fill(`${at('/data/adopted_on')} input`, '2021-05-01');
  await page.fill(`${at('/data/covers')} input`, 'no-such-framework');
  await page.click('.desk-acts .second');
  await page.waitForSelector(`${at('/data/covers/0')} .desk-wrong`);
  assert.match(await page.textContent('.desk-told'), /Nothing was sent/);
  await page.click('.desk-acts [type="submit"]');
  await page.waitForFunction(() => /was refused/.test(document.querySelector('.desk-told')?.textContent ?? ''));
  await page.fill(`${at('/data/covers')} input`, 'eap-2001');
  await page.click('.desk-acts [type="submit"]');
  await page.waitForSelector('.desk-outcome [data-decision="admitted"]');
  const id = await page.getAttribute('.desk-outcome', 'data-id');
  assert.equal((await record(id)).data.title, title);
  await part(page, 'sent');
  await page.waitForSelector(`[data-id="${id}"][data-decision="admitted"]`);
  const summary = await (await fetch(`${url}/v1/submissions/summary`, { headers: { Authorization: `Bearer ${token}` } })).json();
  await page.waitForSelector(`.lead[data-admitted="${summary.types.reduce((n, t) => n + t.admitted, 0)}"]`);
  await page.selectOption('.sieve select >> nth=0', 'refused');
  await page.waitForFunction(() => document.querySelectorAll('[data-id][data-decision="admitted"]').length === 0 && document.querySelector('[data-id][data-decision="refused"]'));
  await page.click(`tr[data-id="${id}"] button`);
  await page.waitForSelector(`${at('/data/covers/0')} .desk-wrong`);
  assert.equal(await page.inputValue(`${at('/data/title')} input`), title);
  assert.equal(await page.locator('#matter img').count(), 0);
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('what a member names is offered by what it means in that type: a meeting follows meetings, a framework frameworks', { skip: mute }, async () => {
  const { page, context } = await signedIn();
  const offers = (pointer, id) => page.waitForFunction(([where, value]) => [...(document.querySelector(`${where} input`)?.list?.options ?? [])].some((o) => o.value === value), [at(pointer), id]);
  const withheld = (pointer, id) => page.$eval(`${at(pointer)} input`, (input, value) => [...input.list.options].every((o) => o.value !== value), id);
  await part(page, 'write');
  for (const [type, pointer, id, other] of [
    ['meeting.convened', '/data/follows', 'example-2006', 'eap-2001'],
    ['meeting.convened', '/data/frameworks', 'eap-2001', 'example-2006'],
    ['meeting.concluded', '/data/adopted', 'eap-2001', 'example-2006'],
    ['progress.reported', '/data/commitment', 'eap-2001/b2', 'eap-2001'],
    ['code_of_conduct.signed', '/data/code', 'tourism-code', 'eap-2001'],
    ['plan.adopted', '/data/themes', 'recovery', 'eap-2001'],
  ]) {
    await page.selectOption('label.desk-form select', type);
    await offers(pointer, id);
    assert.ok(await withheld(pointer, other), `${type} ${pointer} offers ${other}`);
  }
  await context.close();
});

test('one prepares, another approves, and the record names both; what one prepared one does not approve', { skip: mute }, async () => {
  const one = await signedIn('/desk?part=write&type=plan.adopted', 'prepare');
  await one.page.fill(`${at('/data/title')} input`, `Plan of two ${run} (invented)`);
  await one.page.selectOption(`${at('/data/scope')} select`, 'national');
  await one.page.fill(`${at('/data/adopted_on')} input`, '2022');
  await one.page.click('.desk-acts [type="submit"]');
  await one.page.waitForSelector('.desk-outcome [data-decision="draft"]');
  const id = await one.page.getAttribute('.desk-outcome', 'data-id');
  await part(one.page, 'drafts');
  const mine = one.page.locator(`[data-draft="${id}"]`);
  await mine.locator('button').first().click();
  await mine.locator('.desk-data').waitFor();
  assert.equal(await mine.getByText('Approve and send').count(), 0);

  const two = await signedIn('/desk?part=drafts', 'approve');
  const theirs = two.page.locator(`[data-draft="${id}"]`);
  await theirs.locator('button').first().click();
  await theirs.locator('textarea').fill('Say which framework it covers.');
  await theirs.getByRole('button', { name: 'Give it back' }).click();
  await two.page.locator('[aria-labelledby="drafts-returned"]', { has: theirs }).waitFor();

  await one.page.reload();
  await mine.getByText('Say which framework it covers.').waitFor();
  await mine.locator('button').first().click();
  await mine.getByRole('button', { name: 'Change it' }).click();
  await one.page.fill(`${at('/data/covers')} input`, 'eap-2001');
  await one.page.click('.desk-acts [type="submit"]');
  await one.page.waitForSelector('.desk-outcome [data-decision="draft"]');

  await two.page.reload();
  await two.page.locator('[aria-labelledby="drafts-waiting"]', { has: theirs }).waitFor();
  await theirs.locator('button').first().click();
  await theirs.getByText(`Plan of two ${run} (invented)`).waitFor();
  await theirs.getByRole('button', { name: 'Approve and send' }).click();
  await two.page.locator('[aria-labelledby="drafts-sent"]', { has: theirs }).waitFor();
  const { rollcallpreparedby, rollcallapprovedby, data } = await record(id);
  assert.equal(rollcallpreparedby, await credentialOf(WHO, 'prepare'));
  assert.equal(rollcallapprovedby, await credentialOf(WHO, 'approve'));
  assert.deepEqual(data.covers, ['eap-2001']);
  assert.deepEqual([...one.wrongs, ...two.wrongs], []);
  await one.context.close();
  await two.context.close();
});

test('the desk is worked by keyboard alone', { skip: mute }, async () => {
  const { page, context } = await signedIn('/desk?part=write');
  await page.focus('.desk-parts a');
  const seen = new Set();
  for (let i = 0; i < 6; i++) {
    seen.add(await page.evaluate(() => document.activeElement.tagName + getComputedStyle(document.activeElement).outlineStyle));
    await page.keyboard.press('Tab');
  }
  assert.ok([...seen].every((s) => !s.endsWith('none')), [...seen].join());
  await page.selectOption('label.desk-form select', 'treaty.signed');
  await page.focus(`${at('/data/instrument')} input`);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /refused/.test(document.querySelector('.desk-told')?.textContent ?? ''));
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-invalid')), 'true');
  await context.close();
});

test('every part reads at a phone’s and a desk’s width, light and dark', { skip: mute, timeout: 150_000 }, async () => {
  const { page, context, wrongs } = await signedIn('/desk', 'approve');
  const parts = [['sent&state=refused', '#sent-list table'], ['write', '#write select'], ['write&type=meeting.agenda_set', '#form form'], ['sheet', '.desk-drop'], ['drafts', '#drafts[aria-busy="false"]']];
  for (const [name, ready] of parts) {
    await page.goto(`${url}/desk?part=${name}`);
    await page.waitForSelector(ready);
    await settled(page);
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        wrongs.push(...(await axe(page)).map((wrong) => `${name} at ${width} px, ${colorScheme}: ${wrong}`));
      }
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (sideways > 0) wrongs.push(`${name} at ${width} px: scrolls sideways by ${sideways} px`);
    }
  }
  assert.deepEqual(wrongs, []);
  await context.close();
});
