/** Where a text is written: who may be named in it, and who renders it. */
export type EditorPlace = { readonly room: "posts" | "feedback"; readonly id: string };
