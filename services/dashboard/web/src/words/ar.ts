// See ../language.ts.
import type { Translation } from '../language';

export const words: Translation = {};
