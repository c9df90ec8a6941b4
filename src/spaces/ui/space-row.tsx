import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import type { Stage } from "@/stages/shape";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import type { SpaceView } from "../views";
import { FollowMenu } from "./follow-menu";
import { SpaceMarks } from "./space-marks";
import { BECAUSE_WORDS, peopleOf } from "./stage-words";

export type SpaceRowProps = {
  space: SpaceView;
  stage: Stage;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** A space as a line of a list: its name, its purpose, whether anybody speaks there, and the way in. */
export function SpaceRow(props: SpaceRowProps) {
  const { space, stage, t, format } = props;
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
          {space.group === null ? null : <span>{t(BECAUSE_WORDS[space.group.kind], { name: space.group.name })}</span>}
          {space.asking === 0 ? null : (
            <Link href={paths.spaceRequests(space.slug)}>{t("spaces.row.asking", { count: space.asking })}</Link>
          )}
          {space.request?.answer === null ? <span>{t("spaces.row.asked")}</span> : null}
          <SpaceMarks space={space} stage={stage} t={t} />
        </>
      }
      trailing={<WayIn {...props} />}
    />
  );
}

/** Joining or asking in place; for whoever is in, what they hear of it and the way to their place. */
function WayIn({ space, back, t, words, refusedOf }: SpaceRowProps) {
  if (space.place !== null) return <FollowMenu space={space} back={back} t={t} />;
  if (space.may.join)
    return (
      <ActionForm
        procedure="spaces.join"
        back={back}
        words={words}
        refused={refusedOf("spaces.join", { space: space.id })}
        hidden={{ space: space.id, _to: back }}
      >
        <SubmitButton look="quiet" size="small" icon="add" aria-label={t("spaces.row.join", { space: space.name })}>
          {t("spaces.page.join")}
        </SubmitButton>
      </ActionForm>
    );
  if (!space.may.ask) return null;
  const label = t("spaces.row.ask", { space: space.name });
  return (
    <LinkButton look="plain" size="small" href={paths.space(space.slug)} aria-label={label}>
      {t("spaces.ask.send")}
    </LinkButton>
  );
}
