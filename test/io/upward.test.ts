// Is a file found upward, and is it told where that cannot be seen? The cases config-found-upward and errors-file-missing-config-link show the rest.
import { expect, test } from 'vitest';
import { findUpward } from '../../src/io/upward.ts';

test('the nearest is named by its path from the working folder', () => {
  expect(findUpward('package.json')).toBe('package.json');
});

test('a name that no folder up to the root has is not found', () => {
  expect(findUpward('no folder has a file of this name')).toBeUndefined();
});

test('where it cannot be seen whether there is one, that is told', () => {
  expect(findUpward('x'.repeat(300))).toMatchObject({
    code: 'file-unreadable',
    what: expect.stringContaining('the name is too long'),
  });
});
