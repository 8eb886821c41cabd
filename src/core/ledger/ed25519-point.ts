/**
 * Whether 32 bytes are a public key that may be trusted: the one encoding of a point on the curve, and no point of
 * small order. OpenSSL takes other encodings of the same point, and under a key of small order one signature fits
 * nearly every message.
 *
 * @see RFC 8032, section 5.1.3 (decoding); draft-irtf-cfrg-eddsa edge cases as collected in "Taming the many EdDSAs"
 */
export type PointProblem = 'key.point' | 'key.small-order';

const P = 2n ** 255n - 19n;
const D = modulo(-121665n * inverse(121666n));

/** A y of order 8; its negative is the other one. */
const ORDER_8_Y = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;

/** The y of the eight points whose order divides 8; three of them stand for two points, with either sign of x. */
const SMALL_ORDER_Y: ReadonlySet<bigint> = new Set([0n, 1n, P - 1n, ORDER_8_Y, P - ORDER_8_Y]);

export function checkPoint(key: Uint8Array): PointProblem | null {
  const little = BigInt(`0x${Buffer.from(key).reverse().toString('hex')}`);
  const negative = little >> 255n === 1n;
  const y = little & (2n ** 255n - 1n);
  if (y >= P) return 'key.point';
  if (SMALL_ORDER_Y.has(y)) return negative && (y === 1n || y === P - 1n) ? 'key.point' : 'key.small-order';
  return isOnCurve(y) ? null : 'key.point';
}

/** −x² + y² = 1 + dx²y²: some x fits exactly when x² = (y²−1)/(dy²+1) is a square, by Euler's criterion. */
function isOnCurve(y: bigint): boolean {
  const square = modulo((y * y - 1n) * inverse(D * y * y + 1n));
  return power(square, (P - 1n) / 2n) === 1n;
}

function inverse(value: bigint): bigint {
  return power(value, P - 2n);
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, modulo(base)];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = modulo(result * square);
    square = modulo(square * square);
  }
  return result;
}

function modulo(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}
