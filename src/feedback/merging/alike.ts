/** How alike two titles are, by their groups of three letters, for a host to be asked whether they are one idea. */
export const ALIKE = 0.3;
