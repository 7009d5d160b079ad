import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../../src/config.ts';
import type { Diagnosis } from '../../src/engine/diagnosis.ts';
import { ill, well } from './finding.ts';

/** Less than this is too little for a night of indexing. */
const LEAST_FREE = 1024 ** 3;

/** The folder, or the one above it in which it would be made. */
function nearest(folder: string): string {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  return there;
}

/** Whether the data folder, or what it would be made in, can be written to. */
export async function lookAtFolder({ data }: Config): Promise<Diagnosis> {
  const there = nearest(data);
  try {
    await access(there, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return ill('数据文件夹', `没有权限读写 ${there}`, '请修改其权限，或用 --data 另指一个文件夹');
  }
  return well('数据文件夹', there === data ? data : `${data} 尚未建立，首次索引时会建立`);
}

export async function lookAtDisk({ data }: Config): Promise<Diagnosis> {
  const { bavail, bsize } = await statfs(nearest(data));
  const free = bavail * bsize;
  const says = `剩余 ${(free / 1024 ** 3).toFixed(1)} GB`;
  return free >= LEAST_FREE ? well('磁盘', says) : ill('磁盘', says, '请腾出至少 1 GB 空间');
}
