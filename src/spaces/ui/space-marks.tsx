import type { Words } from "@/i18n/words";
import { reached, type Stage } from "@/stages/shape";
import { Badge } from "@/ui/badge";
import type { SpaceView } from "../views";
import { PLACE_WORDS, STAGE_WORDS, VISIBILITY_WORDS } from "./stage-words";

type SpaceMarksProps = { space: SpaceView; stage: Stage; t: Words };

/** What is particular about a space. One that is simply open has no mark. */
export function SpaceMarks({ space, stage, t }: SpaceMarksProps) {
  return (
    <>
      {space.place === "owner" ? <Badge tone="accent">{t(PLACE_WORDS.owner)}</Badge> : null}
      {space.visibility === "open" ? null : <Badge icon="lock">{t(VISIBILITY_WORDS[space.visibility].name)}</Badge>}
      {reached(stage, space.opensAt) ? null : (
        <Badge icon="clock">{t("spaces.opensLater", { stage: t(STAGE_WORDS[space.opensAt]) })}</Badge>
      )}
      {space.archivedAt === null ? null : <Badge>{t("spaces.archived")}</Badge>}
    </>
  );
}
