import { subjects } from '../subjects/load.ts';
import { namesOf, subjectsNamed } from '../subjects/lookup.ts';
import { foldString } from '../text/normal-form.ts';

// 206
const CODE = /^\d+$/;
/** Stands before a name that is no subject's: no document has such a code, so nothing is found. */
const NO_CODE = '?';

/**
 * The subject codes that `科目:` means. A code is a prefix; a name stands for every subject that bears it or bore it, also without its ending 支出;
 * a part of a name for every subject that has it in its name.
 */
export function codesOfTyped(text: string): readonly string[] {
  const folded = foldString(text);
  if (CODE.test(folded)) return [folded];
  const named = [...subjectsNamed(folded), ...subjectsNamed(`${folded}支出`)];
  const meant =
    named.length > 0 || folded === ''
      ? named
      : subjects.filter((subject) => namesOf(subject).some((name) => foldString(name).includes(folded)));
  return meant.length > 0 ? [...new Set(meant.map((subject) => subject.code))] : [NO_CODE + folded];
}

/** Whether the codes of `codesOfTyped` stand for a subject. */
export const isNoCode = (codes: readonly string[]): boolean => codes.every((code) => code.startsWith(NO_CODE));

/** A code of `codesOfTyped` for people: of one that stands for no subject, what was typed. */
export const shownCode = (code: string): string => (code.startsWith(NO_CODE) ? code.slice(NO_CODE.length) : code);
