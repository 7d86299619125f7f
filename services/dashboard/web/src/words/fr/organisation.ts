import { plural } from '../../say';
import type { Section } from '../../language';

export const organisation: Section<'organisation'> = {
  deck: (kind: string) => `Inscrite dans ce registre comme : ${kind}.`,
  invented: 'Pour la démonstration et les essais : ni cette organisation ni aucun de ses actes n’existe.',
  told: 'Dans ce registre',
  said: 'Tout ce qu’elle a communiqué, du plus récent au plus ancien',
  home: 'Siège',
  homeNowhere: 'Aucun pays en particulier',
  activeIn: 'Présente dans',
  speaksOf: 'Peut s’exprimer sur',
  everywhere: 'Tous les pays et régions',
  onlyItself: (government: boolean) => (government ? 'Son propre pays' : 'Elle-même'),
  duties: 'Fonctions',
  duty: { depositary: 'Dépositaire', monitor: 'Organe de suivi', convenor: 'Organe de convocation', co_organiser: 'Coorganisateur', registrar: 'Responsable de ce registre' },
  dutyOf: ' : ',
  since: 'Connue depuis',
  until: 'Terminée',
  before: 'Avant elle',
  after: 'Reprise par',
  promises: 'Ce qu’elle doit tenir',
  noPromises: 'Aucun cadre ne contient d’engagement pour un organe de ce type à la date affichée. Un cadre qui en contiendrait un le ferait figurer ici.',
  promisesOfCountry: (country: string) => `Ce qu’un gouvernement doit tenir figure sur la page de son pays : ${country}.`,
  withoutEvidence: (n: number) => plural(n, { one: '# promesse sans preuve', other: '# promesses sans preuve' }),
  programmes: 'Ce qu’elle mène ou a signalé',
  noProgrammes: 'Aucun programme de sa part n’est signalé. Sa déclaration du début d’un programme, avec le lieu et le type de travail, figurerait ici.',
  code: 'Le Code de conduite',
};
