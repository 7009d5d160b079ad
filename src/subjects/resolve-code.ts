import { subjectsNamed } from './lookup.ts';
import { type Subject, subjectLevels } from './subject.ts';

/** The code that a full path of names stands for. Always inferred: no code was printed. */
export interface InferredCode {
  readonly code: string;
  readonly inferred: true;
}

/** A class is often printed short: 科学技术（类） for 科学技术支出. */
const CLASS_ENDING = '支出';

/**
 * ["科学技术支出", "科学技术管理事务", "行政运行"] -> 2060101. The path begins with its 类 and leaves no level out;
 * each name must be a name of a subject right beneath the one before it. Anything else, or two subjects that fit, decides nothing: null. A withdrawn subject counts only where no other bears the name.
 */
export function resolveCode(path: readonly string[]): InferredCode | null {
  if (path.length === 0 || path.length > subjectLevels.length) return null;
  const found = path.reduce<readonly Subject[] | null>(
    (parents, name, depth) =>
      candidates(name, depth).filter((subject) => parents === null || parents.some((parent) => parent.code === subject.parent)),
    null,
  );
  const functional = (found ?? []).filter((subject) => subject.classification === 'functional');
  const current = functional.filter((subject) => subject.withdrawn === null);
  const [only, second] = current.length > 0 ? current : functional;
  return only !== undefined && second === undefined ? { code: only.code, inferred: true } : null;
}

function candidates(name: string, depth: number): readonly Subject[] {
  const named = subjectsNamed(name).filter((subject) => subject.level === subjectLevels[depth]);
  return named.length > 0 || depth > 0 ? named : subjectsNamed(name + CLASS_ENDING).filter((subject) => subject.level === '类');
}
