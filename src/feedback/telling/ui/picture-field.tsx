import type { Words } from "@/i18n/words";
import { FileField } from "@/ui/file-field";
import type { ToldPage } from "../shape";
import { Marking } from "./picture/marking";

/** A picture of what somebody sees: a file, or taken here, and with a script marked and blacked out before it is sent. */
export function PictureField({ t, page }: { t: Words; page: ToldPage }) {
  return (
    <div className="grid gap-2">
      <FileField
        name="files"
        label={t("tellUs.picture.label")}
        hint={t("tellUs.picture.hint")}
        note={t("common.optional")}
        kept={t("tellUs.picture.kept")}
        accept="image/*"
      />
      <Marking
        from={page.from}
        words={{
          take: t("tellUs.picture.take"),
          takeHint: t("tellUs.picture.takeHint"),
          open: t("tellUs.picture.open"),
          taken: t("tellUs.picture.taken"),
          failed: t("tellUs.picture.failed"),
          unreadable: t("tellUs.picture.unreadable"),
          canvas: t("tellUs.picture.canvas"),
          keys: t("tellUs.picture.keys"),
          tools: t("tellUs.picture.tools"),
          mark: t("tellUs.picture.mark"),
          black: t("tellUs.picture.black"),
          add: t("tellUs.picture.add"),
          undo: t("tellUs.picture.undo"),
          remove: t("tellUs.picture.remove"),
          drop: t("tellUs.picture.drop"),
          boxes: t("tellUs.picture.boxes"),
          promise: t("tellUs.picture.promise"),
          boxOf: {
            mark: t("tellUs.picture.boxOf", { kind: "mark", number: "{number}" }),
            black: t("tellUs.picture.boxOf", { kind: "black", number: "{number}" }),
          },
        }}
      />
    </div>
  );
}
