import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Prepared, prepare } from '../indexer/prepare.ts';
import { openCorpus, reportsFolder } from './corpus.ts';
import { figuresTable, MB, say, show, table } from './figures.ts';
import type { BenchOptions } from './options.ts';
import { measureAdversaries } from './read/adversaries.ts';
import { profileStages } from './read/profile-stages.ts';

/** The clock of a thread's processor time is too coarse for decoding a few files once. */
const BARE_TIMES = 50;
/** Reports of the corpus that are read. */
const REPORTS = 80;
const realFolder = fileURLToPath(new URL('../../shared/reports', import.meta.url));

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reading and structuring without an engine, on one core, by processor time: text a second, shares of stages, hostile texts. */
export async function benchRead({ documents, seed }: BenchOptions): Promise<void> {
  const corpus = await openCorpus(documents, seed);
  const generated = filesIn(reportsFolder(corpus)).slice(0, REPORTS);
  await readAll(generated.slice(0, 20));
  const rows = [await measureReading('generated reports', generated)];
  if (existsSync(realFolder))
    rows.push(
      await measureReading(
        'real reports (text)',
        filesIn(realFolder).filter(({ name }) => name.startsWith('00')),
      ),
    );
  else say('(../shared/reports is not here: real reports are not measured)');
  say(figuresTable(rows.flat()));
  const shares = await profileStages(() => readAll(generated));
  say(
    `\n${table(
      ['stage', 'share of processor time'],
      shares.map(({ stage, share }) => [stage, `${show(100 * share)} %`]),
    )}`,
  );
  await measureAdversaries();
}

const filesIn = (folder: string): File[] =>
  readdirSync(folder)
    .sort()
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));

/** The seconds of each stage of each report. What was read is let go, as it is by the threads that index. */
async function readAll(files: readonly File[]): Promise<Prepared['seconds'][]> {
  const seconds: Prepared['seconds'][] = [];
  for (const { name, bytes } of files) seconds.push((await prepare({ id: '0'.repeat(16), fileName: name, source: { bytes } })).seconds);
  return seconds;
}

/** `prepare` made for engines too (folding, words); what is measured against the aim is all but that. Bare: decoding and cutting into lines. */
async function measureReading(what: string, files: readonly File[]) {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const began = process.threadCpuUsage();
  const stages = await readAll(files);
  const used = process.threadCpuUsage(began);
  const processor = (used.user + used.system) / 1e6;
  const analysing = stages.reduce((sum, { analyse }) => sum + analyse, 0);
  const reading = processor - analysing;
  const bare = bareReading(files);
  const speed = (seconds: number) => show(bytes / MB / seconds);
  return [
    {
      what: `${what}: read and structured (MB a second of processor)`,
      value: speed(reading),
      aim: '≥ 3',
      bare: `${show(reading / bare)} × decoding and cutting into lines`,
    },
    { what: `${what}: with what engines match (MB a second of processor)`, value: speed(processor) },
  ];
}

function bareReading(files: readonly File[]): number {
  const began = process.threadCpuUsage();
  let lines = 0;
  for (let time = 0; time < BARE_TIMES; time++) {
    for (const { bytes } of files) lines += new TextDecoder('utf-8').decode(bytes).split('\n').length;
  }
  const used = process.threadCpuUsage(began);
  return lines > 0 ? (used.user + used.system) / 1e6 / BARE_TIMES : Number.NaN;
}
