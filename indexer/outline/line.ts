/** A printed line: `text` is `report.slice(start, end)`, without its line end (`\n`, with a `\r` before it). `number` is from 1. */
export interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines end at `\n`. The last one may be empty. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0, number = 1; start <= text.length; number++) {
    const at = text.indexOf('\n', start);
    const next = at < 0 ? text.length : at;
    const end = at > start && text[at - 1] === '\r' ? at - 1 : next;
    lines.push({ number, start, end, text: text.slice(start, end) });
    if (at < 0) break;
    start = at + 1;
  }
  return lines;
}
