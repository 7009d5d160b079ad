import { join } from 'node:path';
import { indexReports } from '../../indexer/index-reports.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { peakMemory } from '../figures.ts';
import { indexIn } from '../index-of.ts';

/** node whole-path.ts <reports> <data>: indexes a folder as `suzhang index` does; says what it took on its last line. */
const [reports = '', data = ''] = process.argv.slice(2);
const began = performance.now();
const engine = await openSqliteEngine({ path: indexIn(data) });
const summary = await indexReports([reports], { archive: openArchive(join(data, 'archive')), engine, data });
await engine.close();
const seconds = (performance.now() - began) / 1000;
const { stages, characters, counts, problems } = summary;
const used = process.cpuUsage();
const processor = (used.user + used.system) / 1e6;
const own = process.threadCpuUsage();
const storing = (own.user + own.system) / 1e6;
console.log(
  JSON.stringify({ seconds, processor, storing, stages, characters, added: counts.added, problems: problems.length, peak: peakMemory() }),
);
