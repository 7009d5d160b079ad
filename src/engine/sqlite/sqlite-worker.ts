import { parentPort, workerData } from 'node:worker_threads';
import { EngineUnavailableError, IndexDamagedError, IndexReplacedError } from '../../errors.ts';
import type { Answered, Ask, Failure, FromWorker, Reply, ToWorker } from './sqlite-asks.ts';
import { type Columns, readColumns } from './sqlite-columns.ts';
import { createBuildReading, nameError } from './sqlite-database.ts';
import { openLeanStore } from './sqlite-lean.ts';
import { connectToOpened, type OpenedIndex } from './sqlite-opened.ts';
import { createSession, type Session } from './sqlite-session.ts';
import { createTexts } from './sqlite-windows.ts';

/** One reader: a thread with a connection of its own. It answers each message with one message, in order. */
const index: OpenedIndex = workerData;
let connected: ReturnType<typeof open> | null = null;
let columns: Columns | null = null;
let session: Session | null = null;

function open() {
  const db = connectToOpened(index);
  try {
    return { db, readBuild: createBuildReading(db), lean: openLeanStore(db), texts: createTexts(db) };
  } catch (error) {
    db.close();
    throw error;
  }
}

function begin(newest: Columns | null): Answered {
  connected ??= open();
  const { db, readBuild, lean, texts } = connected;
  db.exec('begin');
  const build = readBuild();
  if (columns?.build === build) return { kind: 'begun', build, columns: null };
  const shared = newest?.build === build ? newest : null;
  columns = shared ?? readColumns(db, build, newest ?? columns);
  session = createSession(db, columns, lean, texts);
  return { kind: 'begun', build, columns: shared === null ? columns : null };
}

function end(): Answered {
  if (connected?.db.isTransaction) connected.db.exec('rollback');
  return { kind: 'ended' };
}

function answer(message: ToWorker): Answered {
  switch (message.kind) {
    case 'begin':
      return begin(message.columns);
    case 'end':
      return end();
    case 'asks':
      return { kind: 'replies', replies: answerAll(message.asks) };
  }
}

/** A message to the other thread takes about a tenth of this, in milliseconds. */
const A_WHILE = 0.5;

/** Sends ahead what is answered, where answering it took a while; answers with the rest. */
function answerAll(asks: readonly Ask[]): readonly Reply[] {
  let replies: Reply[] = [];
  let since = performance.now();
  for (const [n, ask] of asks.entries()) {
    replies.push(reply(ask));
    if (n === asks.length - 1 || performance.now() - since < A_WHILE) continue;
    post({ kind: 'part', replies });
    [replies, since] = [[], performance.now()];
  }
  return replies;
}

/** One question may fail where the others have answers. */
function reply({ verb, ask }: Ask): Reply {
  try {
    if (session === null) throw new Error('asked before a reading began');
    const work: (ask: never) => unknown = session[verb];
    return { kind: 'answer', answer: work(ask as never) };
  } catch (error) {
    return failure(error);
  }
}

function failure(thrown: unknown): Failure {
  const error = nameError(index.path, thrown);
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', error: kindOf(error), message };
}

function kindOf(error: unknown): Failure['error'] {
  if (error instanceof IndexDamagedError) return 'damaged';
  if (error instanceof IndexReplacedError) return 'replaced';
  return error instanceof EngineUnavailableError ? 'unavailable' : 'other';
}

const post = (message: FromWorker) => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToWorker) => {
  let answered: FromWorker;
  try {
    answered = answer(message);
  } catch (error) {
    if (message.kind === 'begin') end();
    answered = failure(error);
  }
  post(answered);
});
