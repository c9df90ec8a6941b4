import type { ReactNode } from "react";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { reached, type Stage } from "@/stages/shape";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";
import type { SpaceView } from "../views";
import { SpaceMarks } from "./space-marks";
import { BECAUSE_WORDS, peopleOf, STAGE_WORDS } from "./stage-words";

type SpaceHeadProps = { space: SpaceView; stage: Stage; t: Words; actions: ReactNode };

/** The name of a room over its door, and what the room is for. */
export function SpaceHead({ space, stage, t, actions }: SpaceHeadProps) {
  const people = peopleOf(t, space);
  return (
    <>
      <SpaceCover cover={space.cover} />
      <PageTitle
        kicker={<Link href={paths.spaces()}>{t("spaces.list.title")}</Link>}
        lead={space.purpose}
        meta={
          <>
            <span>{space.may.read ? <Link href={paths.spaceMembers(space.slug)}>{people}</Link> : people}</span>
            <span>{t("spaces.posts", { count: space.postCount })}</span>
            <Link href={paths.aboutSpace(space.slug)}>{t("spaces.page.about")}</Link>
            {space.group === null ? null : (
              <span>{t(BECAUSE_WORDS[space.group.kind], { name: space.group.name })}</span>
            )}
            <SpaceMarks space={space} stage={stage} t={t} />
          </>
        }
        actions={actions}
      >
        {space.name}
      </PageTitle>
    </>
  );
}

/** A quiet strip over the name. Its size is known, so that nothing moves when it arrives. */
export function SpaceCover({ cover }: { cover: SpaceView["cover"] }) {
  if (cover === null) return null;
  // biome-ignore lint/performance/noImgElement: already in measure, and served behind the sign-in
  return <img className="cover" src={cover.url} alt={cover.alt} width={1600} height={400} decoding="async" />;
}

/** Tells those who already see a space that the others do not yet. */
export function NotOpenYet({ space, stage, t }: Omit<SpaceHeadProps, "actions">) {
  if (reached(stage, space.opensAt)) return null;
  return (
    <div className="mb-6">
      <Callout>{t("spaces.page.onlyTeam", { stage: t(STAGE_WORDS[space.opensAt]) })}</Callout>
    </div>
  );
}
