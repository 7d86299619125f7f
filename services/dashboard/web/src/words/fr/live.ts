import { plural } from '../../say';
import type { Section } from '../../language';

export const live: Section<'live'> = {
  live: 'En direct',
  joining: 'Connexion …',
  lost: 'Connexion perdue',
  paused: 'Pas en direct',
  refused: 'Pas en direct',
  follow: 'Suivre en direct',
  pause: 'Pause',
  toPresent: 'Montrer le présent',
  held: 'Cette page est arrêtée à un jour ou à un moment passé, où rien de nouveau ne peut arriver.',
  lastEvent: (ago: string) => `Le dernier fait a été appris ${ago}.`,
  noneYet: 'Aucun fait n’est arrivé depuis que vous suivez.',
  heard: (ago: string) => `Le serveur s’est manifesté ${ago}.`,
  empty: 'Ce qu’un partenaire soumet apparaît ici moins d’une seconde après son admission.',
  fallenOut: (n: number) => plural(n, { one: '# plus ancien n’est plus listé ici ; relire la page le montre à sa place.', other: '# plus anciens ne sont plus listés ici ; relire la page les montre à leur place.' }),
  arrived: (shown: string, n: number) => plural(n, { one: 'Un fait nouveau :', other: `${shown} faits nouveaux, le dernier :` }),
  toldBy: (name: string, standing: string) => `dit par ${name} (${standing})`,
  record: (position: string) => `enregistrement ${position}`,
  about: (relation: string, what: string) => `${relation} ${what}`,
  since: (type: string, position: string) => `depuis : ${type}, ${position}`,
  relations: {
    corrects: 'corrige', retracts: 'retire', corroborates: 'confirme', disputes: 'conteste', ends: 'met fin à', revises: 'révise', evaluates: 'évalue',
    reports_on: 'rend compte de', withdraws: 'retire',
  },
};
