/// <reference types="vite/client" />
/// <reference types="svelte" />

declare module 'virtual:packed-duckdb' {
  /** Address of the gzip-compressed DuckDB-WASM build, self-hosted. */
  const url: string;
  export default url;
}

declare module 'virtual:report-template' {
  /** Address of the report page without its figures. */
  const url: string;
  export default url;
}
