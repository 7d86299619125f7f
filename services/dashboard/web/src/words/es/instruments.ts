import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { el, on } from './days';

const parties = (n: number) => plural(n, { one: '# parte', other: '# partes' });
const signatories = (n: number) => plural(n, { one: '# Estado solo ha firmado', other: '# Estados solo han firmado' });

export const instruments: Section<'instruments'> = {
  title: 'Tratados',
  deck: 'Los tratados por los que los marcos piden a los Estados que se obliguen, y cuántos lo han hecho.',
  listed: 'Todos los tratados, ordenables',
  none: 'Este registro no conoce ningún tratado en la fecha mostrada. Un hecho del registro sobre un instrumento lo inscribe aquí.',
  name: 'Tratado', adopted: 'Adoptado', inForce: 'En vigor desde', parties: 'Partes', signedOnly: 'Solo firma', ofRegion: (region: string) => `Partes: ${region}`,
  notInForce: 'no está en vigor',
  nothingTold: 'no consta ningún acto',
  up: 'Todos los tratados',
  adoptedOn: (day: string, depositary: string | null) => `Adoptado ${on(day)}${depositary ? `; depositario: ${depositary}` : ''}.`,
  numbers: 'En cifras',
  lead: (bound: number, signed: number) => `${parties(bound)}; ${signatories(signed)}.`,
  inForceSince: (day: string) => `En vigor desde ${el(day)}.`,
  inForceFrom: (day: string) => `Entra en vigor ${on(day)}.`,
  notYet: 'Según lo que consta, no estaba en vigor en la fecha mostrada.',
  rule: (needed: number, wait: string, article: string) => `${article}: entra en vigor ${wait} después de que se hayan obligado ${count(needed)} Estados.`,
  term: (n: number, unit: string) => ({ days: plural(n, { one: '# día', other: '# días' }), months: plural(n, { one: '# mes', other: '# meses' }), years: plural(n, { one: '# año', other: '# años' }) })[unit] ?? `${count(n)} ${unit}`,
  regionLead: (region: string, bound: number, signed: number, of: number) => `De ${plural(of, { one: '# país', other: '# países' })} de ${region}, ${plural(bound, { one: '# es parte', other: '# son partes' })} y ${plural(signed, { one: '# solo ha firmado', other: '# solo han firmado' })}.`,
  empty: 'En la fecha mostrada no consta nada sobre este tratado. Eso no es un «no»: las firmas y ratificaciones que comunique el depositario, o la importación de una lista de actos, completarían esta página.',
  curve: 'Cómo se fueron obligando los Estados',
  curveSays: (name: string, from: string, bound: number, until: string) => `Línea del número de partes en ${name} (${from} – ${date(until)}), que al final es de ${count(bound)}.`,
  curveHint: 'La línea sube el día en que un Estado se obliga y baja el día en que uno se retira.',
  partiesLine: 'partes', regionLine: (region: string) => `en ${region}`,
  openedMark: (day: string) => `Adoptado ${on(day)}`,
  forceMark: (day: string) => `En vigor: ${date(day)}`,
  byYear: 'Partes al final de cada año', bound: 'Se obligaron', left: 'Se retiraron', atEnd: 'Partes',
  list: 'País por país',
  show: 'Qué países', everywhere: 'en todas partes',
  which: { all: 'Con algún acto', party: 'Partes', signatory: 'Solo firma', left: 'Retirados', none: 'No consta nada', statements: 'Con declaraciones' },
  country: 'País', status: 'Estado', signed: 'Firma', boundOn: 'Obligado desde', form: 'Por', force: 'En vigor para él', statement: 'Declaraciones', toldBy: 'Según',
  allToldBy: (teller: string) => `Todo ello según ${teller}.`,
  bond: { party: 'Parte', signatory: 'Solo firma', left: 'Retirado', none: 'No consta nada' },
  denounced: (day: string) => `denunciado ${on(day)}`,
  forms: { ratification: 'ratificación', accession: 'adhesión', acceptance: 'aceptación', approval: 'aprobación', succession: 'sucesión', formal_confirmation: 'confirmación formal' },
  disputed: 'impugnado',
  noneSuch: 'Ningún país está en ese caso en la fecha mostrada.',
  statements: 'Reservas, declaraciones y objeciones',
  noStatements: 'No consta ninguna reserva, declaración ni objeción. Aquí figurarían las declaraciones que comunique el depositario.',
  kinds: { reservation: 'Reserva', declaration: 'Declaración', objection: 'Objeción', withdrawal: 'Retiro' },
  made: 'Formulada', about: 'Artículo', says: 'Qué dice', withdrawn: (day: string) => `retirada ${on(day)}`,
  csv: 'en CSV',
};
