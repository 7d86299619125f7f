import type { Section } from '../../language';

export const parts: Section<'parts'> = {
  sortBy: (column: string) => `Trier par ${column.toLowerCase()}`,
  showAll: 'Tout afficher',
  asTable: 'Les chiffres en tableau',
  year: 'Année',
  day: 'Jour',
  contents: 'Sur cette page',
};
