import { count, date, plural } from '../../say';
import type { Section } from '../../language';

export const country: Section<'country'> = {
  deck: (frameworks: number) => `Ce qu’il a promis, et ce qui en est consigné, dans ${plural(frameworks, { one: '# cadre', other: '# cadres' })}.`,
  invented: 'Pour la démonstration et les essais : ni ce pays ni aucun de ses actes n’existe.',
  none: 'Aucun cadre ne s’adressait à ce pays au jour montré. En adopter un, ou appartenir à une région qui en a un, l’inscrit ici.',
  commitments: (n: number) => plural(n, { one: '# engagement', other: '# engagements' }),
  number: 'N°', commitment: 'Engagement', due: 'Échéance', status: 'État', since: 'Depuis', toldBy: 'Dit par',
  sections: {
    numbers: 'En chiffres', cells: 'Promesse par promesse', plans: 'Plans', treaties: 'Traités', focalPoints: 'Points focaux', rapporteurs: 'Rapporteurs et médiateurs',
    youthCommittees: 'Comités de jeunes', programmes: 'Programmes', due: 'Échéances et retards', youth: 'Le regard des jeunes à côté de celui du gouvernement', recommendations: 'Recommandations reçues',
  },
  framework: 'Cadre', all: 'Engagements',
  numbersLead: (total: number, met: number, overdue: number, told: number) =>
    `Sur ${plural(total, { one: '# promesse', other: '# promesses' })}, ${plural(met, { one: '# tenue', other: '# tenues' })} ; ${count(overdue)} en retard ; ${told === 0 ? 'rien n’est consigné pour aucune' : `quelque chose est consigné pour ${count(told)}`}.`,
  inFull: 'La promesse en entier',
  treaties: {
    fill: 'Rien n’est consigné d’aucun traité pour ce pays. Des actes dits par un dépositaire rempliraient ceci.',
    treaty: 'Traité', silent: 'Rien n’est consigné pour ce pays au sujet de :', made: (day: string) => `faite le ${date(day)}`, withdrawn: (day: string) => `retirée le ${date(day)}`,
  },
  programmes: {
    fill: 'Personne n’a dit de programme ici. Un fait programme.started nommant ce pays remplirait ceci.',
    programme: 'Programme', does: 'Ce qu’il fait', started: 'Début', until: 'Jusqu’au', state: 'État', reached: 'Dernier rapport',
    states: { live: 'En cours', run_out: 'Échu', ended: 'Terminé' }, regionWide: 'toute la région', noReport: 'aucun rapport dit',
    people: (n: number, day: string) => `${plural(n, { one: '# personne touchée', other: '# personnes touchées' })}, dit le ${date(day)}`, reported: (day: string) => `rapport du ${date(day)}`,
  },
  reminders: {
    fill: 'Rien n’est en retard, et rien n’échoit dans l’année, d’après ce qui est consigné.',
    lead: (due: number, overdue: number) => `${count(overdue)} en retard ; ${count(due)} à échoir dans l’année.`,
    day: 'Jour', what: 'Quoi', kind: 'Genre', state: 'État', incharge: 'Responsable', states: { due: 'à échoir', overdue: 'en retard' },
    earlier: (n: number, first: string) => `${plural(n, { one: 'et # plus ancien', other: 'et # plus anciens' })}, le premier dû le ${date(first)}`,
    feed: 'en fil Atom', calendar: 'en calendrier',
    kinds: { commitment: 'Engagement', plan: 'Plan', focal_point: 'Point focal', rapporteur: 'Rapporteur', agreement: 'Accord', code_of_conduct: 'Code de conduite' },
  },
  youth: {
    fill: 'Aucun organe de jeunes n’a rien dit de ces promesses. Ses rapports, ou sa confirmation ou contestation de ce que dit le gouvernement, se liraient ici à côté de ceux du gouvernement.',
    lead: (both: number, differ: number, youthOnly: number, government: number) =>
      `Les deux parlent de ${count(both + differ)} promesses et divergent sur ${count(differ)} ; les jeunes seuls parlent de ${count(youthOnly)}, le gouvernement seul de ${count(government)}.`,
    government: 'Le gouvernement dit', youth: 'Les jeunes disent', agreement: 'Ensemble', silent: 'rien de dit',
    agreements: { same: 'ils s’accordent', differs: 'ils divergent', youth_silent: 'seul le gouvernement parle', government_silent: 'seuls les jeunes parlent', both_silent: 'aucun ne parle' },
    says: { corroborates: 'le confirment', disputes: 'le contestent' },
  },
  recommendations: { fill: 'Aucune recommandation de l’Examen périodique universel, ni d’un autre organe, n’est consignée pour ce pays. L’import des recommandations des examens remplirait ceci.', day: 'Jour', what: 'Ce qui est consigné', record: 'l’enregistrement' },
};
