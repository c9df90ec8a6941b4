"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { createTranslator } from "use-intl/core";
import { type Formats, formats } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import type { WordKey, Words } from "@/i18n/words";
import type { LaunchMessages } from "./messages";

type Told = { readonly locale: Locale; readonly timeZone: string; readonly messages: LaunchMessages };

const ReaderContext = createContext<(Told & { readonly t: Words }) | null>(null);

function wordsFrom({ locale, messages }: Told): Words {
  const translator = createTranslator({ locale, messages, timeZone: "UTC" });
  // The typed catalogue here is a part of the whole one: the keys that these pages use are all in it.
  type Key = Parameters<typeof translator>[0];
  return Object.assign((key: WordKey, values?: Parameters<Words>[1]) => translator(key as Key, values), {
    rich: (key: WordKey, values: Parameters<Words["rich"]>[1]) => translator.rich(key as Key, values),
    has: (key: string): key is WordKey => translator.has(key as Key),
    locale,
  });
}

/** Gives the parts of the launch room that live in the browser their words, and nothing of the other rooms. */
export function ReaderProvider({ children, ...told }: Told & { children: ReactNode }) {
  const { locale, timeZone, messages } = told;
  const value = useMemo(
    () => ({ locale, timeZone, messages, t: wordsFrom({ locale, timeZone, messages }) }),
    [locale, timeZone, messages],
  );
  return <ReaderContext value={value}>{children}</ReaderContext>;
}

/** The words of the page, and how its reader reads dates at a moment. */
export function useReader(at: string): { t: Words; locale: Locale; format: Formats } {
  const told = useContext(ReaderContext);
  if (told === null) throw new Error("a part of the launch room stands outside of its provider");
  const { t, locale, timeZone } = told;
  return { t, locale, format: useMemo(() => formats(locale, timeZone, new Date(at)), [locale, timeZone, at]) };
}
