// A partner who speaks while a test looks: its token comes from the registrar's, which the server left in its data folder
// (tests/web/run names both the folder and the binary).
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { url } from './browser.mjs';

const { ROLLCALL_BINARY: binary, ROLLCALL_DATA: data } = process.env;
export const mute = binary && data ? false : 'ROLLCALL_BINARY and ROLLCALL_DATA, as tests/web/run sets them, are wanted to submit';

const tokens = new Map();
// `duty`: '', 'prepare' or 'approve'; each is a credential of its own.
export async function tokenOf(actor, duty = '') {
  if (actor === 'registrar') return (await readFile(`${data}/admin.token`, 'utf8')).trim();
  const key = `${actor} ${duty}`;
  if (!tokens.has(key)) tokens.set(key, (await promisify(execFile)(binary, ['admin', 'credential', actor, ...(duty ? ['--duty', duty] : []), '--data', data, '--url', url])).stdout.trim().split('\n').pop());
  return tokens.get(key);
}

// How the records name it (rollcall admin credential: the stakeholder, and the start of the token's sum).
export const credentialOf = async (actor, duty = '') => `${actor}-${createHash('sha256').update(await tokenOf(actor, duty)).digest('hex').slice(0, 12)}`;

let number = 0;
const run = Date.now().toString(36);

// Submits one act and waits for its decision, which must be admitted; gives its position.
export async function tell(actor, type, subject, body) {
  const response = await fetch(url + '/v1/events', {
    method: 'POST',
    headers: { Authorization: `Bearer ${await tokenOf(actor)}`, 'Content-Type': 'application/cloudevents+json', Prefer: 'wait=5' },
    body: JSON.stringify({ specversion: '1.0', type: `org.rollcall.${type}.v1`, id: `${run}-${++number}`, source: `https://rollcall.example/stakeholders/${actor}`, subject, time: new Date().toISOString(), data: body }),
  });
  const told = await response.json();
  if (told.decision !== 'admitted') throw new Error(`${type} was not admitted: ${JSON.stringify(told)}`);
  return told.position;
}
