import type { Words } from "@/i18n/words";
import type { Stage } from "@/stages/shape";
import type { Draft } from "../compose";

/** Tells somebody who waited that the door is open now. */
export function stageOpenedLetter(
  t: Words,
  facts: { name: string; stage: Stage; prose: Draft["prose"]; url: string },
): Draft {
  return {
    subject: t("mail.stageOpened.subject"),
    greeting: t("mail.greeting", { name: facts.name }),
    paragraphs: [t("mail.stageOpened.what", { stage: facts.stage })],
    prose: facts.prose,
    after: [t("mail.stageOpened.how")],
    action: { label: t("mail.stageOpened.action"), url: facts.url },
    signature: t("mail.signedByHosts"),
    why: t("mail.stageOpened.why"),
  };
}
