import { count, plural } from '../../say';
import type { Section } from '../../language';
import { el, on } from './days';

const promises = (n: number) => plural(n, { one: '# promesa', other: '# promesas' });

export const region: Section<'region'> = {
  adopted: (name: string, day: string | null, place: string | null) => `${name}${day ? `, aprobado ${on(day)}${place ? ` en ${place}` : ''}` : ''}.`,
  size: (commitments: number, countries: number) => `${plural(commitments, { one: '# compromiso', other: '# compromisos' })}, ${plural(countries, { one: '# país', other: '# países' })}.`,
  inNumbers: 'En cifras',
  empty: 'En la fecha mostrada, esta región no tiene países o este marco no tiene compromisos.',
  lead: (total: number, told: number, disputed: number) =>
    `De ${promises(total)}, una por país y compromiso, ${told === 0 ? 'no consta nada sobre ninguna' : `consta algo sobre ${count(told)}`}${disputed ? `; ${plural(disputed, { one: '# está impugnada', other: '# están impugnadas' })}` : ''}.`,
  csv: 'Estas cifras en CSV',
  matrix: 'País por país',
  hint: 'Un signo abre las pruebas que hay detrás; el nombre de un país y el número de un compromiso abren sus propias páginas.',
  toMap: 'Mostrar este compromiso en el mapa',
  dueOn: (day: string) => `Plazo: ${el(day)}`,
  noDue: 'Sin plazo',
  arrange: {
    label: 'Disposición de la matriz', group: 'Agrupar', byTheme: 'por tema', byDue: 'por plazo', countries: 'Países', byName: 'por nombre', byMet: 'por compromisos cumplidos', signs: 'Signos', usual: 'normales', large: 'grandes, para una sala', show: 'Además',
  },
  keys: 'Las flechas van de un signo a otro; Intro abre.',
  scroll: 'La matriz, desplazable',
  commitment: 'Compromiso',
  due: (day: string) => `Plazo: ${el(day)}.`,
  noneYet: 'aún sin pruebas',
  themeTold: (met: number, late: number, any: number) => `${plural(met, { one: '# promesa cumplida', other: '# promesas cumplidas' })}${late ? `, ${count(late)} de ellas con retraso` : ''}; consta algo sobre ${count(any)}`,
};
