/** What makes a task fail, with the code and the message that the person sees. */
export class RenderError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
