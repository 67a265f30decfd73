export const readDocx: any = 0;
