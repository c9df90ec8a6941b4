import type { Words } from "@/i18n/words";
import type { FileCard } from "@/members/files/views";
import { Checkbox } from "@/ui/choices";
import { FileField } from "@/ui/file-field";
import { ATTACHMENTS_MAX } from "../shape";

type AttachFieldProps = {
  t: Words;
  /** What stands below the words already: each stays as long as it is ticked. */
  files?: readonly FileCard[];
};

/** Where files are put beside words, with or without JavaScript. */
export function AttachField({ t, files = [] }: AttachFieldProps) {
  return (
    <div className="grid gap-2">
      {files.length === 0 ? null : (
        <fieldset className="choices">
          <legend>{t("posts.files.attached")}</legend>
          <input type="hidden" name="files" value="" />
          {files.map((one) => (
            <Checkbox key={one.id} name="files" value={one.id} label={one.name} checked />
          ))}
        </fieldset>
      )}
      <FileField
        name="files"
        label={t("posts.files.add")}
        hint={t("posts.files.hint", { max: ATTACHMENTS_MAX })}
        note={t("common.optional")}
        kept={t("posts.files.kept")}
        known={files.map((one) => one.id)}
        multiple
      />
    </div>
  );
}
