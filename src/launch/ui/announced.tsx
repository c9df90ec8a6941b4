import type { Words } from "@/i18n/words";
import type { SaidView } from "@/stages/announced/views";
import type { Stage } from "@/stages/shape";
import { Section } from "@/ui/page-title";
import { Prose } from "@/ui/prose";

/** What the admins say of the stage, in its first days; afterwards nothing. */
export function Announced({ t, stage, said }: { t: Words; stage: Stage; said: SaidView | null }) {
  if (said === null) return null;
  return (
    <Section title={t(`stages.name.${stage}`)}>
      <Prose html={said.html} lang={said.lang === t.locale ? undefined : said.lang} />
    </Section>
  );
}
