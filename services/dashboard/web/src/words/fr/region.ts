import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { on } from './days';

const promises = (n: number) => plural(n, { one: '# promesse', other: '# promesses' });

export const region: Section<'region'> = {
  adopted: (name: string, day: string | null, place: string | null) => `${name}${day ? `, adopté ${on(day)}${place ? ` (${place})` : ''}` : ''}.`,
  size: (commitments: number, countries: number) => `${plural(commitments, { one: '# engagement', other: '# engagements' })}, ${plural(countries, { one: '# pays', other: '# pays' })}.`,
  inNumbers: 'En chiffres',
  empty: 'Cette région n’a pas de pays, ou ce cadre n’a pas d’engagements, à la date affichée.',
  lead: (total: number, told: number, disputed: number) =>
    `Sur ${promises(total)}, une par pays et par engagement, ${told === 0 ? 'rien n’est consigné pour aucune' : `quelque chose est consigné pour ${count(told)}`}${disputed ? ` ; ${plural(disputed, { one: '# est contestée', other: '# sont contestées' })}` : ''}.`,
  csv: 'Ces chiffres en CSV',
  matrix: 'Pays par pays',
  hint: 'Un signe ouvre les preuves correspondantes ; le nom d’un pays et le numéro d’un engagement ouvrent leur propre page.',
  toMap: 'Afficher cet engagement sur la carte',
  dueOn: (day: string) => `Échéance : ${date(day)}`,
  noDue: 'Sans date',
  arrange: {
    label: 'Disposition de la matrice', group: 'Grouper', byTheme: 'par thème', byDue: 'par échéance', countries: 'Pays', byName: 'par nom', byMet: 'par engagements tenus', signs: 'Signes', usual: 'habituels', large: 'grands, pour une salle', show: 'Aussi',
  },
  keys: 'Les flèches passent d’un signe à l’autre, Entrée ouvre.',
  scroll: 'La matrice, à faire défiler',
  commitment: 'Engagement',
  due: (day: string) => `Échéance : ${date(day)}.`,
  noneYet: 'aucune preuve à ce jour',
  themeTold: (met: number, late: number, any: number) => `${plural(met, { one: '# promesse tenue', other: '# promesses tenues' })}${late ? `, dont ${count(late)} en retard` : ''} ; quelque chose est consigné pour ${count(any)}`,
};
