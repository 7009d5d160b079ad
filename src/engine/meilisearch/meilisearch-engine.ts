import { InvalidInputError } from '../../errors.ts';
import type { Engine } from '../engine.ts';
import { createClient, type ServerAddress } from './meilisearch-client.ts';
import { checkSettings, checkVersion, ensureIndexes } from './meilisearch-indexes.ts';
import { isOwnProjection } from './meilisearch-projection.ts';
import { createReadings } from './meilisearch-readings.ts';
import { indexNames } from './meilisearch-settings.ts';
import { createWriter } from './meilisearch-writer.ts';

export interface MeilisearchOptions extends ServerAddress {
  /** What the names of the indexes begin with: one for each installation that shares a server. */
  readonly prefix: string;
  /** Which of the indexes of this installation: a rebuilt one has another. */
  readonly generation: string;
  /** What one reading may take, in milliseconds, unless it says otherwise. */
  readonly limitMs?: number;
}

/** Two writes, each of about half of these, lie before the server at once, and a task has its price however small it is. More takes memory (810 MB with 24, 1,050 with 40) and saves a tenth of the time. */
const writesAtOnce = 24;

/**
 * The engine over a Meilisearch server. Rejects with EngineUnavailableError when the server is not reachable, with InvalidInputError when it refuses
 * the key or is of another version, with IndexDamagedError when its index cannot be read as it was written.
 * The right to write is taken at the first write and kept until close; while another program has it, writes reject with BusyError.
 */
export async function openMeilisearchEngine({ prefix, generation, limitMs = 5_000, ...address }: MeilisearchOptions): Promise<Engine> {
  const client = createClient(address);
  const names = indexNames(prefix, generation);
  await checkVersion(client);
  await ensureIndexes(client, names);
  await checkSettings(client, names);
  const readings = createReadings(client, names);
  const writer = createWriter(client, names);
  const write = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      readings.forgetState();
    }
  };
  return {
    name: 'meilisearch',
    capabilities: { alwaysExact: false, measures: true, writesAtOnce },
    projector: 'meilisearch',
    async replaceReport(report, projection) {
      if (!isOwnProjection(projection) || projection.report !== report.id)
        throw new InvalidInputError(
          'projection',
          `made by ${projection.projector} of report ${projection.report}, not by meilisearch of ${report.id}`,
        );
      await write(writer.replace({ report, ...projection.content }));
    },
    removeReport: (id) => write(writer.remove(id)),
    read: (work, options) => readings.read(work, options?.limitMs ?? limitMs),
    async close() {
      readings.close();
      await writer.close();
    },
  };
}
