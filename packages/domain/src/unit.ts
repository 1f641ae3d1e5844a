/** Units, where placements are, and the duty rosters that some of them share. */
import type { Duration, Span } from "./calendar.ts";
import type { DoctorId, RegionId, SectionId, SiteId, UnitId } from "./ids.ts";
import type { Track } from "./rule-settings.ts";
import type { SeatStep, StaffStep } from "./seats.ts";

/** Klinik, enhet or vårdcentral: where a placement is, and a place of service (tjänstgöringsställe). */
export interface Unit {
  readonly id: UnitId;
  readonly index: number;
  readonly site: SiteId;
  readonly region: RegionId;
  readonly name: string;
  readonly sections: readonly SectionId[];
  readonly goals: readonly string[];
  /** All tracks together. */
  readonly seats: readonly SeatStep[];
  /** Caps per track besides. */
  readonly trackSeats: { readonly [T in Track]?: readonly SeatStep[] };
  /** Doctors it wants at the least. */
  readonly staffing: readonly StaffStep[];
  /** Who is there by what was decided before the plan; `seats` are those beside. */
  readonly held: readonly HeldSeat[];
  /** Per cent of the supervision there that other professions give. */
  readonly interprofessional: number;
  /** Rest between placements; undefined where it takes the next at once (D31). */
  readonly rest: Rest | undefined;
  /** Placements that overlap; undefined where they need not (D31). */
  readonly overlap: Overlap | undefined;
}

/** After a placement its place rests for the length; so many places there are. */
export interface Rest {
  readonly length: Duration;
  readonly doctors: number;
  /** Placements before the plan begins. */
  readonly past: readonly PastStay[];
}

/** On each day of the span somebody is there who came the length before at the latest. */
export interface Overlap extends Span {
  readonly length: Duration;
  /** Placements before the plan begins. */
  readonly past: readonly PastStay[];
}

/** A placement of a doctor's history; does it go on in the plan? */
export interface PastStay extends Span {
  readonly goesOn: boolean;
}

/** A seat that a doctor's history takes. */
export interface HeldSeat extends Span {
  readonly doctor: DoctorId;
  readonly track: Track;
}

/** Units that share a duty roster (jourlinje): how many doctors there may be and are wanted, all together (D38). */
export interface OnCallLine {
  readonly id: string;
  readonly name: string;
  readonly units: readonly UnitId[];
  /** How much a doctor of each track counts. */
  readonly counts: Readonly<Record<Track, number>>;
  readonly most: readonly SeatStep[];
  readonly least: readonly StaffStep[];
}
