import type { Span } from '../../src/model/span.ts';
import type { OpenReport } from '../viewer/open-report.ts';
import { type ViewerState, viewerPath } from '../viewer/viewer-url.ts';
import { type Html, html, nothing } from './html.ts';
import { showCount } from './show.ts';

/** How often the query stands in the report, which match is shown, the ways to the next and the last, and where all of them lie. */
export function matchSteps(url: (path: string) => string, open: OpenReport, state: ViewerState): Html {
  const { matches, more } = open.found;
  if (state.q === undefined || state.q.trim() === '') return nothing;
  const here = currentMatch(open);
  const everywhere = new URLSearchParams({ q: state.q, ...(state.match !== undefined && { match: state.match }) });
  if (matches.length === 0)
    return html`<p class="steps"><span>本报告中没有“<span class="typed">${state.q}</span>”</span><a href="${url(`/?${everywhere}`)}">查全部报告</a></p>`;
  const to = (match: Span | undefined, label: string, rel: string) =>
    match === undefined
      ? html`<span class="off">${label}</span>`
      : html`<a rel="${rel}" href="${url(viewerPath(open.report.id, { ...state, at: match, h: open.digest(match) }, 'at'))}">${label}</a>`;
  const position = here.exact ? html`第 ${showCount(here.next)} / ` : '共 ';
  return html`<p class="steps">${to(matches[here.exact ? here.next - 2 : here.next - 1], '上一处', 'prev')}<span>${position}${showCount(matches.length)} 处${more ? '（只列出前面的）' : ''}</span>${to(matches[here.next], '下一处', 'next')}<a href="${url(`/?${everywhere}`)}">查全部报告</a></p>
${positions(open, matches)}`;
}

/** `next` is the index of the first match after the place; the place itself is match `next - 1` when `exact`. */
function currentMatch({ place, found: { matches }, window }: OpenReport): { readonly next: number; readonly exact: boolean } {
  if (place.kind === 'none' || place.kind === 'outside') {
    const next = matches.findIndex(({ start }) => start >= window.start);
    return { next: next < 0 ? matches.length : next, exact: false };
  }
  const at = matches.findIndex(({ start, end }) => start === place.span.start && end === place.span.end);
  if (at >= 0) return { next: at + 1, exact: true };
  const next = matches.findIndex(({ start }) => start > place.span.start);
  return { next: next < 0 ? matches.length : next, exact: false };
}

const WIDTH = 1000;
const TICK = 3;

/** A strip as long as the report with a tick a match and the window shown. */
function positions({ text, window }: OpenReport, matches: readonly Span[]): Html {
  const scale = (offset: number): number => Math.round((offset / Math.max(1, text.length)) * WIDTH);
  const ticks = new Set(matches.map(({ start }) => Math.floor(scale(start) / TICK) * TICK));
  return html`<svg class="positions" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true"><rect class="shown" x="${scale(window.start)}" y="0" width="${Math.max(4, scale(window.end) - scale(window.start))}" height="10"/>${[...ticks].map((x) => html`<rect class="tick" x="${x}" y="0" width="${TICK}" height="10"/>`)}</svg>`;
}
