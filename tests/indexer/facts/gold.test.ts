import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Fact } from '../../../src/model/fact.ts';
import { overlaps, type Span } from '../../../src/model/span.ts';
import { toYuan } from '../../../src/text/money.ts';
import { foldString } from '../../../src/text/normal-form.ts';
import { ownGold, placeOf, prepared, sharedGold } from './report-facts.ts';

const text = z.string().nullable().optional();
const place = z.object({ start: z.int(), end: z.int(), quote: z.string() });
const goldSchema = z.object({
  file: z.string(),
  lineItems: z.array(place.extend({ item: z.string(), unit: z.string(), budget: text, actual: text, rate: text })).default([]),
  structureItems: z.array(place.extend({ class: z.string(), unit: z.string(), amount: z.string(), percent: z.string() })).default([]),
  projects: z
    .array(place.extend({ name: z.string(), unit: text, unitBudget: text, unitActual: text, budget: text, actual: text, rate: text }))
    .default([]),
  keyFigures: z.array(place.extend({ what: z.string(), value: z.string().nullable(), unit: z.string() })).default([]),
});
type Gold = z.infer<typeof goldSchema>;

/** A labelled figure and what a fact must say to be it. */
interface Labelled {
  readonly name: string | null;
  readonly measures: readonly string[] | null;
  readonly value: string | null | undefined;
  readonly unit: string;
  readonly at: Span;
}

const budgets = ['年初预算', '全年预算', '预算数'];

const labelled = (gold: Gold): Labelled[][] => [
  ...gold.lineItems.map((at) => [
    { name: at.item, measures: budgets, value: at.budget, unit: at.unit, at },
    { name: at.item, measures: ['决算'], value: at.actual, unit: at.unit, at },
    { name: at.item, measures: ['完成率'], value: at.rate, unit: '%', at },
  ]),
  ...gold.structureItems.map((at) => [
    { name: at.class, measures: ['决算'], value: at.amount, unit: at.unit, at },
    { name: at.class, measures: ['占比'], value: at.percent, unit: '%', at },
  ]),
  ...gold.projects.map((at) => [
    { name: at.name, measures: budgets, value: at.budget, unit: at.unitBudget ?? at.unit ?? '', at },
    { name: at.name, measures: ['决算'], value: at.actual, unit: at.unitActual ?? at.unit ?? '', at },
    { name: at.name, measures: ['完成率'], value: at.rate, unit: '%', at },
  ]),
  ...gold.keyFigures.map((at) => [{ name: null, measures: null, value: at.value, unit: at.unit, at }]),
];

const bare = (value: string): Decimal => new Decimal(value.replace(/[,%％]/g, '')).abs();

function isStated(one: Labelled, facts: readonly Fact[]): boolean {
  const { value, name } = one;
  if (value === null || value === undefined) return true;
  const yuan = toYuan(bare(value).toFixed(), one.unit);
  return facts.some((fact) => {
    if (!overlaps(fact, one.at) || (one.measures !== null && !one.measures.includes(fact.measure))) return false;
    const names = [fact.item, ...fact.subject].map(foldString);
    if (name !== null && !names.some((known) => known.includes(foldString(name)) || foldString(name).includes(known))) return false;
    if (yuan !== null) return fact.yuan !== null && new Decimal(fact.yuan).abs().equals(yuan);
    return bare(fact.value).equals(bare(value));
  });
}

const goldFiles = [ownGold, sharedGold]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.json') && !/facts-|relevance/.test(path));

describe.each(goldFiles)('the facts of %s', (path) => {
  const gold = goldSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const source = placeOf(gold.file);

  it.skipIf(source === null)(`are those of the annotations (${source === null ? 'the report is absent' : gold.file})`, async () => {
    const { facts } = await prepared(source ?? '');
    const missing = labelled(gold).filter((figures) => !figures.every((one) => isStated(one, facts)));
    expect(missing.map(([first]) => `${first?.at.start} ${first?.name ?? ''} ${first?.value ?? ''}`)).toEqual([]);
  });

  it.skipIf(source === null)('stand on the characters they were read from, inside their documents', async () => {
    const {
      facts,
      text: { text: whole },
      documents,
    } = await prepared(source ?? '');
    const byId = new Map(documents.map(({ document }) => [document.id, document]));
    const strayed = facts.filter((fact) => {
      const document = byId.get(fact.document);
      return (
        whole.slice(fact.start, fact.end) !== fact.text || document === undefined || fact.start < document.start || fact.end > document.end
      );
    });
    expect(strayed).toEqual([]);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  });

  it.skipIf(source === null)('give the amounts of documents their measure', async () => {
    const { facts, documents } = await prepared(source ?? '');
    const measures = new Map(facts.map((fact) => [fact.start, fact.measure]));
    const amounts = documents.flatMap(({ document }) => document.amounts).filter(({ start }) => measures.has(start));
    expect(amounts.length).toBeGreaterThan(0);
    expect(amounts.filter(({ measure }) => measure === null)).toEqual([]);
  });
});
