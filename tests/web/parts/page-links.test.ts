import { describe, expect, it } from 'vitest';
import { pageLink } from '../../../web/parts/page-links.ts';

describe('a link of an answer on a page', () => {
  it.each([
    ['/?q=a&group=1', '/?q=a'],
    ['/?group=1', '/?q='],
    ['/?group=1&explain=1', '/?explain=1'],
    ['/?q=a', '/?q=a&group=0'],
    ['/?q=', '/?q=&group=0'],
    ['/sub/?q=group%3D1', '/sub/?q=group%3D1&group=0'],
  ])('%s is %s', (answered, shown) => {
    expect(pageLink(answered)).toBe(shown);
  });
});
