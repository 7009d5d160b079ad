import { noFilters } from '../../src/engine/filters.ts';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { everything } from '../../src/query/ast.ts';
import { storeReport } from '../support/store-report.ts';
import { generateReport } from './generated-reports.ts';

/** A program that writes, reads and closes: `node read-once.ts <index>`. */
const [path = ''] = process.argv.slice(2);
const engine = await openSqliteEngine({ path });
await storeReport(engine, generateReport(1, 10));
const request = { filters: noFilters, facets: [], order: 'source', from: 0, size: 1 } as const;
const { total } = await engine.read((reader) => reader.match(everything, request));
console.log(`read ${total}`);
await engine.close();
console.log('closed');
