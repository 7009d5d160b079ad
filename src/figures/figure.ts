import { z } from 'zod';
import { measureSchema } from '../model/amount.ts';
import { partSchema, sideSchema } from '../model/fact.ts';

/** What part of a report speaks of a figure: words like 货物 mean it only there. */
export const figureGroups = ['收支', '三公', '运行', '采购', '资产', '绩效'] as const;
export const figureGroupSchema = z.enum(figureGroups);
export type FigureGroup = z.infer<typeof figureGroupSchema>;

export const quantities = ['money', 'count'] as const;

/**
 * A figure of government accounts that has no subject code: 收入总计, 公务接待费, 公务用车保有量.
 * `variants` are the printed names, the label among them; a name that stands for two figures at once (收、支总计) is a variant of both.
 * `units` are the units of a count, `follow` the figure that a following count in another unit states (4 个团组，49 人次). `inReason`: it may be stated inside a reason.
 */
export const figureSchema = z
  .object({
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    label: z.string().min(1),
    group: figureGroupSchema,
    quantity: z.enum(quantities),
    side: sideSchema.nullable(),
    part: partSchema.nullable(),
    units: z.array(z.string()).readonly(),
    follow: z.string().nullable(),
    measure: measureSchema.nullable(),
    variants: z.array(z.string().min(1)).min(1).readonly(),
  })
  .readonly();
export type Figure = z.infer<typeof figureSchema>;
