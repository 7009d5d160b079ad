// （ ( 【 [ 〔
const OPENING = /[（【[〔［]/g;
// ） ) 】 ] 〕
const CLOSING = /[）】\]〕］]/g;
// white space, quote marks, bold marks
const DROPPED = /[\s"'“”‘’「」『』＂＇*]+/g;

// any of them: most titles have none
const CHANGED = /[\s"'“”‘’「」『』＂＇*（【[〔［】\]〕］）]/;

/** A title for comparison: white space, quote marks dropped, brackets in one form. Not the normal form of search: titles only. */
export const foldTitle = (title: string): string =>
  CHANGED.test(title) ? title.replace(DROPPED, '').replace(OPENING, '(').replace(CLOSING, ')') : title;
