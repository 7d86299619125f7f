// How wide an element is now, so that a picture can be drawn in real pixels and its letters stay as large as all others.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export function useWidth(): [{ current: HTMLDivElement | null }, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.round(element.getBoundingClientRect().width));
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    measure();
    return () => watch.disconnect();
  }, []);
  return [box, width];
}

// Whether what an element holds is wider than it, so that it scrolls and must be reachable by keyboard.
export function useTooWide(changing: unknown[]): [{ current: HTMLDivElement | null }, boolean] {
  const [box, width] = useWidth();
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => { if (box.current) setWide(box.current.scrollWidth > box.current.clientWidth + 1); }, [width, ...changing]);
  return [box, wide];
}
