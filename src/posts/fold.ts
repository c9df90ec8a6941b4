/** Stands where the view puts the reader's word for "quoted text". */
export const FOLD_WORD = '<summary class="fold"></summary>';
