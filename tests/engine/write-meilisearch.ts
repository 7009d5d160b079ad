import { openMeilisearchEngine } from '../../src/engine/meilisearch/meilisearch-engine.ts';
import { storeReport } from '../support/store-report.ts';
import { generateReport } from './generated-reports.ts';

/** Another process that writes: `node write-meilisearch.ts <url> <key> <prefix> <seed> <lines>` says that it begins, then stores a report. */
const [url = '', key = '', prefix = '', seed = '1', lines = '10'] = process.argv.slice(2);
const engine = await openMeilisearchEngine({ url, key, prefix, generation: '1' });
console.log('writing');
await storeReport(engine, generateReport(Number.parseInt(seed, 10), Number.parseInt(lines, 10)));
await engine.close();
