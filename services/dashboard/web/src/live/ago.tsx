// How long ago something was, in the reader's language, kept up to date while it is shown.
import { useEffect, useState } from 'preact/hooks';
import { language } from '../language';

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]];

export function ago(then: Date, now: number): string {
  const seconds = Math.max(0, Math.round((now - then.getTime()) / 1000));
  const [unit, size] = STEPS.find(([, s]) => seconds >= s) ?? STEPS[3]!;
  const rounded = unit === 'second' ? Math.floor(seconds / 5) * 5 : Math.floor(seconds / size);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-rounded, unit);
}

export function useNow(every = 5000): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
