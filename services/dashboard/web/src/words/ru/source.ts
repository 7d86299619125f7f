import { listed } from '../../say';
import type { Section } from '../../language';

export const source: Section<'source'> = {
  toldBy: 'Сообщает',
  cites: 'Источник:',
  corroborated: 'Подтверждает',
  disputedBy: 'Оспаривает',
  disputed: 'Оспорено',
  quoted: (text: string) => `«${text}»`,
  records: (places: string[]) => (places.length === 1 ? `Запись ${places[0]}` : `Записи ${listed(places)}`),
};
