"use client";
import { useSyncExternalStore } from "react";
import { Button } from "@/ui/button";

const never = () => () => {};

/** Opens the browser's print window. Without a script there is none to open, and no button: the browser's menu prints. */
export function PrintButton({ label }: { label: string }) {
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return isAlive ? (
    <p className="mt-4">
      <Button size="small" onClick={() => window.print()}>
        {label}
      </Button>
    </p>
  ) : null;
}
