import type { Level } from './answer.ts';
import type { PagePlace } from './read-page.ts';
import type { SearchRequest } from './request.ts';

const levelNames: Readonly<Record<Level, string>> = { literal: '原样含有所查文字', words: '含有全部关键词', any: '含有部分关键词' };

const sortNames: Readonly<Record<SearchRequest['sort'], string>> = {
  relevance: '按报告顺序排列',
  source: '按报告顺序排列',
  amount: '按金额从小到大排列',
  '-amount': '按金额从大到小排列',
  year: '按年度从早到晚排列',
  '-year': '按年度从近到远排列',
};

const MOST_REASONS = 3;

/** Why a hit stands where it stands, in one sentence made of what ranking reckoned. `hasWords`: the query has words to rank on. */
export function explainPlace({ ranked }: PagePlace, level: Level, sort: SearchRequest['sort'], hasWords: boolean): string {
  if (!hasWords) return sortNames[sort];
  const name = levelNames[level];
  if (sort !== 'relevance') return `${name}；${sortNames[sort]}`;
  if (ranked === null) return `${name}；同层结果较多，未参与打分，${sortNames[sort]}`;
  const parts = ranked
    .parts()
    .toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score))
    .slice(0, MOST_REASONS);
  return `${name}；得分 ${ranked.score.toFixed(2)}：${parts.map(({ reason, score }) => `${reason} ${score.toFixed(2)}`).join('，')}`;
}
