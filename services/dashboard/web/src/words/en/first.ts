// The sections that the first view needs; they come with the first script, all others when another page, the panel or the map
// is first opened (../../later.ts).
import { map } from './map';
import { region } from './region';
import { shell } from './shell';
import { signs } from './signs';
import { time } from './time';

export const first = { map, region, shell, signs, time };
