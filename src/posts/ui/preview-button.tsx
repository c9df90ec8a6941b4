import type { Words } from "@/i18n/words";
import { Button } from "@/ui/button";

/**
 * Sends the form to be looked at: it comes back as it was typed, with how its words will stand above it.
 * @param verb a procedure that answers with a preview and is listed at the door of forms
 */
export function PreviewButton({ t, verb }: { t: Words; verb: string }) {
  return (
    <Button type="submit" look="plain" name="_preview" value={verb}>
      {t("editor.preview")}
    </Button>
  );
}
