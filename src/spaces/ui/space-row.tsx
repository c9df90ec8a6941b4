import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import type { Stage } from "@/stages/shape";
import { ListRow } from "@/ui/list";
import type { SpaceView } from "../views";
import { SpaceMarks } from "./space-marks";
import { peopleOf } from "./stage-words";

type SpaceRowProps = { space: SpaceView; stage: Stage; t: Words; format: Formats };

/** A space as a line of a list: its name, its purpose, and whether anybody speaks there. */
export function SpaceRow({ space, stage, t, format }: SpaceRowProps) {
  return (
    <ListRow
      heading={3}
      title={space.name}
      href={paths.space(space.slug)}
      text={space.purpose}
      meta={
        <>
          <span>{peopleOf(t, space)}</span>
          <span>{t("spaces.posts", { count: space.postCount })}</span>
          {space.lastPostAt === null ? null : (
            <span>{t("spaces.lastPost", { when: format.ago(space.lastPostAt) })}</span>
          )}
          <SpaceMarks space={space} stage={stage} t={t} />
        </>
      }
    />
  );
}
