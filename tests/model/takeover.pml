/*
 * How a lane of the ledger changes hands, checked exhaustively by SPIN (./check runs it).
 *
 * ARCHITECTURE.md, "How a lane stays single-minded", claims that fences in the
 * log are enough: no transactions, no clock, no lock service. This is that protocol and nothing else:
 * no payloads, no consumer group, no registry.
 *
 * WHAT STANDS FOR WHAT
 *   lane[0..end)  one ledger lane: append-only, never truncated (acks=all, readers stay below the
 *                 high watermark; an unclean leader election is data loss, and outside the model).
 *   inbox         positions 0..INBOX-1, all there from the start.
 *   owner         an admission process that believes the lane is its own. Any number may believe so
 *                 at once: nothing here hands out ownership.
 *   session       one producer, made for one attempt: its fence, then its records. Never used again
 *                 once its owner let go.
 *   wire[s]       what session s sent and the lane has not got yet. It lands in order, once each,
 *                 without gaps, at any later time (after a takeover or a crash too), or never.
 *   let_go        every reason to stop, in one step, as all end alike, with no memory but the lane:
 *                 crash and restart; acknowledgement lost or late, so the outcome is unknown. One
 *                 that does arrive is not modelled, because an owner makes no use of it.
 *   a stall       needs no statement: an owner may stay anywhere for any time while others go on. A
 *                 stall between reading or deciding and sending is a slow wire.
 *   decision      the session's number: each attempt would decide otherwise (another clock, another
 *                 registry position), so a position decided twice is a contradiction.
 *   teller        a gateway: hands out receipts from the lane as read, arbitrarily late; with
 *                 -DPROMPT_TELLER as soon as it could. That makes half as many states, and what the
 *                 late one tells, the prompt one told before: so the large runs use it.
 *   calm          faults end and owner 0 alone is left, crashed or in the midst of anything (owners
 *                 are alike, so which one is no choice). What dead sessions sent may still land.
 *
 * WHAT IS CHECKED
 *   whenever anyone reads, and look() reads after each landing:
 *     P1  valid records have sequence 0, 1, 2, ... over all epochs;
 *     P2  they decide inbox position 0, 1, 2, ...: none twice, none left out;
 *     P3  none contradicts a receipt handed out;
 *     P6  each valid fence has the epoch after the last one's.
 *     Where P1 or P2 is broken, a real reader halts for ever: the protocol alone never makes one halt.
 *   at any moment of the calm:
 *     P4  the owner left has something to do, or something on its wire, until every position is
 *         decided (by P2 exactly once);
 *     P5  it needs at most CALM = 2 more fences for that. Why two: an owner asks for the epoch after
 *         the current one, so no fence on any wire is more than one ahead; losing to one such raises
 *         the current epoch, and the next try beats all that are left.
 *
 * BOUNDS  OWNERS processes, INBOX positions, FLIGHT entries on a wire, FAULTY attempts at ownership
 *   before the calm (takeovers, crashes, unknown outcomes in any mixture), CALM after; CALM=0: none.
 *
 * NEEDED: without the rule (-D...) the checker must find that property broken
 *   SKIP_READ_BACK          decides before it has read its own fence back                        P1
 *   DECIDE_FROM_FIRST_READ  reads its fence back, but goes on from where the lane ended when it
 *                           first read: a former owner's record landed in between                P1
 *   DECIDE_FROM_MEMORY      goes on after its own last proposal, not the lane's last record      P1
 *   INBOX_FROM_COMMIT       inbox offset from a committed group offset, not from the lane        P2
 *   NO_REFENCE              outcome unknown: reads the lane and goes on in the same epoch        P1
 *   IGNORE_EPOCH            every record counts, whoever wrote it                                P1
 *   NO_NONCE                fences of one epoch look alike: two owners each see their own        P1
 *   EPOCH_FROM_COUNTER      the epoch comes from a counter elsewhere, not from the lane          P6
 *   TELL_FROM_ACK           receipts from the producer's acknowledgement                         P3
 *   TELLER_LAST_WINS        readers break ties differently: what one counts, another voids       P1
 *   NO_TAIL                 an owner does not look whether it was superseded: it appends void
 *                           records and waits for ever                                           P4
 *   STAND_DOWN              a superseded owner stops for good: its successor may be dead, and its
 *                           fence just late                                                      P4
 *   FENCE_ANY_EPOCH         the last fence wins whatever its epoch: safe, but each one that a
 *                           dead session left on its wire can depose the living owner anew       P5
 *   CALM=1                  (no rule: two fences really can be needed)                           P5
 *   and what the wire promises, which the producer must be configured to keep:
 *   SESSION_DUPLICATES      a retry appends twice: a producer that is not idempotent             P1
 *   SESSION_GAPS            one entry lost, the next delivered: librdkafka does so after
 *                           message.timeout.ms even when idempotent, and its
 *                           enable.gapless.guarantee does not cover that (INTRODUCTION.md,
 *                           "Message timeout considerations")                                    P1
 *
 * NOT NEEDED: everything holds without
 *   EQUAL_EPOCH_LAST_WINS   any tie-break will do if all readers share it;
 *   NONCE_PER_OWNER         one nonce may serve an owner for ever, if no other ever uses it;
 *   RECORD_EPOCH_ONLY       records may carry the epoch alone (who lost the tie never appends
 *                           one), with either kind of nonce in the fences;
 *   RECORD_NONCE_ONLY       or the nonce alone.
 *   The rule has slack, but not everywhere at once. EQUAL_EPOCH_LAST_WINS with NONCE_PER_OWNER:
 *   an old fence of its own brings an owner's void records back to life                          P1
 *   EQUAL_EPOCH_LAST_WINS with RECORD_EPOCH_ONLY: both sides of a tie get to append              P1
 * A WAY NOT TAKEN
 *   VOID_ON_GAP             a record out of sequence is void instead of stopping every reader: safe
 *                           even with SESSION_GAPS and SESSION_DUPLICATES, but then a record lost
 *                           from the log is decided anew in silence, so readers halt instead.
 */
