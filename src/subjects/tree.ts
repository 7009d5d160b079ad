import { subjects } from './load.ts';
import { type Classification, classifications, type Subject } from './subject.ts';

/** A subject with those beneath it, in order of their codes. */
export interface SubjectNode {
  readonly subject: Subject;
  readonly children: readonly SubjectNode[];
}

/** The classes of a classification, each with its tree. */
export const subjectTrees: Readonly<Record<Classification, readonly SubjectNode[]>> = plant();

function plant(): Record<Classification, SubjectNode[]> {
  const children = new Map<string | null, Subject[]>();
  for (const subject of subjects) children.set(subject.parent, [...(children.get(subject.parent) ?? []), subject]);
  const grow = (subject: Subject): SubjectNode => ({ subject, children: (children.get(subject.code) ?? []).map(grow) });
  const classes = (children.get(null) ?? []).map(grow);
  const trees = classifications.map((one) => [one, classes.filter((node) => node.subject.classification === one)] as const);
  return Object.fromEntries(trees) as Record<Classification, SubjectNode[]>;
}
