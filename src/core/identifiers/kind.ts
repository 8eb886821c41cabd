/** Every kind of identifier that is checked. `ipi` is the name number, `gtin` every barcode that names a release. */
export const kinds = ['isrc', 'iswc', 'gtin', 'ipi', 'ipi-base', 'isni', 'grid', 'dpid', 'ismn'] as const;

export type Kind = (typeof kinds)[number];

/** A code in its stored form. Only the parser of its kind makes one. */
export type Code<K extends Kind> = string & { readonly kindOfCode: K };
