/** By code: the sentence as it stands, or made of the facts that come with the code. */
type ByCode<Facts> = { readonly [Code in keyof Facts]: string | ((facts: Facts[Code]) => string) };

/** A sentence for every member of a union whose members are told apart by the field `Key`. */
export type Sentences<Member extends Readonly<Record<Key, string>>, Key extends string = 'code'> = ByCode<{
  readonly [Each in Member as Each[Key]]: Each;
}>;

/** The sentence of a code, which is known only when the page runs: `sentence(texts.problems, problem.id, problem)`. */
export function sentence<Facts>(
  sentences: ByCode<Facts>,
  code: keyof Facts,
  facts: Facts[keyof Facts],
): string {
  const text = sentences[code];
  return typeof text === 'function' ? text(facts) : text;
}
