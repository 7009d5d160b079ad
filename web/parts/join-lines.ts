// "纾困\n贷款", "与  \n\n 上年": the white space around a line end
const LINE_END = /\s*\n\s*/g;
// the letters and digits between which a line end stands for a space
const LATIN = /[A-Za-z]/;

/** Hard-wrapped lines as one: Chinese needs nothing between them, two Latin words a space. For display only. */
export const joinLines = (text: string): string =>
  text.replace(LINE_END, (_, at: number) => {
    const before = text[at - 1] ?? '';
    const after = text.slice(at).trimStart()[0] ?? '';
    return LATIN.test(before) && LATIN.test(after) ? ' ' : '';
  });
