import { plural } from '../../say';
import type { Section } from '../../language';

export const activity: Section<'activity'> = {
  title: 'Actividad',
  deck: 'Todos los actos que el registro ha admitido, por el momento en que se conocieron, los más recientes primero. Lo rechazado solo se comunica a quien lo envió.',
  filters: 'Qué se muestra',
  where: 'Dónde',
  anywhere: 'En todas partes',
  country: 'País',
  anyCountry: 'Todos los países',
  kind: 'Tipo de acto',
  anyKind: 'Todos los tipos',
  teller: 'Según',
  anyone: 'Cualquiera',
  clear: 'Quitar todos los filtros',
  list: 'Lo ocurrido',
  onPage: (n: number, more: boolean) => (more ? plural(n, { one: '# acto en esta página; siguen otros más antiguos.', other: '# actos en esta página; siguen otros más antiguos.' }) : plural(n, { one: '# acto, y ninguno más antiguo.', other: '# actos, y ninguno más antiguo.' })),
  learnedOn: (day: string) => `Conocido el ${day}`,
  older: 'Anteriores',
  newest: 'Volver a los más recientes',
  feed: 'Canal Atom de esta lista',
  about: 'Lo que responde a estos filtros aparece aquí en cuanto llega.',
  empty: 'No se ha admitido nada de este tipo. El primer acto que un asociado presente y que responda a estos filtros iniciará la lista.',
  emptyPage: 'Nada de esta página responde a los filtros, pero quizá sí actos más antiguos.',
};
