/** Where units and doctors are: regions, sites, and homes with the way to work. */
import type { HomeId, RegionId, SiteId } from "./ids.ts";

export interface Region {
  readonly id: RegionId;
  readonly name: string;
}

/** A hospital or town (ort). */
export interface Site {
  readonly id: SiteId;
  readonly region: RegionId;
  readonly name: string;
}

/** A town, or a part of one, where doctors live; minutes to the sites that are known (D32). */
export interface Home {
  readonly id: HomeId;
  readonly minutes: ReadonlyMap<SiteId, number>;
}
