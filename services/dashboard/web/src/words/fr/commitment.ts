import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { fromTo, le } from './days';

const countries = (n: number) => plural(n, { one: '# pays', other: '# pays' });
const days = (n: number) => plural(n, { one: '# jour', other: '# jours' });

export const commitment: Section<'commitment'> = {
  unknown: (id: string) => `Aucun cadre connu de ce registre ne contient d’engagement ${id}.`,
  sections: { rule: 'Ce qui le tient', who: 'Qui l’a tenu', time: 'Au fil du temps', late: 'De l’acte à son enregistrement', same: 'La même promesse ailleurs' },
  supersededBy: 'Depuis, un autre engagement a pris sa place :',
  supersededOn: (day: string) => `(depuis ${le(day)})`,
  fromMeeting: 'Il est issu de la recommandation d’une réunion.',
  itself: (status: string) => `La région elle-même, considérée comme un seul sujet : ${status.toLowerCase()}.`,
  neighbours: 'Les promesses précédente et suivante', before: (no: string) => `${no}, la précédente`, after: (no: string) => `${no}, la suivante`,
  otherRegion: (region: string) => `Cette promesse a été faite dans une autre région : ${region}.`,
  lead: (met: number, of: number, told: number, overdue: number) =>
    `Tenue par ${countries(met)} sur ${count(of)}${overdue > 0 ? ` ; en retard pour ${count(overdue)}` : ''} ; ${told === 0 ? 'rien n’est consigné pour aucun' : `quelque chose est consigné pour ${count(told)}`}.`,
  none: 'Cette région n’a pas de pays à la date affichée, ou la promesse incombe à d’autres qu’eux.',
  whoHint: 'Le signe d’un pays ouvre les preuves correspondantes.',
  more: (name: string) => `Pourquoi il en est ainsi : ${name}`,
  timeHint: 'La situation à la fin de chaque année, d’après ce que l’on sait au moment indiqué plus haut.',
  timeSays: (from: string, until: string) => `Une colonne par année, ${fromTo(from, until)} : combien de pays dans chaque état.`,
  dueMark: (day: string) => `Échéance : ${date(day)}`,
  tooEarly: 'La date affichée précède la promesse : il n’y a encore aucune évolution à afficher.',
  lateLead: (acts: number, median: number, ninth: number) =>
    `Du jour d’un acte au jour où ce registre l’a enregistré : ${days(median)} en médiane pour ${plural(acts, { one: '# acte', other: '# actes' })}, ${days(ninth)} au plus pour neuf sur dix.`,
  lateHint: 'Une année ou un mois compte à partir de son dernier jour. Ce qui a été importé longtemps après les faits compte avec ce retard.',
  lateNone: 'Rien n’est consigné sur cette promesse dans cette région. Un acte ou un rapport, signalé par quiconque a qualité pour le faire, compléterait cette partie.',
  country: 'Pays', act: 'Quoi', on: 'Date', learned: 'Enregistré', days: 'Jours écoulés', teller: 'Selon',
  sameNone: 'Aucun autre engagement n’est mis en correspondance avec celui-ci. Un événement commitment.mapped du registre le ferait.',
  sameLead: 'Considérés comme la même promesse, selon le registre :',
};
