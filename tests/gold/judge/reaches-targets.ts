import { beforeAll, expect, it } from 'vitest';
import type { MarkedReport } from './gold.ts';
import { judgeReport, type Question, targets } from './judge-report.ts';
import { sayMisses, share, type Tally } from './tally.ts';

const questions = Object.keys(targets) as Question[];

/** One test a question: the share of right cases reaches its target, else the misses are told. */
export function itReachesItsTargets(report: MarkedReport): void {
  let tallies: readonly Tally[] = [];
  beforeAll(async () => {
    tallies = await judgeReport(report);
  });
  it.each(questions)('reaches its target of %s', (question) => {
    const one = tallies.find(({ name }) => name === question);
    if (one === undefined) throw new Error(`no one judged ${question}`);
    expect(share(one), sayMisses(one)).toBeGreaterThanOrEqual(targets[question]);
  });
}
