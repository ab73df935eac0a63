/** Where text goes: a stream of the process, or what a test listens to. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** What a person or a script reads of a command: results apart from everything else. */
export interface Terminal {
  readonly out: Output;
  readonly error: Output;
}
