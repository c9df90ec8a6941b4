import type { Words } from "@/i18n/words";
import type { Standing } from "@/platform/access/viewer";

/** "You are here because …", for whoever is inside; nothing for others, who stand in the waiting room. */
export function StandingSentence({ t, standing }: { t: Words; standing: Standing }) {
  const sentence = standingSentence(t, standing);
  return sentence === null ? null : <p className="quiet">{sentence}</p>;
}

/** The same as a plain sentence; null for who is outside. */
export function standingSentence(t: Words, standing: Standing): string | null {
  if (!standing.admitted) return null;
  switch (standing.because) {
    case "host-invitation":
      return standing.by === null
        ? t("stages.because.hostInvitationUnnamed")
        : t("stages.because.hostInvitation", { by: standing.by });
    case "member-invitation":
      return standing.by === null
        ? t("stages.because.memberInvitationUnnamed")
        : t("stages.because.memberInvitation", { by: standing.by });
    case "department":
    case "site":
    case "group":
      return t(`stages.because.${standing.because}`, { name: standing.name });
    default:
      return t(`stages.because.${standing.because}`);
  }
}
