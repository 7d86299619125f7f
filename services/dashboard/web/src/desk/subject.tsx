// Whom or what an event is about: by name, and chosen from those that its type may be about, one's own first.
import { useMemo } from 'preact/hooks';
import { useAsked } from '../asking';
import type { Framework, Named } from '../api';
import { language, w } from '../language';
import { Told } from '../parts/told';
import { isSpoken, nameOf, useRegistry, useStakeholders } from '../registry';
import { compare, item } from '../say';
import { useDesk } from './session';

type Titled = Named & { title?: string; instrument?: string; meeting?: string };
const nameOrTitle = (t: Titled, id: string): string => (t.name || t.names ? nameOf(t, id) : t.title ?? id);

// Frameworks share themes: each once, as the first one names it.
const themesOf = (frameworks: Iterable<Framework>): Map<string, Named> => new Map([...frameworks].flatMap((f) => f.themes.map((t): [string, Named] => [t.id, t])).reverse());

// Everything that has a name, by kind and id; of several kinds, "framework+meeting".
export function useNamed(): (kind: string) => [id: string, name: string][] {
  const { countries, regions, frameworks } = useRegistry();
  const stakeholders = useStakeholders();
  const instruments = useAsked<{ instruments: Titled[] }>('/v1/instruments', false).answer?.instruments;
  const meetings = useAsked<{ meetings: Titled[] }>('/v1/meetings', false).answer?.meetings;
  return useMemo(() => {
    const named = (of: Iterable<[string, Named]>): [string, string][] => [...of].map(([id, t]): [string, string] => [id, nameOf(t, id)]).sort((a, b) => compare(a[1], b[1]));
    const all: Record<string, () => [string, string][]> = {
      country: () => named(countries), region: () => named(regions), framework: () => named(frameworks), organisation: () => named(stakeholders),
      instrument: () => (instruments ?? []).map((t): [string, string] => [t.instrument ?? '', nameOrTitle(t, t.instrument ?? '')]),
      meeting: () => (meetings ?? []).map((t): [string, string] => [t.meeting ?? '', nameOrTitle(t, t.meeting ?? '')]),
      code: () => named([...frameworks].filter(([, t]) => t.kind === 'code')),
      theme: () => named(themesOf(frameworks.values())),
      commitment: () => [...frameworks.values()].flatMap((f) => f.commitments.map((c): [string, string] => [c.id, `${item(c.id)} ${c.wording}`])),
    };
    const kept = new Map<string, [string, string][]>();
    return (kind) => { if (!kept.has(kind)) kept.set(kind, kind.split('+').flatMap((k) => all[k]?.() ?? [])); return kept.get(kind)!; };
  }, [countries, regions, frameworks, stakeholders, instruments, meetings]);
}

export function SubjectName({ of }: { of: string }) {
  const [kind = '', ...rest] = of.split('/');
  const id = rest.join('/');
  const { countries, regions, frameworks } = useRegistry();
  const stakeholders = useStakeholders();
  const thing: Named | undefined = kind === 'country' ? countries.get(id) : kind === 'region' ? regions.get(id) : kind === 'framework' ? frameworks.get(id) : kind === 'organisation' ? stakeholders.get(id) : undefined;
  if (kind === 'meeting' || kind === 'instrument') return <Listed kind={kind} id={id} />;
  return <Told spoken={!thing || isSpoken(thing)}>{thing ? nameOf(thing, id) : of}</Told>;
}

function Listed({ kind, id }: { kind: 'meeting' | 'instrument'; id: string }) {
  const of = useAsked<Record<string, Titled[]>>(`/v1/${kind}s`, false).answer?.[`${kind}s`]?.find((t) => t[kind] === id);
  return <Told spoken={!of || (kind === 'instrument' ? isSpoken(of) : language === 'en')}>{of ? nameOrTitle(of, id) : `${kind}/${id}`}</Told>;
}

interface Props { kinds: string[]; value: string; set: (subject: string) => void; fixed: boolean; wrong: boolean }
export function SubjectPicker({ kinds, value, set, fixed, wrong }: Props) {
  const { me } = useDesk();
  const named = useNamed();
  const own = (me.speaks_about ?? []).filter((s) => kinds.includes(s.split('/')[0]!));
  const others = kinds.map((kind): [string, [string, string][]] => [kind, named(kind).filter(([id]) => !own.includes(`${kind}/${id}`))]);
  const known = own.includes(value) || others.some(([kind, list]) => list.some(([id]) => `${kind}/${id}` === value));
  const nameIn = (subject: string): string => { const [kind = '', ...rest] = subject.split('/'); const id = rest.join('/'); return named(kind).find(([i]) => i === id)?.[1] ?? subject; };
  return (
    <label class="field" data-pointer="/subject">
      <span class="name">{w.desk.subject} <span class="desk-must">{w.desk.required}</span></span>
      <select value={value} disabled={fixed} aria-invalid={wrong} onChange={(e) => set(e.currentTarget.value)}>
        <option value="">{w.desk.choose}</option>
        {value && !known ? <option value={value}>{value}</option> : null}
        {own.length > 0 ? <optgroup label={w.desk.own}>{own.map((s) => <option key={s} value={s}>{nameIn(s)}</option>)}</optgroup> : null}
        {others.map(([kind, list]) => list.length === 0 ? null : <optgroup key={kind} label={w.desk.kinds[kind] ?? kind}>{list.map(([id, name]) => <option key={id} value={`${kind}/${id}`}>{name}</option>)}</optgroup>)}
      </select>
    </label>
  );
}
