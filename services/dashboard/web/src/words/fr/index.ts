// See ../../language.ts.
import type { Translation } from '../../language';
import { activity } from './activity';
import { changes } from './changes';
import { code } from './code';
import { commitment } from './commitment';
import { country } from './country';
import { desk } from './desk';
import { evidence } from './evidence';
import { indicators } from './indicators';
import { instruments } from './instruments';
import { live } from './live';
import { mandates } from './mandates';
import { map } from './map';
import { meeting } from './meeting';
import { meetings } from './meetings';
import { organisation } from './organisation';
import { packs } from './packs';
import { parts } from './parts';
import { plans } from './plans';
import { programmes } from './programmes';
import { region } from './region';
import { reminders } from './reminders';
import { rules } from './rules';
import { shell } from './shell';
import { signs } from './signs';
import { source } from './source';
import { terms } from './terms';
import { time } from './time';
import { youth } from './youth';

export const words: Translation = {
  shell,
  signs,
  terms,
  parts,
  activity,
  changes,
  code,
  commitment,
  country,
  desk,
  evidence,
  indicators,
  instruments,
  live,
  mandates,
  map,
  meeting,
  meetings,
  organisation,
  packs,
  plans,
  programmes,
  region,
  reminders,
  rules,
  source,
  time,
  youth,
};
