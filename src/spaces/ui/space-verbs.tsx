import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";
import type { SpaceView } from "../views";

type SpaceVerbsProps = {
  space: SpaceView;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** What one may do in a space: write, join, and for whoever runs it, change it. */
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

/** The way out of a space, kept away from the way in. */
export function LeaveSpace({ space, back, t, words, refused }: SpaceVerbsProps) {
  if (!space.may.leave) return null;
  return (
    <ActionForm
      procedure="spaces.leave"
      back={back}
      words={words}
      refused={refused}
      hidden={{ space: space.id, _to: paths.space(space.slug) }}
    >
      <div>
        <SubmitButton look="plain" size="small" className="-ms-2">
          {t("spaces.page.leave")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
