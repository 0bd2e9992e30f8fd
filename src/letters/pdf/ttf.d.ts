// What is imported of a font? Its bytes in a data URL, so that the program looks for no file: by vitest's own means, and by a line of build.mjs.
declare module '*.ttf?inline' {
  const url: string;
  export default url;
}
