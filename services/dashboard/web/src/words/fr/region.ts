import { count, date, plural } from '../../say';
import type { Section } from '../../language';

const promises = (n: number) => plural(n, { one: '# promesse', other: '# promesses' });

export const region: Section<'region'> = {
  adopted: (name: string, day: string | null, place: string | null) => `${name}${day ? `, adopté le ${date(day)}${place ? ` à ${place}` : ''}` : ''}.`,
  size: (commitments: number, countries: number) => `${plural(commitments, { one: '# engagement', other: '# engagements' })}, ${plural(countries, { one: '# pays', other: '# pays' })}.`,
  inNumbers: 'En chiffres',
  empty: 'Cette région n’a pas de pays, ou ce cadre pas d’engagements, au jour montré.',
  lead: (total: number, told: number, disputed: number) =>
    `Sur ${promises(total)}, une par pays et par engagement, ${told === 0 ? 'rien n’est consigné' : `quelque chose est consigné pour ${count(told)}`}${disputed ? ` ; ${plural(disputed, { one: '# est contestée', other: '# sont contestées' })}` : ''}.`,
  csv: 'Ces nombres en CSV',
  matrix: 'Pays par pays',
  hint: 'Un signe ouvre les preuves ; le nom d’un pays et le numéro d’un engagement ouvrent leur propre page.',
  toMap: 'Montrer cet engagement sur la carte',
  dueOn: (day: string) => `Échéance : ${date(day)}`,
  noDue: 'Sans date',
  arrange: {
    label: 'Disposition de la matrice', group: 'Groupés', byTheme: 'par thème', byDue: 'par échéance', countries: 'Pays', byName: 'par nom', byMet: 'par nombre tenu', signs: 'Signes', usual: 'habituels', large: 'grands, pour une salle', show: 'Aussi',
  },
  keys: 'Les flèches passent d’un signe à l’autre, Entrée ouvre.',
  scroll: 'La matrice, à faire défiler',
  commitment: 'Engagement',
  due: (day: string) => `Dû le ${date(day)}.`,
  noneYet: 'sans preuve à ce jour',
  themeTold: (met: number, late: number, any: number) => `${plural(met, { one: '# promesse tenue', other: '# promesses tenues' })}${late ? `, dont ${count(late)} en retard` : ''} ; quelque chose est consigné pour ${count(any)}`,
};
