/** The same keys in another language: `const en: Words<typeof fr>`. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
