import { count } from '../../say';
import type { Section } from '../../language';

export const packs: Section<'packs'> = {
  title: 'La carpeta',
  next: 'Próxima reunión:', underWay: 'En curso:', last: 'Última reunión:', its: 'su carpeta:',
  what: 'Agenda, intervenciones, recomendaciones, el cuadro de resultados, lo vencido, lo que cambió desde la reunión anterior, puntos focales e impugnaciones abiertas. Sin datos de contacto.',
  short: { html: 'página', xlsx: 'XLSX', csv: 'CSV', json: 'JSON' },
  forms: { html: 'Una página para leer e imprimir (HTML)', xlsx: 'Un libro de cálculo (XLSX)', csv: 'Tablas (CSV, en ZIP)', json: 'Para programas informáticos (JSON)', manifest: 'De qué se compone (manifiesto)' },
  size: (bytes: number) => `${count(Math.max(1, Math.round(bytes / 1024)))} kB`,
  sum: 'SHA-256 del archivo',
  moving: 'Estos enlaces la componen con lo que contiene el registro en el momento de seguirlos.',
  held: 'Estos enlaces la componen con lo que contenía el registro en la posición que figura en la dirección de esta página.',
  pin: 'Fijarla y mostrar la huella de cada archivo',
  pinned: (day: string) => `Fijada: la situación al ${day}, según lo que contenía el registro en esta posición. Estos enlaces dan siempre los mismos bytes; las huellas lo prueban.`,
};
