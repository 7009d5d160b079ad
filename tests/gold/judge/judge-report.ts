import { prepare } from '../../../indexer/prepare.ts';
import type { MarkedReport } from './gold.ts';
import { judgeBlocks } from './judge-blocks.ts';
import { judgeIdentity } from './judge-identity.ts';
import { judgeRows } from './judge-rows.ts';
import { judgeSections } from './judge-sections.ts';
import type { Tally } from './tally.ts';

/** What a report must reach, in per cent of the cases of each question. */
export const targets = {
  meta: 100,
  'sections.recall': 98,
  'sections.precision': 95,
  rows: 99,
  'rows.cells': 99.5,
  'rows.precision': 99,
  'rows.absent': 100,
  tiling: 100,
  'tiling.noise': 95,
} as const;
export type Question = keyof typeof targets;

/** Reads a report as `suzhang index` does, without engine and under a name that says nothing, and holds it against what was marked by hand. */
export async function judgeReport({ file, gold, bytes }: MarkedReport): Promise<Tally[]> {
  const prepared = await prepare({ id: '0'.repeat(16), fileName: 'report.txt', source: { bytes } });
  if (prepared.text.text.length !== gold.length)
    throw new RangeError(`${file} has ${prepared.text.text.length} characters, its gold says ${gold.length}`);
  return [...judgeIdentity(gold, prepared), ...judgeSections(gold, prepared), ...judgeRows(gold, prepared), ...judgeBlocks(gold, prepared)];
}
