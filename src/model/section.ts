import { z } from 'zod';
import { categorySchema } from './category.ts';

/** A heading and what stands under it, up to the next heading of the same or a higher level. 1 第N部分, 2 一、, 3 （一）, 4 and more: below or without number. */
export const sectionSchema = z
  .object({
    title: z.string(),
    level: z.int().min(1),
    start: z.int(),
    headingEnd: z.int(),
    end: z.int(),
    category: categorySchema.nullable(),
  })
  .readonly();
export type Section = z.infer<typeof sectionSchema>;
