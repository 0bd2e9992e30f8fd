// What did the operating system refuse, in words? One sentence for each error a user meets, the code for the rest.

/** The code of a system error (`ENOENT`…), or undefined for any other failure. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

const SAID: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  EEXIST: 'a file stands there',
  ENOTDIR: 'a part of the path is not a folder',
  ENXIO: 'nothing listens there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'the file would pass the largest size allowed',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  EIO: 'the disk or network gave an input/output error',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'the links of the path go in a circle',
};

/** What went wrong, as the end of a sentence. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  if (code !== undefined) return SAID[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}
