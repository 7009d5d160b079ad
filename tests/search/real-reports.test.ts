import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../indexer/prepare.ts';
import type { Engine, StoredReport } from '../../src/engine/engine.ts';
import { fold, foldString, occurrences } from '../../src/text/normal-form.ts';
import { ask, askAll } from './ask.ts';
import { seeded } from './seeded-reports.ts';
import { openSmallIndex, storeLines } from './small-index.ts';

const folder = fileURLToPath(new URL('../../../shared/reports/', import.meta.url));
const isThere = existsSync(folder);
const files = isThere ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
const LONGEST = 40;
const SAMPLES = 150;

async function readReport(file: string): Promise<StoredReport> {
  const bytes = readFileSync(folder + file);
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const { text, blocks, documents } = await prepare({ id, fileName: file, source: { bytes } });
  return { report: { ...storeLines({ lines: [] }).report, id, file }, text, blocks, documents, facts: [] };
}

/** Noise but blanks, joined where it touches, as it takes no part in the normal form. */
const noiseOf = ({ blocks }: StoredReport) => blocks.filter((block) => block.noise !== null && block.noise !== 'blank');

describe.skipIf(!isThere)('searches in the real reports (left out where ../shared/reports is absent)', () => {
  let reports: StoredReport[];
  let engine: Engine;
  let close: () => Promise<void>;
  beforeAll(async () => {
    reports = await Promise.all(files.map(readReport));
    ({ engine, close } = await openSmallIndex(reports));
  });
  afterAll(() => close());

  it('find a quoted text at every place where the normal form holds it, and nowhere else', async () => {
    const random = seeded(31);
    const folded = reports.map((stored) => ({ stored, folded: fold(stored.text.text, { noise: noiseOf(stored) }) }));
    for (let n = 0; n < SAMPLES * reports.length; n++) {
      const { stored, folded: form } = folded[n % folded.length] ?? {};
      if (!stored || !form) continue;
      const at = random(form.folded.length - LONGEST);
      const end = at + 1 + random(LONGEST);
      const raw = stored.text.text.slice(form.from[at], form.to[end - 1]);
      // A string over two cells is another one without the TAB between them.
      if (raw.includes('\t')) continue;
      const typed = raw.replace(/["“”„‟＂〝〞「」『』]/g, '');
      const needle = foldString(typed);
      if (needle === '') continue;
      const wanted = folded.flatMap((one) =>
        occurrences(one.folded, needle).map(({ start, end: to }) => `${one.stored.report.id} ${start}-${to}`),
      );
      const hits = await askAll(engine, { q: `"${typed}"` });
      const found = hits.flatMap(({ report, source }) => source.matches.map(([start, to]) => `${report.id} ${start}-${to}`));
      expect(found.sort(), typed).toEqual(wanted.sort());
      expect(
        hits.filter(({ source }) => source.matches.length === 0).map(({ id }) => id),
        typed,
      ).toEqual([]);
    }
  });

  it('answer in less than 10 ms at the median', async () => {
    const queries = [
      '纾困贷款贴息',
      '"公务用车"',
      '支出',
      '13608.60万元',
      '科学技术 支出',
      '预算 | 决算',
      '',
      '招商引资经费 -物业',
      '疏困贷款贴息',
    ];
    for (const q of queries) await ask(engine, { q });
    const times: number[] = [];
    for (let n = 0; n < 10; n++) {
      for (const q of queries) {
        const began = performance.now();
        await ask(engine, { q });
        times.push(performance.now() - began);
      }
    }
    const median = times.sort((a, b) => a - b)[times.length >> 1] ?? Number.POSITIVE_INFINITY;
    expect(median).toBeLessThan(10);
  });
});
