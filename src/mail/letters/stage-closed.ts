import type { Words } from "@/i18n/words";
import type { Stage } from "@/stages/shape";
import type { Draft } from "../compose";

/** Tells somebody who stands outside that the launch went back, and why, in the words of whoever decided it. */
export function stageClosedLetter(
  t: Words,
  facts: { name: string; stage: Stage; reason: string; by: string | null; url: string },
): Draft {
  const by = facts.by ?? t("shell.name");
  return {
    subject: t("mail.stageClosed.subject"),
    greeting: t("mail.greeting", { name: facts.name }),
    paragraphs: [t("mail.stageClosed.what", { stage: facts.stage }), t("mail.stageClosed.why")],
    quote: facts.reason === "" ? undefined : { words: facts.reason, by },
    after: [t("mail.stageClosed.kept")],
    action: { label: t("mail.stageClosed.action"), url: facts.url },
    signature: t("mail.signedByHosts"),
    why: t("mail.stageClosed.whyYou"),
  };
}
