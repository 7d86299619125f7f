// Who tells a thing, and who confirms or disputes it: a line under whatever is told.
import { w } from '../language';
import { nameOf, useStakeholders } from '../registry';
import type { Standing } from '../api';
import { Told } from './told';

interface Voiced { told_by: { actor: string; standing: Standing } | null; corroborated_by?: string[]; disputed_by?: string[] }

export function Voices({ of }: { of: Voiced }) {
  const tellers = useStakeholders();
  const names = (ids: string[] | undefined) => (ids ?? []).map((id) => nameOf(tellers.get(id), id));
  const confirmed = names(of.corroborated_by), disputed = names(of.disputed_by);
  return (
    <small class="voices">
      {of.told_by ? <Told>{nameOf(tellers.get(of.told_by.actor), of.told_by.actor)}</Told> : null}
      {confirmed.length > 0 ? <>{w.signs.join}{w.mandates.corroboratedBy(confirmed)}</> : null}
      {disputed.length > 0 ? <>{w.signs.join}<strong>{w.mandates.disputedBy(disputed)}</strong></> : null}
    </small>
  );
}
