export { type Lock, lockFileName, type Pin } from "./lock.ts";
export { inputName, isInputName } from "./names.ts";
export { readLock, readLockIfAny } from "./read-lock.ts";
export { lockText, writeLock } from "./write-lock.ts";
