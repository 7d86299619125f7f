import { plural, span } from '../../say';
import type { Section } from '../../language';

export const meetings: Section<'meetings'> = {
  title: 'Reuniones',
  deck: 'Dónde se hicieron promesas y dónde se volvió sobre ellas: los congresos mundiales, y lo que hicieron las regiones entre uno y otro.',
  lanes: 'Una tras otra',
  lanesHint: 'Una línea une cada reunión con la que retomó sus recomendaciones, o con la que nombró como la siguiente.',
  world: 'Todos los Estados',
  list: 'Todas las reuniones, por fecha',
  count: (n: number) => plural(n, { one: '# reunión', other: '# reuniones' }),
  when: 'Cuándo', what: 'Reunión', where: 'Lugar', whose: 'Para', adopted: 'Aprobó', follows: 'Retoma', pack: 'Carpeta', nextAfter: 'siguiente a',
  days: (from: string, to: string) => span(from, to),
  spot: (place: string, title: string, from: string, to: string) => `${place}: ${title}, ${span(from, to)}`,
  state: { announced: 'anunciada', under_way: 'en curso', held: '' },
  picture: (n: number) => plural(n, { one: '# reunión situada en una línea cronológica; la tabla de abajo la enumera.', other: '# reuniones situadas en una línea cronológica; la tabla de abajo las enumera.' }),
  nothing: '–',
  untold: 'No se ha comunicado ni la fecha ni el lugar.',
  empty: 'Nadie ha comunicado al registro una reunión. Un acto del tipo «reunión convocada», de quien tenga el encargo de convocarla, la pone aquí.',
};
