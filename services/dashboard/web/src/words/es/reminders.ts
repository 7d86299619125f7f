import { date, plural } from '../../say';
import type { Section } from '../../language';

const falls = (n: number, within: string) => `${plural(n, { one: '# asunto vence', other: '# asuntos vencen' })} en el plazo de ${within}`;

export const reminders: Section<'reminders'> = {
  title: (name: string) => `Plazos: ${name}`,
  deck: 'Compromisos con plazo; planes, mandatos y acuerdos que expiran; y los informes anuales de las empresas. Se nombran las oficinas, nunca sus datos de contacto.',
  choices: 'Qué se muestra',
  whom: 'País', whole: 'Toda la región',
  within: 'Vence en el plazo de',
  days: (n: number) => (n % 365 === 0 ? plural(n / 365, { one: '# año', other: '# años' }) : plural(n, { one: '# día', other: '# días' })),
  kind: 'Tipo', anyKind: 'Todos los tipos',
  kinds: { commitment: 'compromiso', plan: 'plan', focal_point: 'mandato del punto focal', rapporteur: 'mandato del relator', agreement: 'acuerdo', code_of_conduct: 'informe del Código de conducta' },
  office: 'Oficina responsable', anyOffice: 'Todas las oficinas', noOffice: 'No se nombra ninguna oficina',
  state: 'Estado', both: 'Por vencer y vencidos', due: 'Por vencer', overdue: 'Vencidos',
  group: 'Agrupar por', byDay: 'día', byOffice: 'oficina',
  lead: (due: number, overdue: number, within: string) => `${falls(due, within)}; ${plural(overdue, { one: '# está vencido', other: '# están vencidos' })}.`,
  leadDue: (due: number, within: string) => `${falls(due, within)}.`,
  leadOverdue: (overdue: number) => `${plural(overdue, { one: '# asunto está vencido', other: '# asuntos están vencidos' })}.`,
  narrowed: 'Contado según los filtros de arriba.',
  fallsDue: 'Por vencer', isOverdue: 'Vencido',
  what: 'Qué', who: 'De quién', when: 'Día', howLong: 'Plazo', officeHead: 'Oficina responsable', record: 'Asiento',
  inDays: (n: number) => (n === 0 ? 'hoy' : plural(n, { one: 'en # día', other: 'en # días' })),
  agoDays: (n: number) => (n >= 730 ? plural(Math.floor(n / 365.25), { one: '# año de retraso', other: '# años de retraso' }) : plural(n, { one: '# día de retraso', other: '# días de retraso' })),
  on: (day: string) => date(day),
  list: (n: number) => `La lista, de ${plural(n, { one: '# entrada', other: '# entradas' })}, desplazable`,
  nothingDue: (within: string) => `Nada vence en el plazo de ${within}. Aquí figuraría, antes de su vencimiento, un compromiso con plazo, un plan con fecha de término o un mandato de duración determinada.`,
  nothingOverdue: 'Según lo que contiene el registro, nada está vencido. Un plazo que venza sin que se haga lo previsto añade aquí una línea.',
  none: 'Nada de este tipo.',
  atom: 'Canal Atom', ics: 'Calendario (iCalendar)', csv: 'CSV',
  take: 'La misma lista, siempre al día:',
  older: 'Los siguientes', first: 'Volver a los primeros',
};
