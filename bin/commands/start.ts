import type { Command } from 'commander';
import type { Config } from '../../src/config.ts';
import { archiveOf, samples } from '../house.ts';
import { tell } from '../output.ts';
import { runIndex, tellSummary } from '../run-index.ts';
import { runServer } from '../run-server.ts';
import { settingsOf, withSettings } from '../settings.ts';

/** suzhang start [path…]: what `npm start` runs. */
export function addStart(program: Command): void {
  const command = program
    .command('start')
    .description('读入给出的报告（首次使用且没有给出时：自带的样例），然后开启服务')
    .argument('[path...]', '文件或文件夹，可以有多个');
  withSettings(command, 'serving').action(async (paths: string[]) => {
    const config = settingsOf(command);
    const given = paths.length > 0 ? paths : (await isFirstUse(config)) ? [samples] : [];
    if (given[0] === samples) tell('首次使用：先读入自带的样例报告（虚构的云川市）。要读入自己的报告：npm start -- 文件夹');
    if (given.length > 0) {
      const summary = await runIndex(config, given, {});
      tellSummary(summary, false);
      if (summary.interrupted) return;
    }
    await runServer(config);
  });
}

/** Nothing was ever kept. */
async function isFirstUse(config: Config): Promise<boolean> {
  const { records, damaged } = await archiveOf(config).sources();
  return records.length === 0 && damaged.length === 0;
}
