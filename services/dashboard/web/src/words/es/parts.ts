import type { Section } from '../../language';

export const parts: Section<'parts'> = {
  sortBy: (column: string) => `Ordenar por ${column.toLowerCase()}`,
  showAll: 'Mostrar todo',
  asTable: 'Las cifras en una tabla',
  year: 'Año',
  day: 'Día',
  contents: 'En esta página',
};
