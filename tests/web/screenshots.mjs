// node screenshots.mjs [PART OF A NAME]: pictures of every page as ROLLCALL_URL serves it, in the ways people look at it,
// into screenshots/ (which git ignores), to be looked at by eye. Not a test.
import { mkdirSync } from 'node:fs';
import { launch, url } from './browser.mjs';

const REGION = 'region=example-archipelago&framework=eap-2001';
const PAGES = {
  region: `/?${REGION}`, 'region-58': '/?region=europe-central-asia&framework=eca-2008', map: '/?region=east-asia-pacific&framework=eap-2001&map=yes', why: `/?${REGION}&why=XAB/eap-2001/b2`,
  country: `/countries/XAB?${REGION}`, commitment: `/commitments/eap-2001/b2?${REGION}`, instruments: '/instruments', instrument: '/instruments/opsc', plans: `/plans?${REGION}`,
  'focal-points': `/focal-points?${REGION}`, programmes: `/programmes?${REGION}`, 'code-of-conduct': '/code-of-conduct', company: '/code-of-conduct/example-hotel', indicators: `/indicators?${REGION}`,
  youth: `/youth?${REGION}`, organisation: '/organisations/example-ngo', meetings: '/meetings', meeting: '/meetings/example-2006', changes: `/changes?${REGION}`, activity: '/activity', reminders: `/reminders?${REGION}`,
  desk: '/desk', nowhere: '/nowhere',
};
const WAYS = {
  light: {}, dark: { colorScheme: 'dark' }, phone: { viewport: { width: 360, height: 740 } }, projector: { viewport: { width: 1920, height: 1080 } }, arabic: { lang: 'ar' }, print: { media: 'print' },
};

const out = new URL('screenshots/', import.meta.url).pathname;
mkdirSync(out, { recursive: true });
const browser = await launch();
for (const [name, path] of Object.entries(PAGES)) {
  if (!name.includes(process.argv[2] ?? '')) continue;
  for (const [way, { lang, media, ...options }] of Object.entries(WAYS)) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    await page.goto(url + path + (lang ? `${path.includes('?') ? '&' : '?'}lang=${lang}` : ''));
    await page.waitForSelector('#matter[aria-busy="false"], #matter.state, main:not([aria-busy])', { timeout: 20_000 }).catch(() => console.log(`${name} ${way}: not settled`));
    await page.waitForLoadState('networkidle');
    if (media) await page.emulateMedia({ media });
    await page.screenshot({ path: `${out}${name}-${way}.png`, fullPage: true });
    await context.close();
  }
  console.log(name);
}
await browser.close();
