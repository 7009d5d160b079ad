import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { factSchema } from '../../../src/model/fact.ts';
import { ownGold, placeOf, prepared } from './report-facts.ts';

/** A fact drawn at random and judged by eye against its sentence or cell in every dimension. */
const judgedSchema = factSchema
  .unwrap()
  .omit({ id: true, report: true, document: true, text: true })
  .extend({
    file: z.string(),
    verdict: z.enum(['right', 'wrong']),
  });
const listSchema = z.object({ drawn: z.string(), facts: z.array(judgedSchema) });

const list = listSchema.parse(JSON.parse(readFileSync(join(ownGold, 'facts-precision.json'), 'utf8')));
const files = [...new Set(list.facts.map(({ file }) => file))];

describe('facts drawn at random', () => {
  it('are right in every dimension, 198 of 200 at least', () => {
    expect(list.facts.length).toBe(200);
    expect(list.facts.filter(({ verdict }) => verdict === 'right').length).toBeGreaterThanOrEqual(198);
  });

  describe.each(files)('of %s', (file) => {
    const path = placeOf(file);
    it.skipIf(path === null)(`come out as they were judged${path === null ? ' (the report is absent)' : ''}`, async () => {
      const { facts } = await prepared(path ?? '');
      const changed = list.facts
        .filter((one) => one.file === file && one.verdict === 'right')
        .filter(
          ({ file: _, verdict: __, ...judged }) =>
            !facts.some(({ id, report, document, text, ...fact }) => JSON.stringify(sorted(fact)) === JSON.stringify(sorted(judged))),
        );
      // help: a fact that changed must be judged anew against its report before the list is changed
      expect(changed).toEqual([]);
    });
  });
});

const sorted = (record: object): object => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
