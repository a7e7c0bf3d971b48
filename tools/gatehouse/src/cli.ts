import { runProgram } from '@gatehouse/cli-kit';
import { gatehouse } from './program';

void runProgram(gatehouse(process.argv[2]));
