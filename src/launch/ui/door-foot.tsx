import type { FormWords } from "@/i18n/form-words";
import { LOCALES, type Locale } from "@/i18n/locale";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";

type DoorFootProps = { t: Words; locale: Locale; timeZone: string; words: FormWords };

/** What somebody at the door can always do: read on in another language, or leave. */
export function DoorFoot({ t, locale, timeZone, words }: DoorFootProps) {
  return (
    <footer className="mt-12 flex flex-wrap items-center gap-2 border-rye border-t pt-4">
      {LOCALES.filter((one) => one !== locale).map((other) => (
        <ActionForm
          key={other}
          procedure="members.setPreferences"
          back={paths.waiting()}
          words={words}
          hidden={{ locale: other, timeZone, _to: paths.waiting() }}
        >
          <SubmitButton look="plain" size="small" icon="language" lang={other}>
            {t(`shell.locale.${other}`)}
          </SubmitButton>
        </ActionForm>
      ))}
      <form method="post" action="/api/auth/sign-out">
        <button type="submit" className="button" data-look="plain" data-size="small">
          {t("shell.nav.signOut")}
        </button>
      </form>
    </footer>
  );
}
