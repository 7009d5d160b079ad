import { foldString } from './normal-form.ts';
import { mayBeginUnit } from './units.ts';

/** What is printed right behind a digit, less white space and the signs that stand inside or between numbers and begin no unit. */
const AFTER_DIGIT = /[0-9０-９][\s,，.．()（）、:：-]*([^\s,，.．()（）、:：\-0-9０-９])/gu;

/** Does this character begin a unit once it is folded? Asked once for each character that occurs. */
const known = new Map<string, boolean>();
function beginsUnit(character: string): boolean {
  let answer = known.get(character);
  if (answer === undefined) {
    const folded = foldString(character);
    answer = folded === '' || mayBeginUnit(folded[0] ?? '');
    known.set(character, answer);
  }
  return answer;
}

/**
 * Can a figure with a unit stand in this raw text? false is certain, true a reason to look. Most rows of tables hold bare numbers and names,
 * and need not be folded to learn that no amount is printed in them.
 */
export function mayHoldFigure(text: string): boolean {
  for (const [, character = ''] of text.matchAll(AFTER_DIGIT)) if (beginsUnit(character)) return true;
  return false;
}
