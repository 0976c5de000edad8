/** Something a person can put right: what happened, and what to do about it, both in Japanese with an English line. */
export class Trouble extends Error {
  constructor(
    message: string,
    readonly advice: string,
  ) {
    super(message);
    this.name = 'Trouble';
  }
}
