import { EngineUnavailableError, InvalidInputError } from '../../errors.ts';
import type { Engine, Projection } from '../engine.ts';
import { named } from './sqlite-database.ts';
import { ensureIndex, identifyIndex } from './sqlite-files.ts';
import { lockForWriting } from './sqlite-lock.ts';
import { connectToOpened, type OpenedIndex } from './sqlite-opened.ts';
import { createPool } from './sqlite-pool.ts';
import type { SqliteProjection } from './sqlite-projection.ts';
import { createReader } from './sqlite-reader.ts';
import { createWriter, type Writer } from './sqlite-writer.ts';

export interface SqliteOptions {
  /** The index file; made when it is not there. */
  readonly path: string;
  /** Reader threads, from 1. */
  readonly readers?: number;
  /** What one reading may take, in milliseconds, unless it says otherwise. */
  readonly limitMs?: number;
}

/** Quiet time after a write before merging begins, and between its steps, in milliseconds. */
const idleMs = 500;
const stepMs = 50;

/**
 * The embedded engine. Rejects with IndexDamagedError when the file is not a whole index of this version.
 * The right to write is taken at the first write and kept until close; while another process has it, writes reject with BusyError.
 */
export async function openSqliteEngine({ path, readers = 2, limitMs = 5_000 }: SqliteOptions): Promise<Engine> {
  named(path, () => ensureIndex(path));
  const index = identifyIndex(path);
  const pool = createPool(index, readers);
  const writing = openWriting(index);
  return {
    name: 'sqlite',
    capabilities: { alwaysExact: true, measures: true, writesAtOnce: 1 },
    projector: 'sqlite',
    async replaceReport(report, projection) {
      const content = ownProjection(projection, report.id);
      writing.run((writer) => writer.replace(report, content));
    },
    async removeReport(id) {
      return writing.run((writer) => writer.remove(id));
    },
    read: (work, options) => pool.lend((lease) => work(createReader(lease)), options?.limitMs ?? limitMs),
    async close() {
      await pool.close();
      writing.close();
    },
  };
}

function ownProjection(projection: Projection, report: string): SqliteProjection {
  if (!isOwn(projection) || projection.report !== report)
    throw new InvalidInputError('projection', `made by ${projection.projector} of report ${projection.report}, not by sqlite of ${report}`);
  return projection;
}

const isOwn = (projection: Projection): projection is SqliteProjection => projection.projector === 'sqlite';

interface Writing {
  run<T>(work: (writer: Writer) => T): T;
  close(): void;
}

/** The writer's connection, opened with the lock at the first write, and its merging in idle time. */
function openWriting(index: OpenedIndex): Writing {
  const { path } = index;
  let open: { readonly writer: Writer; readonly close: () => void } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const start = () => {
    const db = connectToOpened(index);
    try {
      const lock = lockForWriting(path);
      const close = () => {
        db.close();
        lock.release();
      };
      return { writer: createWriter(db), close };
    } catch (error) {
      db.close();
      throw error;
    }
  };
  const mergeLater = (writer: Writer, afterMs: number) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      if (tried(() => writer.merge('beside others'))) mergeLater(writer, stepMs);
      else tried(() => writer.checkpoint());
    }, afterMs).unref();
  };
  return {
    run(work) {
      if (closed) throw new EngineUnavailableError('索引已关闭');
      open ??= named(path, start);
      const { writer } = open;
      const result = named(path, () => work(writer));
      mergeLater(writer, idleMs);
      return result;
    },
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      if (open === null) return;
      const { writer, close } = open;
      open = null;
      try {
        while (tried(() => writer.merge('at the end'))) writer.checkpoint();
        writer.checkpoint();
      } finally {
        close();
      }
    },
  };
}

/** False too where it failed: merging only makes searches quicker, and what is wrong with the file or the disk is said to whoever reads or writes next. */
function tried(work: () => boolean): boolean {
  try {
    return work();
  } catch {
    return false;
  }
}
