import fc from 'fast-check';

/**
 * Property tests run the same cases every time, so that a failing run means a changed product. `SEED=5 npx vitest run FILE`
 * tries others.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });

export default fc;
