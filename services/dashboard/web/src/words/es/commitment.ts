import { count, plural } from '../../say';
import type { Section } from '../../language';
import { el, fromTo } from './days';

const countries = (n: number) => plural(n, { one: '# país', other: '# países' });
const days = (n: number) => plural(n, { one: '# día', other: '# días' });

export const commitment: Section<'commitment'> = {
  unknown: (id: string) => `Ningún marco que conozca este registro contiene un compromiso ${id}.`,
  sections: { rule: 'Con qué se cumple', who: 'Quién lo ha cumplido', time: 'A lo largo del tiempo', late: 'Del acto a su conocimiento', same: 'La misma promesa en otros marcos' },
  supersededBy: 'Desde entonces otro compromiso ocupa su lugar:',
  supersededOn: (day: string) => `(desde ${el(day)})`,
  fromMeeting: 'Surgió de la recomendación de una reunión.',
  itself: (status: string) => `La propia región, como un solo sujeto: ${status.toLowerCase()}.`,
  neighbours: 'Las promesas anterior y siguiente', before: (no: string) => `${no}, la anterior`, after: (no: string) => `${no}, la siguiente`,
  otherRegion: (region: string) => `Esta promesa se hizo en otra región: ${region}.`,
  lead: (met: number, of: number, told: number, overdue: number) =>
    `${met === 0 ? `Ninguno de ${countries(of)} la ha cumplido` : `${plural(met, { one: 'La ha cumplido #', other: 'La han cumplido #' })} de ${countries(of)}`}${overdue > 0 ? `; para ${count(overdue)} está vencida` : ''}; ${told === 0 ? 'no consta nada sobre ninguno' : `consta algo sobre ${count(told)}`}.`,
  none: 'Esta región no tiene países en la fecha mostrada, o la promesa la cumplen otros.',
  whoHint: 'El signo de un país abre las pruebas que hay detrás.',
  more: (name: string) => `Por qué es así: ${name}`,
  timeHint: 'La situación al final de cada año, según lo que se sabe en el momento indicado más arriba.',
  timeSays: (from: string, until: string) => `Una columna por año, ${fromTo(from, until)}: cuántos países en cada estado.`,
  dueMark: (day: string) => `Plazo: ${el(day)}`,
  tooEarly: 'La fecha mostrada es anterior a la promesa: aún no hay evolución que mostrar.',
  lateLead: (acts: number, median: number, ninth: number) =>
    `Del día de un acto al día en que este registro lo conoció: ${days(median)} de mediana en ${plural(acts, { one: '# acto', other: '# actos' })}, ${days(ninth)} como máximo en nueve de cada diez.`,
  lateHint: 'Un año o un mes cuenta desde su último día. Lo importado mucho después de los hechos cuenta con ese retraso.',
  lateNone: 'No consta nada sobre esta promesa en esta región. Un acto o un informe, comunicado por quien esté facultado para ello, completaría esta parte.',
  country: 'País', act: 'Qué', on: 'Fecha', learned: 'Conocido', days: 'Días de diferencia', teller: 'Según',
  sameNone: 'Ningún otro compromiso se ha puesto en correspondencia con este. Lo haría un hecho commitment.mapped del registro.',
  sameLead: 'Consideradas la misma promesa, según el registro:',
};
