// Questions asked before whoever shows the answer is there to ask: the first one, which the document itself has the browser
// ask, and the next days while time is played. An answer is taken once; what nobody takes is forgotten.
import { readReply, type Reply } from './api';

const MOST = 12;
interface Waiting { reply: Promise<Reply>; come?: Reply }
const waiting = new Map<string, Waiting>();

export function askAhead(question: string): Promise<boolean> {
  let ahead = waiting.get(question);
  if (!ahead) {
    for (const oldest of waiting.keys()) if (waiting.size >= MOST) waiting.delete(oldest);
    const asked: Waiting = { reply: readReply(question) };
    waiting.set(question, (ahead = asked));
    asked.reply.then((reply) => { asked.come = reply; }, () => {});
  }
  return ahead.reply.then(() => true, () => false);
}

export function takeAhead(question: string): Promise<Reply> | undefined {
  const ahead = waiting.get(question);
  waiting.delete(question);
  return ahead?.reply;
}

// What has come already, so that it can be drawn at once.
export function takeCome(question: string): Reply | undefined {
  const come = waiting.get(question)?.come;
  if (come) waiting.delete(question);
  return come;
}

// What the document asked for has mostly come with the script, or comes in a moment.
export function documentsQuestion(moment: number): Promise<unknown> {
  const question = document.querySelector('link[rel="preload"][as="fetch"]')?.getAttribute('href');
  return question ? Promise.race([askAhead(question), new Promise((done) => setTimeout(done, moment))]) : Promise.resolve();
}
