export type Counted = Readonly<Record<"one" | "other", string>>;

/** Sentences with `#` where the number or the names stand. */
export type LiveWords = {
  readonly locale: string;
  readonly show: string;
  readonly posts: Counted;
  readonly answers: Counted;
  readonly bell: Counted;
  readonly here: Readonly<Record<"one" | "two" | "more" | "moreOne", string>>;
};
