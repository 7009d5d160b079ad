import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import { openMeilisearchEngine } from '../../src/engine/meilisearch/meilisearch-engine.ts';
import { type MeilisearchServer, noServer, startMeilisearch } from '../support/meilisearch-server.ts';
import { describeEngine } from './contract.ts';

describe.skipIf(noServer !== null)(`with a real server${noServer === null ? '' : ` (${noServer})`}`, () => {
  let server: MeilisearchServer;
  beforeAll(async () => {
    server = await startMeilisearch();
  });
  afterAll(() => server.stop());
  const freshPrefix = () => `test-${randomBytes(4).toString('hex')}`;

  describeEngine('meilisearch', () => openMeilisearchEngine({ url: server.url, key: server.key, prefix: freshPrefix(), generation: '1' }));
});