#ifndef OWNERS
#define OWNERS 2
#endif
#ifndef INBOX
#define INBOX 2
#endif
#ifndef FLIGHT
#define FLIGHT 2
#endif
#ifndef FAULTY
#define FAULTY 3
#endif
#ifndef CALM
#define CALM 2
#endif

#define SESSIONS (FAULTY + CALM)
#ifdef SESSION_DUPLICATES
#define LANE (SESSIONS * (1 + INBOX) + 1)
#else
#define LANE (SESSIONS * (1 + INBOX))
#endif

/* ---- the rule of validity: what every reader applies ---- */

#if defined(FENCE_ANY_EPOCH)
#define FENCE_VALID(e) true
#define EPOCH_FOLLOWS(e) true
#elif defined(EQUAL_EPOCH_LAST_WINS)
#define FENCE_VALID(e) (e >= at_epoch)
#elif defined(TELLER_LAST_WINS)
#define FENCE_VALID(e) (e > at_epoch || (tell && e == at_epoch))
#else
#define FENCE_VALID(e) (e > at_epoch)
#endif
#ifndef EPOCH_FOLLOWS
#define EPOCH_FOLLOWS(e) (e <= at_epoch + 1)
#endif

#if defined(IGNORE_EPOCH)
#define RECORD_VALID(e, n) true
#elif defined(RECORD_EPOCH_ONLY)
#define RECORD_VALID(e, n) (e == at_epoch)
#elif defined(RECORD_NONCE_ONLY)
#define RECORD_VALID(e, n) (n == at_nonce)
#else
#define RECORD_VALID(e, n) (e == at_epoch && n == at_nonce)
#endif

#ifdef VOID_ON_GAP
#define IN_PLACE (lane[pos].seq == at_seq)
#else
#define IN_PLACE true
#endif

#ifdef EPOCH_FROM_COUNTER
#define EPOCH sessions
#else
#define EPOCH (at_epoch + 1)
#endif

#if defined(NO_NONCE)
#define NONCE 1
#elif defined(NONCE_PER_OWNER)
#define NONCE (me + 1)
#else
#define NONCE sessions
#endif

typedef Entry { bit fence; byte epoch; byte nonce; byte seq; byte inbox; byte decision }

Entry lane[LANE];
byte end;
chan wire[SESSIONS] = [FLIGHT] of { Entry };
byte told[INBOX];               /* the receipt handed out per position; 0: none yet */

#define NO_SUCH_EPOCH 255
#define OUT 0                   /* knows nothing, owns nothing */
#define FENCING 1               /* sent a fence, has not read it back */
#define DECIDING 2              /* read its fence back as valid */
#define DOWN 3                  /* STAND_DOWN only: superseded, and took it for final */
typedef Owner { byte phase; byte session; byte epoch; byte nonce; byte seq; byte inbox }

