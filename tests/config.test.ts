import { describe, expect, it } from 'vitest';
import { readConfig, settings } from '../src/config.ts';
import { InvalidInputError } from '../src/errors.ts';

const refused = (given: Record<string, string>): InvalidInputError => {
  try {
    readConfig(given);
  } catch (error) {
    if (error instanceof InvalidInputError) return error;
  }
  return expect.fail(`accepted ${JSON.stringify(given)}`);
};

describe('settings', () => {
  it('have defaults, and leave the rest of the environment alone', () => {
    expect(readConfig({ PATH: '/bin', SUZHANG_PORT: '' })).toEqual({
      data: './data',
      engine: 'sqlite',
      meiliUrl: null,
      meiliKey: null,
      meiliPrefix: 'suzhang',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: null,
    });
  });

  it('are read', () => {
    const given = { SUZHANG_DATA: '/srv', SUZHANG_ENGINE: 'meilisearch', SUZHANG_MEILI_URL: 'http://127.0.0.1:7700', SUZHANG_PORT: '0' };
    expect(readConfig(given)).toMatchObject({ data: '/srv', engine: 'meilisearch', meiliUrl: 'http://127.0.0.1:7700', port: 0 });
  });

  it('have help and say what is allowed', () => {
    for (const { help, allowed } of Object.values(settings)) expect(help.length * allowed.length).toBeGreaterThan(0);
  });

  it.each([
    ['SUZHANG_PORT', '70000'],
    ['SUZHANG_PORT', '3e3'],
    ['SUZHANG_PORT', '-1'],
    ['SUZHANG_ENGINE', 'other'],
    ['SUZHANG_MEILI_PREFIX', 'Team_A'],
    ['SUZHANG_PUBLIC_URL', 'javascript:alert(1)'],
    ['SUZHANG_PUBLIC_URL', 'example.org'],
  ])('name %s when its value is %j', (name, value) => {
    const error = refused({ [name]: value });
    expect(error.where).toBe(name);
    expect(error.message).toContain(value);
  });

  it('name one that does not exist', () => {
    expect(refused({ SUZHANG_PROT: '80' }).message).toContain('SUZHANG_PROT');
  });

  it('ask for the address of Meilisearch when it is chosen', () => {
    expect(refused({ SUZHANG_ENGINE: 'meilisearch' }).where).toBe('SUZHANG_MEILI_URL');
  });
});
