// A spreadsheet's text as records: each with its cells, its own text as it stood, and the line where it began.
export interface Row { line: number; text: string; cells: string[] }

export function rowsOf(text: string, separator = ','): Row[] {
  const rows: Row[] = [];
  let line = 1, begun = 1, start = 0, cell = '', quoted = false, cells: string[] = [];
  const end = (at: number) => {
    cells.push(cell);
    const own = text.slice(start, at).replace(/\r$/, '');
    rows.push({ line: begun, text: own, cells: cells.map((c, i) => (i === cells.length - 1 ? c.replace(/\r$/, '') : c)) });
    cell = '', cells = [];
  };
  for (let i = text.charCodeAt(0) === 0xfeff ? (start = 1) : 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\n') line++;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') cell += c, i++;
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === separator) cells.push(cell), (cell = '');
    else if (c === '\n') end(i), (start = i + 1), (begun = line);
    else cell += c;
  }
  if (start < text.length) end(text.length);
  return rows;
}

// A row that begins with # is a guide to people, as the server has it, quoted or not.
export const isSaid = (row: Row): boolean => !row.cells[0]!.trimStart().startsWith('#') && row.cells.some((c) => c.trim() !== '');

// Where the comma marks decimals, spreadsheets part cells by semicolons (others by tabs); the ledger reads commas.
export function inCommas(text: string): Row[] {
  const head = text.split('\n', 1)[0]!;
  const separator = head.includes(',') ? ',' : [';', '\t'].find((s) => head.includes(s)) ?? ',';
  const rows = rowsOf(text, separator);
  return separator === ',' ? rows : rows.map((row) => ({ ...row, text: row.cells.map((c) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',') }));
}
