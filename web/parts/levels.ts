import type { Level, SearchAnswer } from '../../src/search/answer.ts';
import { levels } from '../../src/search/answer.ts';
import type { SearchRequest } from '../../src/search/request.ts';
import { type Html, html } from './html.ts';
import { pageUrl } from './page-url.ts';
import { showCount } from './show.ts';

const said: Readonly<Record<Level, string>> = { literal: '逐字含有所输文字', words: '含有其全部词语', any: '含有其任一词语' };

/** How many hits there are, in which sense of the words, and the way to the other senses. A query without bare words has only one. */
export function showLevels(base: string, request: SearchRequest, answer: SearchAnswer): Html {
  const { level, levels: counts, total, exact } = answer;
  const count = html`<strong>${exact ? '' : '至多 '}${showCount(total)}</strong> 条`;
  const plain = levels.every((name) => counts[name] === counts.literal);
  if (request.q.trim() === '') return html`<p class="total">共 ${count}${total === 0 ? '' : '，未输入文字，按报告顺序浏览'}</p>`;
  if (plain) return html`<p class="total">共 ${count}</p>`;
  return html`<p class="total">共 ${count}<span class="levels">${telling(counts, level).map((name) => showLevel(base, request, name, counts[name], name === level))}</span></p>`;
}

/** A level that finds no more than the one before it says nothing. */
const telling = (counts: SearchAnswer['levels'], level: Level): readonly Level[] =>
  levels.filter((name, n) => name === level || n === 0 || counts[name] > counts[levels[n - 1] ?? name]);

const showLevel = (base: string, request: SearchRequest, name: Level, count: number, here: boolean): Html =>
  here
    ? html`<span class="level" aria-current="true">${said[name]} ${showCount(count)}</span>`
    : html`<a class="level" href="${pageUrl(base, { ...request, match: name, page: 1 })}">${said[name]} ${showCount(count)}</a>`;
