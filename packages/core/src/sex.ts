/** The sex as published. `all` is for what is published only for both together; it never stands beside its parts. */
export type Sex = "female" | "male" | "all";
