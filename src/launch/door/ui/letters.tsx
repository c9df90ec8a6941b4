import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { Prose } from "@/ui/prose";
import type { DoorLetterView } from "../views";

/** One letter to those who wait, as they read it. */
export function DoorLetter({ t, format, letter }: { t: Words; format: Formats; letter: DoorLetterView }) {
  const { title, bodyHtml, language, by, at } = letter;
  return (
    <article className="stack" data-gap="small">
      <h3 lang={language} className="font-serif text-title">
        {title}
      </h3>
      <Prose html={bodyHtml} lang={language} />
      <p className="quiet fine">
        {by === null ? format.date(at) : t("door.letters.by", { name: by, date: format.date(at) })}
      </p>
    </article>
  );
}
