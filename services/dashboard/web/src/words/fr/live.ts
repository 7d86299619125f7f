import { plural } from '../../say';
import type { Section } from '../../language';

export const live: Section<'live'> = {
  live: 'En direct',
  joining: 'Connexion…',
  lost: 'Connexion perdue',
  paused: 'Hors direct',
  refused: 'Hors direct',
  follow: 'Suivre en direct',
  pause: 'Pause',
  toPresent: 'Afficher la situation actuelle',
  held: 'Cette page est arrêtée à une date ou à un moment passés, où rien de nouveau ne peut arriver.',
  lastEvent: (ago: string) => `Le dernier événement a été enregistré ${ago}.`,
  noneYet: 'Aucun événement n’est arrivé depuis que vous suivez.',
  heard: (ago: string) => `Dernier signe du serveur : ${ago}.`,
  empty: 'Ce qu’un partenaire soumet apparaît ici moins d’une seconde après son admission.',
  fallenOut: (n: number) => plural(n, { one: '# événement plus ancien n’est plus affiché ici ; rechargez la page pour le voir à sa place.', other: '# événements plus anciens ne sont plus affichés ici ; rechargez la page pour les voir à leur place.' }),
  arrived: (shown: string, n: number) => plural(n, { one: 'Un nouvel événement :', other: `${shown} nouveaux événements, le dernier :` }),
  toldBy: (name: string, standing: string) => `selon ${name} (${standing})`,
  record: (position: string) => `enregistrement ${position}`,
  about: (relation: string, what: string) => `${relation} ${what}`,
  since: (type: string, position: string) => `depuis : ${type}, ${position}`,
  relations: {
    corrects: 'corrige', retracts: 'retire', corroborates: 'corrobore', disputes: 'conteste', ends: 'met fin à', revises: 'révise', evaluates: 'évalue',
    reports_on: 'rend compte de', withdraws: 'retire',
  },
};
