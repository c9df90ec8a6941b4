import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";

type Common = { t: Words; form: FormWords; back: string };

/** Marks everything as read that this page could show. */
export function ReadAll({ until, show, t, form, back }: Common & { until: Date; show: "unread" | "all" }) {
  const to = `${paths.notices()}?${show === "all" ? "show=all&" : ""}done={at}`;
  return (
    <ActionForm procedure="notices.readAll" back={back} words={form} hidden={{ until: until.toISOString(), _to: to }}>
      <SubmitButton look="quiet" size="small" icon="check">
        {t("notices.list.readAll")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Says that all is read, and takes it back. */
export function TakeBack({ at, t, form, back }: Common & { at: string }) {
  return (
    <div className="notice-back">
      <p>{t("notices.list.done")}</p>
      <ActionForm procedure="notices.unreadAll" back={back} words={form} hidden={{ at, _to: paths.notices() }}>
        <SubmitButton look="plain" size="small">
          {t("notices.list.undo")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
