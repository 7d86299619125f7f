import { count, date, plural } from '../../say';
import type { Section } from '../../language';
import { stop, when } from './days';
import { commitments as counted, countries as places, ofPromises } from './nouns';

export const region: Section<'region'> = {
  adopted: (name: string, day: string | null, place: string | null) => stop(`${name}${day ? `, принято ${when(day)}${place ? `, ${place}` : ''}` : ''}`),
  size: (commitments: number, countries: number) => `${counted(commitments)}, ${places(countries)}.`,
  inNumbers: 'В цифрах',
  empty: 'На указанную дату в регионе нет стран или в документе нет обязательств.',
  lead: (total: number, told: number, disputed: number) =>
    `Из ${ofPromises(total)} (по одному на страну и обязательство) ${told === 0 ? 'ни по одному ничего не записано' : `записи есть по ${count(told)}`}${disputed ? `; ${plural(disputed, { one: '# оспаривается', other: '# оспариваются' })}` : ''}.`,
  csv: 'Эти числа в CSV',
  matrix: 'По странам',
  hint: 'Знак открывает доказательства; название страны и номер обязательства ведут на их страницы.',
  toMap: 'Показать это обязательство на карте',
  dueOn: (day: string) => `Срок: ${date(day)}`,
  noDue: 'Без срока',
  arrange: {
    label: 'Вид матрицы', group: 'Группировка', byTheme: 'по темам', byDue: 'по срокам', countries: 'Страны', byName: 'по названию', byMet: 'по числу выполненных', signs: 'Знаки', usual: 'обычные', large: 'крупные, для зала', show: 'Ещё',
  },
  keys: 'Стрелки – переход между знаками, Enter – открыть.',
  scroll: 'Матрица, с прокруткой',
  commitment: 'Обязательство',
  due: (day: string) => stop(`Срок: ${date(day)}`),
  noneYet: 'данных пока нет',
  themeTold: (met: number, late: number, any: number) => `выполнено: ${count(met)}${late ? `, из них с опозданием: ${count(late)}` : ''}; записи есть по ${count(any)}`,
};
