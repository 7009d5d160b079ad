import { z } from 'zod';
import type { Client } from './meilisearch-client.ts';
import type { Count } from './meilisearch-found.ts';
import type { Remembered } from './meilisearch-memory.ts';
import { type IndexNames, type IndexRole, lengthField } from './meilisearch-settings.ts';

/**
 * The counts of one reading: how many documents pass a filter, and how many of them have each value of some fields.
 * What is asked in one turn of the event loop goes to the server in two requests at once: questions with facets to show, which take it ten times as long,
 * and all others, so that what is chosen by these need not wait for those. All that is asked of one filter in a request is one question.
 */
export interface Counts {
  ask(role: IndexRole, filter: string, facets: readonly string[]): Promise<Count>;
  /** How many documents pass, where that was asked before. */
  known(role: IndexRole, filter: string): number | undefined;
}

/** One filter's question, on its way with others or still waiting for them. */
interface Question {
  readonly role: IndexRole;
  readonly filter: string;
  readonly facets: Set<string>;
  readonly answer: PromiseWithResolvers<Count>;
}

const answerSchema = z.object({
  totalHits: z.int(),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.int())).optional(),
});

export interface CountsOptions {
  readonly client: Client;
  readonly names: IndexNames;
  readonly remembered: Remembered;
  readonly signal: AbortSignal;
}

export function createCounts(options: CountsOptions): Counts {
  const [quick, slow] = [createBatches(options), createBatches(options)];
  return {
    async ask(role, filter, facets) {
      const known = options.remembered.counts.get(keyOf(role, filter));
      const missing = facets.filter((facet) => known?.counts[facet] === undefined);
      if (known !== undefined && missing.length === 0) return known;
      const { total, counts } = await (missing.some(isShown) ? slow : quick)(role, filter, missing);
      return { total, counts: { ...known?.counts, ...counts } };
    },
    known: (role, filter) => options.remembered.counts.get(keyOf(role, filter))?.total,
  };
}

const isShown = (field: string): boolean => field !== lengthField;

type Ask = (role: IndexRole, filter: string, facets: readonly string[]) => Promise<Count>;

/** Questions of one kind, those of one turn in one request. */
function createBatches({ client, names, remembered, signal }: CountsOptions): Ask {
  const underWay = new Map<string, Question>();
  let waiting: Question[] = [];

  /** Nothing is ranked or listed, so nothing can be cut off. */
  const send = async () => {
    const questions = waiting;
    waiting = [];
    try {
      const queries = questions.map(({ role, filter, facets }) => ({
        indexUid: names[role],
        q: '',
        filter,
        facets: [...facets],
        page: 1,
        hitsPerPage: 0,
      }));
      const answer = z.object({ results: z.array(answerSchema).length(queries.length) });
      const { results } = await client.ask({ method: 'POST', path: 'multi-search', body: { queries }, signal }, answer);
      for (const [index, question] of questions.entries()) settle(question, results[index]);
    } catch (error) {
      for (const { answer } of questions) answer.reject(error);
    } finally {
      for (const question of questions) forget(question);
    }
  };

  const settle = ({ role, filter, facets, answer }: Question, found: z.infer<typeof answerSchema> | undefined) => {
    const key = keyOf(role, filter);
    const fresh = Object.fromEntries([...facets].map((facet) => [facet, found?.facetDistribution?.[facet] ?? {}]));
    const count: Count = { total: found?.totalHits ?? 0, counts: { ...remembered.counts.get(key)?.counts, ...fresh } };
    remembered.counts.set(key, count);
    answer.resolve(count);
  };

  const forget = (question: Question) => {
    const key = keyOf(question.role, question.filter);
    if (underWay.get(key) === question) underWay.delete(key);
  };

  const wait = (role: IndexRole, filter: string, facets: readonly string[]): Question => {
    if (waiting.length === 0) setImmediate(() => void send());
    const question = { role, filter, facets: new Set(facets), answer: Promise.withResolvers<Count>() };
    waiting.push(question);
    underWay.set(keyOf(role, filter), question);
    return question;
  };

  return (role, filter, facets) => {
    const asked = underWay.get(keyOf(role, filter));
    if (asked !== undefined && waiting.includes(asked)) for (const facet of facets) asked.facets.add(facet);
    const isAsked = asked !== undefined && facets.every((facet) => asked.facets.has(facet));
    return (isAsked ? asked : wait(role, filter, facets)).answer.promise;
  };
}

const keyOf = (role: IndexRole, filter: string): string => `${role} ${filter}`;
