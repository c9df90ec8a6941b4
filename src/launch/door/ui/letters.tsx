import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { Prose } from "@/ui/prose";
import type { DoorLetterView } from "../views";

type DoorLetterProps = {
  t: Words;
  format: Formats;
  letter: DoorLetterView;
  /** The rank of its title: below the section that it stands in. */
  heading?: "h2" | "h3";
};

/** One letter to those who wait, as they read it. */
export function DoorLetter({ t, format, letter, heading: Heading = "h3" }: DoorLetterProps) {
  const { title, bodyHtml, language, by, at } = letter;
  return (
    <article className="stack" data-gap="small">
      <Heading lang={language} className="font-serif text-title">
        {title}
      </Heading>
      <Prose html={bodyHtml} lang={language} />
      <p className="quiet fine">
        {by === null ? format.date(at) : t("door.letters.by", { name: by, date: format.date(at) })}
      </p>
    </article>
  );
}
