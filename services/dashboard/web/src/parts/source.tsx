// Where a fact comes from: who told it and with what standing, where it can be read, who says so too, who disputes it, and
// the records that hold it.
import type { Standing } from '../api';
import { w } from '../language';
import { Actor } from './actor';
import { Told } from './told';

export interface Teller { actor: string; standing: Standing }
export interface Sourced {
  told_by: Teller;
  citation: string | null;
  disputed: boolean;
  corroborated_by: string[];
  disputed_by: string[];
  events: string[];
}

export function Source({ of, record }: { of: Sourced; record?: string }) {
  return (
    <span class="source">
      <ToldBy teller={of.told_by} />
      {of.citation ? <span>{w.source.cites} <Told>{of.citation}</Told></span> : null}
      {of.corroborated_by.length > 0 ? <span>{w.source.corroborated} <ActorList ids={of.corroborated_by} /></span> : null}
      {of.disputed ? <span class="dispute"><b class="bang" aria-hidden="true">!</b> {of.disputed_by.length > 0 ? <>{w.source.disputedBy} <ActorList ids={of.disputed_by} /></> : w.source.disputed}</span> : null}
      {record ? <a href={record}>{w.source.records(of.events)}</a> : <span>{w.source.records(of.events)}</span>}
    </span>
  );
}

export function ToldBy({ teller }: { teller: Teller }) {
  return <span>{w.source.toldBy} <Actor id={teller.actor} /> ({w.signs.standing[teller.standing]})</span>;
}

export function ActorList({ ids }: { ids: string[] }) {
  return <>{ids.map((id, i) => <>{i > 0 ? w.signs.join : ''}<Actor key={id} id={id} /></>)}</>;
}
