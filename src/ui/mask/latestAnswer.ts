/**
 * Asks one question at a time, and of those that come up meanwhile only the last: a slider raises more of them than can be
 * answered. `tell` hears the answers that no newer question has overtaken.
 */
export function createLatestAnswer<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  tell: (answer: Answer) => void,
): (question: Question) => void {
  let next: { readonly question: Question } | undefined;
  let isAsking = false;

  async function goOn() {
    if (isAsking) return;
    isAsking = true;
    while (next !== undefined) {
      const { question } = next;
      next = undefined;
      const answer = await ask(question);
      if (next === undefined) tell(answer);
    }
    isAsking = false;
  }

  return (question) => {
    next = { question };
    void goOn();
  };
}
