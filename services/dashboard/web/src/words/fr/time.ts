import { date, plural, yearOf } from '../../say';
import type { Section } from '../../language';
import { on } from './days';

export const time: Section<'time'> = {
  both: 'Les deux horloges',
  another: 'Choisir un autre jour, ou ce que l’on savait alors',
  adopted: (place: string | null) => (place ? `${place} : adopté` : 'adopté'),
  adoptedLong: (place: string | null, day: string) => (place ? `Adopté ${on(day)} (${place})` : `Adopté ${on(day)}`),
  due: (day: string) => `échéance ${yearOf(day)}`,
  dueLong: (day: string, n: number) => `${plural(n, { one: '# engagement arrive à échéance', other: '# engagements arrivent à échéance' })} ${on(day)}`,
  meeting: (place: string) => place,
  meetingLong: (title: string, day: string) => `${title}, ${date(day)}`,
  play: 'Dérouler depuis 1996',
  playOn: 'Dérouler à partir d’ici',
  pause: 'Pause',
  back: (mark: string) => `Revenir à : ${mark}`,
  forward: (mark: string) => `Avancer à : ${mark}`,
  noneBefore: 'Pas de repère plus ancien',
  noneAfter: 'Pas de repère plus récent',
  pin: 'épingler',
  pinMeans: 'Conserve la date et la position du registre dans l’adresse, pour que le lien affiche toujours la même chose',
  pinned: (records: number) => `Épinglé : ${plural(records, { one: 'seul le premier enregistrement du registre compte', other: 'seuls les # premiers enregistrements du registre comptent' })}, quoi qu’il apprenne ensuite. Cette adresse affichera toujours la même chose, à l’octet près.`,
  pinnedClock: (records: number) => plural(records, { one: 'le premier enregistrement du registre', other: 'les # premiers enregistrements du registre' }),
  begunToday: 'Ce registre a été ouvert aujourd’hui ; il ne contenait rien auparavant.',
  copy: 'Copier le lien',
  copied: 'Copié.',
  notCopied: 'Le navigateur ne le permet pas ; copiez l’adresse depuis la barre d’adresse.',
};
