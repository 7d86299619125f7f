import { plural, span } from '../../say';
import type { Section } from '../../language';

export const meetings: Section<'meetings'> = {
  title: 'Réunions',
  deck: 'Où des promesses ont été faites puis réexaminées : les congrès mondiaux, et ce que les régions ont fait entre-temps.',
  lanes: 'L’une après l’autre',
  lanesHint: 'Un trait mène d’une réunion à celle qui a repris ses recommandations, ou qu’elle a désignée comme la suivante.',
  world: 'Tous les États',
  list: 'Toutes les réunions, par date',
  count: (n: number) => plural(n, { one: '# réunion', other: '# réunions' }),
  when: 'Quand', what: 'Réunion', where: 'Lieu', whose: 'Pour', adopted: 'A adopté', follows: 'Fait suite à', pack: 'Dossier', nextAfter: 'à la suite de',
  days: (from: string, to: string) => span(from, to),
  spot: (place: string, title: string, from: string, to: string) => `${place} : ${title}, ${span(from, to)}`,
  state: { announced: 'annoncée', under_way: 'en cours', held: '' },
  picture: (n: number) => plural(n, { one: '# réunion placée sur une frise chronologique ; le tableau ci-dessous l’énumère.', other: '# réunions placées sur une frise chronologique ; le tableau ci-dessous les énumère.' }),
  nothing: '–',
  untold: 'Ni la date ni le lieu n’ont été communiqués.',
  empty: 'Personne n’a signalé de réunion au registre. Un acte « réunion convoquée » de l’entité chargée de la convoquer la fait apparaître ici.',
};
