import { moment, plural, date } from '../../say';
import type { Section } from '../../language';
import { el } from './days';

const sources = (n: number) => plural(n, { one: '# fuente', other: '# fuentes' });
const years = (n: number) => plural(n, { one: '# año', other: '# años' });
const months = (n: number) => plural(n, { one: '# mes', other: '# meses' });
const after = (days: number): string =>
  days < 60 ? plural(days, { one: '# día', other: '# días' }) : days < 730 ? months(Math.round(days / 30.44)) : years(Math.floor(days / 365.25));

export const evidence: Section<'evidence'> = {
  due: (day: string) => `Plazo: ${el(day)}.`,
  noDue: 'No se fijó plazo.',
  saidOf: (actors: string, paragraph: string) => `Se refiere a: ${actors}; ${paragraph}.`,
  onReport: (n: number) => `Se apoya en un informe, no en un acto, de ${sources(n)}.`,
  onAct: (n: number) => `Se apoya en lo que se hizo, según ${sources(n)}.`,
  none: 'Sin pruebas',
  nobody: 'Nadie ha comunicado nada al registro sobre esta promesa. Aun así, puede haberse cumplido.',
  nothingStands: 'Lo que se comunicó sobre esta promesa se retiró; no consta nada más. Aun así, puede haberse cumplido.',
  wouldFill: 'Qué la probaría:',
  onlyReport: 'Ningún acto por sí solo puede probarla. La probaría un informe sobre los progresos, del gobierno, de un órgano de seguimiento o de otra fuente.',
  title: 'Las pruebas, en el orden en que se conocieron',
  toCommitment: 'Quién más lo prometió y quién lo ha cumplido',
  voices: (n: number) => plural(n, { one: 'Lo que dice # parte interesada', other: 'Lo que dicen # partes interesadas' }),
  kindAndStanding: (kind: string, standing: string) => (kind ? `${kind}; ${standing}` : standing),
  counts: { authority: 'la autoridad en la materia', monitor: 'un órgano de seguimiento', other: 'otra voz' },
  says: {
    act: 'actuó', ends: 'le puso fin', corrects: 'se corrigió', corroborates: 'lo corrobora', disputes: 'lo impugna', met: 'dice que se cumple',
    partly_met: 'dice que se cumple en parte', not_met: 'dice que no se cumple',
  },
  asCorrected: ' (corregido)',
  correction: (what: string) => `Corregido: ${what.toLowerCase()}`,
  about: (what: string) => `Sobre ${what}.`,
  speaksOf: 'Habla de:',
  tells: (standing: string, learned: string, days: number | null) => `${standing}; conocido el ${learned}${days === null || days < 1 ? '' : `, ${after(days)} después`}.`,
  correctedLater: 'Corregido:',
  disputedLater: 'Impugnado:',
  corroboratedLater: 'Corroborado:',
  reason: 'El motivo indicado:',
  record: (position: string) => `Asiento ${position}`,
  recordItself: 'El propio asiento, byte por byte',
  bytes: 'El asiento en JSON',
  withdrawn: 'Comunicado y después retirado',
  withdrawnOn: (when: string) => `Retirado; el registro lo supo el ${when}.`,
  withdrawalRecord: (position: string) => `Su retirada ${position}`,
  withdrawnUnread: (most: string) => `De las retiradas que pueden referirse a esta promesa, aquí solo se leen las ${most} más recientes.`,
  withdrawnAll: 'Todas las retiradas sobre este país',
  organisations: (n: number) => plural(n, { one: 'De # organización activa aquí', other: 'De # organizaciones activas aquí' }),
  elsewhere: 'La misma promesa en otros marcos',
  nothing: 'nada',
  copy: 'Copiar el enlace a esta celda',
  attributes: {
    specversion: 'CloudEvents', id: 'Identificador', source: 'Fuente', type: 'Tipo', subject: 'Sobre', time: 'Fecha del hecho', datacontenttype: 'Contenido', dataschema: 'Esquema', sequence: 'Lugar en su carril',
    recordedtime: 'Conocido', partitionkey: 'Carril por', rollcallactor: 'Según', rollcallstanding: 'Cuenta como', rollcallepoch: 'Época', rollcallnonce: 'Valla', rollcallinbox: 'Posición de entrada', rollcallregistry: 'Asientos de inscripción conocidos',
    rollcallpayload: 'Huella del contenido', rollcallpreparedby: 'Preparado por', rollcallapprovedby: 'Aprobado por',
  },
  asOf: (day: string, known: string) => `Situación al ${date(day)}, según lo que se sabía el ${moment(known)}.`,
  json: 'Estos datos en JSON',
  yes: 'sí',
  no: 'no',
};
