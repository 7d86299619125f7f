// The fields of a form, from a JSON Schema: each with its hint, and the reasons for which it was refused.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { w } from '../language';
import { Told } from '../parts/told';
import { plainly, sentence } from '../say';
import type { Reason } from './api';
import { ReferenceField } from './references';
import { kindOf, type Schema, shapeOf } from './schema';

export interface FieldProps {
  name: string;
  schema: Schema;
  value: unknown;
  set: (value: unknown) => void;
  pointer: string;
  required: boolean;
  reasons: Reason[];
  context: { lists: (pointer: string) => string | undefined; refersTo: string | null; subject: string };
}

export const within = (reasons: Reason[], pointer: string): Reason[] => reasons.filter((r) => r.pointer === pointer || r.pointer.startsWith(pointer + '/'));
const exactly = (reasons: Reason[], pointer: string): Reason[] => reasons.filter((r) => r.pointer === pointer);
const label = (name: string): string => w.terms.members[name] ?? plainly(name);

export function Field(props: FieldProps) {
  const kind = kindOf(props.schema);
  if (kind === 'object') return <Group {...props} />;
  if (kind === 'reference') return <ReferenceField {...props} />;
  if (kind === 'many') return <Many {...props} />;
  if (kind === 'list') return <List {...props} />;
  return <One {...props} />;
}

export function Hint({ id, schema }: { id: string; schema: Schema }) {
  return schema.description ? <p class="fine" id={id}><Told>{schema.description}</Told></p> : null;
}
export function Wrong({ id, reasons }: { id: string; reasons: Reason[] }) {
  return reasons.length === 0 ? null : <div class="desk-wrong" id={id}>{reasons.map((r, i) => <p key={i}><b aria-hidden="true">✕</b> <Told>{sentence(r.detail)}</Told></p>)}</div>;
}
export function Name({ name, required }: { name: string; required: boolean }) {
  return <span class="name">{w.terms.members[name] ?? <Told>{plainly(name)}</Told>} {required ? <span class="desk-must">{w.desk.required}</span> : null}</span>;
}

function One({ name, schema, value, set, pointer, required, reasons, context }: FieldProps) {
  const id = useId();
  const of = shapeOf(schema);
  const kind = kindOf(schema);
  const mine = within(reasons, pointer);
  const text = value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const common = { id, 'aria-describedby': `${id}-hint ${id}-wrong`, 'aria-invalid': mine.length > 0, 'aria-required': required };
  const write = (e: { currentTarget: { value: string } }) => set(e.currentTarget.value || undefined);
  const list = kind === 'text' ? context.lists(pointer) : undefined;
  let input: ComponentChildren;
  if (kind === 'choice') input = <select {...common} value={text} onChange={write}><option value="">{w.desk.choose}</option>{of.enum!.map((v) => <option key={String(v)} value={String(v)}>{plainly(String(v))}</option>)}</select>;
  else if (kind === 'truth') input = <select {...common} value={text} onChange={write}><option value="">{w.desk.unsaid}</option><option value="true">{w.desk.yes}</option><option value="false">{w.desk.no}</option></select>;
  else if (kind === 'date') input = <input {...common} type="text" dir="ltr" inputMode="numeric" placeholder={w.desk.datePlaceholder} value={text} onInput={write} />;
  else if (kind === 'number') input = <input {...common} type="text" dir="ltr" inputMode="decimal" value={text} onInput={write} />;
  else if (kind === 'json') input = <textarea {...common} dir="ltr" rows={5} spellcheck={false} value={text} onInput={write} />;
  else if ((of.maxLength ?? 0) >= 500 && !list && LONG.test(name)) input = <textarea {...common} dir="auto" rows={3} value={text} onInput={write} />;
  else input = <input {...common} type="text" dir="auto" list={list} value={text} onInput={write} />;
  return (
    <div class="field" data-pointer={pointer}>
      <label for={id}><Name name={name} required={required} /></label>
      {input}
      <Wrong id={`${id}-wrong`} reasons={mine} />
      <Hint id={`${id}-hint`} schema={schema} />
    </div>
  );
}
const LONG = /wording|summary|statement|findings|reason|annotation|text|response|outcome|method|gaps|purpose|notice|measures/;

