"use client";
import { createContext, useContext } from "react";

/** What was typed, by input name; several values for a name that was ticked several times. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** A form that came back: what was wrong, and what had been typed. */
export type RefusedForm = {
  readonly message: string;
  readonly fields?: FieldErrors;
  readonly values?: TypedValues;
  readonly ref?: string;
  /** Sanitised HTML: how what was typed will look. The form was not refused then, but sent to be looked at. */
  readonly preview?: string | null;
};

export type FormState = {
  readonly busy: boolean;
  readonly busyWords: string;
  readonly errors: FieldErrors;
  readonly values: TypedValues;
};

export const FormContext = createContext<FormState>({ busy: false, busyWords: "", errors: {}, values: {} });

/** What the form around an input knows of it: its errors, and what was typed there before. */
export function useTyped(name: string): { errors: readonly string[]; typed: readonly string[] | undefined } {
  const { errors, values } = useContext(FormContext);
  const said = values[name];
  const typed = typeof said === "string" ? [said] : said;
  // When a whole form came back, an unticked box is missing from it: missing then means "none".
  const known = Object.keys(values).length > 0;
  return { errors: errors[name] ?? [], typed: typed ?? (known ? [] : undefined) };
}
