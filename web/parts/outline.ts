import type { Section } from '../../src/model/section.ts';
import type { OpenReport } from '../viewer/open-report.ts';
import { type ViewerState, viewerPath } from '../viewer/viewer-url.ts';
import { type Html, html } from './html.ts';
import { joinLines } from './join-lines.ts';

/** Deeper headings are left to the text. */
const DEEPEST = 3;

/** The sections of a report; those in the window are told apart, the one that holds the place is current. */
export function showOutline(url: (path: string) => string, open: OpenReport, state: ViewerState): Html {
  const sections = open.report.outline.filter(({ level }) => level <= DEEPEST);
  if (sections.length === 0) return html`<p class="note">没有读出章节。</p>`;
  const current = currentSection(sections, open);
  return html`<ol class="outline">${sections.map((section) => {
    const link = url(
      viewerPath(
        open.report.id,
        { q: state.q, match: state.match, view: state.view, from: section.start },
        state.view === 'raw' ? 'main' : `s-${section.start}`,
      ),
    );
    return html`<li class="level-${section.level}${isShown(section, open) ? ' shown' : ''}"><a href="${link}"${section === current ? html` aria-current="location"` : ''}>${joinLines(section.title)}</a></li>`;
  })}</ol>`;
}

const isShown = ({ start, end }: Section, { window }: OpenReport): boolean => start < window.end && end > window.start;

function currentSection(sections: readonly Section[], { place, window }: OpenReport): Section | undefined {
  const at = place.kind === 'none' || place.kind === 'outside' ? window.start : place.span.start;
  return sections.findLast(({ start, end }) => start <= at && at < end);
}
