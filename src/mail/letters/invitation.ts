import type { Words } from "@/i18n/words";
import type { Draft } from "../compose";

/** Asks somebody in, in the host's name; says from when on the door is open. */
export function invitationLetter(
  t: Words,
  facts: { name: string; host: string; note: string; open: boolean; until: string; url: string },
): Draft {
  const { name, host, note, open, until, url } = facts;
  return {
    subject: t("mail.invitation.subject", { host }),
    greeting: t("mail.greeting", { name }),
    paragraphs: [
      t("mail.invitation.what", { host }),
      t(open ? "mail.invitation.open" : "mail.invitation.later"),
      t("mail.invitation.how", { until }),
    ],
    quote: note === "" ? undefined : { words: note, by: host },
    action: { label: t("mail.invitation.action"), url },
    signature: t("mail.signed", { host }),
    why: t("mail.invitation.why", { host }),
  };
}
