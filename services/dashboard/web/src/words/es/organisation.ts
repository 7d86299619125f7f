import { plural } from '../../say';
import type { Section } from '../../language';

export const organisation: Section<'organisation'> = {
  deck: (kind: string) => `Inscrita en este registro como: ${kind}.`,
  invented: 'Para demostración y pruebas: ni este organismo ni ninguno de sus actos existe.',
  told: 'En este registro',
  said: 'Todo lo que comunicó, lo más reciente primero',
  home: 'Con sede en',
  homeNowhere: 'Ningún país en particular',
  activeIn: 'Activa en',
  speaksOf: 'Puede pronunciarse sobre',
  everywhere: 'Todos los países y regiones',
  onlyItself: (government: boolean): string => (government ? 'Su propio país' : 'Sí misma'),
  duties: 'Funciones',
  duty: { depositary: 'Depositario', monitor: 'Órgano de seguimiento', convenor: 'Convocante', co_organiser: 'Coorganizador', registrar: 'Encargado de este registro' },
  dutyOf: ': ',
  since: 'Conocida desde',
  until: 'Terminó',
  before: 'Antes de ella',
  after: 'Continuada por',
  promises: 'Lo que debe cumplir',
  noPromises: 'Ningún marco contiene un compromiso para un organismo de su tipo en la fecha mostrada. Figuraría aquí con un marco que lo contuviera.',
  promisesOfCountry: (country: string) => `Lo que un gobierno debe cumplir figura en la página de su país: ${country}.`,
  withoutEvidence: (n: number) => plural(n, { one: '# promesa sin pruebas', other: '# promesas sin pruebas' }),
  programmes: 'Lo que lleva a cabo o ha comunicado',
  noProgrammes: 'No consta ningún programa suyo. Aquí figuraría su propia declaración de que uno comenzó, con el lugar y el tipo de trabajo.',
  code: 'El Código de conducta',
};
