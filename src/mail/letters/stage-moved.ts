import type { Words } from "@/i18n/words";
import type { PersonId } from "@/members/shape";
import { paths } from "@/paths";
import { env } from "@/platform/env";
import type { Stage } from "@/stages/shape";
import type { Draft } from "../compose";
import { followerFoot } from "../followers";

/** Tells somebody who goes on waiting that the launch has moved on. */
export function stageMovedLetter(
  t: Words,
  facts: { personId: PersonId; name: string; stage: Stage; prose: Draft["prose"] },
): Draft {
  return {
    subject: t("mail.stageMoved.subject", { stage: facts.stage }),
    greeting: t("mail.greeting", { name: facts.name }),
    paragraphs: [t("mail.stageMoved.what", { stage: facts.stage })],
    prose: facts.prose,
    after: [t("mail.stageMoved.next")],
    action: { label: t("mail.stageMoved.action"), url: `${env().APP_URL}${paths.waiting()}` },
    signature: t("mail.signedByHosts"),
    ...followerFoot(t, facts.personId),
  };
}
