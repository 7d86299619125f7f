import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { on } from './days';

export const country: Section<'country'> = {
  deck: (frameworks: number) => `Ce qu’il a promis, et ce qui en est consigné, dans ${plural(frameworks, { one: '# cadre', other: '# cadres' })}.`,
  invented: 'Pour la démonstration et les essais : ni ce pays ni aucun de ses actes n’existe.',
  none: 'Aucun cadre ne s’adressait à ce pays à la date affichée. Il figurera ici s’il en adopte un ou s’il appartient à une région qui en a un.',
  commitments: (n: number) => plural(n, { one: '# engagement', other: '# engagements' }),
  number: 'N°', commitment: 'Engagement', due: 'Échéance', status: 'État', since: 'Depuis', toldBy: 'Selon',
  sections: {
    numbers: 'En chiffres', cells: 'Promesse par promesse', plans: 'Plans', treaties: 'Traités', focalPoints: 'Points focaux', rapporteurs: 'Rapporteurs et médiateurs',
    youthCommittees: 'Comités de jeunes', programmes: 'Programmes', due: 'Échéances et retards', youth: 'Le point de vue des jeunes et celui du gouvernement', recommendations: 'Recommandations reçues',
  },
  framework: 'Cadre', all: 'Engagements',
  numbersLead: (total: number, met: number, overdue: number, told: number) =>
    `Sur ${plural(total, { one: '# promesse', other: '# promesses' })}, ${plural(met, { one: '# tenue', other: '# tenues' })} ; ${count(overdue)} en retard ; ${told === 0 ? 'rien n’est consigné pour aucune' : `quelque chose est consigné pour ${count(told)}`}.`,
  inFull: 'La promesse en entier',
  treaties: {
    fill: 'Rien n’est consigné pour ce pays au sujet d’aucun traité. Les actes communiqués par un dépositaire compléteraient cette partie.',
    treaty: 'Traité', silent: 'Rien n’est consigné pour ce pays au sujet de :', made: (day: string) => `faite ${on(day)}`, withdrawn: (day: string) => `retirée ${on(day)}`,
  },
  programmes: {
    fill: 'Personne n’a signalé de programme ici. Un événement programme.started nommant ce pays compléterait cette partie.',
    programme: 'Programme', does: 'Ce qu’il fait', started: 'Début', until: 'Jusqu’au', state: 'État', reached: 'Dernier rapport',
    states: { live: 'En cours', run_out: 'Expiré', ended: 'Terminé' }, regionWide: 'toute la région', noReport: 'aucun rapport signalé',
    people: (n: number, day: string) => `${plural(n, { one: '# personne bénéficiaire', other: '# personnes bénéficiaires' })}, signalé ${on(day)}`, reported: (day: string) => `rapport : ${date(day)}`,
  },
  reminders: {
    fill: 'Rien n’est en retard, et aucune échéance ne tombe dans l’année, d’après ce qui est consigné.',
    lead: (due: number, overdue: number) => `${count(overdue)} en retard ; ${count(due)} à échoir dans l’année.`,
    day: 'Jour', what: 'Quoi', kind: 'Type', state: 'État', incharge: 'Responsable', states: { due: 'à échoir', overdue: 'en retard' },
    earlier: (n: number, first: string) => `${plural(n, { one: 'et # plus ancien', other: 'et # plus anciens' })}, le premier à échéance ${on(first)}`,
    feed: 'sous forme de fil', calendar: 'sous forme de calendrier',
    kinds: { commitment: 'Engagement', plan: 'Plan', focal_point: 'Point focal', rapporteur: 'Rapporteur', agreement: 'Accord', code_of_conduct: 'Code de conduite' },
  },
  youth: {
    fill: 'Aucun organe de jeunes ne s’est exprimé sur ces promesses. Ses propres rapports, ou le fait qu’il corrobore ou conteste ce que dit le gouvernement, figureraient ici à côté de ceux du gouvernement.',
    lead: (both: number, differ: number, youthOnly: number, government: number) =>
      `Les deux parlent de ${plural(both + differ, { one: '# promesse', other: '# promesses' })} et divergent sur ${count(differ)} ; seuls les jeunes parlent de ${count(youthOnly)}, seul le gouvernement de ${count(government)}.`,
    government: 'Le gouvernement dit', youth: 'Les jeunes disent', agreement: 'Ensemble', silent: 'rien de communiqué',
    agreements: { same: 'ils s’accordent', differs: 'ils divergent', youth_silent: 'seul le gouvernement s’exprime', government_silent: 'seuls les jeunes s’expriment', both_silent: 'aucun ne s’exprime' },
    says: { corroborates: 'le corroborent', disputes: 'le contestent' },
  },
  recommendations: { fill: 'Aucune recommandation de l’Examen périodique universel, ni d’un autre organe, n’est consignée pour ce pays. L’importation des recommandations issues des examens compléterait cette partie.', day: 'Jour', what: 'Ce qui est consigné', record: 'l’enregistrement' },
};