Owner o[OWNERS];
byte sessions;                  /* begun so far; session numbers count from 1 */
byte calm_sessions;
bool calm;
#ifdef INBOX_FROM_COMMIT
byte committed;
#endif
#ifdef SESSION_DUPLICATES
bool duplicated;                /* once is enough, and keeps the lane bounded */
#endif

/* What a reader at the end of the lane knows. Derived from the lane: adds no states, serves guards. */
byte now_epoch, now_nonce, now_seq, now_inbox;

/* A reader's own variables. They live within one step, so they are no part of the state. */
hidden byte at_epoch, at_nonce, at_seq, at_inbox, pos, found;
hidden Entry lost;

/* Folds on from pos, up to and with the first fence (stop_epoch, stop_nonce), or to the lane's end. */
inline read_on(stop_epoch, stop_nonce, tell) {
  found = false;
  do
  :: pos == end || found -> break
  :: else ->
     if
     :: lane[pos].fence ->
        if
        :: FENCE_VALID(lane[pos].epoch) ->
           assert(EPOCH_FOLLOWS(lane[pos].epoch));                                  /* P6 */
           at_epoch = lane[pos].epoch; at_nonce = lane[pos].nonce
        :: else
        fi;
        found = (lane[pos].epoch == stop_epoch && lane[pos].nonce == stop_nonce)
     :: !lane[pos].fence && RECORD_VALID(lane[pos].epoch, lane[pos].nonce) && IN_PLACE ->
        assert(lane[pos].seq == at_seq);                                            /* P1 */
        assert(lane[pos].inbox == at_inbox);                                        /* P2 */
        assert(told[at_inbox] == 0 || told[at_inbox] == lane[pos].decision);        /* P3 */
        if
        :: tell -> told[at_inbox] = lane[pos].decision
        :: else
        fi;
        at_seq++; at_inbox++
     :: else            /* void */
     fi;
     pos++
  od;
  pos = 0
}

inline from_start() { at_epoch = 0; at_nonce = 0; at_seq = 0; at_inbox = 0; pos = 0 }
inline read_to_end(tell) { from_start(); read_on(NO_SUCH_EPOCH, 0, tell) }

/* ---- the owner ---- */

#define ME o[me]
#define WIRE wire[ME.session - 1]

inline let_go() {
  ME.phase = OUT; ME.session = 0; ME.epoch = 0; ME.nonce = 0;
#ifndef DECIDE_FROM_MEMORY
  ME.seq = 0; ME.inbox = 0
#endif
}

inline begin() {
  read_to_end(false);
  sessions++;
  ME.session = sessions; ME.epoch = EPOCH; ME.nonce = NONCE;
  ME.phase = FENCING;
#ifdef SKIP_READ_BACK
  ME.phase = DECIDING;
#endif
#if defined(SKIP_READ_BACK) || defined(DECIDE_FROM_FIRST_READ)
  ME.seq = at_seq; ME.inbox = at_inbox;
#endif
  WIRE!true, ME.epoch, ME.nonce, 0, 0, 0;
  printf("owner %d: session %d sends fence of epoch %d\n", me, ME.session, ME.epoch)
}

/* Goes on from the lane as it is at its own fence: nothing later by others can be valid. */
inline read_back() {
  from_start();
  read_on(ME.epoch, ME.nonce, false);
  if
  :: found && at_epoch == ME.epoch && at_nonce == ME.nonce ->
     ME.phase = DECIDING;
#if defined(DECIDE_FROM_MEMORY)
     at_seq = (ME.seq -> ME.seq : at_seq);
     at_inbox = (ME.inbox -> ME.inbox : at_inbox);
#elif defined(INBOX_FROM_COMMIT)
     at_inbox = committed;
#endif
#ifndef DECIDE_FROM_FIRST_READ
     ME.seq = at_seq; ME.inbox = at_inbox;
#endif
     printf("owner %d: sees its fence of epoch %d valid\n", me, ME.epoch)
  :: else ->            /* void: another one's fence of this epoch came first */
     printf("owner %d: sees its fence of epoch %d void\n", me, ME.epoch);
     let_go()
  fi
}

inline decide() {
  WIRE!false, ME.epoch, ME.nonce, ME.seq, ME.inbox, ME.session;
  printf("owner %d: session %d sends record %d of epoch %d\n", me, ME.session, ME.seq, ME.epoch);
  ME.seq++; ME.inbox++;
#ifdef INBOX_FROM_COMMIT
  committed = ME.inbox
#endif
}

