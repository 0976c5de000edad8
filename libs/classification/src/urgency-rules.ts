import { hashText } from './hashing';
import { URGENT_FROM } from './urgency-score';
import { URGENCY_WEIGHTS } from './urgency-weights';

/** Which rules say what is urgent: other weights or another threshold, another code. It stands beside every verdict. */
export const URGENCY_RULES = hashText(`${URGENT_FROM} ${URGENCY_WEIGHTS}`).toString(36);
