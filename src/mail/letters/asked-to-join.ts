import type { Words } from "@/i18n/words";
import type { JoinRequestInput } from "@/launch/shape";
import type { Draft } from "../compose";

/** Tells a host that somebody asked to come in, in the person's own words. */
export function askedToJoinLetter(
  t: Words,
  facts: { name: string; asker: string; place: string; url: string } & JoinRequestInput,
): Draft {
  const { name, asker, place, needs, brings, helps, knows, url } = facts;
  const said = [
    needs === "" ? "" : t("mail.askedToJoin.needs", { needs }),
    brings === "" ? "" : t("mail.askedToJoin.brings", { brings }),
    helps === "" ? "" : t(`launch.waiting.helpsSaid.${helps}`),
    knows === "" ? "" : t("mail.askedToJoin.knows", { knows }),
  ].filter((line) => line !== "");
  return {
    subject: t("mail.askedToJoin.subject", { asker }),
    greeting: t("mail.greeting", { name }),
    paragraphs: [
      place === "" ? t("mail.askedToJoin.what", { asker }) : t("mail.askedToJoin.whatFrom", { asker, place }),
    ],
    quote: said.length === 0 ? undefined : { words: said.join("\n"), by: asker },
    action: { label: t("mail.askedToJoin.action"), url },
    signature: t("mail.signedByLevain"),
    why: t("mail.askedToJoin.why"),
  };
}
