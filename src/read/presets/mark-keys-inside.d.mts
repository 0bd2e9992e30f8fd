import type { Plugin } from 'esbuild';

export declare const markKeysInside: Plugin;
