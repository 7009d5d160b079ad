import { foldString } from '../../src/text/normal-form.ts';
import { isBlank, isPlain, type MarkedLine, printedText } from '../outline/marked-line.ts';
import { isCaptionText } from './line-kind.ts';
import type { Region } from './region.ts';

// 注：本表… 备注: 说明：
const NOTE = /^(?:注|备注|说明|注释)\s{0,3}\d{0,2}\s{0,3}[:：.、]/;
const MOST_LINES = 10;
/** Lines of a text for one printed line, at most. */
const BLANKS_BETWEEN = 4;
const FULL_STOP = /[。！？]$/;

/** Does a remark on the table above begin here? */
export const isNote = (printed: string): boolean => NOTE.test(printed.slice(0, 20));

/**
 * From 注： to the end of its paragraph: the next line that is not plain, has cells or is a caption, ten printed lines at most.
 * Blank lines between printed ones (extracted text has them) end it only where its sentence is over.
 */
export function noteFrom(lines: readonly MarkedLine[], at: number): Region['note'] {
  const first = lines[at]?.printed;
  if (!first) return null;
  let end = first.end;
  let text = '';
  let printed = 0;
  for (const line of lines.slice(at, at + MOST_LINES * BLANKS_BETWEEN)) {
    if (isBlank(line) && !FULL_STOP.test(text)) continue;
    const words = printedText(line);
    if (!isPlain(line) || line.printed === null || words.includes('\t') || ++printed > MOST_LINES) break;
    if (printed > 1 && isCaptionText(foldString(words))) break;
    end = line.printed.end;
    text += words;
  }
  return { text, start: first.start, end };
}
