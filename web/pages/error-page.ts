import { searchRequestSchema } from '../../src/search/request.ts';
import type { Frame } from '../parts/frame.ts';
import { type Html, html } from '../parts/html.ts';
import { layout, SERVICE_NAME } from '../parts/layout.ts';
import { searchForm } from '../parts/search-form.ts';
import type { Problem } from '../problem.ts';

/** What the fields of forms are called; other parameters are typed by programs. */
const fieldNames: Readonly<Record<string, string>> = { min: '金额不低于', max: '金额不高于' };

/** What went wrong, in words, with the box that keeps what was typed. */
export function errorPage(frame: Frame, problem: Problem, typed: string): Html {
  const main = html`<section class="error">
<p class="status">${problem.status}</p>
<h1>${problem.title}</h1>
${problem.errors === undefined ? html`<p>${problem.detail}</p>` : html`<ul>${problem.errors.map(({ parameter, message }) => html`<li>${fieldNames[parameter] ?? ''} <code>${parameter}</code> ${message}</li>`)}</ul>`}
${searchForm(frame.site.url, { ...searchRequestSchema.parse({ group: true }), q: typed }, false)}
<p>${problem.status === 503 ? html`<a href="${frame.address}">再试一次</a> · ` : ''}<a href="${frame.site.url('/')}">回到首页</a> · <a href="${frame.site.url('/reports')}">全部报告</a></p>
</section>`;
  return layout(frame, { title: `${problem.title} - ${SERVICE_NAME}`, description: problem.title, place: null, kind: 'plain-page', main });
}
