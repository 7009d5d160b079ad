import { join } from 'node:path';
import type { Config } from '../src/config.ts';
import { readExpected } from '../web/coverage/expected.ts';
import { serve } from '../web/serve.ts';
import { followIndex } from './follow-index.ts';
import { archiveOf, refuseEmptyIndex } from './house.ts';
import { tell } from './output.ts';
import { version } from './version.ts';

/** Serves until Ctrl-C or SIGTERM; requests under way are finished first. */
export async function runServer(config: Config): Promise<void> {
  const engine = await followIndex(config);
  try {
    await refuseEmptyIndex(config, engine);
    const { host, port, publicUrl } = config;
    const expected = () => readExpected(join(config.data, 'expected.csv'));
    const service = await serve({ engine, archive: archiveOf(config), host, port, publicUrl, version, expected, warm: true });
    tell(`溯账已就绪：${service.url}/`);
    tell(`试一试：${service.url}/?q=${encodeURIComponent('纾困贷款贴息')}`);
    tell('按 Ctrl-C 结束。');
    await askedToStop();
    tell('正在结束：已收到的请求先答完。');
    await service.close();
  } finally {
    await engine.close();
  }
}

function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
