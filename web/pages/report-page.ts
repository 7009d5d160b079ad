import type { Report } from '../../src/model/report.ts';
import type { Frame } from '../parts/frame.ts';
import { type Html, html } from '../parts/html.ts';
import { joinLines } from '../parts/join-lines.ts';
import { layout, SERVICE_NAME } from '../parts/layout.ts';
import { matchSteps } from '../parts/match-steps.ts';
import { showOutline } from '../parts/outline.ts';
import { showPlaceNotice } from '../parts/place-notice.ts';
import { printFoot, printFootPath } from '../parts/print-foot.ts';
import { showReading } from '../parts/reading.ts';
import { reportFacts, statusNotice } from '../parts/report-facts.ts';
import { nameOf } from '../parts/show-title.ts';
import { type SourceView, showLeaf } from '../parts/source-text.ts';
import type { OpenReport } from '../viewer/open-report.ts';
import { type ViewerState, viewerPath } from '../viewer/viewer-url.ts';

/** A report opened at a place. */
export function reportPage(frame: Frame, open: OpenReport, card: Html | '', state: ViewerState): Html {
  const { report } = open;
  const { url } = frame.site;
  const title = nameOf(report);
  const printed = { report, ...(state.at === undefined ? { from: open.window.start } : { at: state.at }) };
  const main = html`<header class="report-head">
<h1>${title}</h1>
${reportFacts(url, report)}
</header>
<div class="tools">${findForm(url(`/reports/${report.id}`), state)}${matchSteps(url, open, state)}<p class="whose"><a href="#main">${whoseOf(report)}</a></p>${viewSwitch(url, report, state)}${statusNotice(url, report)}${showPlaceNotice(url, open)}</div>
<div class="columns">
<details class="rail" id="outline" tabindex="0"><summary>章节</summary><nav aria-label="章节">${showOutline(url, open, state)}</nav></details>
<article class="window${open.place.kind === 'changed' ? ' changed' : ''}" aria-labelledby="window-title">
<h2 class="hidden" id="window-title">报告文本</h2>
${windowSteps(url, open, state, '报告的各部分')}
${state.view === 'raw' ? showRaw(url, open, state) : showReading(viewOf(url, open, state, true), open.displays)}
${windowSteps(url, open, state, '报告的各部分，文末')}
${card}
${printFoot(frame, printed, open.window)}
</article>
</div>`;
  return layout(frame, {
    title: `${title} - ${SERVICE_NAME}`,
    description: describe(open),
    place: 'reports',
    kind: 'report-page',
    main,
    printStyle: url(printFootPath(printed)),
  });
}

const viewOf = (
  url: (path: string) => string,
  { report, text, place, found, digest }: OpenReport,
  state: ViewerState,
  joinLines: boolean,
): SourceView => ({
  text,
  joinLines,
  marks: { at: place.kind === 'none' || place.kind === 'outside' ? null : place.span, matches: found.matches },
  link: (span) => url(viewerPath(report.id, { ...state, at: span, h: digest(span) }, 'at')),
});

const showRaw = (url: (path: string) => string, open: OpenReport, state: ViewerState): Html =>
  html`<pre class="raw">${showLeaf(viewOf(url, open, state, false), { kind: 'text', span: open.window })}</pre>`;

const findForm = (action: string, { q, view }: ViewerState): Html =>
  html`<form class="search" role="search" action="${action}#at" method="get"><label class="hidden" for="q">在本报告中查找</label>
<input id="q" name="q" type="search" value="${q ?? ''}" placeholder="在本报告中查找" autocomplete="off" spellcheck="false">${view === 'raw' ? html`<input type="hidden" name="view" value="raw">` : ''}<button type="submit">查找</button></form>`;

function viewSwitch(url: (path: string) => string, { id }: Report, state: ViewerState): Html {
  const option = (view: 'read' | 'raw', label: string) =>
    (state.view ?? 'read') === view
      ? html`<span aria-current="true">${label}</span>`
      : html`<a href="${url(viewerPath(id, { ...state, view }, state.at === undefined ? '' : 'at'))}">${label}</a>`;
  return html`<p class="switch"><span class="hidden">显示为</span>${option('read', '阅读')}${option('raw', '原样文本')}</p>`;
}

function windowSteps(url: (path: string) => string, { report, windows, number }: OpenReport, state: ViewerState, label: string): Html | '' {
  if (windows.length <= 1) return '';
  const to = (n: number, label: string, rel: string) => {
    const window = windows[n];
    return window === undefined
      ? html`<span class="off">${label}</span>`
      : html`<a rel="${rel}" href="${url(viewerPath(report.id, { ...state, at: undefined, h: undefined, from: window.start }, 'main'))}">${label}</a>`;
  };
  return html`<nav class="pager" aria-label="${label}">${to(number - 1, '上一部分', 'prev')}<span>第 ${number + 1} / ${windows.length} 部分</span>${to(number + 1, '下一部分', 'next')}</nav>`;
}

const MOST_QUOTED = 120;

/** Whose report it is, of which year and kind. */
const whoseOf = ({ department, year, reportKind, file }: Report): string =>
  [department, year === null ? null : `${year} 年度`, reportKind].filter((part) => part !== null).join(' ') || file;

/** For previews of a shared link: what stands at its place, and whose report it is. */
function describe({ report, place, quote: quoteOf }: OpenReport): string {
  const whose = whoseOf(report);
  if (place.kind !== 'here' && place.kind !== 'moved') return whose;
  const quote = joinLines(quoteOf(place.span).trim()).slice(0, MOST_QUOTED);
  return `“${quote}”，${whose}`;
}
