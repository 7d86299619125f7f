// Recommendations that a country received, of the Universal Periodic Review and the like, as the ledger tells them.
import { useAsked } from '../asking';
import { w } from '../language';
import { Section } from '../parts/section';
import { type Column, Table } from '../parts/table';
import { Told } from '../parts/told';
import { Voices } from '../parts/voices';
import { asked, usePlace } from '../place';
import { recordOf } from '../record';
import { date } from '../say';
import type { Activity, Happened } from './api';

export function Recommendations({ code }: { code: string }) {
  const { place } = usePlace();
  const question = { country: code, type: 'recommendation.received', limit: '200' };
  const told = useAsked<Activity>('/v1/activity' + asked(place, question), false);
  const words = w.country.recommendations;
  const columns: Column<Happened>[] = [
    { id: 'day', head: words.day, kind: 'date', by: (h) => h.on, cell: (h) => (h.on ? date(h.on) : '') },
    { id: 'what', head: words.what, rowHead: true, cell: (h) => <><Told>{h.sentence}</Told> <small class="screen"><a href={recordOf(h)}>{words.record}</a></small></> },
    { id: 'teller', head: w.plans.toldBy, by: (h) => h.actor, cell: (h) => <Voices of={{ told_by: h }} /> },
  ];
  return (
    <Section id="recommendations" title={w.country.sections.recommendations} asked={told} csv={'/v1/activity' + asked(place, { ...question, format: 'csv' })} empty={(a) => a.entries.length === 0 && words.fill}>
      {(a) => <Table name="received" label={w.country.sections.recommendations} columns={columns} rows={a.entries} keyOf={(h) => h.position} order="-day" first={20} data={(h) => ({ 'data-position': h.position })} />}
    </Section>
  );
}
