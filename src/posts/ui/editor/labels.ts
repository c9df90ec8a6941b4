/** What an editor says; `{count}`, `{names}`, `{time}`, `{name}` and `{percent}` are filled in the browser. */
export type EditorLabels = Readonly<
  Record<
    | ("tools" | "bold" | "italic" | "strike" | "heading" | "quote" | "list" | "numbers" | "tasks" | "code" | "block")
    | (
        | "link"
        | "table"
        | "column"
        | "mention"
        | "emoji"
        | "attach"
        | "preview"
        | "write"
        | "empty"
        | "failed"
        | "marks"
      )
    | ("quoted" | "choose" | "choicesOne" | "choicesOther" | "everyoneOne" | "everyoneOther" | "everyoneBox")
    | ("awareBox" | "unread" | "unclear" | "saved" | "unsaved" | "restored" | "discard" | "takeUp" | "overtaken")
    | ("putIn" | "leave" | "uploading" | "cancelUpload" | "uploadFailed"),
    string
  > & { locale: string }
>;
