import { z } from 'zod';
import { createClient } from '../../src/engine/meilisearch/meilisearch-client.ts';
import { settingsOf } from '../../src/engine/meilisearch/meilisearch-settings.ts';
import { addDocuments, runTask } from '../../src/engine/meilisearch/meilisearch-tasks.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { timed } from '../figures.ts';
import type { BenchQuery } from '../queries.ts';

/** An index of the same settings to which lines are sent and in which is searched with nothing of ours around it. */
export interface BareIndex {
  /** Milliseconds until the server has done it. */
  upload(lines: readonly string[]): Promise<number>;
  /** Milliseconds of one search with a filter over the same grams, the total, 4 facets and 20 documents. */
  search(query: BenchQuery): Promise<number>;
}

const foundSchema = z.looseObject({ totalHits: z.int() });

export async function openBareIndex(url: string, key: string | null): Promise<BareIndex> {
  const client = createClient({ url, key });
  const index = 'bench-bare';
  await runTask(client, { method: 'POST', path: 'indexes', body: { uid: index, primaryKey: 'id' } });
  await runTask(client, { method: 'PATCH', path: `indexes/${index}/settings`, body: settingsOf.documents });
  return {
    upload: async (lines) => (await timed(() => addDocuments(client, index, lines))).ms,
    async search({ request }) {
      const body = {
        q: '',
        ...filterFor(foldString(request.q)),
        facets: ['department', 'year', 'category', 'kind'],
        page: 1,
        hitsPerPage: 20,
        attributesToRetrieve: ['data', 'window'],
      };
      return (await timed(() => client.ask({ method: 'POST', path: `indexes/${index}/search`, body }, foundSchema))).ms;
    },
  };
}

function filterFor(folded: string): { readonly filter?: string } {
  const characters = [...folded];
  if (characters.length === 0) return {};
  if (characters.length === 1) return { filter: `grams STARTS WITH ${JSON.stringify(folded)}` };
  const size = Math.min(3, characters.length);
  const grams = characters.slice(0, 17 - size).map((_, at) => characters.slice(at, at + size).join(''));
  const whole = grams.filter((gram) => [...gram].length === size);
  return { filter: whole.map((gram) => `grams = ${JSON.stringify(gram)}`).join(' AND ') };
}
