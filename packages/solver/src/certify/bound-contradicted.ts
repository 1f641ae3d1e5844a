/** A bound that was computed again lies above a verified plan's value: our defect, one of two. */
import type { CertifiedTier } from "@placera/domain";

export class BoundContradicted extends Error {
  readonly code = "bound-contradicted";

  constructor({ tier, value, byPrices }: CertifiedTier) {
    super(
      `bound-contradicted: no plan can be below ${byPrices} in ${tier}, yet a verified plan is at ` +
        `${value}; a rule is encoded otherwise than it is checked, which is a defect of Placera; ` +
        "please report it with the problem and the plan file",
    );
    this.name = "BoundContradicted";
  }
}
