import { describe, expect, it } from 'vitest';
import { barChart } from '../../../web/charts/bar-chart.ts';

const bar = (yuan: string, outlined = false) => ({ label: '决算', yuan, shown: yuan, outlined });
const draw = (...sizes: readonly string[]) =>
  String(
    barChart({
      title: '标题<1>',
      description: '说明',
      groups: sizes.map((yuan, n) => ({ label: `部门${n}`, bars: [bar(yuan, n % 2 === 1)] })),
    }),
  );
const rectangles = (svg: string) =>
  [...svg.matchAll(/<rect class="([^"]*)" x="([^"]*)" y="([^"]*)" width="([^"]*)"/g)].map(([, look = '', x = '', y = '', width = '']) => ({
    look,
    x: Number(x),
    y: Number(y),
    width: Number(width),
  }));

describe('a bar chart', () => {
  it('draws bars from zero in proportion to the figures', () => {
    const [first, second, none] = rectangles(draw('10000000', '20000000', '0'));
    expect(second?.width).toBeCloseTo(2 * (first?.width ?? 0), 6);
    expect(none?.width).toBe(0);
    expect([first?.x, second?.x]).toEqual([0, 0]);
    expect(second?.look).toContain('outlined');
  });

  it('draws what is below zero to the left of it', () => {
    const [below, above] = rectangles(draw('-5000', '5000'));
    expect((below?.x ?? 0) + (below?.width ?? 0)).toBeCloseTo(above?.x ?? -1, 6);
    expect(below?.width).toBeCloseTo(above?.width ?? -1, 6);
  });

  it('says what it is to those who do not see it, and lets no markup in', () => {
    const svg = draw('1');
    expect(svg).toContain('role="img" aria-labelledby="chart-title chart-desc"');
    expect(svg).toContain('<title id="chart-title">标题&lt;1&gt;</title>');
    expect(svg).not.toContain('style=');
  });

  it.each([
    ['300000000', '亿元'],
    ['99999999', '万元'],
    ['9999', '元'],
    ['0', '元'],
  ])('names the unit of its axis: %s in %s', (yuan, unit) => {
    expect(draw(yuan)).toMatch(new RegExp(`text-anchor="end">${unit}<`));
  });

  it('keeps every bar inside the drawing', () => {
    for (const { x, width } of rectangles(draw('123456789.01', '-98765432.1', '0.01'))) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(440);
    }
  });
});
