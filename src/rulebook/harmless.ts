/** Control characters (C0 and C1, but newline and tab) and the marks that turn the direction of writing. */
// eslint-disable-next-line no-control-regex -- these are the characters that are taken out
const HARMFUL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text from a file, safe to show on a terminal: what could steer it is replaced by a visible mark. */
export const harmless = (text: string): string => text.replace(HARMFUL, '\ufffd')

/** JSON text in which no character steers a terminal; it means the same. */
export const harmlessJson = (json: string): string => json.replace(HARMFUL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
