/** Whether a path belongs to the management API of Murano. */
export function isForMurano(url: string): boolean {
  return url.startsWith('/api:1/')
}

/** What comes before the id of a product in paths that its devices use: `/m2/PRODUCT/onep:v1/stack/alias`. */
export const devicePrefix = '/m2/'

/** What comes before the name of an application in paths to its own API: `/apps/clinic-monitor/fridges/7`. */
export const applicationPrefix = '/apps/'

/** Whether a path belongs to the own API of an application. */
export function isForApplications(url: string): boolean {
  return url.startsWith(applicationPrefix)
}

/** Whether a path belongs to the devices of a product. */
export function isForDevices(url: string): boolean {
  return url.startsWith(devicePrefix)
}

/** Where the bytes of a product's contents are, and those of one of them. */
export function bucketPath(productId: string, name?: string): string {
  return `/murano-content/${productId}${name === undefined ? '' : `/${encodeURIComponent(name)}`}`
}
