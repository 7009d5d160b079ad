import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { serve } from '../../web/serve.ts';
import { noArchive } from '../search/no-archive.ts';

/** node server.ts <index>: serves as `suzhang serve` does; tells its parent where, and its memory in bytes and processor time in microseconds whenever it is asked. */
const [path = ''] = process.argv.slice(2);
const engine = await openSqliteEngine({ path });
const service = await serve({ engine, archive: noArchive, host: '127.0.0.1', port: 0, warm: true });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ rss: process.memoryUsage.rss(), processor: user + system });
});
process.send?.({ url: service.url });
