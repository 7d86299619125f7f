// Where everything goes on the map: a projection that fits the region and keeps areas true, the shapes, and a sign for each
// country, moved aside where signs would cover each other.
import { geoAzimuthalEqualArea, geoDistance, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import type { Feature, MultiPoint } from 'geojson';
import { feature } from 'topojson-client';
import world from 'world';

export interface Shape { id: string; d: string; mine: string | null } // mine: the region's country that it is
export interface Sign { country: string; x: number; y: number; homeX: number; homeY: number }
export interface Drawn { shapes: Shape[]; signs: Sign[]; missing: string[]; height: number; dense: boolean } // dense: no room for letters, dots stand for them

const { features } = feature(world.topology, world.topology.objects.countries) as unknown as { features: Feature[] };
const WIDE = 1.4; // radians from the middle: beyond, a whole-world projection shows a region better
const MARGIN = 24;
const LOWEST = 240, HIGHEST = 620;
const CROWDED = 0.2; // of the picture under signs

export function draw(countries: [code: string, m49: string | null][], width: number, size: number): Drawn {
  const places = countries.flatMap(([code, m49]) => (m49 && world.points[m49] ? [{ code, m49, at: world.points[m49] }] : []));
  const missing = countries.filter(([, m49]) => !m49 || !world.points[m49]).map(([code]) => code);
  if (places.length === 0 || width === 0) return { shapes: [], signs: [], missing, height: 0, dense: false };
  const { projection, height } = fitted(places.map((p) => p.at), width);
  const path = geoPath(projection).digits(1);
  const codes = new Map(places.map((p) => [p.m49, p.code]));
  const shapes = features.map((f, i) => ({ id: String(f.id ?? 'x' + i), d: path(f) ?? '', mine: codes.get(String(f.id)) ?? null })).filter((s) => s.d);
  const signs = places.flatMap(({ code, at }) => {
    const point = projection(at);
    return point ? [{ country: code, x: point[0], y: point[1], homeX: point[0], homeY: point[1] }] : [];
  });
  const dense = (signs.length * size * size) / (width * height) > CROWDED;
  if (!dense) apart(signs, size, width, height);
  return { shapes, signs, missing, height, dense };
}

// As wide as there is room, and as high as that makes it, within bounds.
function fitted(points: [number, number][], width: number): { projection: GeoProjection; height: number } {
  const middle = middleOf(points);
  const reach = Math.max(...points.map((p) => geoDistance(p, middle)));
  const projection = reach < WIDE ? geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]) : geoEqualEarth().rotate([-middle[0], 0]);
  const all: MultiPoint = { type: 'MultiPoint', coordinates: points };
  const side = Math.min(MARGIN * 2.5, width / 6), edge = MARGIN * 2;
  const [[, top], [, bottom]] = geoPath(projection.fitWidth(width - 2 * side, all)).bounds(all);
  const height = Math.round(Math.max(LOWEST, Math.min(HIGHEST, width, bottom - top + 2 * edge)));
  projection.fitExtent([[side, edge], [width - side, height - edge]], all).clipExtent([[0, 0], [width, height]]);
  return { projection, height };
}

// The mean of the points on the sphere.
function middleOf(points: [number, number][]): [number, number] {
  let x = 0, y = 0, z = 0;
  for (const [longitude, latitude] of points) {
    const l = (longitude * Math.PI) / 180, p = (latitude * Math.PI) / 180;
    x += Math.cos(p) * Math.cos(l); y += Math.cos(p) * Math.sin(l); z += Math.sin(p);
  }
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI];
}

const ROUNDS = 120;
function apart(signs: Sign[], size: number, width: number, height: number): void {
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const [i, a] of signs.entries())
      for (const b of signs.slice(i + 1)) {
        const dx = b.x - a.x || 0.01 * (i + 1), dy = b.y - a.y || 0.01;
        const overlapX = size - Math.abs(dx), overlapY = size - Math.abs(dy);
        if (overlapX <= 0 || overlapY <= 0) continue;
        moved = true;
        if (overlapX < overlapY) { const s = (Math.sign(dx) * overlapX) / 2; a.x -= s; b.x += s; } else { const s = (Math.sign(dy) * overlapY) / 2; a.y -= s; b.y += s; }
      }
    for (const s of signs) { s.x = Math.max(size / 2, Math.min(width - size / 2, s.x)); s.y = Math.max(size / 2, Math.min(height - size / 2, s.y)); }
    if (!moved) return;
  }
}
