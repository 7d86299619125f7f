// What the common parts say: sortable tables, pictures of time.
export const parts = {
  sortBy: (column: string) => `Sort by ${column.toLowerCase()}`,
  showAll: 'Show all',
  asTable: 'The numbers as a table',
  year: 'Year',
  day: 'Day',
  contents: 'On this page',
};
