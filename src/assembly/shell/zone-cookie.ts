/** The cookie in which a device says its time zone, an IANA name. */
export const ZONE_COOKIE = "levain-zone";
