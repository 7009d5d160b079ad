import { z } from 'zod';

/** The three classifications of government accounts. Their codes differ in the first digit (2, 3, 5), so a code names one subject only. */
export const classifications = ['functional', 'department-economic', 'government-economic'] as const;
export const classificationSchema = z.enum(classifications);
export type Classification = z.infer<typeof classificationSchema>;

export const subjectLevels = ['类', '款', '项'] as const;
export const subjectLevelSchema = z.enum(subjectLevels);
export type SubjectLevel = z.infer<typeof subjectLevelSchema>;

/** 类 3, 款 5, 项 7 digits: the length of a code is its level. */
export const SUBJECT_CODE = /^\d{3}(?:\d{2}){0,2}$/;

/**
 * A subject of the government classification. `formerNames` held in earlier years, `otherNames` are other wordings seen in print.
 * `confidence`: high = printed with this code by two places or more, medium = by one, background = general knowledge: it may name a code, it never calls a report wrong.
 */
export const subjectSchema = z.object({
  code: z.string().regex(SUBJECT_CODE),
  name: z.string().min(1),
  level: subjectLevelSchema,
  parent: z.string().regex(SUBJECT_CODE).nullable(),
  classification: classificationSchema,
  formerNames: z.array(z.string()),
  otherNames: z.array(z.string()),
  confidence: z.enum(['high', 'medium', 'background']),
  withdrawn: z.string().nullable(),
});
type Parsed = z.infer<typeof subjectSchema>;
/** Readonly by type alone: freezing 1,500 of them would take as long as reading them. */
export type Subject = { readonly [Field in keyof Parsed]: Parsed[Field] extends string[] ? readonly string[] : Parsed[Field] };

/** "2010301" -> 项. null where the text is no code. */
export const levelOfCode = (code: string): SubjectLevel | null =>
  SUBJECT_CODE.test(code) ? (subjectLevels[(code.length - 3) / 2] ?? null) : null;

/** "2010301" -> ["201", "20103", "2010301"]: the code and all above it, from the top. */
export const codesAbove = (code: string): string[] =>
  [3, 5, 7].filter((length) => length <= code.length).map((length) => code.slice(0, length));
