import { count, date, plural } from '../../say';
import type { Section } from '../../language';

const countries = (n: number) => plural(n, { one: '# pays', other: '# pays' });

export const plans: Section<'plans'> = {
  title: (region: string) => `Plans : ${region}`,
  deck: 'Qui a un plan, ce qu’il couvre, jusqu’à quand il court, et ce que l’on en a constaté.',
  section: 'Plans',
  fill: 'Personne n’a dit de plan ici. Un fait plan.adopted du gouvernement, ou le rapport d’un organe de suivi, remplirait ceci.',
  noneSuch: 'Aucun plan n’est dans ce cas au jour montré.',
  lead: (having: number, without: number, evaluated: number) => `${countries(having)} avec un plan, ${countries(without)} dont aucun n’est dit ; ${evaluated === 0 ? 'aucune évaluation n’est dite' : `les plans de ${countries(evaluated)} ont été évalués`}.`,
  overTime: 'Quand les plans ont couru',
  overTimeHint: 'Plein : en cours. Tirets : échu. Mince : terminé. Un anneau marque une révision ou une évaluation. Le tableau ci-dessous contient ceux qui sont choisis ; choisissez tous ceux qu’il y eut pour les lire tous.',
  overTimeSays: (n: number, day: string) => plural(n, { one: `Des barres : quand ont couru les plans de # pays ou région, jusqu’au ${date(day)}.`, other: `Des barres : quand ont couru les plans de # pays ou régions, jusqu’au ${date(day)}.` }),
  without: 'Pays dont aucun plan de ce genre n’est dit :',
  show: 'Quels plans', which: { live: 'En cours', run_out: 'Échus', ended: 'Terminés', all: 'Tous ceux qu’il y eut' }, covering: 'Qui couvrent', anything: 'n’importe quel cadre',
  country: 'Pays', plan: 'Plan', adopted: 'Adopté', until: 'Jusqu’au', state: 'État', covers: 'Couvre', indicators: 'Indicateurs', evaluated: 'Évalué', toldBy: 'Dit par',
  ofRegion: 'Propre à la région',
  states: { live: 'En cours', run_out: 'Échu', ended: 'Terminé' },
  scopes: { national: 'national', sub_national: 'pour une partie du pays', regional: 'régional' },
  noEnd: 'sans fin fixée',
  revised: (day: string) => `révisé le ${date(day)}`,
  endedOn: (day: string) => `terminé le ${date(day)}`,
  before: (n: number) => plural(n, { one: '# plus ancien', other: '# plus anciens' }),
  yes: 'oui', no: 'non', notSaid: 'non dit',
  effects: { effective: 'efficace', partly_effective: 'efficace en partie', not_effective: 'sans effet', inconclusive: 'sans conclusion' },
  found: (evaluator: string, day: string, effect: string) => `${evaluator}, ${date(day)} : ${effect}`,
  independent: 'indépendant',
  neverEvaluated: 'aucune évaluation dite',
  budget: (amount: number, currency: string) => `budget ${count(amount)} ${currency}`,
  lead_by: (who: string) => `mené par ${who}`,
};
