import { plural } from '../../say';
import type { Section } from '../../language';

export const activity: Section<'activity'> = {
  title: 'Activité',
  deck: 'Tous les actes que le registre a admis, du plus récemment appris au plus ancien. Ce qui a été refusé n’est dit qu’à son auteur.',
  filters: 'Ce qui est listé',
  where: 'Où',
  anywhere: 'Partout',
  thisRegion: (name: string) => `Dans : ${name}`,
  country: 'Pays',
  anyCountry: 'Tous les pays',
  kind: 'Genre d’acte',
  anyKind: 'Tous les genres',
  teller: 'Dit par',
  anyone: 'Tous',
  clear: 'Enlever les filtres',
  list: 'Ce qui s’est passé',
  onPage: (n: number, more: boolean) => (more ? plural(n, { one: '# acte sur cette page ; de plus anciens suivent.', other: '# actes sur cette page ; de plus anciens suivent.' }) : plural(n, { one: '# acte, et aucun plus ancien.', other: '# actes, et aucun plus ancien.' })),
  learnedOn: (day: string) => `Appris le ${day}`,
  older: 'Plus anciens',
  newest: 'Revenir aux plus récents',
  feed: 'Fil Atom de cette liste',
  about: 'Ce qui passe ces filtres est montré ici dès son arrivée.',
  empty: 'Rien de tel n’a été admis. Le premier acte soumis par un partenaire qui passe ces filtres ouvrira la liste.',
  emptyPage: 'Rien sur cette page ne passe les filtres ; des actes plus anciens le peuvent.',
};
