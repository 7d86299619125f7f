// The panel of evidence behind a cell.
import { date, moment, plural } from '../../say';

const sources = (n: number) => plural(n, { one: '# source', other: '# sources' });

export const evidence = {
  due: (day: string) => `Due ${date(day)}.`,
  noDue: 'No date was set.',
  saidOf: (actors: string, paragraph: string) => `Said of ${actors}; ${paragraph}.`,
  onReport: (n: number) => `It stands on a report, not on an act, from ${sources(n)}.`,
  onAct: (n: number) => `It stands on what was done, told by ${sources(n)}.`,
  none: 'No evidence',
  nobody: 'Nobody has told the ledger anything about this promise. It may have been kept all the same.',
  nothingStands: 'What was told about this promise was withdrawn; nothing else is recorded. It may have been kept all the same.',
  wouldFill: 'What would fill it:',
  onlyReport: 'No single act can prove it. A report on progress by the government, a monitor or another source would fill it.',
  title: 'The evidence, as it was learned',
  toCommitment: 'Who else promised this, and who has met it',
  voices: (n: number) => `What ${plural(n, { one: '# stakeholder says', other: '# stakeholders say' })}`,
  kindAndStanding: (kind: string, standing: string) => (kind ? `${kind}; ${standing}` : standing),
  counts: { authority: 'the authority on it', monitor: 'a monitor', other: 'another voice' },
  says: {
    act: 'acted', ends: 'ended it', corrects: 'corrected itself', corroborates: 'says so too', disputes: 'disputes it', met: 'says that it is met',
    partly_met: 'says that it is met in part', not_met: 'says that it is not met',
  },
  asCorrected: ' (as corrected)',
  correction: (what: string) => `Corrected: ${what.toLowerCase()}`,
  about: (what: string) => `About ${what}.`,
  speaksOf: 'Speaks of:',
  tells: (standing: string, learned: string, days: number | null) =>
    `${standing}; learned ${learned}${days === null || days < 1 ? '' : days < 60 ? `, ${plural(days, { one: '# day', other: '# days' })} after` : days < 730 ? `, ${plural(Math.round(days / 30.44), { one: '# month', other: '# months' })} after` : `, ${plural(Math.floor(days / 365.25), { one: '# year', other: '# years' })} after`}.`,
  correctedLater: 'Corrected:',
  disputedLater: 'Disputed:',
  corroboratedLater: 'Confirmed:',
  reason: 'The reason given:',
  record: (position: string) => `Record ${position}`,
  recordItself: 'The record’s own bytes',
  bytes: 'The record as JSON',
  withdrawn: 'Told once, and withdrawn',
  withdrawnOn: (when: string) => `Withdrawn, as the ledger learned ${when}.`,
  withdrawalRecord: (position: string) => `Its withdrawal ${position}`,
  withdrawnUnread: (most: string) => `Of the withdrawals that may bear on this promise, only the newest ${most} are read here.`,
  withdrawnAll: 'All withdrawals about this country',
  organisations: (n: number) => `By ${plural(n, { one: '# organisation active here', other: '# organisations active here' })}`,
  elsewhere: 'The same promise in other frameworks',
  nothing: 'nothing',
  copy: 'Copy the link to this cell',
  // A record's attributes (CloudEvents and the ledger's marks).
  attributes: {
    specversion: 'CloudEvents', id: 'Id', source: 'Source', type: 'Type', subject: 'About', time: 'Held at', datacontenttype: 'Content', dataschema: 'Schema', sequence: 'Place in its lane',
    recordedtime: 'Learned', partitionkey: 'Lane by', rollcallactor: 'Told by', rollcallstanding: 'Counts as', rollcallepoch: 'Epoch', rollcallnonce: 'Fence', rollcallinbox: 'Inbox offset', rollcallregistry: 'Registry records known',
    rollcallpayload: 'Hash of the payload',
  } as Record<string, string>,
  asOf: (day: string, known: string) => `As of ${date(day)}, by what was known on ${moment(known)}.`,
  json: 'This as JSON',
  yes: 'yes',
  no: 'no',
};
