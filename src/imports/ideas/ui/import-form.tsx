import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Checkbox } from "@/ui/choices";
import { FileField } from "@/ui/file-field";
import { SubmitButton } from "@/ui/submit-button";

/** Sends a table. A form of its own and no verb: the file is kept and read by the worker. */
export function ImportForm({ slug, max, t }: { slug: string; max: number; t: Words }) {
  return (
    <form
      className="form"
      method="post"
      action={paths.boardImportDoor(slug)}
      encType="multipart/form-data"
      aria-label={t("imports.ideas.title")}
    >
      <FileField
        name="file"
        label={t("imports.ideas.file")}
        hint={t("imports.ideas.fileHint", { max })}
        kept={t("imports.ideas.kept")}
        accept=".csv,.tsv,.txt,text/csv"
        required
      />
      <Checkbox name="rehearse" label={t("imports.ideas.rehearse")} checked />
      <div>
        <SubmitButton icon="upload">{t("imports.ideas.send")}</SubmitButton>
      </div>
    </form>
  );
}
