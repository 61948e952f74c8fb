/** The difference of two shares as an effect size (Cohen 1988, h): 0.2 is small, 0.5 middling, 0.8 large. */
export function cohensH(a: number, b: number): number {
  return 2 * Math.asin(Math.sqrt(a)) - 2 * Math.asin(Math.sqrt(b));
}
