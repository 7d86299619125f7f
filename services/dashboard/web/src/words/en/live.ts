// What lands as it lands, and single things that happened.
import { plural } from '../../say';

const relations: Record<string, string> = {
  corrects: 'corrects', retracts: 'retracts', corroborates: 'corroborates', disputes: 'disputes', ends: 'ends', revises: 'revises', evaluates: 'evaluates',
  reports_on: 'reports on', withdraws: 'withdraws',
};

export const live = {
  live: 'Live',
  joining: 'Joining …',
  lost: 'Connection lost',
  paused: 'Not live',
  refused: 'Not live',
  follow: 'Follow live',
  pause: 'Pause',
  toPresent: 'Show the present',
  held: 'This page is held at an earlier day or moment, where nothing new can arrive.',
  lastEvent: (ago: string) => `The last event was learned ${ago}.`,
  noneYet: 'No event has arrived since you began to follow.',
  heard: (ago: string) => `The server last spoke ${ago}.`,
  empty: 'Whatever a partner submits appears here within a second of being admitted.',
  fallenOut: (n: number) => plural(n, { one: '# earlier one is no longer listed here; reading the page again shows it in its place.', other: '# earlier ones are no longer listed here; reading the page again shows them in their place.' }),
  arrived: (shown: string, n: number) => plural(n, { one: 'One new event:', other: `${shown} new events, the latest:` }),
  toldBy: (name: string, standing: string) => `told by ${name} (${standing})`,
  record: (position: string) => `record ${position}`,
  about: (relation: string, what: string) => `${relation} ${what}`,
  since: (type: string, position: string) => `since then: ${type}, ${position}`,
  relations,
};
