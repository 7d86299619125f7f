import { count, plural } from '../../say';
import type { Section } from '../../language';
import { el } from './days';

const countries = (n: number) => plural(n, { one: '# país', other: '# países' });

export const mandates: Section<'mandates'> = {
  title: (region: string) => `Puntos focales: ${region}`,
  deck: 'Quién es responsable en cada país, quién informa sobre ello y dónde los jóvenes tienen un comité propio. Aquí nunca se muestran personas ni sus datos de contacto: la API los da a las partes interesadas que han iniciado sesión y tienen derecho a ellos.',
  focalPoints: 'Puntos focales',
  rapporteurs: 'Relatores y defensorías',
  youthCommittees: 'Comités de jóvenes',
  lead: (having: number, of: number) => (having === 0 ? `Ninguno de ${countries(of)} tiene uno en la fecha mostrada, según lo que consta.` : having === of ? `${plural(of, { one: '# país tiene', other: 'Los # países tienen' })} uno en la fecha mostrada.` : `${count(having)} de ${countries(of)} ${plural(having, { one: 'tiene', other: 'tienen' })} uno en la fecha mostrada.`),
  withoutLead: (n: number) => (n === 0 ? '' : `${countries(n)} sin él, según lo que consta:`),
  fillFocal: 'Nadie ha comunicado un punto focal aquí. Un hecho focal_point.designated de un gobierno o de un órgano de seguimiento completaría esta parte.',
  fillRapporteur: 'Nadie ha comunicado un relator ni una defensoría aquí. Un hecho rapporteur.appointed completaría esta parte.',
  fillYouth: 'Nadie ha comunicado un comité de jóvenes aquí. Un hecho youth_committee.established completaría esta parte.',
  state: 'Estado', show: 'Qué mandatos', live: 'Vigentes', all: 'Todos',
  states: { live: 'Vigente', lapsed: 'Expirado', ended: 'Terminado' },
  overTimeHint: 'Relleno: vigente. Trazo discontinuo: expirado. Fino: terminado. La tabla contiene los vigentes; elija «Todos» para leerlos uno a uno.',
  overTimeSays: (n: number, day: string) => `Barras de la duración de los mandatos de ${plural(n, { one: '# país o región', other: '# países o regiones' })}, hasta ${el(day)}.`,
  country: 'País', office: 'Oficina', institution: 'Institución', committee: 'Comité', since: 'Desde', until: 'Hasta', frameworks: 'A cargo de', kind: 'Tipo', independent: 'Independiente', advises: 'Asesora al gobierno', toldBy: 'Según',
  ofRegion: 'De la propia región',
  allFrameworks: 'sin límite',
  called: (place: string, year: string) => `${place} ${year}`,
  vacantSince: (day: string) => `vacante desde ${el(day)}`,
  contactHeld: 'hay datos de contacto',
  yes: 'sí', no: 'no', notSaid: 'no se dice',
  kinds: { national_rapporteur: 'relator nacional', ombudsperson: 'defensoría', children_commissioner: 'defensor de la infancia', equivalent_mechanism: 'mecanismo equivalente' },
};
