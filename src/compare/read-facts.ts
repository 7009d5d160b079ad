import { LRUCache } from 'lru-cache';
import type { Engine, Reader } from '../engine/engine.ts';
import type { FactFilters, FoundFact } from '../engine/facts.ts';
import { dataKey } from '../query/data-key.ts';

/** Facts compared at once, at most: beyond it a comparison says that it is too wide, it is never cut. */
export const MOST_FACTS = 50_000;
const AT_ONCE = 5_000;
/** Facts kept of recent comparisons: paging, ordering and the other slices ask for the same ones. */
const MOST_KEPT = 100_000;
/** So many characters of what was asked for take the room of one fact: filters may be long. */
const CHARACTERS_A_FACT = 500;

/** All facts that meet the filters in source order, or how many there are where that is too many. */
export type ReadFacts = readonly FoundFact[] | { readonly tooMany: number };

interface Kept {
  readonly build: string;
  readonly facts: LRUCache<string, readonly FoundFact[]>;
}
const keptOf = new WeakMap<Engine, Kept>();

const sizeOf = (facts: readonly FoundFact[], key: string): number => facts.length + Math.ceil(key.length / CHARACTERS_A_FACT);

/** Read once for every state of the index. */
export async function readFacts(engine: Engine, reader: Reader, filters: FactFilters): Promise<ReadFacts> {
  let kept = keptOf.get(engine);
  if (kept?.build !== reader.build) {
    kept = { build: reader.build, facts: new LRUCache({ maxSize: MOST_KEPT, sizeCalculation: sizeOf }) };
    keptOf.set(engine, kept);
  }
  const key = dataKey(filters);
  const known = kept.facts.get(key);
  if (known !== undefined) return known;
  const facts: FoundFact[] = [];
  for (;;) {
    const page = await reader.facts({ filters, order: 'source', from: facts.length, size: AT_ONCE });
    if (page.total > MOST_FACTS) return { tooMany: page.total };
    facts.push(...page.facts);
    if (page.facts.length < AT_ONCE) break;
  }
  kept.facts.set(key, facts);
  return facts;
}
