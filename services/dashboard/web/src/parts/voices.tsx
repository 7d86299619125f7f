// Who tells a thing, who confirms and who disputes it, in a cell of a table.
import type { Standing } from '../api';
import { w } from '../language';
import { Actor } from './actor';
import { ActorList } from './source';

interface Voiced { told_by: { actor: string; standing: Standing } | null; disputed?: boolean; corroborated_by?: string[]; disputed_by?: string[] }

export function Voices({ of }: { of: Voiced }) {
  const confirmed = of.corroborated_by ?? [], disputed = of.disputed_by ?? [];
  return (
    <span class="tellers">
      {of.told_by ? <Actor id={of.told_by.actor} /> : null}
      {confirmed.length > 0 ? <span>{w.source.corroborated} <ActorList ids={confirmed} /></span> : null}
      {of.disputed || disputed.length > 0 ? <span class="dispute"><b class="bang" aria-hidden="true">!</b> {disputed.length > 0 ? <>{w.source.disputedBy} <ActorList ids={disputed} /></> : w.source.disputed}</span> : null}
    </span>
  );
}
