import type { Reader } from '../engine/engine.ts';
import type { Alternative } from './alternative.ts';
import type { Reason } from './answer.ts';
import type { Census } from './census.ts';
import { eachTermAlone, MOST_TERMS, widerLevels, withoutEachTerm, withoutFilters } from './left-out.ts';
import { searchUrl } from './links.ts';
import { type AbsentTerm, absentTerms, probablyMeant } from './meant.ts';
import { prepareSearch, type Search } from './prepare-search.ts';

/**
 * Why nothing was found: terms that stand nowhere in the index; what was probably meant, and for each filter and each term what the same search gives
 * without it, counted by running it, the most helpful first. That a filter or term alone does not help is said too. At least one reason always.
 */
export async function explainSilence(reader: Reader, census: Census, search: Search, base: string): Promise<Reason[]> {
  if ((await census.size()) === 0) return [{ kind: 'empty', message: '索引中还没有任何报告', count: 0, url: null }];
  const offer = async (alternatives: readonly Alternative[]): Promise<Offer[]> => {
    const offers: Offer[] = [];
    for (const { kind, message, request } of alternatives) {
      const { total } = (await prepareSearch(reader, census, request)).answer;
      offers.push({ kind, message: `${message}：${total} 条`, count: total, url: searchUrl(base, request) });
    }
    return offers;
  };
  const absent = await absentTerms(search, census);
  const meant = await offer([...(await probablyMeant(search, absent, census)), ...widerLevels(search)]);
  const without = await offer([...withoutFilters(search), ...withoutEachTerm(search)]);
  const alone = without.some(helps) ? [] : await offer(eachTermAlone(search));
  const offers = [...meant.filter(helps), ...without, ...alone.filter(helps)].sort(byHelp);
  return [...absent.map(tellAbsent), ...offers, ...untried(search)];
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

function untried({ parsed }: Search): Reason[] {
  const more = parsed.terms.length - MOST_TERMS;
  return more > 0
    ? [{ kind: 'term', message: `检索词共 ${parsed.terms.length} 个，只逐一核对了前 ${MOST_TERMS} 个`, count: null, url: null }]
    : [];
}
