import { expect, it } from 'vitest';
import { halfWidth, halfWidthDigits } from '../../src/text/half-width.ts';
import { unifyRadicals } from '../../src/text/radicals.ts';

it('half-width digits stand where the full-width ones stood, and nothing else changes', () => {
  expect(halfWidthDigits('附件１０：２０２３（年）①')).toBe('附件10：2023（年）①');
});

it('half-width forms leave what only means a digit', () => {
  expect(halfWidth('≥５０．５％，８０①、９²')).toBe('≥50.5%,80①、9²');
});

it('radicals become the characters they stand for, each at its place', () => {
  const printed = '⼀、⽀出与⻓期⾦额';
  expect(unifyRadicals(printed)).toBe('一、支出与长期金额');
  expect(unifyRadicals('⺇')).toBe('⺇');
});
