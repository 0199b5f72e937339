const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

interface Point {
  lat: number;
  lng: number;
}

/** Great-circle distance in km between two points in degrees (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const latitude = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
  const longitude = Math.sin(((b.lng - a.lng) * RADIANS) / 2);
  const h =
    latitude * latitude + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * longitude * longitude;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Step of somebody whose place is unknown: after everybody else. */
export const UNKNOWN_STEP = 9999;

/** Whole steps of 10 km: 0 is under 10 km. Without a place of work everybody is at step 0. */
export function distanceStep(from: Point | null, to: Point | null): number {
  if (!to) return 0;
  if (!from) return UNKNOWN_STEP;
  return Math.floor(distanceKm(from, to) / 10);
}
