import { count, date, plural } from '../../say';
import type { Section } from '../../language';

const countries = (n: number) => plural(n, { one: '# pays', other: '# pays' });

export const mandates: Section<'mandates'> = {
  title: (region: string) => `Points focaux : ${region}`,
  deck: 'Qui est responsable dans chaque pays, qui en fait rapport, et où les jeunes ont un comité à eux. Les personnes et leurs coordonnées ne sont jamais montrées ici : l’API les dit aux parties prenantes connectées qui y ont droit.',
  focalPoints: 'Points focaux',
  rapporteurs: 'Rapporteurs et médiateurs',
  youthCommittees: 'Comités de jeunes',
  lead: (having: number, of: number) => (having === 0 ? `Aucun de ${countries(of)} n’en a au jour montré, d’après ce qui est consigné.` : having === of ? `Chacun de ${countries(of)} en a au jour montré.` : `${countries(having)} sur ${count(of)} en ${having === 1 ? 'a' : 'ont'} au jour montré.`),
  withoutLead: (n: number) => (n === 0 ? '' : `${countries(n)} sans, d’après ce qui est consigné :`),
  fillFocal: 'Personne n’a dit de point focal ici. Un fait focal_point.designated d’un gouvernement, ou d’un organe de suivi, remplirait ceci.',
  fillRapporteur: 'Personne n’a dit de rapporteur ni de médiateur ici. Un fait rapporteur.appointed remplirait ceci.',
  fillYouth: 'Personne n’a dit de comité de jeunes ici. Un fait youth_committee.established remplirait ceci.',
  state: 'État', show: 'Quels mandats', live: 'En cours', all: 'Tous ceux qu’il y eut',
  overTimeHint: 'Plein : en cours. Tirets : échu. Mince : terminé. Le tableau contient ceux qui sont en cours ; choisissez tous ceux qu’il y eut pour les lire tous.',
  overTimeSays: (n: number, day: string) => plural(n, { one: `Des barres : quand ont couru les mandats de # pays ou région, jusqu’au ${date(day)}.`, other: `Des barres : quand ont couru les mandats de # pays ou régions, jusqu’au ${date(day)}.` }),
  states: { live: 'En cours', lapsed: 'Échu', ended: 'Terminé' },
  country: 'Pays', office: 'Service', institution: 'Institution', committee: 'Comité', since: 'Depuis', until: 'Jusqu’au', frameworks: 'Chargé de', kind: 'Genre', independent: 'Indépendant', advises: 'Conseille le gouvernement', toldBy: 'Dit par',
  ofRegion: 'Propre à la région',
  allFrameworks: 'sans limite',
  called: (place: string, year: string) => `${place} ${year}`,
  vacantSince: (day: string) => `vacant depuis le ${date(day)}`,
  contactHeld: 'coordonnées conservées',
  yes: 'oui', no: 'non', notSaid: 'non dit',
  kinds: { national_rapporteur: 'rapporteur national', ombudsperson: 'médiateur', children_commissioner: 'défenseur des enfants', equivalent_mechanism: 'mécanisme équivalent' },
};
