/** Kills a saving process at random instants, many times: `node --import tsx bench/kill.ts [ROUNDS] [LONGEST_MS]`. */
import { killRounds } from '../test/store/kill.ts';

const [rounds = '500', longest = '120'] = process.argv.slice(2);
const began = performance.now();
const { acknowledged, lost, damaged, cut, example } = await killRounds(Number(rounds), Number(longest), Math.random);
console.log(`rounds of SIGKILL\t${rounds}`);
console.log(`saves acknowledged\t${acknowledged}`);
console.log(`lost\t${lost}\t${example}`);
console.log(`damaged\t${damaged}`);
console.log(`cut off in the midst: found saved\t${cut.done}`);
console.log(`cut off in the midst: found as before\t${cut.notDone}`);
console.log(`seconds\t${((performance.now() - began) / 1000).toFixed(0)}`);
