import { count, plural } from '../../say';
import type { Section } from '../../language';
import { au, le } from './days';

const countries = (n: number) => plural(n, { one: '# pays', other: '# pays' });

export const mandates: Section<'mandates'> = {
  title: (region: string) => `Points focaux : ${region}`,
  deck: 'Qui est responsable dans chaque pays, qui en rend compte, et où les jeunes ont leur propre comité. Les personnes et leurs coordonnées ne sont jamais affichées ici : l’API les communique aux parties prenantes connectées qui y ont droit.',
  focalPoints: 'Points focaux',
  rapporteurs: 'Rapporteurs et médiateurs',
  youthCommittees: 'Comités de jeunes',
  lead: (having: number, of: number) => (having === 0 ? `Aucun pays sur ${count(of)} n’en a à la date affichée, d’après ce qui est consigné.` : having === of ? plural(of, { one: 'Le seul pays en a un à la date affichée.', other: 'Les # pays en ont un à la date affichée.' }) : `${countries(having)} sur ${count(of)} en ${having === 1 ? 'a' : 'ont'} un à la date affichée.`),
  withoutLead: (n: number) => (n === 0 ? '' : `${countries(n)} sans titulaire, d’après ce qui est consigné :`),
  fillFocal: 'Personne n’a signalé de point focal ici. Un événement focal_point.designated d’un gouvernement, ou d’un organe de suivi, compléterait cette partie.',
  fillRapporteur: 'Personne n’a signalé de rapporteur ni de médiateur ici. Un événement rapporteur.appointed compléterait cette partie.',
  fillYouth: 'Personne n’a signalé de comité de jeunes ici. Un événement youth_committee.established compléterait cette partie.',
  state: 'État', show: 'Quels mandats', live: 'En cours', all: 'Tous',
  overTimeHint: 'Plein : en cours. Tirets : expiré. Mince : terminé. Le tableau contient ceux qui sont en cours ; choisissez « Tous » pour les lire un à un.',
  overTimeSays: (n: number, day: string) => plural(n, { one: `Barres indiquant la durée des mandats de # pays ou région, jusqu’${au(day)}.`, other: `Barres indiquant la durée des mandats de # pays ou régions, jusqu’${au(day)}.` }),
  states: { live: 'En cours', lapsed: 'Expiré', ended: 'Terminé' },
  country: 'Pays', office: 'Service', institution: 'Institution', committee: 'Comité', since: 'Depuis', until: 'Jusqu’au', frameworks: 'Chargé de', kind: 'Type', independent: 'Indépendant', advises: 'Conseille le gouvernement', toldBy: 'Selon',
  ofRegion: 'Propre à la région',
  allFrameworks: 'sans limite',
  called: (place: string, year: string) => `${place} ${year}`,
  vacantSince: (day: string) => `vacant depuis ${le(day)}`,
  contactHeld: 'coordonnées conservées',
  yes: 'oui', no: 'non', notSaid: 'non précisé',
  kinds: { national_rapporteur: 'rapporteur national', ombudsperson: 'médiateur', children_commissioner: 'défenseur des enfants', equivalent_mechanism: 'mécanisme équivalent' },
};
