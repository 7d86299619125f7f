// The page as a reader meets it, in a real browser before a real server (tests/web/run).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asMatrix, csv, door, kindOf, launch, matrix, open, settled, url } from './browser.mjs';

const ARCHIPELAGO = '/v1/regions/example-archipelago/scorecard?framework=eap-2001';
const view = (more = '') => '/?region=example-archipelago&framework=eap-2001' + more;
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const region of ['east-asia-pacific', 'example-archipelago'])
  test(`the matrix of ${region} shows what the API's CSV says, cell by cell and in its counts`, async () => {
    const rows = await csv(`/v1/regions/${region}/scorecard?framework=eap-2001`);
    assert.ok(rows.length > 0);
    const { page, context, wrongs } = await open(browser, `/?region=${region}&framework=eap-2001`);
    assert.deepEqual(await matrix(page), asMatrix(rows));
    const shown = await page.$$eval('.counts li', (list) => Object.fromEntries(list.map((li) => [li.dataset.kind, Number(li.querySelector('.number').textContent.replaceAll(',', ''))])));
    for (const [kind, count] of Object.entries(shown)) assert.equal(count, rows.filter((row) => kindOf(row) === kind).length, kind);
    assert.equal(Object.values(shown).reduce((a, b) => a + b), rows.length);
    assert.equal(await page.locator('.cell .flag').count(), rows.filter((row) => row.disputed === 'yes').length);
    assert.deepEqual(wrongs, []);
    await context.close();
  });

test('without anything in the address it shows East Asia and the Pacific and its plan of 2001', async () => {
  const { page, context } = await open(browser, '/');
  assert.deepEqual(await matrix(page), asMatrix(await csv('/v1/regions/east-asia-pacific/scorecard?framework=eap-2001')));
  assert.match(await page.textContent('h1'), /East Asia and the Pacific/);
  await context.close();
});

test('as_of in the address is the day shown, and turning the date turns the address and the matrix', async () => {
  const eve = asMatrix(await csv(ARCHIPELAGO + '&as_of=2001-12-17'));
  const later = asMatrix(await csv(ARCHIPELAGO + '&as_of=2006-01-01'));
  assert.notDeepEqual(eve, later);
  const { page, context } = await open(browser, view('&as_of=2001-12-17'));
  assert.deepEqual(await matrix(page), eve);
  assert.match(await page.textContent('.clock'), /17 December 2001/);
  await page.getByLabel('As it stood on', { exact: true }).and(page.locator('input')).fill('2006-01-01');
  await page.waitForURL(/as_of=2006-01-01/);
  assert.deepEqual(await matrix(page), later);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('.clock').textContent.includes('17 December 2001'));
  assert.deepEqual(await matrix(page), eve);
  await context.close();
});

test('the panel of evidence opens, reads and closes by keyboard alone', async () => {
  const { page, context } = await open(browser, view());
  await settled(page);
  await page.locator('.cell[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const target = await page.$$eval('.cell', (cells) => { const c = cells.find((x) => x.dataset.status === 'met'); return [Number(c.dataset.row), Number(c.dataset.column), c.dataset.cell]; });
  await page.keyboard.press('Home');
  for (let i = 0; i < target[0]; i++) await page.keyboard.press('ArrowDown');
  for (let i = 0; i < target[1]; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('.events').waitFor();
  const [country, framework, item] = target[2].split('/');
  const cell = await (await fetch(`${url}/v1/countries/${country}/commitments/${framework}/${item}`)).json();
  const text = await dialog.innerText();
  assert.ok(cell.events.length > 0);
  for (const told of cell.events) assert.ok(text.includes(`Record ${told.position}`), told.position);
  assert.ok(text.includes(cell.commitment.wording));
  assert.ok(new URL(page.url()).searchParams.get('why') === target[2]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.cell), target[2]);
  await context.close();
});

test('no evidence is said to be no evidence, with what would fill it', async () => {
  const rows = await csv(ARCHIPELAGO);
  for (const rule of ['eap-2001/r3', 'eap-2001/r4']) {  // acts can fill the one, only a report the other
    const silent = rows.find((row) => row.commitment === rule && !row.events);
    const { page, context, wrongs } = await open(browser, view(`&why=${silent.country}/${rule}`));
    await page.locator('select').last().locator('option').nth(1).waitFor({ state: 'attached' });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('would fill it').waitFor();
    assert.match(await dialog.innerText(), /No evidence/);
    assert.equal(await dialog.locator('section li').count() > 0, rule === 'eap-2001/r3');
    assert.deepEqual(wrongs, []);
    await context.close();
  }
});

test('a country’s page lists its cells as the API’s CSV does', async () => {
  const rows = await csv('/v1/countries/XAB');
  const { page, context, wrongs } = await open(browser, view());
  await settled(page);
  await page.locator('a[href*="/countries/XAB"]').first().click();
  await page.waitForURL(/\/countries\/XAB/);
  await page.locator('.list').first().waitFor();
  assert.deepEqual(await page.$$eval('.list tr[data-cell]', (list) => list.map((tr) => `${tr.dataset.cell} ${tr.dataset.status}`).sort()), asMatrix(rows));
  assert.match(await page.textContent('h1'), /invented/);
  await page.reload();
  await page.locator('.list').first().waitFor();
  assert.deepEqual(wrongs, []);
  await context.close();
});

test('a script in what an event says stays letters', async () => {
  const evil = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';
  const { page, context } = await open(browser, null);
  await page.route('**/v1/countries/*/commitments/**', async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    for (const told of answer.events) Object.assign(told, { id: evil, actor: evil, data: { ...told.data, summary: evil, title: [evil], plan: { [evil]: evil } } });
    answer.commitment.wording = evil;
    await route.fulfill({ response, json: answer });
  });
  const told = (await csv(ARCHIPELAGO)).find((row) => row.events);
  await page.goto(url + view(`&why=${told.country}/${told.commitment}`));
  await page.getByRole('dialog').locator('.events').waitFor();
  assert.ok((await page.getByRole('dialog').innerText()).includes(evil));
  assert.equal(await page.locator('dialog script, dialog img').count(), 0);
  assert.equal(await page.evaluate(() => window.broken), undefined);
  await context.close();
});

test('when the server is gone the page says so, keeps what it has, and recovers by itself', async () => {
  const entrance = await door();
  const { page, context } = await open(browser, null);
  await page.goto(entrance.url + view());
  const before = await matrix(page);
  await entrance.shut();
  await page.locator('.gone').waitFor({ timeout: 30_000 });
  assert.match(await page.textContent('.gone'), /does not answer/);
  assert.deepEqual(await page.$$eval('.matrix .cell', (cells) => cells.map((c) => `${c.dataset.cell} ${c.dataset.status}`).sort()), before);
  await entrance.open();
  await page.locator('.gone').waitFor({ state: 'detached', timeout: 30_000 });
  assert.deepEqual(await matrix(page), before);
  await context.close();
  await entrance.shut();
});
