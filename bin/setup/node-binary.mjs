import { existsSync } from 'node:fs';
import { giveUp, inHouse } from './house.mjs';

const NEEDED = 24;

/** The Node that runs the program: this one if it is new enough, else the one that the `node` package brings. */
export function nodeBinary() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  const brought = inHouse('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(brought)) return brought;
  return giveUp(
    `溯账需要 Node ${NEEDED} 或更新的版本，本机是 ${process.versions.node}；随附的 Node 未能安装（其安装脚本没有运行，或无法联网）。`,
    '请任选其一：',
    '  1. 运行 npm rebuild node --ignore-scripts=false，然后再试一次；',
    `  2. 从 https://nodejs.org 安装 Node ${NEEDED}。`,
  );
}
