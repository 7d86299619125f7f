import { date, plural, yearOf } from '../../say';
import type { Section } from '../../language';
import { on } from './days';

export const time: Section<'time'> = {
  both: 'Los dos relojes',
  another: 'Elegir otro día, o lo que se sabía entonces',
  adopted: (place: string | null) => (place ? `${place}: aprobado` : 'aprobado'),
  adoptedLong: (place: string | null, day: string) => (place ? `Aprobado en ${place} ${on(day)}` : `Aprobado ${on(day)}`),
  due: (day: string) => `plazo ${yearOf(day)}`,
  dueLong: (day: string, n: number) => `${plural(n, { one: '# compromiso vence', other: '# compromisos vencen' })} ${on(day)}`,
  meeting: (place: string) => place,
  meetingLong: (title: string, day: string) => `${title}, ${date(day)}`,
  play: 'Reproducir desde 1996',
  playOn: 'Reproducir desde aquí',
  pause: 'Pausa',
  back: (mark: string) => `Volver a: ${mark}`,
  forward: (mark: string) => `Avanzar a: ${mark}`,
  noneBefore: 'No hay marca anterior',
  noneAfter: 'No hay marca posterior',
  pin: 'fijar',
  pinMeans: 'Conserva la fecha y la posición del registro en la dirección, para que el enlace muestre siempre lo mismo',
  pinned: (records: number) => `Fijado: ${plural(records, { one: 'solo cuenta el primer asiento del registro', other: 'solo cuentan los primeros # asientos del registro' })}, con independencia de lo que se sepa después. Esta dirección mostrará siempre lo mismo, byte por byte.`,
  pinnedClock: (records: number) => plural(records, { one: 'el primer asiento del registro', other: 'los primeros # asientos del registro' }),
  begunToday: 'Este registro comenzó hoy; antes no sabía nada.',
  copy: 'Copiar el enlace',
  copied: 'Copiado.',
  notCopied: 'El navegador no lo permite; copie la dirección desde la barra de direcciones.',
};
