// One go over a sheet: its rows checked, or sent, portion by portion. What was told of a row is kept at the row, so whoever
// goes on after a break goes on with the rows without an answer; what had arrived of them counts once, by its id.
import type { Way } from './post';
import { sendRows, settle } from './post';
import { portionsOf, type Sheet, sizeOf } from './sheet';
import { againTogether } from './together';

const A_CHECK = 900_000, A_SENDING = 256_000, MOST_ROWS = 5_000, MOST_DRAFTS = 500;

export interface Run extends Omit<Way, 'onProgress'> { drafting: boolean; moved: (share: number) => void }

export const unanswered = (sheet: Sheet): number[] => [...sheet.rows.keys()].filter((i) => !sheet.rows[i]!.mended && !sheet.rows[i]!.told);
export function forget(sheet: Sheet): void {
  for (const row of sheet.rows) if (!row.mended) row.told = null;
}

export async function run(sheet: Sheet, way: Run): Promise<void> {
  const most = way.dryRun ? A_CHECK : A_SENDING, mostRows = way.drafting ? MOST_DRAFTS : MOST_ROWS;
  const portions = portionsOf(sheet, unanswered(sheet), most, mostRows);
  const whole = portions.reduce((sum, portion) => sum + sizeOf(sheet, portion), 0);
  let before = 0;
  for (const portion of portions) {
    const size = sizeOf(sheet, portion);
    const told = await sendRows(sheet, portion, { ...way, onProgress: (loaded) => way.moved((before + Math.min(loaded, size)) / whole) });
    const known = way.dryRun ? told : await settle(way.token, told);
    for (const [i, at] of portion.entries()) sheet.rows[at]!.told = known[i]!;
    before += size;
    way.moved(before / whole);
  }
  if (way.dryRun && (portions.length > 1 || sheet.format === 'lines')) await judgeTogether(sheet, { ...way, onProgress: () => {} }, most, mostRows);
}

async function judgeTogether(sheet: Sheet, way: Way, most: number, mostRows: number): Promise<void> {
  for (const { asked, rows } of againTogether(sheet, most, mostRows)) {
    const told = await sendRows(sheet, rows, way);
    for (const at of asked) sheet.rows[at]!.told = told[rows.indexOf(at)]!;
  }
}
