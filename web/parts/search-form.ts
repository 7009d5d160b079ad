import { defaultRequest, listParameters, type SearchRequest } from '../../src/search/request.ts';
import { type Html, html } from './html.ts';

/** The box. Filters in force stay with the next search; scripts ask for suggestions where the form says. */
export const searchForm = (url: (path: string) => string, request: SearchRequest, large: boolean): Html =>
  formOf(url('/'), url('/api/suggest'), request, large);

const formOf = (action: string, suggest: string, request: SearchRequest, large: boolean): Html =>
  html`<form class="search${large ? ' large' : ''}" role="search" action="${action}" method="get" data-suggest="${suggest}">
<label class="hidden" for="q">检索预算、决算报告</label>
<input id="q" name="q" type="search" value="${request.q}" placeholder="输入任意文字、金额或科目，如 纾困贷款贴息" autocomplete="off" spellcheck="false" enterkeyhint="search" maxlength="20000">
<button type="submit">检索</button>
${keptParameters(request).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
</form>`;

/** All of a search but its words and its page, as fields of a form. */
export function keptParameters(request: SearchRequest): readonly (readonly [string, string])[] {
  return [
    ...listParameters.flatMap((name) => request[name].map((value) => [name, value] as const)),
    ...request.measure.map((measure) => ['measure', measure] as const),
    ...(request.min === undefined ? [] : [['min', request.min] as const]),
    ...(request.max === undefined ? [] : [['max', request.max] as const]),
    ...(request.match === defaultRequest.match ? [] : [['match', request.match] as const]),
    ...(request.sort === defaultRequest.sort ? [] : [['sort', request.sort] as const]),
    ...(request.group ? [] : [['group', '0'] as const]),
  ];
}
