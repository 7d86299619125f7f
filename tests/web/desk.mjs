// What the tests of the partner desk share: someone signed in at it, and the ledger's record of what they told.
import { open, url } from './browser.mjs';
import { tokenOf } from './speaker.mjs';

export const WHO = 'example-government-xab';
export const SOURCE = `https://rollcall.example/stakeholders/${WHO}`;
export const run = Date.now().toString(36);

export async function atDesk(browser, path = '/desk', duty = '', options = {}, who = WHO) {
  const opened = await open(browser, path, options);
  const token = await tokenOf(who, duty);
  await opened.page.fill('.sign-in input', token);
  await opened.page.keyboard.press('Enter');
  await opened.page.waitForSelector('.desk-who');
  return { ...opened, token };
}
export const part = (page, name) => page.click(`.desk-parts a[href*="part=${name}"]`);
export const at = (pointer) => `[data-pointer="${pointer}"]`;
export const record = async (id) => (await fetch(`${url}/v1/events/${encodeURIComponent(SOURCE)}/${encodeURIComponent(id)}`)).json();
