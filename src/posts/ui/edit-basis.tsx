"use client";
import { Checkbox } from "@/ui/choices";
import { useTyped } from "@/ui/form-state";
import { Link } from "@/ui/link";

type EditBasisProps = {
  /** The version that the edit starts from. */
  version: number;
  /** Where the version that was saved meanwhile is read. */
  history: string;
  words: { over: string; look: string };
};

/**
 * What an edit started from. When another version was saved meanwhile, it asks whether this one goes in its place; the
 * other is kept in the history either way.
 */
export function EditBasis({ version, history, words }: EditBasisProps) {
  const { errors } = useTyped("over");
  return (
    <>
      <input type="hidden" name="version" value={version} />
      {errors.length === 0 ? null : (
        <div>
          <Checkbox name="over" label={words.over} />
          <p className="fine mt-2">
            <Link href={history} target="_blank">
              {words.look}
            </Link>
          </p>
        </div>
      )}
    </>
  );
}
