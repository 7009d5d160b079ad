import type { Context } from 'hono';
import { html } from '../parts/html.ts';
import { SERVICE_NAME } from '../parts/layout.ts';
import type { Service } from '../service.ts';

/** OpenSearch 1.1: lets a browser search here from its address bar. */
export const showOpenSearch =
  ({ site }: Service) =>
  (context: Context) => {
    const { origin } = new URL(context.req.url);
    const body = html`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${SERVICE_NAME}</ShortName>
<Description>检索政府部门预算、决算报告</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>zh-CN</Language>
<Url type="text/html" method="get" template="${site.permalink('/?q={searchTerms}', origin)}"/>
<Url type="application/json" method="get" template="${site.permalink('/api/search?q={searchTerms}', origin)}"/>
</OpenSearchDescription>`;
    return context.body(String(body), 200, { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' });
  };
