// How do the keys of marks get into a bundle of esbuild's? Worked out when it is built, by the module that says what they are.
import { createRequire } from 'node:module';

export const markKeysInside = {
  name: 'keys of marks are worked out',
  setup({ onLoad, esbuild }) {
    onLoad({ filter: /[\\/]presets[\\/]mark-keys\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await esbuild.build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'cjs',
        platform: 'node',
      });
      const module = { exports: {} };
      new Function('module', 'require', outputFiles[0].text)(module, createRequire(import.meta.url));
      return { contents: `export const MARK_KEYS = ${JSON.stringify(module.exports.MARK_KEYS)};`, loader: 'js' };
    });
  },
};
