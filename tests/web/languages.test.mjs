// The page in its six languages: what the document says of itself, that the interface's words are the language's own, and
// that it counts as the language counts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, settled, url } from './browser.mjs';

const VIEW = 'region=example-archipelago&framework=eap-2001';
// The matrix and the sign of what is met by their names, and 1, 2, 5 and 21 days as what falls due within them is spoken of.
const LANGUAGES = {
  en: { dir: 'ltr', matrix: 'Matrix', met: 'Met', days: ['1 day', '2 days', '5 days', '21 days'] },
  fr: { dir: 'ltr', matrix: 'Matrice', met: 'Tenu', days: ['1 jour', '2 jours', '5 jours', '21 jours'] },
  es: { dir: 'ltr', matrix: 'Matriz', met: 'Cumplido', days: ['1 día', '2 días', '5 días', '21 días'] },
  ru: { dir: 'ltr', matrix: 'Матрица', met: 'Выполнено', days: ['1 день', '2 дня', '5 дней', '21 день'] },
  zh: { dir: 'ltr', matrix: '矩阵', met: '已履行', days: ['1 天内到期', '2 天内到期', '5 天内到期', '21 天内到期'] },
  ar: { dir: 'rtl', matrix: 'المصفوفة', met: 'موفى به', days: ['يوم واحد', 'يومين', '5 أيام', '21 يوماً'] },
};
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

// The interface's own words on a page: navigation, labels, buttons, headings of tables; what the ledger tells is left out.
async function spoken(page) {
  return page.$$eval('nav a, label, button, th, h2, legend, summary', (all) => {
    const words = all.map((one) => {
      const copy = one.cloneNode(true);
      for (const told of copy.querySelectorAll('.told, bdi, [lang="en"], sup, option')) told.remove();
      return copy.textContent.replace(/[\u2066-\u2069]/g, '').trim();
    });
    return [...new Set(words)].filter((text) => text.length > 1);
  });
}

const PATHS = ['/', '/changes', '/countries/XAB', '/instruments/opsc', '/meetings', '/code-of-conduct'];
const LABELS = [
  'Matrix', 'Changes', 'Plans', 'Focal points', 'Programmes', 'Youth', 'What falls due', 'Meetings', 'Treaties', 'Region', 'Framework', 'As it stood on', 'By what was known on', 'Commitment', 'Country', 'Status',
  'Told by', 'In numbers', 'What each sign means', 'Show more', 'From', 'To', 'All meetings in time', 'Country by country', 'Play from 1996',
];

for (const [tag, expected] of Object.entries(LANGUAGES))
  test(`in ${tag} the document says its language and direction, and its labels are that language's`, async () => {
    const { page, context, wrongs } = await open(browser, `/?${VIEW}&lang=${tag}`);
    await settled(page);
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [tag, expected.dir]);
    assert.ok((await spoken(page)).includes(expected.matrix), `the matrix is called ${expected.matrix}`);
    assert.match(await page.textContent('.counts li[data-kind="met"]'), new RegExp(expected.met));
    assert.deepEqual(wrongs, []);
    await context.close();
  });

// French and English share a few words (Plans, Programmes); those are no fault.
const SHARED = { fr: ['Plans', 'Programmes'] };
for (const tag of Object.keys(LANGUAGES).filter((one) => one !== 'en'))
  test(`no page says in English what it can say in ${tag}, and none is wider than its window`, async () => {
    const { page, context } = await open(browser, null, { viewport: { width: 390, height: 844 } });
    for (const path of PATHS) {
      await page.goto(new URL(`${path}?${VIEW}&lang=${tag}`, url).href);
      await settled(page);
      const english = (await spoken(page)).filter((text) => LABELS.includes(text) && !(SHARED[tag] ?? []).includes(text));
      assert.deepEqual(english, [], `${path} in ${tag}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} in ${tag} fits a phone`);
    }
    await context.close();
  });

for (const [tag, { days }] of Object.entries(LANGUAGES))
  test(`1, 2, 5 and 21 days are counted as ${tag} counts`, async () => {
    const { page, context } = await open(browser, null);
    for (const [i, within] of [1, 2, 5, 21].entries()) {
      await page.goto(new URL(`/reminders?${VIEW}&state=due&within=${within}&lang=${tag}`, url).href);
      await settled(page);
      const said = (await page.textContent('#matter')).replace(/\u00a0/g, ' ');
      assert.match(said, new RegExp(`(?<!\\d)${days[i]}(?!\\p{L})`, 'u'), `${within} in ${tag}`);
    }
    await context.close();
  });
