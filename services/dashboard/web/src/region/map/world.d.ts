// Made by world.mjs when the page is built.
declare module 'world' {
  import type { GeometryCollection, Topology } from 'topojson-specification';
  const world: { topology: Topology<{ countries: GeometryCollection }>; points: Record<string, [number, number]> };
  export default world;
}
