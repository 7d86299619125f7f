// Another event that this one names: chosen from those of the right type about the same subject, or given by source and id.
import { useId } from 'preact/hooks';
import { useAsked } from '../asking';
import type { Activity } from '../live/api';
import { w } from '../language';
import type { FieldProps } from './fields';
import { Hint, Name, within, Wrong } from './fields';

const PART = '\n';

export function ReferenceField({ name, schema, value, set, pointer, required, reasons, context }: FieldProps) {
  const id = useId();
  const held = (value ?? {}) as { source?: string; id?: string };
  const [kind, about] = context.subject.split('/');
  const query = new URLSearchParams({ limit: '200' });
  if (context.refersTo) query.set('type', context.refersTo);
  if (kind === 'country' && about) query.set('country', about);
  const found = useAsked<Activity>(context.subject ? '/v1/activity?' + query : null, false).answer?.entries.filter((e) => e.subject === context.subject) ?? [];
  const chosen = held.source && held.id ? held.source + PART + held.id : '';
  const choose = (key: string) => { const [source, eventId] = key.split(PART); set(source && eventId ? { source, id: eventId } : undefined); };
  return (
    <fieldset class="desk-group" data-pointer={pointer} aria-describedby={`${id}-hint ${id}-wrong`}>
      <legend><Name name={name} required={required} /></legend>
      <Hint id={`${id}-hint`} schema={schema} />
      <div class="field">
        <label for={id}><span class="name">{w.desk.which}</span></label>
        <select id={id} value={chosen} onChange={(e) => choose(e.currentTarget.value)}>
          <option value="">{found.length > 0 ? w.desk.choose : w.desk.noneToChoose}</option>
          {chosen && !found.some((e) => e.source + PART + e.id === chosen) ? <option value={chosen}>{held.id}</option> : null}
          {found.map((e) => <option key={e.position} value={e.source + PART + e.id}>{e.sentence}</option>)}
        </select>
      </div>
      <details>
        <summary>{w.desk.bySourceAndId}</summary>
        <label class="field"><span class="name">{w.desk.source}</span><input type="text" dir="ltr" value={held.source ?? ''} onInput={(e) => set({ ...held, source: e.currentTarget.value })} /></label>
        <label class="field"><span class="name">{w.desk.id}</span><input type="text" dir="ltr" value={held.id ?? ''} onInput={(e) => set({ ...held, id: e.currentTarget.value })} /></label>
      </details>
      <Wrong id={`${id}-wrong`} reasons={within(reasons, pointer)} />
    </fieldset>
  );
}