function Group({ name, schema, value, set, pointer, required, reasons, context }: FieldProps) {
  const id = useId();
  const of = shapeOf(schema);
  const held = (value ?? {}) as Record<string, unknown>;
  return (
    <fieldset class="desk-group" data-pointer={pointer} aria-describedby={`${id}-hint`}>
      <legend><Name name={name} required={required} /></legend>
      <Hint id={`${id}-hint`} schema={schema} />
      <Wrong id={`${id}-wrong`} reasons={exactly(reasons, pointer)} />
      <Members of={of} value={held} set={set} pointer={pointer} reasons={reasons} context={context} />
    </fieldset>
  );
}

interface MembersProps extends Pick<FieldProps, 'pointer' | 'reasons' | 'context'> { of: Schema; value: Record<string, unknown>; set: (value: Record<string, unknown>) => void }
export function Members({ of, value, set, pointer, reasons, context }: MembersProps) {
  const must = new Set(of.required ?? []);
  const names = Object.keys(of.properties ?? {}).sort((a, b) => Number(must.has(b)) - Number(must.has(a)));
  return <>{names.map((n) => <Field key={n} name={n} schema={of.properties![n]!} value={value[n]} set={(v) => set({ ...value, [n]: v })} pointer={`${pointer}/${n}`} required={must.has(n)} reasons={reasons} context={context} />)}</>;
}

function Many({ name, schema, value, set, pointer, required, reasons }: FieldProps) {
  const id = useId();
  const held = Array.isArray(value) ? (value as unknown[]) : [];
  const all = shapeOf(schema).items!.enum!;
  return (
    <fieldset class="desk-group many" data-pointer={pointer} aria-describedby={`${id}-hint ${id}-wrong`}>
      <legend><Name name={name} required={required} /></legend>
      <div class="ticks">{all.map((v) => <label key={String(v)}><input type="checkbox" checked={held.includes(v)} onChange={(e) => set(e.currentTarget.checked ? [...held, v] : held.filter((h) => h !== v))} /> {plainly(String(v))}</label>)}</div>
      <Wrong id={`${id}-wrong`} reasons={within(reasons, pointer)} />
      <Hint id={`${id}-hint`} schema={schema} />
    </fieldset>
  );
}

function List({ name, schema, value, set, pointer, required, reasons, context }: FieldProps) {
  const id = useId();
  const items = shapeOf(schema).items!;
  const whole = kindOf(items) === 'object' || kindOf(items) === 'reference';
  const held = Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
  const shown = held.length === 0 && !whole ? [undefined] : held;
  const put = (i: number, v: unknown) => set(Object.assign([...shown], { [i]: v }));
  const bare = { ...items, description: '' };
  return (
    <fieldset class="desk-group" data-pointer={pointer} aria-describedby={`${id}-hint ${id}-wrong`}>
      <legend><Name name={name} required={required} /></legend>
      <Hint id={`${id}-hint`} schema={schema} />
      <Wrong id={`${id}-wrong`} reasons={exactly(reasons, pointer)} />
      {shown.map((v, i) => (
        <div key={i} class="list-item">
          {whole ? <Field name={name} schema={items} value={v} set={(next) => put(i, next)} pointer={`${pointer}/${i}`} required={false} reasons={reasons} context={context} />
            : <Item label={w.desk.nth(label(name), i + 1)} list={context.lists(pointer)} schema={bare} value={v} set={(next) => put(i, next)} reasons={within(reasons, `${pointer}/${i}`)} pointer={`${pointer}/${i}`} />}
          {held.length > 0 ? <button type="button" class="desk-plain" aria-label={w.desk.dropNth(label(name), i + 1)} onClick={() => set(shown.filter((_, j) => j !== i))}>{w.desk.drop}</button> : null}
        </div>
      ))}
      <p><button type="button" class="desk-plain" onClick={() => set([...shown, whole ? {} : undefined])}>{w.desk.another(label(name))}</button></p>
    </fieldset>
  );
}

interface ItemProps { label: string; list: string | undefined; schema: Schema; value: unknown; set: (value: unknown) => void; reasons: Reason[]; pointer: string }
function Item({ label: said, list, schema, value, set, reasons, pointer }: ItemProps) {
  const id = useId();
  const number = kindOf(schema) === 'number';
  return (
    <div class="field" data-pointer={pointer}>
      <input type="text" dir="auto" aria-label={said} aria-invalid={reasons.length > 0} aria-describedby={`${id}-wrong`} list={list} inputMode={number ? 'decimal' : 'text'} value={value === undefined || value === null ? '' : String(value)} onInput={(e) => set(e.currentTarget.value || undefined)} />
      <Wrong id={`${id}-wrong`} reasons={reasons} />
    </div>
  );
}
