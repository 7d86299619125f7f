// A type's JSON Schema as fields, and a form's values as the data that is sent.
export interface Schema {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  oneOf?: Schema[];
  maxLength?: number;
  minimum?: number;
}
export type Kind = 'text' | 'date' | 'choice' | 'number' | 'truth' | 'many' | 'list' | 'object' | 'reference' | 'json';

export function kindOf(schema: Schema): Kind {
  const of = schema.oneOf?.[0] ?? schema;
  if (of.enum) return 'choice';
  if (of.type === 'object') return !of.properties ? 'json' : isReference(of) ? 'reference' : 'object';
  if (of.type === 'array') return of.items?.enum ? 'many' : of.items ? 'list' : 'json';
  if (of.type === 'boolean') return 'truth';
  if (of.type === 'integer' || of.type === 'number') return 'number';
  if (of.type !== 'string') return 'json';
  return of.pattern?.startsWith('^([1-9][0-9]{3}(-(0') ? 'date' : 'text';
}
// Of several shapes, the first is for people; the others are written by machines.
export const shapeOf = (schema: Schema): Schema => (schema.oneOf?.[0] ? { ...schema.oneOf[0], description: schema.description ?? schema.oneOf[0].description ?? '' } : schema);

const isReference = ({ properties }: Schema): boolean => Object.keys(properties ?? {}).sort().join() === 'id,source';

// What nobody filled in isn't sent. A number that isn't one is sent as it was written, so that the ledger says what is wrong.
export function pruned(value: unknown, schema: Schema): unknown {
  const of = shapeOf(schema);
  if (value === undefined || value === null || value === '') return undefined;
  switch (kindOf(schema)) {
    case 'number': return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
    case 'truth': return value === 'true' ? true : value === 'false' ? false : value;
    case 'json': return typeof value === 'string' ? asJson(value) : value;
    case 'many': return Array.isArray(value) && value.length === 0 ? undefined : value;
    case 'list': {
      if (!Array.isArray(value)) return value;
      const kept = value.map((v) => pruned(v, of.items!)).filter((v) => v !== undefined);
      return kept.length > 0 ? kept : undefined;
    }
    case 'object': case 'reference': {
      if (typeof value !== 'object') return value;
      const kept = Object.entries(value as object).map(([k, v]) => [k, of.properties?.[k] ? pruned(v, of.properties[k]!) : v] as const).filter(([, v]) => v !== undefined);
      return kept.length > 0 ? Object.fromEntries(kept) : undefined;
    }
    default: return value;
  }
}

function asJson(text: string): unknown {
  try { return JSON.parse(text); } catch { return text; }
}

// The day the act held: the first date that the type requires, or else any that is given. As precise as a year.
export function heldOn(data: Record<string, unknown>, schema: Schema): string {
  const names = [...(schema.required ?? []), ...Object.keys(schema.properties ?? {})];
  for (const name of names) {
    const member = schema.properties?.[name];
    const value = data[name];
    if (member && kindOf(member) === 'date' && typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value)) return `${value}${'-01-01'.slice((value.length - 4))}T00:00:00Z`;
  }
  return new Date().toISOString().slice(0, 19) + 'Z';
}

// A row of a spreadsheet as data: "budget.amount" lies within budget, lists are parted by ";" or JSON.
export function dataOfCells(cells: [column: string, text: string][], schema: Schema): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [column, text] of cells) {
    if (text.trim() === '') continue;
    const path = column.split('.');
    let within = data;
    let of: Schema | undefined = schema;
    for (const [i, name] of path.entries()) {
      of = of && shapeOf(of).properties?.[name];
      if (i < path.length - 1) within = (within[name] ??= {}) as Record<string, unknown>;
      else within[name] = valueOfCell(text.trim(), of);
    }
  }
  return data;
}

function valueOfCell(text: string, schema: Schema | undefined): unknown {
  const kind = schema ? kindOf(schema) : 'text';
  if (/^[[{]/.test(text) && kind !== 'text') return asJson(text);
  if (kind === 'many' || kind === 'list') return text.split(';').map((t) => valueOfCell(t.trim(), shapeOf(schema!).items)).filter((v) => v !== '');
  if (kind === 'truth') return /^(yes|true|1)$/i.test(text) ? true : /^(no|false|0)$/i.test(text) ? false : text;
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  return text;
}
