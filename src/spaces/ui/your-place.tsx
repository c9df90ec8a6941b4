import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import type { SpaceVerbsProps } from "./space-verbs";
import { STAYS_WORDS } from "./stage-words";

/** The way out of a space, kept away from the way in; or why there is none. */
export function LeaveSpace({ space, back, t, words, refused }: SpaceVerbsProps) {
  if (space.group !== null)
    return <p className="quiet fine">{t(STAYS_WORDS[space.group.kind], { name: space.group.name })}</p>;
  if (space.lastOwner)
    return (
      <p className="quiet fine">
        {t("spaces.page.lastOwner")} <Link href={paths.spaceMembers(space.slug)}>{t("spaces.page.lastOwnerLink")}</Link>
      </p>
    );
  if (!space.may.leave) return null;
  return (
    <ActionForm
      procedure="spaces.leave"
      back={back}
      words={words}
      refused={refused}
      hidden={{ space: space.id, _to: space.visibility === "private" ? paths.spaces() : paths.space(space.slug) }}
    >
      <div>
        <SubmitButton look="plain" size="small" className="-ms-2">
          {t("spaces.page.leave")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
