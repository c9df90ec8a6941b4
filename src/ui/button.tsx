import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/ui/class-names";
import { Icon } from "@/ui/icon";
import type { IconName } from "@/ui/icon-shapes";
import { Link } from "@/ui/link";

/** primary: the one thing to do here · quiet: one of several · plain: among text and in rows · danger: takes away. */
export type ButtonLook = "primary" | "quiet" | "plain" | "danger";

export type ButtonStyle = {
  look?: ButtonLook;
  size?: "small" | "normal";
  icon?: IconName;
  children?: ReactNode;
};

/** A button that is pressed. For one that sends a form, `SubmitButton`. A button with an icon alone needs `aria-label`. */
export function Button({
  look = "quiet",
  size = "normal",
  icon,
  className,
  children,
  type = "button",
  ...rest
}: ButtonStyle & ComponentProps<"button">) {
  return (
    <button type={type} className={classNames("button", className)} data-look={look} data-size={size} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

/** A link that looks like a button, for going somewhere. */
export function LinkButton({
  look = "quiet",
  size = "normal",
  icon,
  className,
  children,
  ...rest
}: ButtonStyle & ComponentProps<typeof Link>) {
  return (
    <Link className={classNames("button", className)} data-look={look} data-size={size} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  );
}

/** Buttons side by side, wrapping where there is no room. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}
