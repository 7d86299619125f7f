// Questions asked before whoever shows the answer is there to ask: the first one, while the page's script is still on its way,
// and the next days while time is played. An answer is taken once; what nobody takes is forgotten.
import { readReply, type Reply } from './api';

const MOST = 12;
const waiting = new Map<string, Promise<Reply>>();

export function askAhead(question: string): Promise<boolean> {
  let reply = waiting.get(question);
  if (!reply) {
    for (const oldest of waiting.keys()) if (waiting.size >= MOST) waiting.delete(oldest);
    reply = readReply(question);
    waiting.set(question, reply);
  }
  return reply.then(() => true, () => false);
}

export function takeAhead(question: string): Promise<Reply> | undefined {
  const reply = waiting.get(question);
  waiting.delete(question);
  return reply;
}
