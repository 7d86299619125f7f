import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { au, on } from './days';

const countries = (n: number) => plural(n, { one: '# pays', other: '# pays' });

export const plans: Section<'plans'> = {
  title: (region: string) => `Plans : ${region}`,
  deck: 'Qui a un plan, ce qu’il couvre, jusqu’à quand il est en vigueur et ce que son évaluation a montré.',
  section: 'Plans',
  fill: 'Personne n’a signalé de plan ici. Un événement plan.adopted du gouvernement, ou le rapport d’un organe de suivi, compléterait cette partie.',
  noneSuch: 'Aucun plan n’est dans ce cas à la date affichée.',
  lead: (having: number, without: number, evaluated: number) => `${countries(having)} avec un plan, ${countries(without)} sans plan signalé ; ${evaluated === 0 ? 'aucune évaluation n’est signalée' : `les plans de ${countries(evaluated)} ont été évalués`}.`,
  overTime: 'Durée des plans',
  overTimeHint: 'Plein : en cours. Tirets : expiré. Mince : terminé. Un anneau marque une révision ou une évaluation. Le tableau ci-dessous contient ceux qui sont choisis ; choisissez « Tous » pour les lire un à un.',
  overTimeSays: (n: number, day: string) => plural(n, { one: `Barres indiquant la durée des plans de # pays ou région, jusqu’${au(day)}.`, other: `Barres indiquant la durée des plans de # pays ou régions, jusqu’${au(day)}.` }),
  without: 'Pays sans plan de ce type signalé :',
  show: 'Quels plans', which: { live: 'En cours', run_out: 'Expirés', ended: 'Terminés', all: 'Tous' }, covering: 'Qui couvrent', anything: 'n’importe quel cadre',
  country: 'Pays', plan: 'Plan', adopted: 'Adopté', until: 'Jusqu’au', state: 'État', covers: 'Couvre', indicators: 'Indicateurs', evaluated: 'Évalué', toldBy: 'Selon',
  ofRegion: 'Propre à la région',
  states: { live: 'En cours', run_out: 'Expiré', ended: 'Terminé' },
  scopes: { national: 'national', sub_national: 'pour une partie du pays', regional: 'régional' },
  noEnd: 'sans fin fixée',
  revised: (day: string) => `révisé ${on(day)}`,
  endedOn: (day: string) => `terminé ${on(day)}`,
  before: (n: number) => plural(n, { one: '# plus ancien', other: '# plus anciens' }),
  yes: 'oui', no: 'non', notSaid: 'non précisé',
  effects: { effective: 'efficace', partly_effective: 'efficace en partie', not_effective: 'inefficace', inconclusive: 'non concluant' },
  found: (evaluator: string, day: string, effect: string) => `${evaluator}, ${date(day)} : ${effect}`,
  independent: 'indépendante',
  neverEvaluated: 'aucune évaluation signalée',
  budget: (amount: number, currency: string) => `budget ${count(amount)} ${currency}`,
  lead_by: (who: string) => `dirigé par ${who}`,
};
