// What the desk's forms offer (services/dashboard/web/src/desk/lists.json) against the schemas of the event types. No browser.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const lists = json('../../services/dashboard/web/src/desk/lists.json');
const ID = '^[a-z0-9][a-z0-9._-]{0,99}$';
const COUNTRY = '^[A-Z]{3}$';
const isReference = (schema) => Object.keys(schema.properties ?? {}).sort().join() === 'id,source'; // the form offers events

// Every text of every type: where it stands, its pattern, and what the schema says of it or of the list that it is in.
function* textsIn(schema, path, said = '') {
  const description = schema.description ?? said;
  if (isReference(schema)) return;
  if (schema.type === 'string' && !schema.enum) yield { path, description, pattern: schema.pattern ?? '' };
  for (const [name, member] of Object.entries(schema.properties ?? {})) yield* textsIn(member, [...path, name]);
  for (const shape of [schema.items, ...(schema.oneOf ?? [])]) if (shape) yield* textsIn(shape, path, description);
}
const texts = readdirSync(new URL('../../schemas/events/', import.meta.url)).flatMap((file) => {
  const type = file.replace(/\.v\d+\.json$/, '');
  return [...textsIn(json(`../../schemas/events/${file}`), [])].map((text) => ({ ...text, type, keys: [`${type}/${text.path.join('/')}`, text.path.join('/'), text.path.at(-1)] }));
});
const keyOf = ({ keys }) => keys.find((key) => key in lists);
const isId = ({ pattern, description }) => pattern === ID || pattern === COUNTRY || pattern.startsWith(ID.slice(0, -1) + '/') || (pattern === '' && /\bids?\b/.test(description));

test('every member that is an id has a list, or is named as having none', () => {
  assert.ok(texts.filter(isId).length > 100);
  assert.deepEqual(texts.filter((text) => isId(text) && keyOf(text) === undefined).map(({ keys }) => keys[0]), []);
});

test('a list is offered for ids alone, and is of the kind that the schema speaks of', () => {
  const words = { framework: /framework|this code/i, code: /code/i, meeting: /meeting/i, region: /region/i, instrument: /treaty|instrument/i, theme: /theme/i, organisation: /stakeholder|committee|registry|who(se)?\b/i, commitment: /commitment/i, country: /./ };
  for (const text of texts) {
    const list = lists[keyOf(text)];
    if (!list) continue;
    const { pattern, description, keys: [where] } = text;
    assert.ok(isId(text), `${where} is no id, but has the list ${list}`);
    for (const kind of list.split('+')) assert.match(description, words[kind], `${where} is offered as ${kind}`);
    assert.equal(list === 'country', pattern === COUNTRY, where);
    assert.equal(list === 'commitment', pattern.startsWith(ID.slice(0, -1) + '/'), where);
  }
});

test('no line of the table is idle', () => {
  const used = new Set(texts.map(keyOf));
  assert.deepEqual(Object.keys(lists).filter((key) => !used.has(key)), []);
});
