import type { ReactNode } from "react";
import { createTranslator } from "use-intl/core";
import type { Locale } from "@/i18n/locale";
import { english, french } from "@/i18n/messages";

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** The full path of a sentence, such as `shell.nav.home`. Derived from the English catalogue: a wrong one does not compile. */
export type WordKey = Leaves<typeof english>;

/** What a sentence may be told: its ICU arguments. */
export type WordValues = Readonly<Record<string, string | number | Date>>;

/** Draws what stands between the tags of a sentence. */
export type WordTag = (chunks: ReactNode) => ReactNode;

/** The words of one language. */
export interface Words {
  /** The sentence, with its arguments filled in (ICU MessageFormat). Always call it with the full key, so that it can be found. */
  (key: WordKey, values?: WordValues): string;
  /** The same for a sentence with tags, such as `Read <link>why</link>`. */
  rich(key: WordKey, values: Readonly<Record<string, string | number | Date | WordTag>>): ReactNode;
  /** True when there is such a sentence: for keys that come from data, such as the reason of a refusal. */
  has(key: string): key is WordKey;
  readonly locale: Locale;
}

const catalogues: Readonly<Record<Locale, typeof english>> = { en: english, fr: french };
const memory = new Map<Locale, Words>();

type Branch = { readonly [name: string]: string | Branch };

/** The full path of every sentence below a branch of the catalogue. */
function keysBelow(branch: Branch, path = ""): string[] {
  return Object.entries(branch).flatMap(([name, value]) =>
    typeof value === "string" ? [path + name] : keysBelow(value, `${path}${name}.`),
  );
}

function build(locale: Locale): Words {
  const messages = catalogues[locale];
  const keys = new Set(keysBelow(messages));
  const translator = createTranslator({
    locale,
    messages,
    // Sentences format no instant themselves: dates come in as words from `formats`, in the reader's zone.
    timeZone: "UTC",
    onError: (error) => {
      throw error;
    },
  });
  return Object.assign((key: WordKey, values?: WordValues): string => translator(key, values), {
    rich: (key: WordKey, values: Parameters<Words["rich"]>[1]) => translator.rich(key, values),
    has: (key: string): key is WordKey => keys.has(key),
    locale,
  });
}

/** The words of a language, over every room. Built once a language; cheap to call anywhere on the server. */
export function words(locale: Locale): Words {
  const kept = memory.get(locale);
  if (kept) return kept;
  const built = build(locale);
  memory.set(locale, built);
  return built;
}
