import type { Words } from "@/i18n/words";
import type { Why } from "../shape";
import type { NoticeView } from "../views";

/** Who did what, in one sentence: "Paul and 2 others answered you". */
export function toldWords(t: Words, { why, who, whoCount }: Pick<NoticeView, "why" | "who" | "whoCount">): string {
  const [first, second] = who;
  const names = { first: first?.name ?? "", second: second?.name ?? "", count: whoCount };
  return t(`notices.told.${why satisfies Why}`, { who: t("notices.who", names), count: Math.max(1, whoCount) });
}

/** What the switch for this device says. */
export function pushWords(t: Words) {
  return {
    turnOn: t("notices.push.turnOn"),
    turnOff: t("notices.push.turnOff"),
    isOn: t("notices.push.isOn"),
    isOff: t("notices.push.isOff"),
    denied: t("notices.push.denied"),
    unable: t("notices.push.unable"),
    failed: t("notices.push.failed"),
  };
}
