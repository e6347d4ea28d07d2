/**
 * The package without its entry, which does nothing but write to the console that it was made for a later Node. That it
 * works on Node 20 too is shown by `test/journeys/tokens.spec.ts`.
 */
declare module 'oidc-provider/lib/provider.js' {
  export { Provider } from 'oidc-provider';
}
