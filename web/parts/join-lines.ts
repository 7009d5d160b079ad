// "纾困\n贷款", "与  \n\n 上年": the white space around a line end; begun only where white space begins, so that long blanks are read once
const LINE_END = /(?<!\s)\s*\n\s*/g;
// the letters between which a line end stands for a space
const LATIN = /[A-Za-z]/;

export interface LineEnd {
  readonly start: number;
  readonly end: number;
  /** Two Latin words stand beside it, so that it stands for a space. Chinese needs nothing between lines. */
  readonly isSpace: boolean;
}

/** The line ends of a piece of the text, with the white space around them. */
export const lineEnds = (text: string, piece = { start: 0, end: text.length }): LineEnd[] =>
  [...text.slice(piece.start, piece.end).matchAll(LINE_END)].map((found) => {
    const start = piece.start + found.index;
    const end = start + found[0].length;
    return { start, end, isSpace: LATIN.test(text[start - 1] ?? '') && LATIN.test(text[end] ?? '') };
  });

/** Hard-wrapped lines as one. For display only. */
export function joinLines(text: string): string {
  let joined = '';
  let done = 0;
  for (const { start, end, isSpace } of lineEnds(text)) {
    joined += `${text.slice(done, start)}${isSpace ? ' ' : ''}`;
    done = end;
  }
  return joined + text.slice(done);
}