/* The same epoch goes on with a new producer. */
inline go_on_unfenced() {
  read_to_end(false);
  sessions++;
  ME.session = sessions; ME.seq = at_seq; ME.inbox = at_inbox;
  printf("owner %d: goes on with session %d in epoch %d\n", me, ME.session, ME.epoch)
}

inline be_superseded() {
  printf("owner %d: superseded in epoch %d\n", me, ME.epoch);
#ifdef STAND_DOWN
  ME.phase = DOWN
#else
  let_go()
#endif
}

#define CAN_BEGIN (ME.phase == OUT)
#define CAN_READ_BACK (ME.phase == FENCING && len(WIRE) == 0)
#define CAN_DECIDE (ME.phase == DECIDING && ME.inbox < INBOX && len(WIRE) < FLIGHT)
#ifdef NO_TAIL
#define SUPERSEDED false
#else
#define SUPERSEDED (ME.phase == DECIDING && (now_epoch != ME.epoch || now_nonce != ME.nonce))
#endif
#define LEFT_ALONE (calm && me == 0)
#define WAITS (!CAN_BEGIN && !CAN_READ_BACK && !CAN_DECIDE && !SUPERSEDED)

proctype owner(byte me) {
end_stalled:
  do
  :: d_step { CAN_BEGIN && !calm && sessions < FAULTY -> begin() }
  :: d_step { CAN_BEGIN && LEFT_ALONE -> assert(calm_sessions < CALM); calm_sessions++; begin() }  /* P5 */
  :: d_step { CAN_READ_BACK -> read_back() }
  :: d_step { CAN_DECIDE -> decide() }
  :: d_step { SUPERSEDED -> be_superseded() }
  :: d_step {                                                           /* crash, or outcome unknown */
       ME.phase != OUT && !calm -> printf("owner %d: gives up epoch %d\n", me, ME.epoch); let_go()
     }
#ifdef NO_REFENCE
  :: d_step { ME.phase == DECIDING && !calm && sessions < FAULTY -> go_on_unfenced() }
#endif
  :: LEFT_ALONE && WAITS && len(WIRE) == 0 && now_inbox < INBOX -> assert(now_inbox == INBOX)     /* P4 */
  od
}

/* ---- the world around it ---- */

#ifdef PROMPT_TELLER
#define TELLS true
#else
#define TELLS false
#endif

/* The reader that is never late. */
inline look() {
  at_epoch = now_epoch; at_nonce = now_nonce; at_seq = now_seq; at_inbox = now_inbox; pos = end - 1;
  read_on(NO_SUCH_EPOCH, 0, TELLS);
  now_epoch = at_epoch; now_nonce = at_nonce; now_seq = at_seq; now_inbox = at_inbox
}

#define IN_USE (o[0].session == s + 1 || o[1].session == s + 1 || o[OWNERS - 1].session == s + 1)

inline acknowledge() {
  if
  :: !lane[end].fence && IN_USE -> told[lane[end].inbox] = lane[end].decision
  :: else
  fi
}

proctype delivery(byte s) {
end_quiet:
  do
  :: d_step {
       len(wire[s]) > 0 -> wire[s]?lane[end];
#ifdef TELL_FROM_ACK
       acknowledge();
#endif
       printf("lane[%d] = session %d's %d of epoch %d (fence: %d)\n",
              end, s + 1, lane[end].seq, lane[end].epoch, lane[end].fence);
       end++; look()
     }
#ifdef SESSION_DUPLICATES
  :: d_step { len(wire[s]) > 0 && !duplicated -> wire[s]?<lane[end]>; duplicated = true; end++; look() }
#endif
#ifdef SESSION_GAPS
  :: d_step { len(wire[s]) > 0 && !calm -> wire[s]?lost }
#endif
  od
}

proctype teller() {
end_told:
  do
  :: d_step { now_inbox > 0 && told[now_inbox - 1] == 0 -> read_to_end(true) }
  od
}

proctype fate() {
  byte me;
  d_step {
    calm = true;
    printf("calm: only owner 0 is left\n");
    for (me : 1 .. OWNERS - 1) { let_go() }
    me = 0
  }
end_calm:
  false
}

init {
  byte i;
  atomic {
    for (i : 0 .. SESSIONS - 1) { run delivery(i) }
    for (i : 0 .. OWNERS - 1) { run owner(i) }
    run teller();
#if CALM
    run fate();
#endif
    i = 0
  }
}
