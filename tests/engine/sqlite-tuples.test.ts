import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentTuples, factTuples, tuplesOf } from '../../src/engine/sqlite/sqlite-tuples.ts';
import { IndexDamagedError } from '../../src/errors.ts';
import { generateReport } from './generated-reports.ts';

describe('tuples', () => {
  const place = z
    .object({ name: z.string().nullable(), spans: z.array(z.object({ start: z.int(), end: z.int() }).readonly()).readonly() })
    .readonly();
  const places = tuplesOf(z.object({ kind: z.enum(['a', 'b']), first: place.nullable(), words: z.array(z.string()) }));

  it('have no names of keys, and come back as they were', () => {
    const value = { kind: 'b' as const, first: { name: null, spans: [{ start: 1, end: 20 }] }, words: ['一', ''] };
    expect(places.write(value)).toBe('["b",[null,[[1,20]]],["一",""]]');
    expect(places.read(places.write(value))).toEqual(value);
    const without = { kind: 'a' as const, first: null, words: [] };
    expect(places.read(places.write(without))).toEqual(without);
  });

  it('bring back every document and fact', () => {
    const { documents, facts } = generateReport(5, 80);
    for (const { document } of documents) expect(documentTuples.read(documentTuples.write(document))).toEqual(document);
    for (const fact of facts) expect(factTuples.read(factTuples.write(fact))).toEqual(fact);
    expect(facts.length).toBeGreaterThan(0);
  });

  it.each(['', '["b"', '{}', '["b",[null,[[1]]],[]]', '["c",null,[]]', '["b",null]'])(
    'say that the index is damaged where %j is stored',
    (stored) => {
      expect(() => places.read(stored)).toThrow(IndexDamagedError);
    },
  );
});
