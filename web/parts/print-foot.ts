import type { Report } from '../../src/model/report.ts';
import type { Span } from '../../src/model/span.ts';
import { viewerPath } from '../viewer/viewer-url.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';

/** What is printed of a report: a place in it, or the window that begins at an offset. */
export interface Printed {
  readonly report: Report;
  readonly at?: Span | undefined;
  readonly from?: number | undefined;
}

/** What a paper copy must carry at its end: the file, its digest, what of it is printed, and where from. */
export const printFoot = (frame: Frame, printed: Printed, window: Span): Html => html`<dl class="print-only print-foot">
<div><dt>原文件</dt><dd>${sourceOf(printed)}</dd></div>
<div><dt>SHA-256</dt><dd>${printed.report.sha256}</dd></div>
<div><dt>本页</dt><dd>文本第 ${window.start}-${window.end} 个字符，${linkOf(frame, printed)}</dd></div>
</dl>`;

/** The style sheet that repeats it at the foot of every sheet of paper: margin boxes have no elements, and what they say can stand in a style sheet only. */
export function printFootStyle(frame: Frame, printed: Printed): string {
  const lines = [`原文件 ${sourceOf(printed)}`, `SHA-256 ${printed.report.sha256}`, linkOf(frame, printed)];
  return `@page { @bottom-left { content: ${lines.map(quoted).join(` ${quoted('\n')} `)}; } }\n`;
}

/** The address of that style sheet within the service. */
export const printFootPath = ({ report, at, from }: Printed): string =>
  viewerPath(report.id, { at, from }).replace(report.id, `${report.id}/print.css`);

const sourceOf = ({ report }: Printed): string =>
  `${report.file}${report.provenance.sourceUrl === null ? '（来源未登记）' : `，${report.provenance.sourceUrl}`}`;

const linkOf = ({ permalink }: Frame, { report, at, from }: Printed): string => permalink(viewerPath(report.id, { at, from }));

// what ends a string of CSS or a style sheet, or is unseen
const NOT_PLAIN = /["\\<\p{C}]/gu;

/** A string of CSS (CSS Syntax 3, 4.3.5). */
const quoted = (text: string): string => `"${text.replace(NOT_PLAIN, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
