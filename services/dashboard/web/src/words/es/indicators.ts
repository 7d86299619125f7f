import { plural } from '../../say';
import type { Section } from '../../language';
import { fromTo, on } from './days';

const breakdown = (d: string): string => ({ sex: 'sexo', age: 'edad' })[d] ?? d.replaceAll('_', ' ');

export const indicators: Section<'indicators'> = {
  pageTitle: 'Cifras',
  title: (figure: string, place: string) => `${figure}: ${place}`,
  deck: 'Las cifras tal como se comunicaron. Cuando varias fuentes comunican la misma, cada una figura por separado: no se promedia ninguna ni se elige ninguna.',
  none: 'No consta ninguna cifra en la fecha mostrada',
  wouldFill: 'Un gobierno, un órgano de seguimiento u otro organismo con mandato en el lugar completa esta parte comunicando la cifra con su período.',
  noneHere: 'Nadie comunica esta cifra aquí',
  unchoose: 'Mostrar todos los desgloses de todas las fuentes',
  toldOf: 'Se comunica de:',
  indicator: 'Cifra',
  where: 'Dónde',
  wholeRegion: 'Toda la región',
  brokenBy: 'Desglose por',
  anyBreakdown: 'Todo lo comunicado',
  total: 'Total',
  dimension: breakdown,
  slice: (d: string, v: string) => (d === 'sex' ? ({ female: 'niñas', male: 'niños' }[v] ?? v) : `${breakdown(d)} ${v}`),
  teller: 'Según',
  allTellers: 'Todos',
  picture: 'A lo largo del tiempo',
  pictureHint: (totalsOnly: boolean) => `Todos los lugares en la misma escala; una línea solo une lo que se sigue directamente.${totalsOnly ? ' Se dibujan los totales; elija un desglose para verlo dibujado.' : ''}`,
  pictureSays: (place: string, lines: string[]) => `${place}. ${lines.join(' ')}`,
  lineSays: (name: string, points: string) => `${name}: ${points}.`,
  line: (slice: string, teller: string) => (slice ? `${slice}, ${teller}` : teller),
  itsGovernment: 'el gobierno',
  point: (value: string, period: string) => `${value} ${on(period)}`,
  figures: 'Las cifras',
  lead: (cells: number, several: number, withheld: number) =>
    `${plural(cells, { one: '# cifra', other: '# cifras' })}${several ? `; ${plural(several, { one: '# comunicada', other: '# comunicadas' })} por más de una fuente` : ''}${withheld ? `; ${plural(withheld, { one: '# valor no se divulga', other: '# valores no se divulgan' })}` : ''}.`,
  csv: 'Estas cifras en CSV',
  whyWithheld: 'Un valor que cuenta de una a cuatro personas no se divulga, para que nadie pueda ser reconocido. Si pudiera calcularse a partir de los valores vecinos, tampoco se divulgan otros, sin precisar cuáles.',
  more: 'Hay más de las que se pueden mostrar a la vez; elija un país o un desglose para verlas todas.',
  untold: 'No consta nada de',
  period: 'Período',
  span: fromTo,
  told: 'Qué se comunica, y quién',
  withheld: 'no divulgado',
  reasons: {
    '<5': 'Cuenta de una a cuatro personas.',
    withheld: 'Cuenta de una a cuatro personas, o permitiría calcular un valor así.',
    'withheld from others': 'Se le muestra porque usted lo comunicó; no se divulga a nadie más.',
  },
  method: 'Cómo se contó:',
  base: (n: number) => `Calculado sobre ${plural(n, { one: '# persona', other: '# personas' })}.`,
  units: { persons: (n: string) => n, cases: (n: string) => n, events: (n: string) => n, percent: (n: string) => `${n} %`, rate: (n: string) => n, amount: (n: string) => n },
  unitNames: { persons: 'personas', cases: 'casos', events: 'hechos', percent: 'por ciento', rate: 'tasa', amount: 'importe' },
};
