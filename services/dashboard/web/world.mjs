// The world's countries as the map needs them, made at build time from Natural Earth (by way of world-atlas): shapes keyed by
// M49, simplified and quantized, without Antarctica; and a point for every country, in its largest part, for the sign that
// stands there and for states too small to be seen. `import world from 'world'` brings it, as a script of its own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoCentroid } from 'd3-geo';
import { feature, quantize } from 'topojson-client';
import { filter, filterWeight, presimplify, quantile, simplify } from 'topojson-simplify';

const atlas = (detail) => JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`world-atlas/countries-${detail}.json`), 'utf8'));
const KEPT = 0.35; // the share of points kept, those that matter most
const GRID = 5000;
const ANTARCTICA = '010';

// Parts of other countries' shapes, or too small for any: where they lie.
const POINTS = {
  '074': [3.4, -54.4], '162': [105.6, -10.5], '166': [96.8, -12.2], '175': [45.1, -12.8], '254': [-53.1, 3.9], '312': [-61.5, 16.2],
  '474': [-61, 14.6], '535': [-68.3, 12.2], '638': [55.5, -21.1], '744': [16, 78.5], '772': [-171.8, -9.2],
};

export function world() {
  const points = {};
  for (const detail of ['10m', '50m']) {
    const topology = atlas(detail);
    for (const { id, geometry } of feature(topology, topology.objects.countries).features) if (id) points[id] = rounded(geoCentroid(largest(geometry)));
  }
  const weighted = presimplify(atlas('50m'));
  const least = quantile(weighted, KEPT);
  const simple = simplify(weighted, least);
  const topology = quantize(filter(simple, filterWeight(simple, least)), GRID);
  const { geometries } = topology.objects.countries;
  const countries = geometries.filter((g) => g.type && g.id !== ANTARCTICA).map(({ type, arcs, id }) => (id ? { type, arcs, id } : { type, arcs }));
  return { topology: { ...topology, objects: { countries: { type: 'GeometryCollection', geometries: countries } } }, points: { ...points, ...POINTS } };
}

function largest(geometry) {
  if (geometry.type === 'Polygon') return geometry;
  const parts = geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
  return parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best));
}
const rounded = (point) => point.map((x) => Math.round(x * 100) / 100);

export const plugin = {
  name: 'world',
  setup(build) {
    build.onResolve({ filter: /^world$/ }, () => ({ path: 'world', namespace: 'made' }));
    build.onLoad({ filter: /.*/, namespace: 'made' }, () => ({ contents: JSON.stringify(world()), loader: 'json' }));
  },
};
