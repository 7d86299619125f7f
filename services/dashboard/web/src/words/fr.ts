// See ../language.ts.
import type { Words } from '../language';

export const words: Partial<Words> = {};
