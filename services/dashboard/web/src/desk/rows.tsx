// What was told of each row of a sheet: refused ones first, with the column and the reason; a row can be mended in the form.
import { w } from '../language';
import { type Column, Table } from '../parts/table';
import { Told } from '../parts/told';
import { recordOf } from '../record';
import { eventsOf } from './mendable';
import { Decision, Reasons } from './reasons';
import { useDesk } from './session';
import type { Sheet, SheetRow } from './sheet';

const ORDER = { refused: 0, pending: 1, draft: 2, admitted: 3 };

export function SheetRows({ sheet, dryRun }: { sheet: Sheet; dryRun: boolean }) {
  const desk = useDesk();
  const rows = sheet.rows.filter((r) => r.told).sort((a, b) => ORDER[a.told!.decision] - ORDER[b.told!.decision] || a.line - b.line);
  if (rows.length === 0) return null;
  const mend = async (row: SheetRow) => {
    const [event] = await eventsOf(sheet, desk.me.source, [row]);
    if (event) desk.mend({ event, reasons: row.told!.reasons });
  };
  const typed = (row: SheetRow) => sheet.format === 'lines' || Boolean(row.cells[sheet.columns.indexOf('type')]?.trim());
  const columns: Column<SheetRow>[] = [
    { id: 'line', head: w.desk.row, kind: 'number', cell: (r) => String(r.line), by: (r) => r.line },
    { id: 'id', head: w.desk.id, rowHead: true, cell: (r) => { const id = r.told!.id || r.cells[sheet.columns.indexOf('id')] || ''; return (!dryRun || r.mended) && r.told!.decision === 'admitted' ? <a href={recordOf(r.told!)}><Told spoken>{id}</Told></a> : <Told spoken>{id}</Told>; } },
    { id: 'decision', head: w.desk.state, kind: 'short', cell: (r) => <><Decision of={r.told!.decision} dryRun={dryRun && !r.mended} />{r.told!.repeat ? <span class="fine"> {w.desk.repeat}</span> : null}</>, by: (r) => ORDER[r.told!.decision] },
    { id: 'reasons', head: w.desk.reasons, cell: (r) => (r.told!.decision === 'refused' ? <><Reasons reasons={r.told!.reasons} />{typed(r) ? <p><button type="button" class="desk-plain" onClick={() => void mend(r)}>{w.desk.mend}</button></p> : null}</> : r.told!.now?.decision === 'refused' ? <Reasons reasons={r.told!.now.reasons} /> : '') },
  ];
  return <Table name="by-row" label={w.desk.rowsTold} columns={columns} rows={rows} keyOf={(r) => String(r.line)} first={200} data={(r) => ({ 'data-line': String(r.line), 'data-decision': r.told!.decision })} />;
}
