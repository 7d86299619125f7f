// How each country stood on one commitment at the meeting and stands now; with their signs once the scorecards of both days
// are there, which are asked for when the list is opened.
import { useState } from 'preact/hooks';
import type { Cell, Scorecard, Status } from '../api';
import { useAsked } from '../asking';
import { w } from '../language';
import { Link } from '../parts/link';
import { kindOf, Tile } from '../parts/signs';
import { asked, path, usePlace } from '../place';
import { nameOf, useRegistry } from '../registry';
import { compare, date } from '../say';
import type { OnDay } from '../meetings/api';

export const statusInWords = (status: Status): string => (status === 'open' ? w.meeting.open : w.signs[status].label);

interface Props { commitment: string; then: OnDay | null; now: OnDay | null; region: string | null }

export function Countries(props: Props) {
  const [open, setOpen] = useState(false);
  const codes = new Set([...(props.then?.countries ?? []), ...(props.now?.countries ?? [])].map((c) => c.country));
  return (
    <details class="by-country" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{w.meeting.byCountries(codes.size)}</summary>
      {open ? <List {...props} codes={[...codes]} /> : null}
    </details>
  );
}

function List({ commitment, then, now, region, codes }: Props & { codes: string[] }) {
  const { countries } = useRegistry();
  const before = useCells(commitment, region, then), after = useCells(commitment, region, now);
  const name = (code: string) => nameOf(countries.get(code), code);
  const days = [[then, before], [now, after]] as const;
  return (
    <table class="sums" aria-label={w.meeting.byCountries(codes.length)}>
      <thead><tr><th scope="col">{w.meeting.country}</th>{days.map(([day]) => (day ? <th scope="col" key={day.as_of}>{date(day.as_of)}</th> : null))}</tr></thead>
      <tbody>
        {codes.sort((a, b) => compare(name(a), name(b))).map((code) => (
          <tr key={code} data-country={code}>
            <th scope="row"><Link to={{ why: `${code}/${commitment}` }}>{name(code)}</Link></th>
            {days.map(([day, cells]) => (day ? <Stood key={day.as_of} status={day.countries.find((c) => c.country === code)?.status} cell={cells.get(code)} /> : null))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Stood({ status, cell }: { status: Status | undefined; cell: Cell | undefined }) {
  if (!status) return <td />;
  return <td data-status={status}>{cell?.status === status ? <span class="pair"><Tile kind={kindOf(cell)} standing={cell.standing} disputed={cell.disputed} /> <span>{w.signs[kindOf(cell)].label}</span></span> : statusInWords(status)}</td>;
}

function useCells(commitment: string, region: string | null, day: OnDay | null): Map<string, Cell> {
  const { place } = usePlace();
  const { frameworks } = useRegistry();
  const framework = frameworks.get(commitment.split('/')[0] ?? '');
  const whose = region ?? framework?.region;
  const theme = framework?.commitments.find((c) => c.id === commitment)?.theme ?? '';
  const { answer } = useAsked<Scorecard>(day && whose && framework ? path`/v1/regions/${whose}/scorecard` + asked({ ...place, asOf: day.as_of }, { framework: framework.framework, theme }) : null, false);
  return new Map((answer?.cells ?? []).filter((c) => c.commitment === commitment).map((c) => [c.country, c]));
}
