/** Path of a page that a forge shows of a file or folder, and what stands there in the path of the file itself. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  // GitLab, wherever it runs.
  [/^(\/.+\/-)\/(?:blob|tree|raw)\//, '$1/raw/'],
  // Gitea and Forgejo, as Codeberg runs it.
  [/^(\/[^/]+\/[^/]+)\/(?:src|raw)\/(?=(?:branch|tag|commit)\/)/, '$1/raw/'],
];
/** The files of public repositories on GitHub are on a host of their own, which lets every page read them. */
const GITHUB = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/?(?:$|(?:blob|tree|raw)\/(.+)$)/;

/**
 * The origin and path of the files behind a page that shows them in a repository; all others come back as they are. Every
 * expression is linear: between the parts that may be of any length there are slashes, or nothing follows them.
 */
export function filesBehindForgePage(origin: string, path: string): { readonly origin: string; readonly path: string } {
  if (origin === 'https://github.com') {
    const [, owner, repository, rest = 'HEAD/'] = GITHUB.exec(path) ?? [];
    if (repository) return { origin: 'https://raw.githubusercontent.com', path: `/${owner}/${repository}/${rest}` };
  }
  for (const [page, files] of PAGES) if (page.test(path)) return { origin, path: path.replace(page, files) };
  return { origin, path };
}
