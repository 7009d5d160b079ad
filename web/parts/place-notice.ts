import type { OpenReport } from '../viewer/open-report.ts';
import { viewerPath } from '../viewer/viewer-url.ts';
import { type Html, html, nothing } from './html.ts';

/** A search for a quote has a limit; that it was reached is no proof of absence. */
const GIVEN_UP = '报告较长，寻找原引文时只查了一部分，别处可能还有；可在本报告中查找其文字。';

/** What a reader must know about the place of the link: nothing when the text there is the one that was linked. */
export function showPlaceNotice(url: (path: string) => string, { place, report, digest }: OpenReport): Html {
  switch (place.kind) {
    case 'none':
    case 'here':
      return nothing;
    case 'moved': {
      const permanent = url(viewerPath(report.id, { at: place.span, h: digest(place.span) }, 'at'));
      const others = place.others === 0 ? '' : `同样的文字另有 ${place.others} 处，这里是离原位置最近的一处。`;
      return html`<p class="notice" role="status"><strong>位置已变。</strong>链接原指第 ${place.from.start}-${place.from.end} 个字符，报告文本后来有变动；已找到同样的文字，在第 ${place.span.start}-${place.span.end} 个字符。${others}${place.cut ? GIVEN_UP : ''}<a href="${permanent}">新的链接</a></p>`;
    }
    case 'changed':
      return html`<p class="notice" role="alert"><strong>文字已变。</strong>${place.cut ? GIVEN_UP : '链接所引的文字在这份报告中已找不到，'}下面标出的是原位置现在的文字，请勿当作原引文。</p>`;
    case 'outside':
      return html`<p class="notice" role="alert"><strong>没有这个位置。</strong>链接指向第 ${place.span.start}-${place.span.end} 个字符，而报告文本共 ${place.length} 个字符。${place.cut ? GIVEN_UP : ''}下面从头显示。</p>`;
  }
}
