import { checkIndex } from '../../indexer/check-index.ts';
import { currentWriter } from '../../indexer/write-lock.ts';
import type { Config } from '../../src/config.ts';
import type { Diagnosis } from '../../src/engine/diagnosis.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { diagnoseEngine } from '../../src/engine/open.ts';
import { rebuildHint } from '../../src/errors.ts';
import { currentGeneration, generationFolder } from '../generation.ts';
import { archiveOf, compareWithArchive, withEngine } from '../house.ts';
import { ill, listed, well } from './finding.ts';

/** Whether the index can be read, and holds what the archive says: each report, its text and its documents. Opens none that is not there. */
export async function lookAtIndex(config: Config): Promise<readonly Diagnosis[]> {
  const generation = await currentGeneration(config.data);
  const { findings, openable } = await diagnoseEngine({ ...config, data: generationFolder(config.data, generation) });
  if (findings.some((finding) => !finding.well)) return findings;
  return [...findings, openable ? await withEngine(config, (engine) => compare(config, engine)) : await lookAtNothing(config)];
}

async function lookAtNothing(config: Config): Promise<Diagnosis> {
  const { records } = await archiveOf(config).sources();
  if (records.length === 0) return well('索引', '尚未建立');
  return ill('索引', `档案中有 ${records.length} 份报告，而索引不在`, rebuildHint);
}

async function compare(config: Config, engine: Engine): Promise<Diagnosis> {
  const writer = await currentWriter(config.data);
  if (writer !== null) return well('索引', `${writer}写完后再与档案核对`);
  const archive = archiveOf(config);
  const { kept, lost, extra } = await compareWithArchive(archive, engine);
  if (lost.length > 0) return ill('索引', `档案中有 ${kept} 份报告，索引里缺 ${lost.length} 份`, rebuildHint);
  if (extra.length > 0) return ill('索引', `索引里有 ${extra.length} 份档案中没有或已移除的报告`, rebuildHint);
  const { build, reports } = await engine.read(async (reader) => {
    const list = await Promise.all((await reader.reports()).map(({ id }) => reader.report(id)));
    return { build: reader.build, reports: list.filter((report) => report !== null) };
  });
  const wrong = await checkIndex(engine, archive, reports);
  if (wrong.length > 0) return ill('索引', `与档案不符：${listed(wrong)}`, rebuildHint);
  return well('索引', `${engine.name}，${kept} 份报告与档案逐份核对无误，版本 ${build}`);
}
