// One tab stop for the whole matrix; arrows move within it. Done on the elements themselves: a step redraws nothing.
export function onFocus(event: FocusEvent): void {
  const cell = (event.target as Element).closest<HTMLElement>('.cell');
  const table = (event.currentTarget as Element);
  if (!cell) return;
  for (const other of table.querySelectorAll<HTMLElement>('.cell[tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
}

export function arrows(event: KeyboardEvent): void {
  const cell = (event.target as Element).closest<HTMLElement>('.cell');
  const table = event.currentTarget as HTMLTableElement;
  if (!cell || event.altKey || event.metaKey) return;
  const row = Number(cell.dataset.row), column = Number(cell.dataset.column);
  const rows = table.querySelectorAll('.cell[data-column="0"]').length, columns = table.querySelectorAll('.cell[data-row="0"]').length;
  const steps: Record<string, [number, number]> = {
    ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
    PageUp: [row - 10, column], PageDown: [row + 10, column],
    Home: [event.ctrlKey ? 0 : row, 0], End: [event.ctrlKey ? rows - 1 : row, columns - 1],
  };
  const step = steps[event.key];
  if (!step) return;
  const within = (n: number, size: number) => Math.max(0, Math.min(size - 1, n));
  event.preventDefault();
  table.querySelector<HTMLElement>(`.cell[data-row="${within(step[0], rows)}"][data-column="${within(step[1], columns)}"]`)?.focus();
}
