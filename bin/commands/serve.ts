import type { Command } from 'commander';
import { runServer } from '../run-server.ts';
import { settingsOf, withSettings } from '../settings.ts';

/** suzhang serve */
export function addServe(program: Command): void {
  const command = program.command('serve').description('开启检索服务：网页与接口');
  withSettings(command, 'serving').action(() => runServer(settingsOf(command)));
}
