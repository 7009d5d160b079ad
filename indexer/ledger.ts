import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from './outcome.ts';

/** What a run did, one line of JSON a file and one at its end, for whoever looks in the morning. */
export interface Ledger {
  readonly path: string;
  note(line: LedgerLine): Promise<void>;
  end(summary: object): Promise<void>;
}

export interface LedgerLine extends Outcome {
  readonly file: string;
  readonly location: string;
  readonly sha256: string | null;
  readonly seconds: number;
}

/** Opens `<folder>/<time>.ndjson`; the colons of the time are dashes, since Windows allows none in names. */
export async function openLedger(folder: string, startedAt: Date): Promise<Ledger> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${startedAt.toISOString().replaceAll(':', '-')}.ndjson`);
  const file: FileHandle = await open(path, 'a');
  const write = (kind: string, line: object) => file.appendFile(`${JSON.stringify({ kind, at: new Date().toISOString(), ...line })}\n`);
  return {
    path,
    note: (line) => write('file', line),
    async end(summary) {
      await write('end', summary);
      await file.close();
    },
  };
}
