/** How a worker process loads its module: as it is in a built program, through tsx when it is a TypeScript source. */

/**
 * Address of a module for a worker process. Workers do not inherit what compiles TypeScript, so that a source file is
 * loaded by a few lines that set it up first.
 * @param module where the module lies: `new URL('./some-task.ts', import.meta.url)`
 */
export function workerEntry(module: URL): string {
  if (!module.pathname.endsWith('.ts')) return module.href;
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const lines = [
    `import { register } from ${tsx};`,
    'register();',
    `export default (await import(${JSON.stringify(module.href)})).default;`,
  ];
  return `data:text/javascript,${encodeURIComponent(lines.join('\n'))}`;
}
