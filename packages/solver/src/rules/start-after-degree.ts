/**
 * A block does not begin before the date of the doctor's degree.
 *
 *   start(d) ≥ degree(d), where given
 *
 * Source: socialstyrelsen.se, older page (domain.md D9 [4]).
 */
import { doctorRule } from "./rule.ts";

export const startAfterDegree = doctorRule<"start-after-degree">({
  id: "start-after-degree",
  expresses: ["D9"],
  statement: {
    sv: "Blocket börjar tidigast den dag läkarexamen är utfärdad; tjänstgöring dessförinnan godtas inte.",
    en: "The block begins no earlier than the date of the medical degree; service before it is not accepted.",
  },
  mathematics: "start(d) ≥ degree(d), where given",

  encode({ doctor, service }) {
    const { degreeDate } = doctor;
    if (degreeDate === undefined) return undefined;
    return { start: (t) => (service.day(t) < degreeDate ? 1 : 0) };
  },

  check({ doctor, rotation }) {
    const { degreeDate } = doctor;
    if (degreeDate === undefined || rotation.start >= degreeDate) return [];
    return [{ magnitude: 1, from: rotation.start, params: { degree: degreeDate } }];
  },

  met: ({ doctor: { degreeDate }, rotation }) =>
    degreeDate === undefined
      ? undefined
      : [{ day: rotation.start, window: { earliest: degreeDate } }],
});
