import { plural } from '../../say';
import type { Section } from '../../language';

export const activity: Section<'activity'> = {
  title: 'Activité',
  deck: 'Tous les actes admis par le registre, dans l’ordre où il les a enregistrés, les plus récents d’abord. Un refus n’est communiqué qu’à l’auteur de l’envoi.',
  filters: 'Ce qui est affiché',
  where: 'Où',
  anywhere: 'Partout',
  country: 'Pays',
  anyCountry: 'Tous les pays',
  kind: 'Type d’acte',
  anyKind: 'Tous les types',
  teller: 'Selon',
  anyone: 'Tous',
  clear: 'Supprimer les filtres',
  list: 'Ce qui s’est passé',
  onPage: (n: number, more: boolean) => (more ? plural(n, { one: '# acte sur cette page ; de plus anciens suivent.', other: '# actes sur cette page ; de plus anciens suivent.' }) : plural(n, { one: '# acte, et aucun plus ancien.', other: '# actes, et aucun plus ancien.' })),
  learnedOn: (day: string) => `Enregistré le ${day}`,
  older: 'Plus anciens',
  newest: 'Revenir aux plus récents',
  feed: 'Fil Atom de cette liste',
  about: 'Les actes répondant à ces filtres s’affichent ici dès leur arrivée.',
  empty: 'Aucun acte de ce type n’a été admis. Le premier acte soumis par un partenaire et répondant à ces filtres ouvrira la liste.',
  emptyPage: 'Aucun acte de cette page ne répond aux filtres ; des actes plus anciens peuvent y répondre.',
};
