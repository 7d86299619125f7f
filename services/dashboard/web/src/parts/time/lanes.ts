// Where the labels of marks go under a slider: each at its mark if there is room in one of the lanes, the weightier ones
// first; what finds none is left to its tick (and to the buttons that go from mark to mark).
export interface Placed<T> { thing: T; at: number; start: number; lane: number }

export function place<T extends { label: string; weight: number }>(things: T[], share: (thing: T) => number, width: number, lanes: number): Placed<T>[] {
  const taken: [number, number][][] = Array.from({ length: lanes }, () => []);
  const placed: Placed<T>[] = [];
  for (const thing of [...things].sort((a, b) => b.weight - a.weight)) {
    const wide = widthOf(thing.label), at = share(thing);
    const found = room(at * width, wide, width, taken);
    if (!found) continue;
    taken[found.lane]!.push([found.start, found.start + wide]);
    placed.push({ thing, at, ...found });
  }
  return placed;
}

// In the middle under its mark, or beginning or ending there.
function room(at: number, wide: number, width: number, taken: [number, number][][]): { lane: number; start: number } | null {
  if (wide > width) return null;
  for (const [lane, others] of taken.entries())
    for (const wish of [at - wide / 2, at - PADDING / 2, at - wide + PADDING / 2]) {
      const start = Math.max(0, Math.min(width - wide, wish));
      if (others.every(([from, to]) => start >= to || start + wide <= from)) return { lane, start };
    }
  return null;
}

const PADDING = 12;
let pen: CanvasRenderingContext2D | null = null;
function widthOf(text: string): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * 7 + PADDING;
  pen.font = '12px ' + getComputedStyle(document.documentElement).fontFamily;
  return pen.measureText(text).width + PADDING;
}
