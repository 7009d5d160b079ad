import { isPlain, type MarkedLine, printedText } from '../outline/marked-line.ts';
import type { Region } from './region.ts';

// 注：本表… 备注: 说明：
const NOTE = /^(?:注|备注|说明|注释)\s{0,3}\d{0,2}\s{0,3}[:：.、]/;
const MOST_LINES = 10;

/** Does a remark on the table above begin here? */
export const isNote = (printed: string): boolean => NOTE.test(printed.slice(0, 20));

/** From 注： to the end of its paragraph: the next line that is not plain or has cells, ten lines at most. */
export function noteFrom(lines: readonly MarkedLine[], at: number): Region['note'] {
  const first = lines[at]?.printed;
  if (!first) return null;
  let end = first.end;
  let text = '';
  for (const line of lines.slice(at, at + MOST_LINES)) {
    if (!isPlain(line) || line.printed === null || printedText(line).includes('\t')) break;
    end = line.printed.end;
    text += printedText(line);
  }
  return { text, start: first.start, end };
}
