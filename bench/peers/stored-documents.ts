import { once } from 'node:events';
import { createReadStream, createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import { prepare } from '../../indexer/prepare.ts';
import { sha256Of } from '../../src/archive/blobs.ts';
import { reportIdOf } from '../../src/archive/names.ts';
import type { PeerReport } from './peer.ts';

const reportSchema = z.array(
  z.object({ id: z.string(), text: z.string(), department: z.string().nullable(), year: z.string().nullable() }),
);

/** Reads the reports of a folder and writes their documents to a file, a report a line; says how many documents there are. */
export async function storeDocuments(folder: string, path: string): Promise<number> {
  const file = createWriteStream(path);
  let documents = 0;
  for (const name of readdirSync(folder).sort()) {
    const report = await readReport(folder, name);
    documents += report.length;
    if (!file.write(`${JSON.stringify(report)}\n`)) await once(file, 'drain');
  }
  await finished(file.end());
  return documents;
}

async function readReport(folder: string, name: string): Promise<PeerReport> {
  const bytes = readFileSync(join(folder, name));
  const prepared = await prepare({ id: reportIdOf(sha256Of(bytes)), fileName: name, source: { bytes } });
  const { department, year } = prepared.identity;
  const facets = { department: department?.value ?? null, year: year?.value.toString() ?? null };
  return prepared.documents.map(({ document, folded }) => ({ id: document.id, text: folded, ...facets }));
}

export async function* storedDocuments(path: string): AsyncGenerator<PeerReport> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
    yield reportSchema.parse(JSON.parse(line));
}
