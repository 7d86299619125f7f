// What changed, as /v1/regions/{region}/changes tells it, and the events behind.
import type { Cell, Clocks, Told } from '../api';

export interface Change { country: string; commitment: string; before: Cell; after: Cell }
export interface Changes extends Clocks { region: string; framework: string; since: string; changes: Change[] }
export interface Evidence extends Clocks { events: { subject: string; commitments: string[]; event: Told }[] }
