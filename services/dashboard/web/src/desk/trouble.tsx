// Why a question of the desk had no answer.
import { Trouble } from '../api';
import { w } from '../language';
import { Told } from '../parts/told';
import { sentence } from '../say';

export const asTrouble = (error: unknown): Trouble => (error instanceof Trouble ? error : new Trouble(400, 'refused', error instanceof Error ? error.message : String(error)));

export function Unsaid({ trouble }: { trouble: Trouble | null }) {
  if (!trouble) return null;
  return trouble.gone ? <>{w.shell.gone}</> : <Told>{sentence(trouble.message)}</Told>;
}
