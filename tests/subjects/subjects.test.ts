import { describe, expect, it } from 'vitest';
import { subjects } from '../../src/subjects/load.ts';
import { nameFits, subjectByCode, subjectsNamed } from '../../src/subjects/lookup.ts';
import { codesAbove, levelOfCode } from '../../src/subjects/subject.ts';

describe('the classification', () => {
  it('gives every code one subject whose parent is the code less its last two digits', () => {
    expect(new Set(subjects.map((subject) => subject.code)).size).toBe(subjects.length);
    const orphans = subjects.filter((subject) => subject.parent !== null && subjectByCode(subject.parent) === null);
    expect(orphans.map((subject) => subject.code)).toEqual([]);
    expect(subjects.every((subject) => subject.parent === (subject.code.length === 3 ? null : subject.code.slice(0, -2)))).toBe(true);
  });

  it('tells the level of a code by its length', () => {
    expect(['201', '20103', '2010301', '2010', 'abc', '116001'].map(levelOfCode)).toEqual(['类', '款', '项', null, null, null]);
    expect(codesAbove('2010301')).toEqual(['201', '20103', '2010301']);
    expect(codesAbove('301')).toEqual(['301']);
  });

  it('knows a name in any form it is printed in, and the names of earlier years', () => {
    expect(subjectsNamed('政府办公厅(室)及相关机构事务').map((subject) => subject.code)).toEqual(['20103']);
    expect(subjectsNamed('行政 运行').length).toBeGreaterThan(50);
    expect(nameFits('20805', '行政事业单位离退休')).toBe(true);
    expect(nameFits('20805', '行政运行')).toBe(false);
    expect(nameFits('2999998', '行政运行')).toBeNull();
  });
});
