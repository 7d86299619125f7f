import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { on } from './days';

export const country: Section<'country'> = {
  deck: (frameworks: number) => `Lo que prometió, y lo que consta de ello, en ${plural(frameworks, { one: '# marco', other: '# marcos' })}.`,
  invented: 'Para demostración y pruebas: ni este país ni ninguno de sus actos existe.',
  none: 'Ningún marco se dirigía a este país en la fecha mostrada. Figurará aquí si aprueba uno o pertenece a una región que lo tenga.',
  commitments: (n: number) => plural(n, { one: '# compromiso', other: '# compromisos' }),
  number: 'N.º', commitment: 'Compromiso', due: 'Plazo', status: 'Estado', since: 'Desde', toldBy: 'Según',
  sections: {
    numbers: 'En cifras', cells: 'Promesa por promesa', plans: 'Planes', treaties: 'Tratados', focalPoints: 'Puntos focales', rapporteurs: 'Relatores y defensorías',
    youthCommittees: 'Comités de jóvenes', programmes: 'Programas', due: 'Plazos próximos y vencidos', youth: 'La visión de los jóvenes y la del gobierno', recommendations: 'Recomendaciones recibidas',
  },
  framework: 'Marco', all: 'Compromisos',
  numbersLead: (total: number, met: number, overdue: number, told: number) =>
    `De ${plural(total, { one: '# promesa', other: '# promesas' })}, ${plural(met, { one: '# cumplida', other: '# cumplidas' })}; ${plural(overdue, { one: '# vencida', other: '# vencidas' })}; ${told === 0 ? 'no consta nada sobre ninguna' : `consta algo sobre ${count(told)}`}.`,
  inFull: 'La promesa completa',
  treaties: {
    fill: 'No consta nada sobre ningún tratado para este país. Los actos que comunique un depositario completarían esta parte.',
    treaty: 'Tratado', silent: 'Para este país no consta nada sobre:', made: (day: string) => `formulada ${on(day)}`, withdrawn: (day: string) => `retirada ${on(day)}`,
  },
  programmes: {
    fill: 'Nadie ha comunicado un programa aquí. Un hecho programme.started que nombre a este país completaría esta parte.',
    programme: 'Programa', does: 'Qué hace', started: 'Inicio', until: 'Hasta', state: 'Estado', reached: 'Último informe',
    states: { live: 'En marcha', run_out: 'Expirado', ended: 'Terminado' }, regionWide: 'toda la región', noReport: 'ningún informe comunicado',
    people: (n: number, day: string) => `${plural(n, { one: '# persona atendida', other: '# personas atendidas' })}, comunicado ${on(day)}`, reported: (day: string) => `informe: ${date(day)}`,
  },
  reminders: {
    fill: 'Según lo que consta, nada está vencido y nada vence en el plazo de un año.',
    lead: (due: number, overdue: number) => `${plural(overdue, { one: '# vencido', other: '# vencidos' })}; ${plural(due, { one: '# vence', other: '# vencen' })} en el plazo de un año.`,
    day: 'Día', what: 'Qué', kind: 'Tipo', state: 'Estado', incharge: 'Responsable', states: { due: 'por vencer', overdue: 'vencido' },
    earlier: (n: number, first: string) => `${plural(n, { one: 'y # anterior', other: 'y # anteriores' })}, el primero con plazo ${on(first)}`,
    feed: 'como canal', calendar: 'como calendario',
    kinds: { commitment: 'Compromiso', plan: 'Plan', focal_point: 'Punto focal', rapporteur: 'Relator', agreement: 'Acuerdo', code_of_conduct: 'Código de conducta' },
  },
  youth: {
    fill: 'Ningún órgano de jóvenes ha comunicado nada sobre estas promesas. Aquí figurarían, junto a lo del gobierno, sus propios informes, o el hecho de que corroboren o impugnen lo que dice el gobierno.',
    lead: (both: number, differ: number, youthOnly: number, government: number) =>
      `Ambos hablan de ${count(both + differ)} y difieren en ${count(differ)}; solo los jóvenes hablan de ${count(youthOnly)}, solo el gobierno de ${count(government)}.`,
    government: 'El gobierno dice', youth: 'Los jóvenes dicen', agreement: 'Juntos', silent: 'nada comunicado',
    agreements: { same: 'coinciden', differs: 'difieren', youth_silent: 'solo habla el gobierno', government_silent: 'solo hablan los jóvenes', both_silent: 'no habla ninguno' },
    says: { corroborates: 'lo corroboran', disputes: 'lo impugnan' },
  },
  recommendations: { fill: 'No consta para este país ninguna recomendación del Examen Periódico Universal ni de otro órgano. La importación de las recomendaciones de los exámenes completaría esta parte.', day: 'Día', what: 'Lo que consta', record: 'el asiento' },
};
