const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** . or , */
const isMark = (code: number): boolean => code === 0x2e || code === 0x2c;

/** So many units on either side decide whether a figure is continued. */
export const NEIGHBOURS = 2;

/** Whether a figure at `at`..`end` of a text in normal form is part of a longer one: a digit, or a point or comma and a digit, stands on either side. */
export const isContinued = (folded: string, at: number, end: number): boolean => goesOnBefore(folded, at) || goesOnAfter(folded, end);

const goesOnBefore = (folded: string, at: number): boolean =>
  isDigit(folded.charCodeAt(at - 1)) || (isMark(folded.charCodeAt(at - 1)) && isDigit(folded.charCodeAt(at - 2)));

const goesOnAfter = (folded: string, end: number): boolean =>
  isDigit(folded.charCodeAt(end)) || (isMark(folded.charCodeAt(end)) && isDigit(folded.charCodeAt(end + 1)));
