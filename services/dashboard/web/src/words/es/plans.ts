import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { el, on } from './days';

const countries = (n: number) => plural(n, { one: '# país', other: '# países' });

export const plans: Section<'plans'> = {
  title: (region: string) => `Planes: ${region}`,
  deck: 'Quién tiene un plan, qué abarca, hasta cuándo está vigente y qué mostró su evaluación.',
  section: 'Planes',
  fill: 'Nadie ha comunicado un plan aquí. Un hecho plan.adopted del gobierno, o un informe sobre él de un órgano de seguimiento, completaría esta parte.',
  noneSuch: 'Ningún plan está en ese caso en la fecha mostrada.',
  lead: (having: number, without: number, evaluated: number) => `${countries(having)} con un plan, ${countries(without)} sin ninguno comunicado; ${evaluated === 0 ? 'no consta ninguna evaluación' : `se evaluaron planes de ${countries(evaluated)}`}.`,
  without: 'Países sin ningún plan de este tipo comunicado:',
  show: 'Qué planes', which: { live: 'Vigentes', run_out: 'Expirados', ended: 'Terminados', all: 'Todos' }, covering: 'Que abarcan', anything: 'cualquier marco',
  overTime: 'Duración de los planes',
  overTimeHint: 'Relleno: vigente. Trazo discontinuo: expirado. Fino: terminado. Un anillo marca una revisión o una evaluación. La tabla de abajo contiene los elegidos arriba; elija «Todos» para leerlos uno a uno.',
  overTimeSays: (n: number, day: string) => `Barras de la duración de los planes de ${plural(n, { one: '# país o región', other: '# países o regiones' })}, hasta ${el(day)}.`,
  country: 'País', plan: 'Plan', adopted: 'Aprobado', until: 'Hasta', state: 'Estado', covers: 'Abarca', indicators: 'Indicadores', evaluated: 'Evaluado', toldBy: 'Según',
  ofRegion: 'De la propia región',
  states: { live: 'Vigente', run_out: 'Expirado', ended: 'Terminado' },
  scopes: { national: 'nacional', sub_national: 'para una parte del país', regional: 'regional' },
  noEnd: 'sin fin fijado',
  revised: (day: string) => `revisado ${on(day)}`,
  endedOn: (day: string) => `terminado ${on(day)}`,
  before: (n: number) => plural(n, { one: '# anterior', other: '# anteriores' }),
  yes: 'sí', no: 'no', notSaid: 'no se dice',
  effects: { effective: 'eficaz', partly_effective: 'eficaz en parte', not_effective: 'ineficaz', inconclusive: 'no concluyente' },
  found: (evaluator: string, day: string, effect: string) => `${evaluator}, ${date(day)}: ${effect}`,
  independent: 'independiente',
  neverEvaluated: 'ninguna evaluación comunicada',
  budget: (amount: number, currency: string) => `presupuesto ${count(amount)} ${currency}`,
  lead_by: (who: string) => `dirigido por ${who}`,
};
