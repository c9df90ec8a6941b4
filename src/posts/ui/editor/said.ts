import type { EditorLabels } from "./labels";

/** The sentences of an editor that are made in the browser. */
export type EditorWords = {
  readonly choose: string;
  readonly choices: (count: number) => string;
  readonly everyone: (count: number) => string;
  readonly names: (sentence: string, names: readonly string[]) => string;
  readonly at: (sentence: string, moment: string | number) => string;
};

/** Makes sentences of the labels, in the language of the page and the time of the device. */
export function said(labels: EditorLabels): EditorWords {
  const plural = new Intl.PluralRules(labels.locale);
  const number = new Intl.NumberFormat(labels.locale);
  const counted = (one: string, other: string) => (count: number) =>
    (plural.select(count) === "one" ? one : other).replace("{count}", number.format(count));
  const list = new Intl.ListFormat(labels.locale);
  const clock = new Intl.DateTimeFormat(labels.locale, { hour: "numeric", minute: "2-digit" });
  const day = new Intl.DateTimeFormat(labels.locale, {
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
  });
  return {
    choose: labels.choose,
    choices: counted(labels.choicesOne, labels.choicesOther),
    everyone: counted(labels.everyoneOne, labels.everyoneOther),
    names: (sentence, names) => sentence.replace("{names}", list.format(names)),
    at: (sentence, moment) => {
      const then = new Date(moment);
      const isToday = then.toDateString() === new Date().toDateString();
      return sentence.replace("{time}", (isToday ? clock : day).format(then));
    },
  };
}
