/**
 * The version of this package, as in package.json.
 * @example
 * ```js
 * import { version } from 'inkgrad';
 *
 * console.log(version); // such as 0.1.0
 * ```
 */
export const version = '0.1.0';
