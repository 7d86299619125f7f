import { count, date, plural } from '../../say';
import type { Section } from '../../language';

const countries = (n: number) => plural(n, { one: '# pays', other: '# pays' });
const days = (n: number) => plural(n, { one: '# jour', other: '# jours' });

export const commitment: Section<'commitment'> = {
  unknown: (id: string) => `Aucun cadre connu de ce registre ne contient d’engagement ${id}.`,
  sections: { rule: 'Ce qui le tient', who: 'Qui l’a tenu', time: 'Au fil du temps', late: 'De l’acte à sa connaissance', same: 'La même promesse ailleurs' },
  supersededBy: 'Depuis, un autre engagement a pris sa place :',
  supersededOn: (day: string) => `(depuis le ${date(day)})`,
  fromMeeting: 'Il est issu de la recommandation d’une réunion.',
  itself: (status: string) => `La région elle-même, comme un seul sujet : ${status.toLowerCase()}.`,
  neighbours: 'Les promesses d’avant et d’après', before: (no: string) => `${no}, la précédente`, after: (no: string) => `${no}, la suivante`,
  otherRegion: (region: string) => `Cette promesse a été faite dans une autre région : ${region}.`,
  lead: (met: number, of: number, told: number, overdue: number) =>
    `Tenue par ${count(met)} de ${countries(of)}${overdue > 0 ? ` ; en retard pour ${count(overdue)}` : ''} ; ${told === 0 ? 'rien n’est consigné pour aucun' : `quelque chose est consigné pour ${count(told)}`}.`,
  none: 'Cette région n’a pas de pays au jour montré, ou la promesse est tenue par d’autres qu’eux.',
  whoHint: 'Le signe d’un pays ouvre les preuves.',
  more: (name: string) => `Pourquoi il en est ainsi : ${name}`,
  timeHint: 'La situation à la fin de chaque année, d’après ce que l’on savait au moment indiqué plus haut.',
  timeSays: (from: string, until: string) => `Une colonne par année, du ${date(from)} au ${date(until)} : combien de pays dans chaque état.`,
  dueMark: (day: string) => `Dû le ${date(day)}`,
  tooEarly: 'Le jour montré précède la promesse : il n’y a encore rien à montrer dans le temps.',
  lateLead: (acts: number, median: number, ninth: number) =>
    `Du jour d’un acte au jour où ce registre l’a appris : ${days(median)} en médiane pour ${plural(acts, { one: '# acte', other: '# actes' })}, ${days(ninth)} au plus pour neuf sur dix.`,
  lateHint: 'Une année ou un mois compte à partir de son dernier jour. Ce qui a été importé longtemps après compte avec ce retard.',
  lateNone: 'Rien n’est consigné sur cette promesse dans cette région. Un acte ou un rapport, dit par qui a qualité pour le faire, remplirait ceci.',
  country: 'Pays', act: 'Quoi', on: 'Date', learned: 'Appris', days: 'Jours entre', teller: 'Dit par',
  sameNone: 'Aucun autre engagement n’est mis en correspondance avec celui-ci. Un fait commitment.mapped du registre le ferait.',
  sameLead: 'Tenus pour la même promesse, selon le registre :',
};
