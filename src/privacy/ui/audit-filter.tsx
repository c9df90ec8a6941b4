import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Button } from "@/ui/button";
import { eventWord, KNOWN_EVENTS } from "./audit-table";

/** Shows events of one kind only. It asks for a page, so the answer has an address. */
export function AuditFilter({ t, name }: { t: Words; name: string }) {
  const kinds = KNOWN_EVENTS.map((kind) => ({ kind, word: eventWord(t, kind) })).sort((a, b) =>
    a.word.localeCompare(b.word, t.locale),
  );
  return (
    <form action={paths.adminAudit()} method="get" className="mb-6 flex max-w-read gap-2">
      <select key={name} name="name" defaultValue={name} aria-label={t("admin.audit.filter")} className="input">
        <option value="">{t("admin.audit.all")}</option>
        {kinds.map(({ kind, word }) => (
          <option key={kind} value={kind}>
            {word}
          </option>
        ))}
      </select>
      <Button type="submit">{t("admin.audit.show")}</Button>
    </form>
  );
}
