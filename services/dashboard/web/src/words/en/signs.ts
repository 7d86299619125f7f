// The signs of a cell and what they mean (parts/signs.tsx).
import { date } from '../../say';

export const signs = {
  met: { letter: 'M', label: 'Met', meaning: 'All of the evidence, in time or without a date to keep' },
  met_late: { letter: 'ML', label: 'Met late', meaning: 'All of the evidence, some of it after the date' },
  in_progress: { letter: 'I', label: 'In progress', meaning: 'Some of the evidence; no date has passed' },
  lapsed: { letter: 'L', label: 'Lapsed', meaning: 'Met once; what met it has ended' },
  overdue: { letter: 'O', label: 'Overdue', meaning: 'The date passed, and what is recorded does not meet it' },
  overdue_silent: { letter: 'O', label: 'Overdue, no evidence', meaning: 'The date passed, and nothing is recorded' },
  open_told: { letter: 'R', label: 'Recorded, not met', meaning: 'What is recorded does not meet it; no date has passed' },
  silent: { letter: '·', label: 'No evidence', meaning: 'Nothing is recorded. That is not a “no”' },
  since: (day: string) => `since ${date(day)}`,
  disputed: 'disputed',
  toldBy: { authority: 'told by the authority', monitor: 'told by a monitor', other: 'told by others' },
  standing: { authority: 'authority', monitor: 'monitor', other: 'others' },
  join: ', ',
  whoTells: 'The line under a sign says who tells it:',
  authorityLong: 'the authority on it (government, depositary)',
  monitorLong: 'a monitor',
  otherLong: 'others',
  whatMeans: 'What each sign means',
};
