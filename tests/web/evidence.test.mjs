// The panel behind a cell: all that explains it, who says so, what was corrected, disputed or withdrawn, and the records.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csv, launch, open, url } from './browser.mjs';

const view = (cell, more = '') => `/?region=example-archipelago&framework=eap-2001&why=${cell}${more}`;
const cellOf = async (cell) => { const [country, ...commitment] = cell.split('/'); return (await fetch(`${url}/v1/countries/${country}/commitments/${commitment.join('/')}`)).json(); };
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function panel(cell, more) {
  const opened = await open(browser, view(cell, more));
  const dialog = opened.page.getByRole('dialog');
  await dialog.locator('.verdict').waitFor();
  return { ...opened, dialog };
}

test('a claim and its dispute stand side by side, each with who says it', async () => {
  const { page, context, dialog, wrongs } = await panel('XAC/eap-2001/a1');
  const { voices } = await cellOf('XAC/eap-2001/a1');
  const cards = dialog.locator('.voices > li');
  assert.equal(await cards.count(), new Set(voices.map((v) => v.told_by.actor)).size);
  const text = await dialog.locator('.voices').innerText();
  for (const voice of voices) assert.ok(text.includes(voice.statement), voice.statement);
  assert.ok((await cards.first().boundingBox()).y === (await cards.last().boundingBox()).y);
  assert.match(await dialog.locator('.events').innerText(), /Disputed:/);
  assert.deepEqual(wrongs, []);
  await context.close();
  assert.ok(page);
});

test('a correction shows what it said before, what it says now, and why', async () => {
  const { context, dialog } = await panel('XAG/eap-2001/b1');
  const change = dialog.locator('.change').first();
  assert.equal(await change.locator('del').innerText(), '20 November 2005');
  assert.equal(await change.locator('ins').innerText(), '20 November 2004');
  await dialog.getByText('The day of publication was given instead of the day of adoption.').waitFor();
  assert.match(await dialog.locator('.superseded').innerText(), /Corrected: 22 February 2007/);
  await context.close();
});

test('what was told and withdrawn is still told, with its withdrawal and the reason', async () => {
  const { context, dialog } = await panel('XAG/eap-2001/d2');
  await dialog.getByText('The bill had been passed by one chamber only.').waitFor();
  assert.match(await dialog.innerText(), /withdrawn[\s\S]*A child protection act is in force\.[\s\S]*5 April 2007/);
  const links = await dialog.locator('.superseded a[href^="/v1/events/"]').evaluateAll((list) => list.map((a) => a.getAttribute('href')));
  assert.equal(links.length, 2);
  for (const link of links) assert.equal((await fetch(url + link)).status, 200);
  await context.close();
});

test('before the withdrawal was learned, the report stands', async () => {
  const { context, dialog } = await panel('XAG/eap-2001/d2', '&known_at=2007-03-31');
  await dialog.locator('.events').waitFor();
  assert.match(await dialog.locator('.verdict').innerText(), /Met, since 31 December 2006/);
  assert.equal(await dialog.locator('del').count(), 0);
  await context.close();
});

test('each event shows when it held, when it was learned, and its record, word for word the ledger’s', async () => {
  const cell = await cellOf('XAB/eap-2001/b2');
  const { context, dialog } = await panel('XAB/eap-2001/b2');
  await dialog.locator('.events > li').first().waitFor();
  assert.equal(await dialog.locator('.events > li').count(), cell.events.length);
  const first = dialog.locator('.events > li').first();
  assert.match(await first.innerText(), /1 June 2003[\s\S]*22 June 2003, 21 days after/);
  await first.locator('summary').click();
  await first.locator('pre').waitFor();
  const record = await (await fetch(url + (await first.locator('.record a').getAttribute('href')))).json();
  assert.deepEqual(JSON.parse(await first.locator('pre').innerText()), record);
  assert.ok((await first.locator('dl').last().innerText()).includes(record.rollcallpayload));
  await context.close();
});

test('the panel leads to the country, to the commitment, and to the same promise elsewhere', async () => {
  const { page, context, dialog } = await panel('XAB/eap-2001/b2');
  await dialog.locator('.cells').waitFor();
  assert.match(await dialog.locator('h2 a').getAttribute('href'), /^\/countries\/XAB\?/);
  assert.match(await dialog.locator('.wording a').getAttribute('href'), /^\/commitments\/eap-2001\/b2\?/);
  const { same_promise } = await cellOf('XAB/eap-2001/b2');
  assert.equal(await dialog.locator('.cells > li').count(), same_promise.length);
  await dialog.locator('.cells a').first().click();
  await page.waitForURL((to) => to.searchParams.get('why') === `XAB/${same_promise[0].commitment}`);
  await context.close();
});

test('a promise that companies keep lists their cells', async () => {
  const cell = await cellOf('XAB/tourism-code/c1');
  const { context, dialog } = await panel('XAB/tourism-code/c1');
  assert.equal(await dialog.locator('.cells > li').count(), cell.organisations.length);
  await context.close();
});

test('a thing with evidence in the matrix opens with that evidence in the panel', async () => {
  const told = (await csv('/v1/regions/example-archipelago/scorecard?framework=eap-2001')).filter((row) => row.events).at(-1);
  const { context, dialog } = await panel(`${told.country}/${told.commitment}`);
  for (const place of told.events.split(/[ ,;]+/)) assert.ok((await dialog.innerText()).includes(`Record ${place}`), place);
  await context.close();
});
