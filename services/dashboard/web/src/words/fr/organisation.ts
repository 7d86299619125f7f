import { plural } from '../../say';
import type { Section } from '../../language';

export const organisation: Section<'organisation'> = {
  deck: (kind: string) => `Inscrite dans ce registre comme : ${kind}.`,
  invented: 'Pour la démonstration et les essais : ni cette organisation ni aucun de ses actes n’existe.',
  told: 'Dans ce registre',
  said: 'Tout ce qu’elle a dit, du plus récent au plus ancien',
  home: 'Siège',
  homeNowhere: 'Aucun pays en particulier',
  activeIn: 'Présente dans',
  speaksOf: 'Peut parler de',
  everywhere: 'Tous les pays et régions',
  onlyItself: (government: boolean) => (government ? 'Son propre pays' : 'Elle-même'),
  duties: 'Charges',
  duty: { depositary: 'Dépositaire', monitor: 'Organe de suivi', convenor: 'Convoque', co_organiser: 'Co-organise', registrar: 'Tient ce registre' },
  dutyOf: ' : ',
  since: 'Connue depuis',
  until: 'Terminée',
  before: 'Avant elle',
  after: 'Reprise par',
  promises: 'Ce qu’elle doit tenir',
  noPromises: 'Aucun cadre ne contient d’engagement pour un organe de ce genre au jour montré. Un cadre qui en aurait un le mettrait ici.',
  promisesOfCountry: (country: string) => `Ce qu’un gouvernement doit tenir se lit sur la page de son pays : ${country}.`,
  withoutEvidence: (n: number) => plural(n, { one: '# promesse sans preuve', other: '# promesses sans preuve' }),
  programmes: 'Ce qu’elle mène, ou a dit',
  noProgrammes: 'Aucun programme d’elle n’est dit. Sa parole qu’un programme a commencé, où et de quel genre, se lirait ici.',
  code: 'Le Code de conduite',
};
