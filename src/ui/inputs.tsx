"use client";
import type { ComponentProps } from "react";
import { useFieldControl } from "@/ui/field";

type Taken = "id" | "name" | "className" | "defaultValue" | "value" | "required" | "children";

/** One line of text, a number, a date, an address: `type` says which. */
export function TextInput(props: Omit<ComponentProps<"input">, Taken>) {
  return <input type="text" {...props} {...useFieldControl()} />;
}

/** Several lines. `reading` sets them as they will be read. It grows with its text. */
export function TextArea({
  reading = false,
  ...rest
}: Omit<ComponentProps<"textarea">, Taken> & { reading?: boolean }) {
  return <textarea rows={4} data-reading={reading ? "" : undefined} {...rest} {...useFieldControl()} />;
}

export type SelectOption = { readonly value: string; readonly label: string; readonly disabled?: boolean };

/** One of a known few, as the device shows them. */
export function Select({
  options,
  ...rest
}: Omit<ComponentProps<"select">, Taken> & { options: readonly SelectOption[] }) {
  return (
    <select {...rest} {...useFieldControl()}>
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ))}
    </select>
  );
}
