import type { Words } from "@/i18n/words";
import type { Viewer } from "@/platform/access/viewer";
import { Section } from "@/ui/page-title";
import { Prose } from "@/ui/prose";

/** What the admins say of the stage, in its first days; afterwards nothing. */
export function Announced({ t, viewer }: { t: Words; viewer: Pick<Viewer, "announced" | "stage"> }) {
  if (viewer.announced === null) return null;
  return (
    <Section title={t(`stages.name.${viewer.stage}`)}>
      <Prose html={viewer.announced[t.locale]} />
    </Section>
  );
}
