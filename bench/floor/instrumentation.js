/** Nothing: without this file the framework would take the product's own, two folders above. */
export function register() {}
