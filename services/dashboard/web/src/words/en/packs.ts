// The meeting pack to download.
import { count } from '../../say';

export const packs = {
  title: 'The pack',
  next: 'Next meeting:', underWay: 'Under way:', last: 'Last meeting:', its: 'its pack:',
  what: 'Agenda, contributions, recommendations, the scorecard, what is overdue, what changed since the meeting before, focal points and open disputes. No contact details.',
  short: { html: 'page', xlsx: 'XLSX', csv: 'CSV', json: 'JSON' },
  forms: { html: 'A page to read and print (HTML)', xlsx: 'A workbook (XLSX)', csv: 'Tables (CSV, zipped)', json: 'For programs (JSON)', manifest: 'What it is made of (manifest)' },
  size: (bytes: number) => `${count(Math.max(1, Math.round(bytes / 1024)))} kB`,
  sum: 'SHA-256 of the file',
  moving: 'These links make it from what the ledger holds when they are followed.',
  held: 'These links make it from what the ledger held at the position in this page’s address.',
  pin: 'Pin it, and show the sum of each file',
  pinned: (day: string) => `Pinned: as it stood on ${day}, by what the ledger held at this position. These links give the same bytes whenever they are followed; the sums prove it.`,
};
