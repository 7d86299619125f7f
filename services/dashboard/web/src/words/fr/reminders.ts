import { count, date, plural } from '../../say';
import type { Section } from '../../language';

export const reminders: Section<'reminders'> = {
  title: (name: string) => `Échéances : ${name}`,
  deck: 'Les engagements datés, les plans, mandats et accords qui arrivent à terme, et les rapports annuels des entreprises. Les services sont nommés, jamais leurs coordonnées.',
  choices: 'Ce qui est listé',
  whom: 'Pays', whole: 'Toute la région',
  within: 'À échoir dans',
  days: (n: number) => (n % 365 === 0 ? plural(n / 365, { one: '# an', other: '# ans' }) : plural(n, { one: '# jour', other: '# jours' })),
  kind: 'Genre', anyKind: 'Tous les genres',
  kinds: { commitment: 'engagement', plan: 'plan', focal_point: 'mandat d’un point focal', rapporteur: 'mandat d’un rapporteur', agreement: 'accord', code_of_conduct: 'rapport au titre du Code de conduite' },
  office: 'Service responsable', anyOffice: 'Tous les services', noOffice: 'Aucun service n’est nommé',
  state: 'État', both: 'À échoir et en retard', due: 'À échoir', overdue: 'En retard',
  group: 'Groupés par', byDay: 'jour', byOffice: 'service',
  lead: (due: number, overdue: number, within: string) => `${plural(due, { one: '# échéance', other: '# échéances' })} d’ici ${within} ; ${count(overdue)} en retard.`,
  fallsDue: 'À échoir', isOverdue: 'En retard',
  what: 'Quoi', who: 'De qui', when: 'Jour', howLong: 'D’ici là', officeHead: 'Service responsable', record: 'Enregistrement',
  inDays: (n: number) => (n === 0 ? 'aujourd’hui' : plural(n, { one: 'dans # jour', other: 'dans # jours' })),
  agoDays: (n: number) => (n >= 730 ? plural(Math.floor(n / 365.25), { one: '# an de retard', other: '# ans de retard' }) : plural(n, { one: '# jour de retard', other: '# jours de retard' })),
  on: (day: string) => date(day),
  list: (n: number) => `La liste, longue de ${count(n)}, à faire défiler`,
  nothingDue: (within: string) => `Rien n’échoit d’ici ${within}. Un engagement daté, un plan avec un terme ou un mandat à durée fixée serait listé ici avant son jour.`,
  nothingOverdue: 'Rien n’est en retard d’après ce que contient le registre. Un jour qui passe sans ce qu’il demande met une ligne ici.',
  none: 'Rien de ce genre.',
  atom: 'Fil Atom', ics: 'Calendrier (iCalendar)', csv: 'CSV',
  take: 'La même liste, tenue à jour :',
  older: 'Les suivants', first: 'Revenir aux premiers',
};
