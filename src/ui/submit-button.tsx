"use client";
import { type ComponentProps, useContext } from "react";
import { Button, type ButtonStyle } from "@/ui/button";
import { FormContext } from "@/ui/form-state";

/** Sends the form around it. With `name` and `value` it also says which of several buttons was pressed. */
export function SubmitButton({ look = "primary", icon, children, ...rest }: ButtonStyle & ComponentProps<"button">) {
  const { busy, busyWords } = useContext(FormContext);
  return (
    // aria-disabled, not disabled: the button keeps the focus, and the form itself ignores a second press.
    <Button
      {...rest}
      type="submit"
      look={look}
      {...(busy ? { icon: "busy" as const } : icon ? { icon } : {})}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
    >
      {busy && busyWords !== "" ? busyWords : children}
    </Button>
  );
}
