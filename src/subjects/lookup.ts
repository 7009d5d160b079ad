import { foldString } from '../text/normal-form.ts';
import { subjects } from './load.ts';
import type { Subject } from './subject.ts';

const byCode: ReadonlyMap<string, Subject> = new Map(subjects.map((subject) => [subject.code, subject]));
let byName: ReadonlyMap<string, readonly Subject[]> | null = null;

/** The subject of a whole code: "2010301". */
export const subjectByCode = (code: string): Subject | null => byCode.get(code) ?? null;

/** Every name of a subject: the present one first. */
export const namesOf = (subject: Subject): string[] => [subject.name, ...subject.formerNames, ...subject.otherNames];

/** All subjects that bear the name now, or bore it, or are worded so, compared folded. One name may stand for many codes (行政运行). */
export function subjectsNamed(name: string): readonly Subject[] {
  byName ??= indexNames();
  return byName.get(foldString(name)) ?? [];
}

/** Is this a name of that code, now or once? null where the code is not known: then nothing can be said. */
export function nameFits(code: string, name: string): boolean | null {
  if (subjectByCode(code) === null) return null;
  return subjectsNamed(name).some((subject) => subject.code === code);
}

function indexNames(): Map<string, Subject[]> {
  const index = new Map<string, Subject[]>();
  for (const subject of subjects) {
    for (const name of new Set(namesOf(subject).map(foldString))) index.set(name, [...(index.get(name) ?? []), subject]);
  }
  return index;
}
