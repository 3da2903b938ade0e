import { toolEnvironment } from '../programs.mjs';

/** The environment variables that builds need: paths, the locale, and how to reach npm's registry. */
const NEEDED = new RegExp(
  [
    'PATH|HOME|USER|USERNAME|LOGNAME|SHELL|TERM|LANG|LC_ALL|TZ|TMPDIR|TEMP|TMP|CI|DISPLAY|WAYLAND_DISPLAY|XDG_RUNTIME_DIR',
    'SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES|USERPROFILE',
    'HTTPS?_PROXY|NO_PROXY|ALL_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR',
    'NPM_EXECPATH|NPM_NODE_EXECPATH|NPM_CONFIG_(?:REGISTRY|CACHE|USERCONFIG|CAFILE|PROXY|HTTPS_PROXY|NOPROXY)',
    'SLEEVENOTES_(?:CHROMIUM|FIREFOX)',
  ]
    .map((names) => `^(?:${names})$`)
    .join('|'),
  'i',
);

/** The environment for a build to publish, without any setting of this machine that could change its output. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(toolEnvironment()).filter(([name]) => NEEDED.test(name)));
}
