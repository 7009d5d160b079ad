import { z } from 'zod';

/** A plain decimal without separators, sign allowed: "13608.60". JSON never carries money as a number. */
export const decimalString = z.string().regex(/^-?\d+(\.\d+)?$/);

/** What an amount is; 金额: money that is neither budget nor outturn, as of a contract. null: nothing near the figure says it. */
export const measureSchema = z.enum([
  '预算数',
  '年初预算',
  '全年预算',
  '决算',
  '完成率',
  '占比',
  '同比增减额',
  '同比增减率',
  '比预算增减额',
  '比预算增减率',
  '数量',
  '得分',
  '目标值',
  '完成值',
  '金额',
]);
export type Measure = z.infer<typeof measureSchema>;

/** A figure as printed, with its exact value. `yuan` is unsigned and null where the unit is not money (%, 辆, 人). */
export const amountSchema = z
  .object({
    text: z.string(),
    value: decimalString,
    unit: z.string().nullable(),
    yuan: decimalString.nullable(),
    measure: measureSchema.nullable(),
    start: z.int(),
    end: z.int(),
  })
  .readonly();
export type Amount = z.infer<typeof amountSchema>;
