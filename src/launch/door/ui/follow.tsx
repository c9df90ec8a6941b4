import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";

type FollowProps = { t: Words; words: FormWords; follows: boolean };

/** Hears by mail how things go on, or no longer. */
export function FollowTheDoor({ t, words, follows }: FollowProps) {
  return (
    <Section title={t("door.follow.title")}>
      <div className="stack" data-gap="small">
        <p className="max-w-read font-serif text-read">{t(follows ? "door.follow.does" : "door.follow.lead")}</p>
        <ActionForm
          procedure={follows ? "door.unfollow" : "door.follow"}
          back={paths.waiting()}
          words={words}
          hidden={{ _to: paths.waiting() }}
        >
          <SubmitButton look={follows ? "plain" : "quiet"} icon="mail" className={follows ? "-ms-2" : undefined}>
            {t(follows ? "door.follow.end" : "door.follow.begin")}
          </SubmitButton>
        </ActionForm>
      </div>
    </Section>
  );
}
