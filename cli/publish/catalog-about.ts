/** The publisher's description of the catalog. */
export interface CatalogAbout {
  readonly title: string;
  readonly publisher?: string;
  readonly home?: string;
  readonly mirrors?: readonly string[];
  readonly movedTo?: string;
}
