import { classNames } from "@/ui/class-names";
import { ICON_SHAPES, type IconName } from "@/ui/icon-shapes";

/** A line drawing beside words. It says nothing by itself: what it stands next to must. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={classNames("icon", className)} viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICON_SHAPES[name]} />
    </svg>
  );
}
