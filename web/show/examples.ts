import type { Engine } from '../../src/engine/engine.ts';
import type { FacetEntry, Hit } from '../../src/search/answer.ts';
import { searchRequestSchema } from '../../src/search/request.ts';
import { runSearch } from '../../src/search/run-search.ts';
import type { Example } from '../pages/landing-page.ts';

type Attempt = Omit<Example, 'total'>;

/** What a newcomer may try in any accounts. Only what finds something here is shown. */
const usual: readonly Attempt[] = [
  { q: '公务接待费', says: '一个词' },
  { q: '"因公出国"', says: '逐字查找' },
  { q: '政府采购 -工程', says: '排除' },
  { q: '公务用车 | 公务接待', says: '任一' },
];

/** Finds and counts the examples, one after the other, once for every state of the index. */
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
  for (const attempt of [...usual, ...(await ownAttempts(engine))]) {
    const { total } = await runSearch(engine, searchRequestSchema.parse({ q: attempt.q, size: 1, facets: 'none', sort: 'source' }));
    if (total > 0) counted.push({ ...attempt, total });
  }
  return counted;
}

/** With an amount, a subject and a department of this index. */
async function ownAttempts(engine: Engine): Promise<readonly Attempt[]> {
  const request = searchRequestSchema.parse({ kind: ['passage'], sort: '-amount', size: 20, facets: ['subject', 'department'] });
  const { hits, facets } = await runSearch(engine, request);
  const [amount, subject, department] = [await findAmount(engine, hits), mostOf(facets.subject), mostOf(facets.department)];
  return [
    ...(amount === null ? [] : [{ q: amount, says: '一个金额的各种写法' }]),
    ...(subject === null ? [] : [{ q: `科目:${subject.value} 金额:>100万`, says: `${subject.label}，按金额` }]),
    ...(department === null ? [] : [{ q: `部门:${department.label} 机关运行经费`, says: '一个部门' }]),
  ];
}

const mostOf = (entries: readonly FacetEntry[] = []): FacetEntry | null => entries.find(({ value }) => value !== null) ?? null;

// 13608.60 万元
const WHITE_SPACE = /\s/g;

/** An amount as it is printed, better one that stands in several places. */
async function findAmount(engine: Engine, hits: readonly Hit[]): Promise<string | null> {
  const money = hits.flatMap(({ amounts }) => amounts.filter(({ yuan, unit }) => yuan !== null && unit !== null && unit !== '元'));
  const printed = [...new Set(money.map(({ text }) => text.replace(WHITE_SPACE, '')).filter((text) => EXACT.test(text)))].slice(
    0,
    MOST_TRIED,
  );
  for (const q of printed) {
    const { total } = await runSearch(engine, searchRequestSchema.parse({ q, size: 1, facets: 'none', sort: 'source' }));
    if (total > 2) return q;
  }
  return printed[0] ?? null;
}

// 13608.60万元: its last digits say that it is no round number
const EXACT = /\.\d/;
const MOST_TRIED = 12;
