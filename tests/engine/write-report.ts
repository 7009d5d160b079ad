import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { storeReport } from '../support/store-report.ts';
import { generateReport } from './generated-reports.ts';

/** Another process that writes: `node write-report.ts <index> <seed> <lines>` stores a report, says so, and stays until it is ended. */
const [path = '', seed = '1', lines = '10'] = process.argv.slice(2);
const engine = await openSqliteEngine({ path });
await storeReport(engine, generateReport(Number.parseInt(seed, 10), Number.parseInt(lines, 10)));
console.log('written');
setInterval(() => undefined, 1_000);
