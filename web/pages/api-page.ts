import { z } from 'zod';
import { contract, type RouteContract } from '../api/contract.ts';
import type { Frame } from '../parts/frame.ts';
import { type Html, html } from '../parts/html.ts';
import { layout, SERVICE_NAME } from '../parts/layout.ts';
import { problemKinds } from '../problem.ts';

/** The API for people: each route with its parameters, made of the contract, with a form to try it. */
export function apiPage(frame: Frame): Html {
  const { url } = frame.site;
  const main = html`<article class="prose api">
<h1>接口</h1>
<p>页面上的一切都可由程序取得。完整的机器可读说明见 <a href="${url('/openapi.json')}">openapi.json</a>（OpenAPI 3.1）。</p>
<ul>
<li>偏移量是报告文本中的 UTF-16 码元，止于其前；<code>text.slice(start, end)</code> 即为所引文字。</li>
<li>金额是十进制字符串，<code>yuan</code> 以元计；不是货币的为 null。</li>
<li>报告编号是原文件 SHA-256 的前 16 位。</li>
</ul>
${Object.values(contract).map((route) => showRoute(url, route))}
<h2 id="problems">错误</h2>
<p>错误为 <code>application/problem+json</code>（RFC 9457），含 type、title、status、detail；参数有误时 errors 逐个说明。503 附 Retry-After。</p>
<dl>${problemKinds.map(({ kind, status, title }) => html`<dt id="${kind}"><code>${kind}</code> ${status}</dt><dd>${title}</dd>`)}</dl>
</article>`;
  return layout(frame, { title: `接口 - ${SERVICE_NAME}`, description: '程序接口说明', place: 'api', kind: 'plain-page', main });
}

function showRoute(url: (path: string) => string, route: RouteContract): Html {
  const parameters = Object.entries(route.parameters?.shape ?? {});
  const { method = 'get' } = route;
  const isLink = method === 'get' && !route.path.includes(':');
  return html`<section class="route"><h2><code>${method.toUpperCase()} ${route.path}</code></h2><p>${route.summary}。</p>
${parameters.length === 0 ? '' : html`<div class="sheet" tabindex="0" role="group" aria-label="参数"><table class="list"><thead><tr><th scope="col">参数</th><th scope="col">含义</th></tr></thead><tbody>${parameters.map(([name, field]) => showParameter(name, field))}</tbody></table></div>`}
${isLink ? html`<p><a href="${url(route.path)}">试一试</a></p>` : ''}</section>`;
}

function showParameter(name: string, field: z.core.$ZodType): Html {
  const { description, default: fallback, enum: allowed } = z.toJSONSchema(field, { io: 'input' });
  const values = allowed === undefined ? '' : html` <span class="values">${allowed.join('、')}</span>`;
  const byDefault =
    typeof fallback === 'string' || typeof fallback === 'number'
      ? String(fallback) === ''
        ? ''
        : html`，默认 <code>${fallback}</code>`
      : '';
  return html`<tr><th scope="row"><code>${name}</code></th><td>${description ?? ''}${byDefault}${values}</td></tr>`;
}
