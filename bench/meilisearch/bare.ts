import { z } from 'zod';
import { createClient } from '../../src/engine/meilisearch/meilisearch-client.ts';
import type { ReportLines } from '../../src/engine/meilisearch/meilisearch-documents.ts';
import { longestGram, longestGrammed } from '../../src/engine/meilisearch/meilisearch-grams.ts';
import { indexRoles, settingsOf } from '../../src/engine/meilisearch/meilisearch-settings.ts';
import { addDocuments, payloadOf, runTask } from '../../src/engine/meilisearch/meilisearch-tasks.ts';
import { MB, timed } from '../figures.ts';

/** Indexes of the same settings to which the same lines are sent, and in which is searched, with nothing of ours around it. */
export interface BareIndexes {
  /** Milliseconds until the server has done it; bytes sent. */
  upload(reports: readonly ReportLines[]): Promise<{ readonly ms: number; readonly bytes: number }>;
  /** Milliseconds of one search for a string in normal form: a filter over the same grams, the total, the facets, 20 documents in source order. */
  search(folded: string, facets: readonly string[]): Promise<number>;
  /** Bytes of everything on the server. */
  size(): Promise<number>;
}

const foundSchema = z.looseObject({ totalHits: z.int() });
const statsSchema = z.looseObject({ usedDatabaseSize: z.int() });

/** So many bytes of lines are sent at once, as our writer does. */
const payloadBytes = 24 * MB;

export async function openBareIndexes(url: string, key: string | null): Promise<BareIndexes> {
  const client = createClient({ url, key });
  const nameOf = (role: string) => `bench-bare-${role}`;
  for (const role of indexRoles) {
    await runTask(client, { method: 'POST', path: 'indexes', body: { uid: nameOf(role), primaryKey: 'id' } });
    await runTask(client, { method: 'PATCH', path: `indexes/${nameOf(role)}/settings`, body: settingsOf[role] });
  }
  return {
    async upload(reports) {
      const payloads = indexRoles.flatMap((role) =>
        payloadsOf(reports.flatMap((report) => report[role])).map((payload) => ({ name: nameOf(role), payload })),
      );
      const { ms } = await timed(async () => {
        for (const { name, payload } of payloads) await addDocuments(client, name, payload);
      });
      return { ms, bytes: payloads.reduce((sum, { payload }) => sum + Buffer.byteLength(payload.body), 0) };
    },
    async search(folded, facets) {
      const body = {
        q: '',
        ...filterFor(folded),
        facets,
        sort: ['place:asc', 'start:asc'],
        page: 1,
        hitsPerPage: 20,
        attributesToRetrieve: ['data', 'window'],
      };
      return (await timed(() => client.ask({ method: 'POST', path: `indexes/${nameOf('documents')}/search`, body }, foundSchema))).ms;
    },
    size: async () => (await client.ask({ method: 'GET', path: 'stats' }, statsSchema)).usedDatabaseSize,
  };
}

function filterFor(folded: string): { readonly filter?: string } {
  const characters = [...folded].slice(0, longestGrammed);
  if (characters.length === 0) return {};
  const size = Math.min(longestGram, characters.length);
  const grams = characters.slice(0, characters.length - size + 1).map((_, at) => characters.slice(at, at + size).join(''));
  return { filter: grams.map((gram) => `grams = ${JSON.stringify(gram)}`).join(' AND ') };
}

function payloadsOf(lines: readonly string[]) {
  const parts: string[][] = [[]];
  let bytes = 0;
  for (const line of lines) {
    if (bytes + line.length > payloadBytes) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(line);
    bytes += Buffer.byteLength(line);
  }
  return parts.filter((part) => part.length > 0).map(payloadOf);
}
