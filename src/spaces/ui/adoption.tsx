import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import type { SpaceView } from "../views";

type OfferedProps = { space: SpaceView; t: Words; words: FormWords; refused: RefusedForm | null };

/** Asks whether the viewer will look after the space, with what the host said to them; a no needs no reason. */
export function OfferedToYou({ space, t, words, refused }: OfferedProps) {
  const { offered } = space;
  if (offered === null) return null;
  const here = paths.space(space.slug);
  return (
    <div className="mb-6">
      <Callout title={t("spaces.adoption.title", { name: offered.by })}>
        <p className="whitespace-pre-line">{offered.words}</p>
        <p className="quiet my-2">{t("spaces.adoption.lead")}</p>
        <ActionForm
          procedure="posts.answerRoomOffer"
          back={here}
          words={words}
          refused={refused}
          hidden={{ adoption: offered.id, _to: here }}
          label={t("spaces.adoption.title", { name: offered.by })}
        >
          <div className="button-row">
            <SubmitButton name="answer" value="accepted">
              {t("spaces.adoption.yes")}
            </SubmitButton>
            <SubmitButton look="plain" name="answer" value="declined">
              {t("spaces.adoption.no")}
            </SubmitButton>
          </div>
        </ActionForm>
      </Callout>
    </div>
  );
}

/** Where everything that was said here stands since it was merged. */
export function MergedInto({ space, t }: { space: SpaceView; t: Words }) {
  if (space.mergedInto === null) return null;
  const { slug, name } = space.mergedInto;
  return (
    <div className="mb-6">
      <Callout>
        <p>
          {t("spaces.merged")} <Link href={paths.space(slug)}>{name}</Link>
        </p>
      </Callout>
    </div>
  );
}
