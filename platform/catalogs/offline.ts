import { isOnThisMachine } from '../../core/catalog/address.ts';

/**
 * Whether the browser knows that a host cannot be reached, so that nothing need be tried, nor be called the host's fault.
 * Hosts on this machine can be reached without any network.
 */
export const isOffline = (address: string): boolean => navigator.onLine === false && !isOnThisMachine(address);
