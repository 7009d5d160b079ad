import type { Reader } from '../engine/engine.ts';
import type { Alternative } from './alternative.ts';
import type { Reason } from './answer.ts';
import type { Census } from './census.ts';
import { eachTermAlone, MOST_TERMS, widerLevels, withoutEachTerm, withoutFilters } from './left-out.ts';
import { searchUrl } from './links.ts';
import { type AbsentTerm, absentTerms, MOST_MEANT, probablyMeant } from './meant.ts';
import { prepareSearch, type Search } from './prepare-search.ts';

/**
 * Why nothing was found: terms that stand nowhere in the index; what was probably meant, and for each filter and each term what the same search gives
 * without it, counted by running it, the most helpful first. That a filter or term alone does not help is said too. At least one reason always.
 */
export async function explainSilence(reader: Reader, census: Census, search: Search, base: string): Promise<Reason[]> {
  if ((await census.size()) === 0) return [{ kind: 'empty', message: '索引中还没有任何报告', count: 0, url: null }];
  // Asked together: what they have in common is counted once, and travels once.
  const offer = (alternatives: readonly Alternative[]): Promise<Offer[]> =>
    Promise.all(
      alternatives.map(async ({ kind, message, request }) => {
        const { total } = (await prepareSearch(reader, census, request)).answer;
        return { kind, message: `${message}：${total} 条`, count: total, url: searchUrl(base, request) };
      }),
    );
  const absent = await absentTerms(search, census);
  const meant = await offer([...(await probablyMeant(search, absent, census)), ...widerLevels(search)]);
  const without = await offer([...withoutFilters(search), ...withoutEachTerm(search)]);
  const alone = without.some(helps) ? [] : await offer(eachTermAlone(search));
  const offers = [...meant.filter(helps), ...without, ...alone.filter(helps)].sort(byHelp);
  return [...absent.map(tellAbsent), ...offers, ...untried(search, absent)];
}

interface Offer extends Reason {
  readonly count: number;
}

const helps = ({ count }: Offer): boolean => count > 0;
const byHelp = (a: Offer, b: Offer): number => Number(b.kind === 'spelling') - Number(a.kind === 'spelling') || b.count - a.count;

const tellAbsent = ({ read: { kind, text } }: AbsentTerm): Reason => ({
  kind: 'term',
  message: kind === 'amount' ? `收录的报告中没有“${text}”这个金额` : `收录的报告中没有“${text}”这几个字`,
  count: 0,
  url: null,
});

/** What was not looked at, in words. */
function untried({ parsed }: Search, absent: readonly AbsentTerm[]): Reason[] {
  const sought = parsed.terms.filter(({ kind }) => kind !== 'exclude').length;
  const said = [
    ...(sought > MOST_TERMS ? [`检索词共 ${sought} 个，只逐一核对了前 ${MOST_TERMS} 个`] : []),
    ...(parsed.terms.length > MOST_TERMS ? [`检索词与排除词共 ${parsed.terms.length} 个，未逐一试去，也未找相近的`] : []),
    ...(parsed.terms.length <= MOST_TERMS && absent.length > MOST_MEANT
      ? [`没有的词共 ${absent.length} 个，只为前 ${MOST_MEANT} 个找了相近的`]
      : []),
  ];
  return said.map((message) => ({ kind: 'term', message, count: null, url: null }));
}
