import { checkArchive } from '../../src/archive/check-archive.ts';
import type { Config } from '../../src/config.ts';
import type { Diagnosis } from '../../src/engine/diagnosis.ts';
import { archiveOf } from '../house.ts';
import { ill, listed, well } from './finding.ts';

/** Whether everything in the archive is there and as it was stored. Reads all of it. */
export async function lookAtArchive(config: Config): Promise<Diagnosis> {
  const { sources, damaged } = await checkArchive(archiveOf(config));
  if (damaged.length === 0) return well('档案', `${sources} 份报告，原文件、文本与更正记录完好`);
  return ill(
    '档案',
    `有 ${damaged.length} 处损坏：${listed(damaged.map(({ message }) => message))}`,
    '请从备份恢复，或删去所说的文件后重新索引原文件',
  );
}

export async function lookAtUnread(config: Config): Promise<Diagnosis> {
  const { records } = await archiveOf(config).unread();
  if (records.length === 0) return well('未读文件', '没有');
  const reasons = [...Map.groupBy(records, (entry) => entry.reason)].map(([reason, entries]) => `${reason} ${entries.length}`);
  return well('未读文件', `${records.length} 个（${reasons.join('，')}）；重试：npm run suzhang -- index <文件夹> --retry-failed`);
}
