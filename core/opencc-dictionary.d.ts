declare module 'opencc-js/dict/*' {
  /** `word conversion[ conversion…]`, separated by `|`. */
  const pairs: string;
  export default pairs;
}
