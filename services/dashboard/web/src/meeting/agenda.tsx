// The agenda as it was set: sessions, their questions, and what was said to each, in the order in which it was.
import { w } from '../language';
import { Phrase } from '../parts/phrase';
import { Actor } from '../parts/actor';
import { Link } from '../parts/link';
import { Told } from '../parts/told';
import { path, toPage } from '../place';
import { nameOf, useRegistry } from '../registry';
import { date, item, plainly } from '../say';
import type { Contribution, MeetingRoom, Session } from '../meetings/api';

interface Props { room: MeetingRoom; fresh: Set<string>; csv: string }

export function Agenda({ room, fresh, csv }: Props) {
  const { agenda, to_no_question: loose } = room;
  return (
    <section class="agenda" id="agenda" aria-labelledby="agenda-title">
      <h2 id="agenda-title">{w.meeting.agenda}</h2>
      {agenda ? <p class="fine"><Phrase say={(who) => w.meeting.agendaSet(agenda.set_on, who!)} put={[<Actor id={agenda.told_by.actor} />]} />{agenda.disputed ? ` ${w.meeting.disputed}` : ''}</p> : <p>{w.meeting.noAgenda}</p>}
      {agenda?.sessions.map((session) => <SessionPart key={session.session} session={session} fresh={fresh} />)}
      {loose.contributions.length > 0 ? (
        <article class="session"><h3>{w.meeting.toNone}</h3><Said list={loose.contributions} fresh={fresh} /></article>
      ) : null}
      <p class="fine">
        {room.contributions_shown < room.contributions_told ? w.meeting.more(room.contributions_shown, room.contributions_told) + ' ' : ''}
        {room.contributions_told > 0 ? <a class="screen" href={csv} download>{w.meeting.contributions}</a> : null}
      </p>
    </section>
  );
}

function SessionPart({ session, fresh }: { session: Session; fresh: Set<string> }) {
  return (
    <article class="session">
      <h3><Told>{w.meeting.session(session.session, session.title)}</Told>{session.held_on ? <small class="day">{date(session.held_on)}</small> : null}</h3>
      {session.annotation ? <p class="annotation"><Told>{session.annotation}</Told></p> : null}
      {session.questions.length === 0 && session.contributions.length === 0 ? <p class="fine">{w.meeting.questionsNone}</p> : null}
      {session.questions.map((q) => (
        <div class="question" key={q.question} data-question={q.question}>
          <p class="asks"><b>{q.question}</b> <Told>{q.text}</Told></p>
          {q.contributions.length === 0 ? <p class="fine nobody">{w.meeting.silent}</p> : <Said list={q.contributions} fresh={fresh} />}
        </div>
      ))}
      {session.contributions.length > 0 ? (
        <div class="question">
          {session.questions.length > 0 ? <p class="asks whole">{w.meeting.toSession}</p> : null}
          <Said list={session.contributions} fresh={fresh} />
        </div>
      ) : null}
    </article>
  );
}

export function Said({ list, fresh }: { list: Contribution[]; fresh?: Set<string> }) {
  return <ol class="said">{list.map((c) => <Speech key={c.events.join()} said={c} fresh={fresh !== undefined && c.events.some((e) => fresh.has(e))} />)}</ol>;
}

function Speech({ said, fresh }: { said: Contribution; fresh: boolean }) {
  const { countries } = useRegistry();
  return (
    <li class={fresh ? 'fresh' : ''} data-events={said.events.join(' ')}>
      <p class="speaker">
        <strong><Actor id={said.by} /></strong>
        <span>{said.kind ? (w.terms.kinds[said.kind] ?? plainly(said.kind).toLowerCase()) : ''}</span>
        {said.country ? <Link to={toPage(path`/countries/${said.country}`)}>{nameOf(countries.get(said.country), said.country)}</Link> : null}
        {said.disputed ? <span class="contested">{w.meeting.disputed}</span> : null}
        {fresh ? <span class="new">{w.meeting.fresh}</span> : null}
      </p>
      <p class="speech-text"><Told>{said.text}</Told></p>
      <p class="fine">
        <span>{w.meeting.saidOn(said.made_on)}</span>
        <span>{w.signs.toldBy[said.told_by.standing]}</span>
        {said.commitments.length > 0 ? <span>{w.meeting.bearsOn} {said.commitments.map((c) => <Link key={c} class="bears" to={said.country ? { why: `${said.country}/${c}` } : toPage(path`/commitments/${c}`)}>{item(c)}</Link>)}</span> : null}
        {said.citation ? <span>{w.source.cites} <Told>{said.citation}</Told></span> : null}
        <span>{w.meeting.record(said.events.join(', '))}</span>
      </p>
    </li>
  );
}
