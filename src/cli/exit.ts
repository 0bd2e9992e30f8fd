// What does the exit code say? 0 done; 1 done, and something needs attention; 2 usage or input error, nothing written; 3 a defect.

export const EXIT = { done: 0, attention: 1, refused: 2, defect: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
