import { describe, expect, it } from 'vitest';
import { makeReport, sentencesOf } from '../../bench/make-report.ts';
import { readSkeletons } from '../../bench/samples.ts';
import { prepare } from '../../indexer/prepare.ts';
import { seeded } from '../support/seeded.ts';

const plan = { city: '北沅市', district: '青湖区', body: '财政局', short: '财政局', year: 2021 };

describe('makeReport', async () => {
  const skeletons = await readSkeletons();
  const sentences = skeletons.flatMap(sentencesOf);

  it('gives the same text for the same seed, another for another', () => {
    const [skeleton] = skeletons;
    if (skeleton === undefined) throw new Error('no samples');
    const make = (seed: number) => makeReport(skeleton, plan, sentences, seeded(seed));
    expect(make(1)).toBe(make(1));
    expect(make(1)).not.toBe(make(2));
  });

  it.each(skeletons.map((skeleton) => [skeleton.name, skeleton] as const))(
    'makes of %s a report that is read as one',
    async (_, skeleton) => {
      const text = makeReport(skeleton, plan, sentences, seeded(3));
      const prepared = await prepare({ id: '0'.repeat(16), fileName: 'made.txt', source: { bytes: Buffer.from(text) } });
      expect(prepared.documents.length).toBeGreaterThan(0.8 * skeleton.documents);
      expect(prepared.identity.year?.value).toBe(2021);
      expect(text).not.toContain('云川市');
    },
  );
});
