import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";
import type { SpaceView } from "../views";
import { FollowMenu } from "./follow-menu";

export type SpaceVerbsProps = {
  space: SpaceView;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** What one may do in a space: write, join, choose what one hears of it, and for whoever runs it, change it. */
export function SpaceVerbs({ space, back, t, words, refused }: SpaceVerbsProps) {
  return (
    <>
      {space.may.run ? (
        <LinkButton
          look="plain"
          icon="settings"
          href={paths.editSpace(space.slug)}
          aria-label={t("spaces.page.settings")}
          title={t("spaces.page.settings")}
        />
      ) : null}
      <FollowMenu space={space} back={back} t={t} />
      {space.may.join ? (
        <ActionForm
          procedure="spaces.join"
          back={back}
          words={words}
          refused={refused}
          hidden={{ space: space.id, _to: paths.space(space.slug) }}
        >
          <SubmitButton look="quiet" icon="add">
            {t("spaces.page.join")}
          </SubmitButton>
        </ActionForm>
      ) : null}
      {space.may.write ? (
        <LinkButton look="primary" icon="write" href={paths.compose(space.slug)} data-key="compose">
          {t("spaces.page.write")}
        </LinkButton>
      ) : null}
    </>
  );
}
