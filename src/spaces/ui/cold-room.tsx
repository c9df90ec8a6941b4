import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { type Stage, stageAfter } from "@/stages/shape";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import type { SpaceView } from "../views";
import { AUTHORS_MIN, AUTHORS_WITHIN_DAYS, type ColdReason, QUIET_AFTER_DAYS } from "../warmth";
import { STAGE_WORDS } from "./stage-words";

type ColdRoomProps = { space: SpaceView; stage: Stage; cold: readonly ColdReason[] | null; t: Words };

/** Tells those who run a space that newcomers would be alone in it, and what to do. */
export function ColdRoom({ space, stage, cold, t }: ColdRoomProps) {
  const next = stageAfter(stage);
  if (cold === null || cold.length === 0 || next === null) return null;
  const says: Readonly<Record<ColdReason, string>> = {
    authors: t("spaces.cold.authors", { min: AUTHORS_MIN, days: AUTHORS_WITHIN_DAYS }),
    quiet: t("spaces.cold.quiet", { days: QUIET_AFTER_DAYS }),
    owner: t("spaces.cold.owner"),
  };
  return (
    <div className="mb-6">
      <Callout title={t("spaces.cold.title", { stage: t(STAGE_WORDS[next]) })}>
        <p>{t("spaces.cold.lead")}</p>
        <ul className="my-2 list-disc ps-5">
          {cold.map((reason) => (
            <li key={reason}>{says[reason]}</li>
          ))}
        </ul>
        <p className="flex flex-wrap gap-x-5 gap-y-1">
          {cold.includes("quiet") ? <Link href={paths.compose(space.slug)}>{t("spaces.cold.write")}</Link> : null}
          {cold.includes("quiet") && cold.length === 1 ? null : (
            <Link href={paths.spaceMembers(space.slug)}>{t("spaces.cold.people")}</Link>
          )}
          <Link href={paths.editSpace(space.slug)}>{t("spaces.cold.settings")}</Link>
        </p>
      </Callout>
    </div>
  );
}
