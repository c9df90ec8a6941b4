"use client";
import { type ReactNode, useId } from "react";
import { FieldErrors } from "@/ui/field";
import { useTyped } from "@/ui/form-state";

type FileFieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  note?: ReactNode;
  /** Said when the form came back and files that were sent with it are kept. */
  kept: ReactNode;
  /** Values of the same name that other inputs of the form show. */
  known?: readonly string[];
  /** What the file chooser offers. */
  accept?: string;
  multiple?: boolean;
  required?: boolean;
};

/** Files from the device. When the form comes back, those that were sent stay with it. */
export function FileField({ name, label, hint, note, kept, known = [], ...input }: FileFieldProps) {
  const id = useId();
  const { errors, typed } = useTyped(name);
  const sent = (typed ?? []).filter((value) => value !== "" && !known.includes(value));
  const described = [hint ? `${id}-hint` : "", errors.length > 0 ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
        {note ? <span className="field-note">{note}</span> : null}
      </label>
      {hint ? (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      ) : null}
      <input
        {...input}
        type="file"
        id={id}
        name={name}
        className="input"
        aria-describedby={described || undefined}
        aria-invalid={errors.length > 0 || undefined}
        data-invalid={errors.length > 0 ? "" : undefined}
      />
      {sent.length === 0 ? null : <span className="field-hint">{kept}</span>}
      {sent.map((value) => (
        <input key={value} type="hidden" name={name} value={value} />
      ))}
      <FieldErrors id={`${id}-error`} errors={errors} />
    </div>
  );
}
