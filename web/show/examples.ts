import type { Engine } from '../../src/engine/engine.ts';
import { searchRequestSchema } from '../../src/search/request.ts';
import { runSearch } from '../../src/search/run-search.ts';
import type { Example } from '../pages/landing-page.ts';

/** What a newcomer may try. Only what finds something here is shown. */
const examples: readonly Omit<Example, 'total'>[] = [
  { q: '公务接待费', says: '一个词' },
  { q: '"因公出国"', says: '逐字查找' },
  { q: '机关运行经费 增加', says: '几个词语' },
  { q: '科目:206 金额:>500万', says: '按科目和金额' },
  { q: '政府采购 -工程', says: '排除' },
  { q: '公务用车 | 公务接待', says: '任一' },
];

/** Counts the examples, one after the other, once for every state of the index. */
export function countExamples(engine: Engine): (build: string) => Promise<readonly Example[]> {
  let known: { readonly build: string; readonly examples: Promise<readonly Example[]> } | null = null;
  return (build) => {
    if (known?.build !== build) {
      const counted = count(engine);
      known = { build, examples: counted };
      // A failed count is not remembered: whoever asks next tries again.
      counted.catch(() => {
        if (known?.examples === counted) known = null;
      });
    }
    return known.examples;
  };
}

async function count(engine: Engine): Promise<readonly Example[]> {
  const counted: Example[] = [];
  for (const example of examples) {
    const { total } = await runSearch(engine, searchRequestSchema.parse({ q: example.q, size: 1, facets: 'none' }));
    if (total > 0) counted.push({ ...example, total });
  }
  return counted;
}
