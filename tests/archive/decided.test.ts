import { describe, expect, it } from 'vitest';
import { decided } from '../../src/archive/decided.ts';
import { provenanceNotStated } from '../../src/model/report.ts';

const at = '2025-03-01T08:00:00.000Z';
const read = {
  year: { value: 2022, from: 'title', at: { start: 0, end: 4 } },
  department: { value: '云川市财政局', from: 'cover', at: null },
} as const;

describe('decided', () => {
  it('changes nothing without decisions', () => {
    const nothing = decided([]);
    expect(nothing.correct(read)).toEqual(read);
    expect(nothing).toMatchObject({ withdrawn: false, provenance: provenanceNotStated });
  });

  it('puts the last correction of each field over what was read', () => {
    const { correct } = decided([
      { kind: 'correction', at, reason: '', set: { year: 2021, scope: '本级' } },
      { kind: 'correction', at, reason: '', set: { year: 2023 } },
    ]);
    expect(correct(read)).toEqual({
      ...read,
      year: { value: 2023, from: 'person', at: null },
      scope: { value: '本级', from: 'person', at: null },
    });
  });

  it('leaves what was read where a correction was taken back', () => {
    const { correct } = decided([
      { kind: 'correction', at, reason: '', set: { year: 2021 } },
      { kind: 'correction', at, reason: '', set: { year: null } },
    ]);
    expect(correct(read)).toEqual(read);
  });

  it('is superseded until that is taken back', () => {
    const said = { kind: 'supersession', at, reason: '', set: { supersededBy: '0123456789abcdef' } } as const;
    expect(decided([said])).toMatchObject({ supersedes: null, supersededBy: '0123456789abcdef' });
    expect(decided([said, { ...said, set: { supersededBy: null } }]).supersededBy).toBeNull();
  });

  it('is withdrawn until it is restored', () => {
    const withdrawal = { kind: 'withdrawal', at, reason: '' } as const;
    expect(decided([withdrawal]).withdrawn).toBe(true);
    expect(decided([withdrawal, { kind: 'restoration', at, reason: '' }]).withdrawn).toBe(false);
  });
});
